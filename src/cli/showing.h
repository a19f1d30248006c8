#pragma once

#include "cli/answer.h"
#include "model/case.h"
#include "rules/advice.h"
#include "rules/clocks.h"
#include "rules/problem.h"

// Records and routes, as JSON and as text.

namespace heed::cli {

QCborMap toJson(const model::Case& record);
QCborMap toJson(const model::CaseRow& row);
QCborValue toJson(const std::vector<rules::Problem>& problems);
QCborArray toJson(const std::vector<rules::Advice>& advice);
QCborMap toJson(const rules::ClockReading& clock);
QCborValue toJson(const std::vector<rules::ClockReading>& clocks);

QCborMap toJson(const model::AttachedFile& file);
QCborArray toJson(const std::vector<model::AttachedFile>& files);

QString toText(const model::Case& record);
QString toText(const model::CaseRow& row);
/// A line for each.
QString toText(const std::vector<model::AttachedFile>& files);
/// Whom to tell, why, and by when.
QString toText(const model::Route& route);
QString toText(const std::vector<rules::Problem>& problems);
/// With a heading; empty where there is none.
QString toText(const std::vector<rules::Advice>& advice);
QString toText(const rules::ClockReading& clock);

} // namespace heed::cli
