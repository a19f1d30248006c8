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

/// Takes what is there now into the memory; only for a vault in good standing, or one that a DSL has accepted.
void remember(platform::Installation& memory, const vault::Policy& policy, const std::vector<DeviceHead>& heads);

} // namespace heed::journal
