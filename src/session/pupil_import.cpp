#include "session/pupil_import.h"

#include "crypto/hash.h"
#include "platform/clock.h"
#include "platform/atomic_file.h"
#include "register/ctf.h"
#include "session/pupil_files.h"
#include "session/register_entries.h"

#include <QBuffer>
#include <QFileInfo>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;

namespace {

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

Expected<QByteArray> bytesOf(const QString& path)
{
    if (QFileInfo(path).size() > pupils::largestFile)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" is larger than 256 MiB: export the pupils alone, without their "
                                      "attendance and marks.")
                           .arg(QFileInfo(path).fileName()));
    return platform::readFile(path, pupils::largestFile);
}

bool isXml(const QByteArray& bytes)
{
    auto head = bytes.left(200);
    head.replace('\0', QByteArray()); // of UTF-16
    const auto start = head.indexOf('<');
    for (auto i = qsizetype(0); i < start; ++i)
        if (head[i] == ',' || head[i] == ';' || head[i] == '"' || head[i] == '\n')
            return false;
    return start >= 0 && start < 8;
}

} // namespace

Expected<FileLook> lookAtFile(const QString& path, const pupils::Given& given)
{
    HEED_TAKE(const auto bytes, bytesOf(path));
    if (isXml(bytes))
        return FileLook{};
    HEED_TAKE(auto csv, lookAtCsv(bytes, given));
    return FileLook{true, std::move(csv.look), csv.asLastTime};
}

Expected<ImportPreview> previewImport(Session& session, const ImportRequest& request, const Progress& progress)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, registerView(state));
    progress.say(QStringLiteral("Reading the file"));
    HEED_TAKE(auto bytes, bytesOf(request.path));
    ImportPreview preview;
    preview.file = QFileInfo(request.path).fileName().left(200);
    preview.fingerprint = crypto::hash("heed pupil file 1", {crypto::spanOf(bytes)});
    preview.isCsv = !isXml(bytes);
    const auto cancelled = [&] { return progress.isCancelled(); };
    pupils::Reading reading;
    if (preview.isCsv) {
        if (request.mapping) {
            preview.mapping = *request.mapping;
            preview.mapping.encoding = request.given.encoding.value_or(preview.mapping.encoding);
            preview.mapping.delimiter = request.given.delimiter.value_or(preview.mapping.delimiter);
            preview.mapping.dateForm = request.given.dateForm.value_or(preview.mapping.dateForm);
        } else {
            HEED_TAKE(const auto csv, lookAtCsv(bytes, request.given));
            preview.mapping = csv.look.mapping;
            preview.asLastTime = csv.asLastTime;
        }
        HEED_TAKE(reading, pupils::readCsv(bytes, preview.mapping, today(), cancelled));
    } else {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::ReadOnly);
        HEED_TAKE(reading, pupils::readCtf(buffer, today(), cancelled));
    }
    progress.say(QStringLiteral("Comparing with the register"));
    HEED_TAKE(const auto known, view->pupils());
    HEED_TRY(pupils::checkDecisions(reading, known, request.decisions));
    HEED_TAKE(preview.registerState, view->registerState());
    preview.whole = request.whole;
    preview.plan = pupils::plan(reading, known, preview.whole, request.decisions, today());
    if (!preview.plan.refused.empty()) {
        reading.refused = preview.plan.refused;
        preview.refusedCsv = pupils::writeRefused(reading);
    }
    return preview;
}

Expected<ImportPreview> importPupils(Session& session, const ImportRequest& request, const Looked& looked,
                                     const Progress& progress)
{
    ImportPreview done;
    const auto work = [&](casebook::Casebook&) -> Expected<std::vector<Session::State::Entry>> {
        HEED_TAKE(done, previewImport(session, request, progress));
        if (!looked.fingerprint.isEmpty() && done.fingerprint != looked.fingerprint)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("The file has changed since it was looked at: look again."));
        if (!looked.registerState.isEmpty() && done.registerState != looked.registerState)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("Somebody else has changed the register since you looked: "
                                          "look again at what would change."));
        auto& plan = done.plan;
        std::vector<Session::State::Entry> entries;
        const auto reason = QStringLiteral("From %1").arg(done.file);
        const auto add = [&](std::vector<Session::State::Entry> some) {
            entries.insert(entries.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
        };
        for (auto& one : plan.added) {
            one.after.child.id = newChildId();
            add(pupilEntries(one.after, nullptr, reason));
        }
        for (const auto* part : {&plan.changed, &plan.left})
            for (const auto& one : *part)
                add(pupilEntries(one.after, &one.before, reason));
        entries.push_back(historyEntry({done.file, done.fingerprint, static_cast<int>(plan.added.size()),
                                        static_cast<int>(plan.changed.size()), static_cast<int>(plan.left.size()),
                                        plan.unchanged, static_cast<int>(plan.refused.size())}));
        return entries;
    };
    HEED_TRY(writeRegister(session.state(), work, progress));
    if (done.isCsv)
        if (const auto bytes = bytesOf(request.path))
            rememberCsv(*bytes, done.mapping);
    return done;
}

} // namespace heed::session
