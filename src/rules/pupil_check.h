#pragma once

#include "model/pupil.h"
#include "rules/problem.h"

#include <vector>

namespace heed::rules {

/// What is wrong with a pupil of the register as somebody wrote them down, on `today`: nothing if all is well. A name,
/// a UPN that can be (FIELD.md 4.2), days that can be, and for each person beside the child a name or a role.
std::vector<Problem> checkPupil(const model::Pupil& pupil, const QDate& today);

} // namespace heed::rules
