#pragma once

#include "rules/problem.h"

#include "model/case.h"
#include "model/profile.h"

#include <vector>

namespace heed::rules {

/// What KCSIE 2026, paragraph 74, asks a record to hold and this one does not yet: a clear and comprehensive summary of
/// the concern; how it was followed up and resolved; the action taken, the decisions reached with their reasons, and
/// the outcome. Each finding is a key and a sentence that says what to write; all are advice, and none stops a closing.
/// "Not known" is an answer: what was written is never judged, only what is empty. Where the school's record is on
/// CPOMS, also that it is not there yet, or that more has been written since.
std::vector<Problem> missingFrom(const model::Case& record, model::RecordSystem system = model::RecordSystem::Heed);

/// Whether a concern is to be put on CPOMS as well: not one about an adult at the school.
bool belongsOnCpoms(const model::Concern& concern, model::RecordSystem system);
/// Whether it belongs there and nobody has marked it as being there.
bool isMissingOnCpoms(const model::CaseRow& row, model::RecordSystem system);

} // namespace heed::rules
