#include "journal/attachments.h"
#include "journal/standing.h"
#include "model/reference.h"
#include "platform/atomic_file.h"
#include "platform/file_pieces.h"
#include "rules/attachments.h"
#include "session/attachments.h"
#include "session/entries.h"
#include "session/held_files.h"

#include <QFileInfo>

namespace heed::session {

using model::AttachedFile;
using model::Attachment;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

tl::unexpected<model::Error> noSuchFile(const QString& file)
{
    return failure(
        ErrorCode::NotFound,
        QStringLiteral("This concern has no file \"%1\": look at the list of its files.").arg(file.left(60)));
}

/// The one with this id or, where only one is called so, this name.
Expected<Attachment> find(casebook::Casebook& view, const model::Case& record, const QString& wanted)
{
    QStringList ids;
    for (const auto& event : record.events)
        for (const auto& one : event.files)
            if (one.file == wanted || one.name == wanted)
                ids << one.file;
    ids.removeDuplicates();
    if (ids.size() > 1)
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("More than one file is called \"%1\": give the id of one.").arg(wanted.left(150)));
    if (ids.isEmpty())
        return noSuchFile(wanted);
    HEED_TAKE(const auto found, view.file(record, ids.front()));
    return found ? Expected<Attachment>(*found) : noSuchFile(wanted);
}

/// A file of the desk's, with the facts of its record; recorded as read.
struct DeskFile {
    casebook::Casebook::RecordFacts facts;
    Attachment attachment;
};

Expected<DeskFile> ofDesk(Session::State& state, const QString& reference, const QString& wanted)
{
    HEED_TAKE(const auto facts, state.find(reference));
    HEED_TAKE(const auto record, state.desk->record(model::referenceOf(facts.id), state.policy()));
    if (!record)
        return noSuchConcern(reference);
    HEED_TAKE(auto attachment, find(*state.desk, *record, wanted));
    HEED_TRY(noteReading(state, facts));
    return DeskFile{facts, std::move(attachment)};
}

/// Recorded before a byte leaves: a copy that exists without its entry would be worse than an entry without its copy.
Result recordRelease(Session::State& state, const DeskFile& file, const SaveFileRequest& request)
{
    HEED_TAKE(const auto copies, state.desk->copies(file.facts.id));
    HEED_TAKE(const auto heads, state.journal.heads());
    model::PrintedBody body{
        QStringLiteral("file"), request.recipient, request.reason,
        QStringLiteral("file"), copies + 1,        journal::fingerprint(journal::stateHash(heads), 16)};
    body.file = file.attachment.about.name;
    return state.write(recordDraft(file.facts, model::Kind::Exported, body), rules::Record::Others)
        .map([](const journal::Written&) {});
}

Result checkRequest(const SaveFileRequest& request)
{
    HEED_TRY(needs(request.recipient, "Say for whom the file is saved."));
    return needs(request.reason, "Say why the file is saved outside Heed.");
}

} // namespace

Expected<OpenedFile> openAttached(Session& session, const QString& reference, const QString& file,
                                  const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    if (const auto own = ownRecord(state, reference)) {
        HEED_TAKE(const auto attachment, find(*state.own, *own, file));
        return openSealed(state, attachment, progress);
    } else if (own.error().code != ErrorCode::NotFound) {
        return tl::make_unexpected(own.error());
    }
    HEED_TAKE(const auto found, ofDesk(state, reference, file));
    return openSealed(state, found.attachment, progress);
}

Expected<AttachedFile> saveAttached(Session& session, const SaveFileRequest& request, const Progress& progress)
{
    HEED_TRY(checkRequest(request));
    HEED_TRY(mayChange(session));
    if (QFileInfo::exists(request.path))
        return failure(
            ErrorCode::AlreadyExists,
            QStringLiteral("There is something at \"%1\" already: give a path where nothing is.").arg(request.path));
    auto& state = session.state();
    HEED_TAKE(const auto found, ofDesk(state, request.reference, request.file));
    const journal::Attachments files(state.folder, state.policy().vault.vault);
    HEED_TRY(files.check(found.attachment.about));
    // Begun before it is recorded, so that nothing stands in the journal that could not be written.
    HEED_TAKE(auto target, platform::NewFile::begin(request.path, platform::privateFile));
    HEED_TRY(recordRelease(state, found, request));
    journal::Watch watch;
    watch.report = [&](qint64 done, qint64 total) {
        progress.say(QStringLiteral("Saving \"%1\"").arg(found.attachment.about.name), done, total);
    };
    HEED_TRY(files.open(
        found.attachment,
        [&](crypto::ByteSpan bytes) {
            return target.write(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
        },
        watch));
    HEED_TRY(target.publish());
    return found.attachment.about;
}

Expected<OpenedFile> releaseAttached(Session& session, const SaveFileRequest& request, const Progress& progress)
{
    HEED_TRY(checkRequest(request));
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    HEED_TAKE(const auto found, ofDesk(state, request.reference, request.file));
    HEED_TAKE(auto opened, openSealed(state, found.attachment, progress));
    HEED_TRY(recordRelease(state, found, request));
    return opened;
}

} // namespace heed::session
