#pragma once

#include "rules/circumstances.h"

namespace heed::rules {

// The services outside the school that a route may name. A number is given only as the profile has it.

model::Recipient mash(const model::Profile& profile);

/// "Manchester MASH, 0161 234 5001", or the name alone.
QString mashInWords(const model::Profile& profile);

/// The hub's hours, or that nobody has confirmed them and what to do when nobody answers. Source: FIELD.md 2.8 and 9
/// (no council page states them) and 5 (999 and 101 answer always).
QString mashHours(const model::Profile& profile);

model::Recipient lado(const model::Profile& profile);

/// The council whose line the profile's MASH is: Manchester, unless the profile says another.
QString ownCouncil(const model::Profile& profile);

/// Another council that a child lives under, with why its number is or is not shown; nothing where the child lives
/// under the school's own council, or where that is not known. A number is shown only with a source and a day on which
/// it was checked.
struct OtherCouncil {
    model::Recipient council;
    model::Reason reason;
};
std::optional<OtherCouncil> otherCouncil(const QString& homeAuthority, const Circumstances& c);

/// Whether a number was last checked more than twelve months before `day`, or nobody noted when.
bool isOld(const std::optional<QDate>& checked, QDate day);

} // namespace heed::rules
