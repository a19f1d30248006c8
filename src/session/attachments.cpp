#include "session/attachments.h"

#include "journal/attachments.h"
#include "journal/drafts.h"
#include "model/cbor.h"
#include "platform/clock.h"
#include "platform/file_pieces.h"
#include "rules/attachments.h"
#include "session/held_files.h"

#include <QSet>

#include <algorithm>
#include <cstring>

namespace heed::session {

using model::AttachedFile;
using model::Attachment;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr qint64 longestSealing = 3600;      // seconds; nothing takes so long that is still going on
constexpr qint64 longestCommand = 24 * 3600; // seconds

struct Held {
    QString form;
    QDateTime since;
    Attachment attachment; ///< without a key while it is being sealed
    QString sending;       ///< the desk whose entry was being written with it

    bool isSealed() const { return !attachment.key.isEmpty(); }

    bool operator==(const Held&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("form", self.form, {.required = true});
        visit("since", self.since, {.required = true});
        visit("attachment", self.attachment, {.required = true});
        visit("sending", self.sending);
    }
};

struct HeldList {
    std::vector<Held> files;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("files", self.files, {.most = model::anyNumber});
    }
};

journal::Attachments filesOf(const Session::State& state)
{
    return {state.folder, state.policy().vault.vault};
}

/// All that a member's forms hold, sealed like a draft. While one lives, no other program changes it.
class HeldFiles {
public:
    static Expected<HeldFiles> of(const Session::State& state)
    {
        HEED_TAKE(auto lock, state.folder.lock());
        journal::Drafts drafts(state.folder, state.policy().vault.vault, state.ring());
        HEED_TAKE(const auto bytes, drafts.load(place()));
        HeldFiles held(std::move(lock), std::move(drafts));
        if (!bytes.isEmpty()) {
            const auto what = QStringLiteral("The list of files that wait to be sent");
            HEED_TAKE(const auto map, model::parseCbor(bytes, what));
            HEED_TAKE(auto list, model::fromShape<HeldList>(map, what));
            held.all = std::move(list.files);
        }
        return held;
    }

    Result save()
    {
        if (all.empty())
            return m_drafts.drop(place());
        auto bytes = model::writeCbor(model::toShape(HeldList{all}));
        auto saved = m_drafts.save(place(), bytes);
        crypto::wipe(bytes);
        return saved;
    }

    Held* find(const QString& file)
    {
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const Held& one) { return one.attachment.about.file == file; });
        return found == all.end() ? nullptr : &*found;
    }
    void drop(const QString& file)
    {
        std::erase_if(all, [&](const Held& one) { return one.attachment.about.file == file; });
    }

    std::vector<Held> all;

private:
    HeldFiles(platform::FileLock lock, journal::Drafts drafts)
        : m_lock(std::move(lock))
        , m_drafts(std::move(drafts))
    {
    }
    static QString place() { return QStringLiteral("kept.files"); }

    platform::FileLock m_lock;
    journal::Drafts m_drafts;
};

const QString toMe = QStringLiteral("me");

/// The files of all entries that this member can open.
Expected<QSet<QString>> carriedFiles(Session::State& state)
{
    HEED_TAKE(auto* own, state.ownView());
    QSet<QString> carried;
    for (auto* view : {own, state.desk ? &*state.desk : nullptr}) {
        if (!view)
            continue;
        HEED_TAKE(const auto files, view->carriedFiles());
        for (const auto& one : files)
            carried << one.about.file;
    }
    return carried;
}

/// What a program that died was sending: it went with its entry, or it still waits.
Result settle(Session::State& state, HeldFiles& held)
{
    if (std::none_of(held.all.begin(), held.all.end(), [](const Held& one) { return !one.sending.isEmpty(); }))
        return {};
    HEED_TAKE(const auto carried, carriedFiles(state));
    std::erase_if(held.all, [&](const Held& one) {
        // What went to a desk that this member does not read any more may have arrived: that file is left alone.
        const bool wouldSee = one.sending == toMe || one.sending == state.deskName();
        return !one.sending.isEmpty() && (carried.contains(one.attachment.about.file) || !wouldSee);
    });
    for (auto& one : held.all)
        one.sending.clear();
    return held.save();
}

