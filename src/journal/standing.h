#pragma once

#include "journal/journal.h"
#include "platform/installation.h"

namespace heed::journal {

/// How a vault stands beside what this installation remembers of it.
struct Standing {
    QStringList missing; ///< what was there and is not: the vault is behind, and opens to be read only
    QStringList forked;  ///< what is there in two versions: nothing may be sealed until it is settled

    bool isGood() const { return missing.isEmpty() && forked.isEmpty(); }
};

/// Compares statements and heads with the memory; each finding is a sentence.
model::Expected<Standing> standing(Journal& journal, const vault::Policy& policy, const platform::Installation& memory);

/// What a designated safeguarding lead has accepted: a vault that had been put back goes on from there.
struct Acceptance {
    Place place;
    QByteArray key; ///< that signed it
    model::RestoreAcceptedBody body;
};

/// What is accepted by who accepts now: how far statements and journal reach.
model::RestoreAcceptedBody acceptanceOf(const vault::Policy& policy, const std::vector<DeviceHead>& heads);

/// Whether this installation goes on with an acceptance that the projection believes. It does if it has never seen that
/// entry (an old one would open the door to putting the vault back again), if it knew the key that signed as a lead's
/// before the vault was put back (in an old copy somebody who has left is still one), and if what was accepted is here.
/// The memory is then without what was given up.
model::Expected<bool> goesOnWith(Journal& journal, const vault::Policy& policy, const Acceptance& acceptance,
                                 platform::Installation& memory);

/// Takes what is there now into the memory; only for a vault in good standing, or one that a DSL has accepted.
void remember(platform::Installation& memory, const vault::Policy& policy, const std::vector<DeviceHead>& heads);

} // namespace heed::journal
