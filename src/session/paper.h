#pragma once

#include "report/document.h"
#include "report/third_parties.h"
#include "session/session.h"

namespace heed::session {

// What leaves Heed. Before a print the entries that it rests on are verified again from the journal; every print, PDF
// and copy is an entry.

enum class PaperKind { Summary, Chronology, CallSheet, Cpoms };

struct PaperRequest {
    PaperKind kind = PaperKind::Summary;
    QString reference;                ///< of a concern; a chronology is of its first child
    QString recipient;                ///< for whom; required
    QString reason;                   ///< why; required
    QString sent = {};                ///< how it goes there: "By secure e-mail"
    report::Redaction redaction = {}; ///< what this copy leaves out
    std::optional<QDate> from = {};   ///< of a chronology: what happened before is left out,
    std::optional<QDate> to = {};     ///< and what happened after
};

/// Where a document goes that is no file.
enum class PaperWay {
    Printer,
    Clipboard,
    Terminal, ///< as text on a command's output
};

/// A document ready to be shown, and numbered as the copy that it would be. Nothing is recorded yet.
model::Expected<report::Document> preparePaper(Session& session, const PaperRequest& request);

/// Records the copy, then writes it to `path` as PDF. Answers the document as printed. Nothing is recorded where the
/// file cannot be written or has no room (NotFound, NoPermission, DiskFull), or where its name would tell a child's
/// (BadInput).
model::Expected<report::Document> savePaper(Session& session, const PaperRequest& request, const QString& path);

/// Records the copy; the caller then sends the answered document where it goes.
model::Expected<report::Document> releasePaper(Session& session, const PaperRequest& request, PaperWay way);

/// Records the copy; answers the concern as plain text in the order in which CPOMS asks for it. `request.kind` is of no
/// account.
struct CpomsText {
    QString text;
    int copy = 1;
    QString fingerprint;
};
model::Expected<CpomsText> releaseForCpoms(Session& session, PaperRequest request, PaperWay way);

/// Whom and what a document of this kind names beside the child, to be confirmed before it is hidden. Nothing is
/// recorded.
model::Expected<std::vector<report::ThirdParty>> thirdParties(Session& session, PaperKind kind,
                                                              const QString& reference);

/// The author's slip after logging; it says nothing of the child and is not recorded.
report::Document slip(const QString& school, const QString& author, const QString& reference,
                      const QString& fingerprint, const QDateTime& loggedAt);

} // namespace heed::session

namespace heed::model {

template <> struct Names<session::PaperKind> {
    static constexpr std::array<std::pair<session::PaperKind, const char*>, 4> table{
        {{session::PaperKind::Summary, "summary"},
         {session::PaperKind::Chronology, "chronology"},
         {session::PaperKind::CallSheet, "call-sheet"},
         {session::PaperKind::Cpoms, "cpoms"}}};
};

template <> struct Names<session::PaperWay> {
    static constexpr std::array<std::pair<session::PaperWay, const char*>, 3> table{
        {{session::PaperWay::Printer, "printer"},
         {session::PaperWay::Clipboard, "clipboard"},
         {session::PaperWay::Terminal, "terminal"}}};
};

} // namespace heed::model
