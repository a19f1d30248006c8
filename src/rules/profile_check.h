#pragma once

#include "rules/problem.h"

#include "model/profile.h"

#include <vector>

namespace heed::rules {

/// What is wrong with a profile, or wants doing. Each finding names its key and says what to do.
struct ProfileCheck {
    std::vector<Problem> refused;     ///< errors: the profile is not taken
    std::vector<Problem> unconfirmed; ///< roles and councils without a name or a number, for set-up to ask
    std::vector<Problem> old;         ///< numbers last checked over twelve months ago, or nobody noted when
    std::vector<Problem> advice;      ///< days without any safeguarding lead, names that nobody has
};

/// Refused (issue 6): a profile that would leave a route with nobody (a child of this school without a safeguarding
/// lead, a child from elsewhere without MASH, a worry about the head without somebody else to go to), and settings by
/// which nothing would ever fall due. `today` is the school-local date.
ProfileCheck checkProfile(const model::Profile& profile, QDate today);

/// Nothing, or all refusals in one error.
model::Result acceptable(const model::Profile& profile);

} // namespace heed::rules
