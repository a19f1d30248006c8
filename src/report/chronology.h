#pragma once

#include "model/case.h"
#include "report/document.h"
#include "report/redaction.h"

namespace heed::report {

struct Chronology {
    QString reference; ///< of the concern under which the copy is recorded and numbered
    model::Child child;
    std::vector<model::Case> records; ///< in any order
    std::optional<QDate> from;        ///< what happened before it, or after `to`, is counted but not shown
    std::optional<QDate> to;
    Printing printing;
    Cuts cuts = {}; ///< what redact() left out
};

/// All that happened around a child, by date, with authors.
Document chronology(const Chronology& values);

} // namespace heed::report
