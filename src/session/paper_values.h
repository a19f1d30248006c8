#pragma once

#include "report/call_sheet.h"
#include "report/chronology.h"
#include "report/cpoms.h"
#include "report/summary.h"
#include "session/paper.h"

#include <variant>

namespace heed::session {

/// The values of a document, and the record that it is of. Only the files of this folder include this.
struct PaperValues {
    QByteArray record;
    QString desk;
    report::Printing printing; ///< the next copy's; for whom and why are still to be said
    std::variant<report::Summary, report::Chronology, report::CallSheet, report::CpomsEntry> document;
};

/// Reads them from the casebook, after the entries that they rest on were verified again from the journal.
model::Expected<PaperValues> gatherPaper(Session& session, PaperKind kind, const QString& reference);

/// Whom the family's part of a document names.
std::vector<model::Involved> familyOf(const PaperValues& values);

/// The records that a document tells of.
std::vector<model::Case> recordsOf(const PaperValues& values);

} // namespace heed::session