Expected<HeldFiles> settled(Session::State& state)
{
    HEED_TAKE(auto held, HeldFiles::of(state));
    HEED_TRY(settle(state, held));
    return held;
}

/// Gone from the vault and from the list; what the list does not name was not this member's to remove.
Result removeIf(Session::State& state, HeldFiles& held, const std::function<bool(const Held&)>& unwanted)
{
    const auto files = filesOf(state);
    std::vector<QString> going;
    for (const auto& one : held.all)
        if (unwanted(one))
            going.push_back(one.attachment.about.file);
    if (going.empty())
        return {};
    // A list from a backup may be older than the entry that took its files along.
    QSet<QString> carried;
    if (std::any_of(going.begin(), going.end(), [&](const QString& file) { return !state.attached.contains(file); })) {
        HEED_TAKE(carried, carriedFiles(state));
    }
    for (const auto& file : going) {
        if (!carried.contains(file))
            HEED_TRY(files.remove(file));
        held.drop(file);
    }
    return held.save();
}

Expected<AttachedFile> attach(Session& session, const QString& form, const QString& name, qint64 size,
                              QByteArrayView head, const journal::Source& source, const Progress& progress)
{
    HEED_TRY(mayChange(session));
    auto& state = session.state();
    const auto files = filesOf(state);
    Attachment waiting{{journal::Attachments::newName(), name, rules::mediaOf(head), 0, {}}, {}};
    {
        HEED_TAKE(auto held, settled(state));
        const auto already =
            std::count_if(held.all.begin(), held.all.end(), [&](const Held& one) { return one.form == form; });
        if (const auto answer = rules::mayAttach(name, size, head, static_cast<std::size_t>(already)); !answer)
            return failure(ErrorCode::BadInput, answer.reason);
        // Listed before it is there: what a program that dies leaves behind is found again.
        held.all.push_back({form, platform::now(), waiting, {}});
        state.attached << waiting.about.file;
        HEED_TRY(held.save());
    }
    journal::Watch watch;
    watch.report = [&](qint64 done, qint64) { progress.say(QStringLiteral("Sealing \"%1\"").arg(name), done, size); };
    watch.cancelled = [&] { return progress.isCancelled(); };
    const auto made = files.seal(waiting.about, source, rules::largestAttachment, watch);
    HEED_TAKE(auto held, HeldFiles::of(state));
    auto* place = held.find(waiting.about.file);
    if (made && place)
        place->attachment = *made;
    else
        held.drop(waiting.about.file);
    const auto saved = held.save();
    if (made && !saved)
        static_cast<void>(files.remove(waiting.about.file));
    if (!made)
        return tl::make_unexpected(made.error());
    HEED_TRY(saved);
    return made->about;
}

} // namespace

Expected<AttachedFile> attachFile(Session& session, const QString& form, const QString& path, const Progress& progress)
{
    const auto name = rules::attachmentName(path);
    HEED_TAKE(auto reader, platform::FileReader::open(path));
    crypto::SecretBytes head(rules::attachmentHead);
    HEED_TAKE(const auto length, reader.read(head.data(), head.size()));
    // The head has been read and comes first again.
    std::size_t given = 0;
    const journal::Source source = [&](unsigned char* to, std::size_t room) -> Expected<std::size_t> {
        const auto again = std::min(room, length - given);
        std::memcpy(to, head.data() + given, again);
        given += again;
        HEED_TAKE(const auto more, reader.read(to + again, room - again));
        return again + more;
    };
    const QByteArrayView first(head.data(), static_cast<qsizetype>(length));
    return attach(session, form, name, std::max(reader.size(), static_cast<qint64>(length)), first, source, progress);
}

Expected<AttachedFile> attachBytes(Session& session, const QString& form, const QString& name, QByteArrayView bytes,
                                   const Progress& progress)
{
    const auto head = bytes.first(std::min(bytes.size(), static_cast<qsizetype>(rules::attachmentHead)));
    return attach(session, form, rules::attachmentName(name), bytes.size(), head, journal::sourceOf(bytes), progress);
}

