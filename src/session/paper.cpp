#include "session/paper.h"

#include "platform/atomic_file.h"
#include "report/name_pattern.h"
#include "report/pdf.h"
#include "report/slip.h"
#include "report/words.h"
#include "session/paper_values.h"
#include "session/state.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

/// A document with what will stand in the journal about it.
struct Paper {
    report::Document document;
    QString text; ///< of a CPOMS entry alone
    journal::Draft draft;
    std::vector<model::Child> children; ///< whom it is about
};

/// What a copy says beside the record would name somebody whom it hides.
Result hidesItsNames(const PaperRequest& request, const report::Printing& printing)
{
    QStringList said{request.recipient, request.reason, request.sent, printing.printedBy};
    for (const auto& one : request.redaction.sections)
        said << one.reason;
    for (const auto& one : request.redaction.hidden)
        said << one.reason;
    if (const auto name = report::hiddenNameIn(said, request.redaction))
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("\"%1\" is to be hidden, and would still stand in for whom it is, why, by "
                                             "whom it is printed, or why something is left out: write that without "
                                             "the name.")
                                  .arg(*name));
    return {};
}

/// The period of a chronology, as something that the copy leaves out.
std::optional<model::Cut> outsideOf(const PaperRequest& request)
{
    if (request.kind != PaperKind::Chronology || (!request.from && !request.to))
        return std::nullopt;
    QStringList parts;
    if (request.from)
        parts << QStringLiteral("before ") + report::dateText(*request.from);
    if (request.to)
        parts << QStringLiteral("after ") + report::dateText(*request.to);
    return model::Cut{
        QStringLiteral("What happened ") + parts.join(QStringLiteral(", and ")), report::Ground::NotNeeded, {}, 1};
}

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
    HEED_TRY(hidesItsNames(request, printing));
    if (request.from && request.to && *request.to < *request.from)
        return model::failure(model::ErrorCode::BadInput,
                              QStringLiteral("The last day is before the first: give a period in which something can "
                                             "have happened."));

    Paper paper;
    for (const auto& record : recordsOf(gathered)) {
        const auto& concern = record.logged.concern;
        paper.children.push_back(concern.child);
        paper.children.insert(paper.children.end(), concern.children.begin(), concern.children.end());
    }
    std::vector<model::Cut> cuts;
    std::visit(
        [&](auto& values) {
            values.printing = printing;
            if constexpr (std::is_same_v<std::decay_t<decltype(values)>, report::Chronology>) {
                values.from = request.from;
                values.to = request.to;
            }
            auto redacted = report::redact(std::move(values), request.redaction);
            if (auto period = outsideOf(request))
                redacted.cuts.list.insert(redacted.cuts.list.begin(), *std::move(period));
            cuts = redacted.cuts.list;
            paper.document = documentOf(redacted);
            if constexpr (std::is_same_v<decltype(redacted), report::CpomsEntry>)
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

QString lettersOf(const QString& name)
{
    QString letters;
    for (const auto c : report::nameKey(name))
        if (c.isLetterOrNumber())
            letters += c;
    return letters;
}

/// Everybody who sees the folder reads the names of its files.
Result tellsNoChild(const QString& path, const std::vector<model::Child>& children)
{
    constexpr qsizetype shortestRun = 6; // letters: shorter names run together occur in other words
    auto words = QFileInfo(path).completeBaseName();
    const auto letters = lettersOf(words);
    for (auto& c : words)
        if (!c.isLetterOrNumber())
            c = u' ';
    const auto isIn = [&](const model::Child& child) {
        const report::Redaction names{{}, {{model::InvolvedKind::Child, {child.forename, child.surname}, {}, {}}}};
        const auto runsTogether = [&](const QString& whole) {
            return whole.size() >= shortestRun && letters.contains(whole);
        };
        return report::hiddenNameIn({words}, names) || runsTogether(lettersOf(child.forename + child.surname)) ||
               runsTogether(lettersOf(child.surname + child.forename));
    };
    if (std::none_of(children.begin(), children.end(), isIn))
        return {};
    return model::failure(
        model::ErrorCode::BadInput,
        QStringLiteral("The file's name \"%1\" tells a child's name to everybody who sees the folder: "
                       "give it another, such as the concern's reference.")
            .arg(QFileInfo(path).fileName()));
}

/// Asked before anything is recorded: a copy that could not be written would stand in the journal. `size`: its bytes.
Result canWrite(const QString& path, qsizetype size)
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
    const auto made = platform::createFile(probe, QByteArray(size, '\0'));
    if (!made && made.error().code == model::ErrorCode::DiskFull)
        return model::failure(
            made.error().code,
            QStringLiteral("There is no room for \"%1\" on its disk: free some, or give another folder. Nothing was "
                           "recorded.")
                .arg(file.fileName()));
    if (!made)
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
    HEED_TRY(canWrite(path, 0));
    HEED_TAKE(auto paper, make(session, request, QStringLiteral("pdf")));
    HEED_TRY(tellsNoChild(path, paper.children));
    HEED_TAKE(const auto bytes, report::pdf(paper.document));
    HEED_TRY(canWrite(path, bytes.size()));
    // Recorded first: a sheet that exists without its entry would be worse than an entry without its sheet.
    HEED_TRY(record(session, paper));
    HEED_TRY(platform::replaceFile(path, bytes, platform::privateFile));
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

report::Document slip(const QString& school, const QString& author, const QString& reference,
                      const QString& fingerprint, const QDateTime& loggedAt)
{
    report::Slip values;
    values.school = school;
    values.author = author;
    values.reference = reference;
    values.fingerprint = fingerprint;
    values.loggedAt = loggedAt;
    return report::slip(values);
}

} // namespace heed::session
