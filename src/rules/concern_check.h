#pragma once

#include "rules/problem.h"

#include "model/body.h"
#include "model/checklist.h"
#include "model/concern.h"

#include <vector>

namespace heed::rules {

/// What is wrong with a concern, and what is asked about before it is submitted. Errors first, each with the key of its
/// field. `now` is when it is submitted; a minute of the future is allowed, since forms write whole minutes.
/// Errors: no facts; seen in the future; a date of birth in the future or an age over 25 (the end of education, health
/// and care plans: Children and Families Act 2014, section 46); a UPN whose check letter is wrong; a sign that is not
/// on the checklist. Advice: nobody described, a long delay without its reason, a sign ticked twice, a child involved
/// who should stand among the children, an age that school children do not have.
std::vector<Problem> check(const model::Concern& concern, const model::Checklist& checklist, const QDateTime& now);

/// Whether so long passed between seeing and writing (a day and more, on paper or here) that it is asked why.
bool isLate(const model::Concern& concern, const QDateTime& now);

/// What is wrong with saying whom one told: nobody named, or a time that has not come.
std::vector<Problem> check(const model::ToldBody& told, const QDateTime& now);

/// Whether there is an error among `problems`, as against advice only.
bool anyError(const std::vector<Problem>& problems);

} // namespace heed::rules
