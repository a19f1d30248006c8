#pragma once

#include "rules/problem.h"

#include "model/case.h"

#include <vector>

namespace heed::rules {

/// What KCSIE 2026, paragraph 74, asks a record to hold and this one does not yet: a clear and comprehensive summary of
/// the concern; how it was followed up and resolved; the action taken, the decisions reached with their reasons, and
/// the outcome. Each finding is a key and a sentence that says what to write; all are advice, and none stops a closing.
/// "Not known" is an answer: what was written is never judged, only what is empty.
std::vector<Problem> missingFrom(const model::Case& record);

} // namespace heed::rules
