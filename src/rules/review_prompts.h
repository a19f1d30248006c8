#pragma once

#include "rules/problem.h"

#include "model/body.h"

#include <vector>

// The structured review of a case: prompts for a person's judgement. Nothing is added up, and no answer leads to "no
// action needed". Source: FIELD.md 3.4 (Brown and others for the CSA Centre, 2016 and 2017: encourage professional
// judgement, keep signs of actual harm apart from possible risk), 3.3 (evidence asked for under every item,
// protective factors) and 3.5 (the places and people around the child).

namespace heed::rules {

struct ReviewPrompt {
    QString key; ///< as the body's written shape names it
    QString title;
    QString question;
    model::ReviewPart model::ReviewBody::*part;
};

/// All prompts, in the order in which they are gone through.
const std::vector<ReviewPrompt>& reviewPrompts();

/// What stands on every review, on screen and on paper: "A structured prompt, not a validated measure. …"
QString reviewRemark();

/// What is missing from a review: each prompt needs its evidence, a judgement and a rationale. The key is
/// "risk.evidence".
std::vector<Problem> checkReview(const model::ReviewBody& review);

} // namespace heed::rules
