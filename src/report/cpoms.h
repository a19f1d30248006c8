#pragma once

#include "model/case.h"
#include "report/document.h"

namespace heed::report {

struct CpomsEntry {
    model::Case record;
    QStringList alert; ///< the colleagues to be alerted on CPOMS
    Printing printing;
};

/// The concern in the order in which CPOMS asks for it.
Document cpomsEntry(const CpomsEntry& values);

/// The same as plain text, for the clipboard.
QString cpomsText(const CpomsEntry& values);

} // namespace heed::report
