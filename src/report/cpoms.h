#pragma once

#include "model/case.h"
#include "report/document.h"
#include "report/redaction.h"

namespace heed::report {

struct CpomsEntry {
    model::Case record;
    QStringList alert; ///< the colleagues to be alerted on CPOMS
    Printing printing;
    Cuts cuts = {}; ///< what redact() left out
};

/// The concern in the order in which CPOMS asks for it.
Document cpomsEntry(const CpomsEntry& values);

/// The same as plain text, for the clipboard.
QString cpomsText(const CpomsEntry& values);

} // namespace heed::report
