#include "session/paper.h"

#include "platform/atomic_file.h"
#include "report/pdf.h"
#include "report/slip.h"
#include "session/paper_values.h"
#include "session/state.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

/// A document with what will stand in the journal about it.
struct Paper {
    report::Document document;
    QString text; ///< of a CPOMS entry alone
    journal::Draft draft;
};

report::Document documentOf(const report::Summary& values)
{
    return report::summary(values);
}
report::Document documentOf(const report::Chronology& values)
{
    return report::chronology(values);
}
report::Document documentOf(const report::CallSheet& values)
{
    return report::callSheet(values);
}
report::Document documentOf(const report::CpomsEntry& values)
{
    return report::cpomsEntry(values);
}

/// `way` as the journal calls it. What leaves as text can be pasted anywhere: it is an export, and no print.
Expected<Paper> make(Session& session, const PaperRequest& request, const QString& way)
{
    HEED_TRY(needs(request.recipient, "Say for whom it is printed."));
    HEED_TRY(needs(request.reason, "Say why it is printed."));
    HEED_TAKE(auto gathered, gatherPaper(session, request.kind, request.reference));
    auto& printing = gathered.printing;
    printing.recipient = request.recipient;
    printing.reason = request.reason;
    printing.sent = request.sent;

    Paper paper;
    std::vector<model::Cut> cuts;
    std::visit(
        [&](auto& values) {
            values.printing = printing;
            const auto redacted = report::redact(std::move(values), request.redaction);
            cuts = redacted.cuts.list;
            paper.document = documentOf(redacted);
            if constexpr (std::is_same_v<decltype(redacted), const report::CpomsEntry>)
                paper.text = report::cpomsText(redacted);
        },
        gathered.document);
    const bool isText = way == model::nameOf(PaperWay::Clipboard) || way == model::nameOf(PaperWay::Terminal);
    paper.draft.kind = isText ? model::Kind::Exported : model::Kind::Printed;
    paper.draft.desk = gathered.desk;
    paper.draft.record = gathered.record;
    paper.draft.body = model::PrintedBody{model::nameOf(request.kind),
                                          request.recipient,
                                          request.reason,
                                          way,
                                          printing.copy,
                                          printing.fingerprint,
                                          {},
                                          request.sent,
                                          std::move(cuts)};
    return paper;
}

/// Asked before anything is recorded: a copy that could not be written would stand in the journal.
Result canWrite(const QString& path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    if (path.isEmpty() || file.isDir())
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("\"%1\" is no file: give the path of one.").arg(path));
    if (!folder.isDir())
        return model::failure(model::ErrorCode::NotFound,
                              QStringLiteral("There is no folder \"%1\": check the path.").arg(folder.path()));
    const auto probe = path + QStringLiteral(".try-") + QString::number(QCoreApplication::applicationPid());
    if (const auto made = platform::createFile(probe, {}); !made)
        return model::failure(
            made.error().code,
            QStringLiteral("Nothing can be written to \"%1\": give another folder.").arg(folder.filePath()));
    return platform::removeFile(probe);
}

Result record(Session& session, const Paper& paper)
{
    return session.state().write(paper.draft, rules::Record::Others).map([](const journal::Written&) {});
}

} // namespace

Expected<report::Document> preparePaper(Session& session, const PaperRequest& request)
{
    HEED_TAKE(auto paper, make(session, request, {}));
    return std::move(paper.document);
}

Expected<report::Document> savePaper(Session& session, const PaperRequest& request, const QString& path)
{
    HEED_TRY(canWrite(path));
    HEED_TAKE(auto paper, make(session, request, QStringLiteral("pdf")));
    // Recorded first: a sheet that exists without its entry would be worse than an entry without its sheet.
    HEED_TRY(record(session, paper));
    HEED_TRY(report::writePdf(paper.document, path));
    return std::move(paper.document);
}

Expected<report::Document> releasePaper(Session& session, const PaperRequest& request, PaperWay way)
{
    HEED_TAKE(auto paper, make(session, request, model::nameOf(way)));
    HEED_TRY(record(session, paper));
    return std::move(paper.document);
}

Expected<CpomsText> releaseForCpoms(Session& session, PaperRequest request, PaperWay way)
{
    request.kind = PaperKind::Cpoms;
    HEED_TAKE(auto paper, make(session, request, model::nameOf(way)));
    HEED_TRY(record(session, paper));
    const auto& printing = paper.document.sheet.printing;
    return CpomsText{paper.text, printing.copy, printing.fingerprint};
}

Expected<std::vector<report::ThirdParty>> thirdParties(Session& session, PaperKind kind, const QString& reference)
{
    HEED_TAKE(const auto values, gatherPaper(session, kind, reference));
    return report::thirdPartiesOf(recordsOf(values), familyOf(values));
}

report::Document slip(const QString& school, const QString& reference, const QString& fingerprint,
                      const QDateTime& loggedAt)
{
    report::Slip values;
    values.school = school;
    values.reference = reference;
    values.fingerprint = fingerprint;
    values.loggedAt = loggedAt;
    return report::slip(values);
}

} // namespace heed::session
