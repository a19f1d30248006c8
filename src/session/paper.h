#pragma once

#include "report/document.h"
#include "session/session.h"

namespace heed::session {

// What leaves Heed. Before a print the entries that it rests on are verified again from the journal; every print, PDF
// and copy is an entry.

enum class PaperKind { Summary, Chronology, CallSheet, Cpoms };

struct PaperRequest {
    PaperKind kind = PaperKind::Summary;
    QString reference; ///< of a concern; a chronology is of its first child
    QString recipient; ///< for whom; required
    QString reason;    ///< why; required
};

/// A document ready to be shown, and numbered as the copy that it would be. Nothing is recorded yet.
model::Expected<report::Document> preparePaper(Session& session, const PaperRequest& request);

/// Records the copy, then writes it to `path` as PDF. Answers the document as printed.
model::Expected<report::Document> savePaper(Session& session, const PaperRequest& request, const QString& path);

/// Records the copy; the caller then sends the answered document to a printer ("printer") or the clipboard
/// ("clipboard").
model::Expected<report::Document> releasePaper(Session& session, const PaperRequest& request, const QString& way);

/// The author's slip after logging; it says nothing of the child and is not recorded.
report::Document slip(const QString& school, const QString& reference, const QString& fingerprint,
                      const QDateTime& loggedAt);

} // namespace heed::session
