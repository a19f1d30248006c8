#include "session/paper.h"

#include "casebook/casebook.h"
#include "model/reference.h"
#include "platform/atomic_file.h"
#include "platform/clock.h"
#include "report/call_sheet.h"
#include "report/chronology.h"
#include "report/cpoms.h"
#include "report/pdf.h"
#include "report/slip.h"
#include "report/summary.h"
#include "session/state.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

const char* nameOf(PaperKind kind)
{
    switch (kind) {
    case PaperKind::Summary: return "summary";
    case PaperKind::Chronology: return "chronology";
    case PaperKind::CallSheet: return "call-sheet";
    case PaperKind::Cpoms: return "cpoms";
    }
    return "";
}

/// A document with the record that it is of and what will stand in the journal about it.
struct Paper {
    report::Document document;
    QByteArray record;
    QString desk;
    int copy = 1;
    QString fingerprint;
};

report::Referrer referrer(const Session::State& state)
{
    report::Referrer who;
    who.name = state.ring().name;
    who.role = model::title(state.ring().role);
    const auto& dsls = state.policy().vault.profile.dsls;
    const auto found =
        std::find_if(dsls.begin(), dsls.end(), [&](const model::Dsl& dsl) { return dsl.name == who.name; });
    if (found != dsls.end()) {
        who.phone = found->phone.value_or(QString());
        if (!found->role.isEmpty())
            who.role = found->role;
    }
    return who;
}

Expected<Paper> make(Session& session, const PaperRequest& request)
{
    auto& state = session.state();
    HEED_TRY(needs(request.recipient, "Say for whom it is printed."));
    HEED_TRY(needs(request.reason, "Say why it is printed."));
    HEED_TAKE(const auto facts, state.find(request.reference));
    HEED_TRY(state.verifyAgain(facts.id));
    HEED_TAKE(auto record, state.desk->record(model::referenceOf(facts.id), state.policy()));
    if (!record)
        return noSuchConcern(request.reference);
    HEED_TAKE(auto ofChild, state.desk->findChildren(record->logged.children.value(0)));
    std::vector<model::Case> all;
    if (!ofChild.empty()) {
        HEED_TAKE(all, state.desk->recordsOfChild(ofChild.front().id, state.policy()));
    }

    Paper paper;
    paper.record = facts.id;
    paper.desk = facts.desk;
    HEED_TAKE(const auto copies, state.desk->copies(facts.id));
    paper.copy = copies + 1;
    HEED_TAKE(const auto heads, state.journal.heads());
    paper.fingerprint = journal::fingerprint(journal::stateHash(heads), 16);

    report::Printing printing;
    printing.school = session.profile().school.name;
    printing.recipient = request.recipient;
    printing.reason = request.reason;
    printing.copy = paper.copy;
    printing.printedBy = state.ring().name;
    printing.printedAt = platform::now();
    printing.fingerprint = paper.fingerprint;
    printing.vault = QDir(state.folder.path()).dirName();

    switch (request.kind) {
    case PaperKind::Summary: {
        report::Summary values;
        values.record = *record;
        for (const auto& other : all)
            if (other.id != record->id && other.loggedAt < record->loggedAt)
                values.earlier.push_back(other);
        values.referrer = referrer(state);
        values.printing = printing;
        paper.document = report::summary(values);
        break;
    }
    case PaperKind::Chronology: {
        for (const auto& other : all) {
            HEED_TAKE(const auto otherFacts, state.desk->facts(other.reference));
            if (otherFacts)
                HEED_TRY(state.verifyAgain(otherFacts->id));
        }
        report::Chronology values;
        values.child = record->logged.concern.child;
        values.records = all;
        values.printing = printing;
        paper.document = report::chronology(values);
        break;
    }
    case PaperKind::CallSheet: {
        report::CallSheet values;
        values.record = *record;
        const auto& mash = session.profile().mash;
        values.toRing = {mash.name, mash.phone, {}};
        values.caller = referrer(state);
        values.printing = printing;
        paper.document = report::callSheet(values);
        break;
    }
    case PaperKind::Cpoms: {
        report::CpomsEntry values;
        values.record = *record;
        values.printing = printing;
        paper.document = report::cpomsEntry(values);
        break;
    }
    }
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

Result record(Session& session, const Paper& paper, const PaperRequest& request, const QString& way)
{
    journal::Draft draft;
    draft.kind = way == QStringLiteral("clipboard") ? model::Kind::Exported : model::Kind::Printed;
    draft.desk = paper.desk;
    draft.record = paper.record;
    draft.body = model::PrintedBody{QString::fromLatin1(nameOf(request.kind)),
                                    request.recipient,
                                    request.reason,
                                    way,
                                    paper.copy,
                                    paper.fingerprint};
    return session.state().write(draft, rules::Record::Others).map([](const journal::Written&) {});
}

} // namespace

Expected<report::Document> preparePaper(Session& session, const PaperRequest& request)
{
    HEED_TAKE(auto paper, make(session, request));
    return std::move(paper.document);
}

Expected<report::Document> savePaper(Session& session, const PaperRequest& request, const QString& path)
{
    HEED_TRY(canWrite(path));
    HEED_TAKE(auto paper, make(session, request));
    // Recorded first: a sheet that exists without its entry would be worse than an entry without its sheet.
    HEED_TRY(record(session, paper, request, QStringLiteral("pdf")));
    HEED_TRY(report::writePdf(paper.document, path));
    return std::move(paper.document);
}

Expected<report::Document> releasePaper(Session& session, const PaperRequest& request, const QString& way)
{
    HEED_TAKE(auto paper, make(session, request));
    HEED_TRY(record(session, paper, request, way));
    return std::move(paper.document);
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