Expected<std::vector<AttachedFile>> attachedFiles(Session& session, const QString& form)
{
    HEED_TRY(session.state().ready());
    HEED_TAKE(const auto held, settled(session.state()));
    std::vector<AttachedFile> files;
    for (const auto& one : held.all)
        if (one.form == form && one.isSealed())
            files.push_back(one.attachment.about);
    return files;
}

Result detachFile(Session& session, const QString& form, const QString& file)
{
    HEED_TRY(session.state().ready());
    HEED_TAKE(auto held, settled(session.state()));
    return removeIf(session.state(), held,
                    [&](const Held& one) { return one.form == form && one.attachment.about.file == file; });
}

Result dropAttached(Session& session, const QString& form)
{
    HEED_TRY(session.state().ready());
    HEED_TAKE(auto held, settled(session.state()));
    return removeIf(session.state(), held, [&](const Held& one) { return one.form == form; });
}

Expected<OpenedFile> openHeld(Session& session, const QString& form, const QString& file, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TAKE(auto held, settled(state));
    const auto* one = held.find(file);
    if (!one || one->form != form || !one->isSealed())
        return failure(ErrorCode::NotFound, QStringLiteral("This file is not attached any more."));
    return openSealed(state, one->attachment, progress);
}

Expected<OpenedFile> openSealed(const Session::State& state, const Attachment& attachment, const Progress& progress)
{
    journal::Watch watch;
    watch.report = [&](qint64 done, qint64 total) {
        progress.say(QStringLiteral("Opening \"%1\"").arg(attachment.about.name), done, total);
    };
    watch.cancelled = [&] { return progress.isCancelled(); };
    HEED_TAKE(auto bytes, filesOf(state).openWhole(attachment, watch));
    return OpenedFile{attachment.about, std::make_shared<const crypto::SecretBytes>(std::move(bytes))};
}

Expected<std::vector<Attachment>> takeHeld(Session::State& state, const QString& form)
{
    std::vector<Attachment> files;
    if (form.isEmpty())
        return files;
    HEED_TAKE(const auto held, settled(state));
    for (const auto& one : held.all)
        if (one.form == form && one.isSealed()) {
            HEED_TRY(filesOf(state).check(one.attachment.about));
            files.push_back(one.attachment);
        }
    return files;
}

Expected<journal::Written> writeWithFiles(Session::State& state, Session::State::Entry entry, const QString& form)
{
    auto& draft = entry.draft;
    HEED_TAKE(draft.attachments, takeHeld(state, form));
    if (draft.attachments.empty())
        return state.writeAll({std::move(entry)}, {});
    const auto sent = draft.attachments;
    const auto toWhom = draft.addressee == state.ring().member ? QString(toMe) : draft.desk;
    const auto mark = [&](const QString& sending) -> Result {
        HEED_TAKE(auto held, HeldFiles::of(state));
        for (const auto& attachment : sent)
            if (auto* one = held.find(attachment.about.file))
                one->sending = sending;
        return held.save();
    };
    HEED_TRY(mark(toWhom));
    auto written = state.writeAll({std::move(entry)}, {});
    if (!written) {
        // Where not even this can be said, it is found out the next time.
        static_cast<void>(mark({}));
        return written;
    }
    if (auto held = HeldFiles::of(state)) {
        for (const auto& attachment : sent)
            held->drop(attachment.about.file);
        static_cast<void>(held->save());
    }
    return written;
}

Result tidyHeld(Session::State& state)
{
    HEED_TAKE(auto held, HeldFiles::of(state));
    const auto now = platform::now();
    return removeIf(state, held, [&](const Held& one) {
        const auto age = one.since.secsTo(now);
        return one.sending.isEmpty() && ((!one.isSealed() && age > longestSealing) ||
                                         (one.form.startsWith(commandForm) && age > longestCommand));
    });
}

} // namespace heed::session
