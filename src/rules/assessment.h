#pragma once

#include "rules/problem.h"

#include "model/body.h"

#include <vector>

// An assessment that somebody outside made, with a tool of theirs. Heed works out no level: it keeps whose judgement it
// was. Source: FIELD.md 3.3 and 3.4 (each level of such a tool rests on evidence, and is worth nothing without it).

namespace heed::rules {

/// What is missing: tool, level, day, assessor and what it rests on are each said, or said to be not known. Keys are
/// those of the body's written shape. A day after `today` is wrong as well.
std::vector<Problem> checkAssessment(const model::AssessmentBody& assessment, QDate today);

} // namespace heed::rules
