#pragma once

#include "cli/answer.h"
#include "model/case.h"
#include "rules/clocks.h"
#include "rules/problem.h"

// Records and routes, as JSON and as text.

namespace heed::cli {

QCborMap toJson(const model::Case& record);
QCborMap toJson(const model::CaseRow& row);
QCborValue toJson(const std::vector<rules::Problem>& problems);
QCborMap toJson(const rules::ClockReading& clock);
QCborValue toJson(const std::vector<rules::ClockReading>& clocks);

QString toText(const model::Case& record);
QString toText(const model::CaseRow& row);
/// Whom to tell, why, and by when.
QString toText(const model::Route& route);
QString toText(const std::vector<rules::Problem>& problems);
QString toText(const rules::ClockReading& clock);

} // namespace heed::cli
