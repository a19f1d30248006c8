#include "session/state.h"

#include "journal/cores.h"
#include "model/reference.h"
#include "platform/clock.h"
#include "platform/log.h"
#include "rules/attachments.h"
#include "session/own_kept.h"

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

/// Brings a view up to date. Where that fails another process may have made the view anew meanwhile, for a new epoch
/// of its desk: this one then belongs to a file that is gone, and the one that is there is opened.
Expected<qint64> follow(Session::State& state, std::optional<casebook::Casebook>& view, const QString& desk,
                        const casebook::Watch& watch)
{
    const auto open = [&]() -> Result {
        const auto key = state.ring().desks.at(desk).casebookKey(state.policy().vault.vault, desk);
        HEED_TAKE(view, casebook::Casebook::open(state.folder, desk, key));
        return {};
    };
    const bool isFresh = !view;
    if (isFresh)
        HEED_TRY(open());
    auto found = view->bringUpToDate(state.journal, state.readingOf(desk), watch);
    if (found || isFresh || found.error().code == ErrorCode::Cancelled)
        return found;
    // A damaged one is only a view: it is made anew.
    const bool isDamaged = found.error().code == ErrorCode::Damaged;
    view.reset();
    if (isDamaged)
        HEED_TRY(casebook::Casebook::remove(state.folder, desk));
    HEED_TRY(open());
    return view->bringUpToDate(state.journal, state.readingOf(desk), watch);
}

} // namespace

tl::unexpected<model::Error> noSuchConcern(const QString& reference)
{
    return failure(
        ErrorCode::NotFound,
        QStringLiteral("There is no concern %1 that you can open: check the reference.").arg(reference.left(40)));
}

Result mayChange(Session& session)
{
    HEED_TRY(session.state().ready());
    if (session.isReadOnly())
        return failure(ErrorCode::Behind, QStringLiteral("This vault can only be read: see the warning at sign-in."));
    return {};
}

Result needs(const QString& text, const char* sentence)
{
    if (!text.trimmed().isEmpty())
        return {};
    return failure(ErrorCode::BadInput, QString::fromUtf8(sentence));
}

QString Session::State::deskName() const
{
    const auto name = model::deskOf(ring().role);
    return ring().desks.contains(name) ? name : QString();
}

Result Session::State::ready() const
{
    if (ring().starting)
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("This is a starting password: choose one of your own before anything else."));
    return {};
}

Expected<casebook::Casebook*> Session::State::deskView()
{
    HEED_TRY(ready());
    if (!desk)
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("Only a designated safeguarding lead, the head teacher or the chair of governors "
                                      "can do this, each for what is addressed to them."));
    return &*desk;
}

Expected<casebook::Casebook*> Session::State::ownView()
{
    HEED_TRY(ready());
    HEED_TRY(openOwn(*this));
    HEED_TRY(own->bringUpToDate(journal, ownReading()));
    keepOwn(*this);
    return &*own;
}

casebook::Reading Session::State::readingOf(const QString& name) const
{
    return casebook::readingOf(policy(), ring(), name);
}

casebook::Reading Session::State::deskReading() const
{
    return readingOf(deskName());
}

casebook::Reading Session::State::everyoneReading() const
{
    return readingOf(model::everyoneDesk);
}

casebook::Reading Session::State::ownReading() const
{
    return casebook::readingOf(policy(), ring(), {});
}

vault::ReadHeads Session::State::readHeads()
{
    return [this](const crypto::SecretBytes&) -> Expected<std::vector<journal::Head>> {
        return journal.heads().map(journal::headsOnly);
    };
}

Expected<std::vector<journal::Acceptance>> Session::State::acceptances()
{
    std::vector<journal::Acceptance> found;
    // Damage here must keep nobody from signing in, to read what there is.
    if (!followEveryone({}) || !everyone)
        return found;
    HEED_TAKE(const auto places, everyone->placesOf(model::Kind::RestoreAccepted));
    const auto reading = everyoneReading();
    for (const auto& place : places) {
        HEED_TAKE(const auto row, journal.at(place));
        if (!row)
            continue;
        const auto content = journal::openEntry(row->entry, reading.keys);
        const auto header = journal::parseHeader(row->entry.header);
        if (!content || !*content || !header)
            continue;
        auto judgement = casebook::judge(*header, **content, reading.desk, policy());
        if (judgement.verdict != casebook::Judgement::Verdict::Applied)
            continue;
        if (auto* body = std::get_if<model::RestoreAcceptedBody>(&*judgement.body))
            found.push_back({place, (*content)->key, std::move(*body)});
    }
    return found;
}

Result Session::State::takeStock()
{
    HEED_TAKE(const auto lock, memory.lock());
    HEED_TAKE(auto remembered, memory.load());
    const auto before = remembered;
    HEED_TAKE(auto found, journal::standing(journal, policy(), remembered));
    if (!found.isGood()) {
        HEED_TAKE(const auto accepted, acceptances());
        for (const auto& one : accepted) {
            HEED_TAKE(const bool goesOn, journal::goesOnWith(journal, policy(), one, remembered));
            if (!goesOn)
                continue;
            platform::log::event("went on with an accepted vault",
                                 {{"device", platform::log::Id{one.place.device}}, {"number", one.place.number}});
            found = {};
            break;
        }
    }
    missing = found.missing;
    forked = found.forked;
    if (!found.isGood())
        return {};
    HEED_TAKE(const auto heads, journal.heads());
    journal::remember(remembered, policy(), heads);
    return remembered == before ? Result() : memory.save(remembered);
}

Result Session::State::openDesk(const Progress& progress)
{
    if (ring().starting)
        return {};
    const auto now = platform::now();
    HEED_TRY(takeStock());
    if (missing.isEmpty() && forked.isEmpty()) {
        HEED_TRY(vault::openOwnDesk(folder, unlocked, now));
        HEED_TRY(vault::settle(folder, unlocked, now));
        HEED_TRY(takeStock());
    }
    const auto name = deskName();
    if (!name.isEmpty() && !desk) {
        HEED_TAKE(desk, casebook::Casebook::open(folder, name,
                                                 ring().desks.at(name).casebookKey(policy().vault.vault, name)));
    }
    return bringUpToDate(progress).map([](qint64) {});
}

Expected<qint64> Session::State::followEveryone(const casebook::Watch& watch)
{
    if (!ring().desks.contains(model::everyoneDesk))
        return 0;
    return follow(*this, everyone, model::everyoneDesk, watch);
}

Expected<qint64> Session::State::bringUpToDate(const Progress& progress, bool withEveryone)
{
    casebook::Watch watch;
    watch.report = [&](qint64 done, qint64 total) { progress.say(QStringLiteral("Reading the journal"), done, total); };
    watch.cancelled = [&] { return progress.isCancelled(); };
    auto found = withEveryone ? followEveryone(watch) : 0;
    if (!found) {
        // Nobody is kept from signing in, or from writing a concern, because the register cannot be read.
        platform::log::warning("register behind", {{"code", found.error().code}});
        found = 0;
    }
    if (!desk || deskName().isEmpty())
        return found;
    HEED_TAKE(const auto read, follow(*this, desk, deskName(), watch));
    return *found + read;
}

Expected<journal::Written> Session::State::writeOnly(std::vector<Entry> entries, const Progress& progress)
{
    HEED_TAKE(auto written, writeOnlyAt({}, std::move(entries), progress));
    return std::move(*written);
}

Expected<std::optional<journal::Written>>
Session::State::writeOnlyAt(const std::optional<qint64>& stand, std::vector<Entry> entries, const Progress& progress)
{
    HEED_TRY(ready());
    // Held until the entry is in: nobody's key or role ends between its check and its place in the journal.
    HEED_TAKE(const auto lock, folder.lock());
    if (stand) {
        HEED_TAKE(const auto newest, journal.newestSequence());
        if (newest != *stand)
            return std::nullopt;
    }
    HEED_TRY(vault::reread(folder, unlocked));
    HEED_TRY(takeStock());
    // What accepts a vault that is behind is the one entry that is written to it.
    const bool accepts = std::all_of(entries.begin(), entries.end(), [](const Entry& entry) {
        return entry.draft.kind == model::Kind::RestoreAccepted;
    });
    if (!accepts && !forked.isEmpty())
        return failure(
            ErrorCode::Forked,
            QStringLiteral("This vault has two histories, so nothing is written to it until that is settled: tell a "
                           "designated safeguarding lead in person, and IT."));
    if (!accepts && !missing.isEmpty())
        return failure(
            ErrorCode::Behind,
            QStringLiteral("This vault is older than what this PC has seen, so it can only be read: a designated "
                           "safeguarding lead must accept it first. Write on paper meanwhile."));
    const auto* me = policy().member(ring().member);
    if (!me || !me->role())
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("You are no longer a member of this vault: ask a designated safeguarding lead."));
    unlocked.keyring.role = *me->role();
    for (const auto& entry : entries)
        if (entry.stillRight)
            HEED_TRY(entry.stillRight());
    const auto now = platform::now();
    std::vector<journal::Item> items;
    items.reserve(entries.size());
    for (auto& entry : entries) {
        const auto& author = entry.author ? entry.author->ring() : ring();
        const auto& draft = entry.draft;
        if (const auto answer = rules::may(author.role, draft.kind, draft.desk, entry.whose); !answer)
            return failure(ErrorCode::NotAllowed, answer.reason);
        if (const auto* child = std::get_if<model::ChildBody>(&draft.body))
            if (const auto answer = rules::mayTell(draft.desk, *child); !answer)
                return failure(ErrorCode::NotAllowed, answer.reason);
        if (const auto answer = rules::mayCarry(draft.kind, draft.attachments); !answer)
            return failure(ErrorCode::BadInput, answer.reason);
        items.push_back({std::move(entry.draft), &author, entry.at.isNull() ? now : entry.at});
    }
    // What is too long to be read again must not be written.
    std::vector<Result> readable(items.size());
    journal::onAllCores(items.size(), [&](std::size_t i) {
        const auto& draft = items[i].draft;
        if (const auto body = model::readBody(draft.kind, model::writeBody(draft.body)); !body)
            readable[i] = failure(ErrorCode::BadInput, body.error().message);
    });
    for (const auto& one : readable)
        HEED_TRY(one);
    journal::Watch watch;
    watch.report = [&](qint64 done, qint64 total) { progress.say(QStringLiteral("Writing"), done, total); };
    watch.cancelled = [&] { return progress.isCancelled(); };
    auto written = journal::appendAll(journal, memory, policy(), items, watch);
    if (!written) {
        platform::log::warning("append failed", {{"code", written.error().code}});
        return written;
    }
    platform::log::event("entry written",
                         {{"device", platform::log::Id{written->place.device}}, {"number", written->place.number}});
    return written;
}

namespace {

bool tellEveryone(const std::vector<Session::State::Entry>& entries)
{
    return std::any_of(entries.begin(), entries.end(),
                       [](const Session::State::Entry& entry) { return entry.draft.desk == model::everyoneDesk; });
}

} // namespace

/// The entries are durable: nobody can stop them any more, and a view that cannot follow now follows at the next
/// unlock.
void Session::State::followWritten(bool tellsEveryone, const Progress& progress)
{
    if (const auto followed = bringUpToDate({progress.report, {}}, tellsEveryone); !followed)
        platform::log::warning("casebook behind", {{"code", followed.error().code}});
}

Expected<journal::Written> Session::State::writeAll(std::vector<Entry> entries, const Progress& progress)
{
    const bool tellsEveryone = tellEveryone(entries);
    HEED_TAKE(auto written, writeOnly(std::move(entries), progress));
    followWritten(tellsEveryone, progress);
    return written;
}

Expected<bool> Session::State::writeAllAt(qint64 stand, std::vector<Entry> entries, const Progress& progress)
{
    const bool tellsEveryone = tellEveryone(entries);
    HEED_TAKE(const auto written, writeOnlyAt(stand, std::move(entries), progress));
    if (written)
        followWritten(tellsEveryone, progress);
    return written.has_value();
}

Expected<journal::Written> Session::State::write(const journal::Draft& draft, rules::Record whose)
{
    return writeAll({{draft, whose, nullptr, {}}}, {});
}

Expected<casebook::Casebook::RecordFacts> Session::State::find(const QString& reference)
{
    HEED_TRY(ready());
    const auto normal = model::normalReference(reference);
    // Who reads no desk gets the same answer as for what is not there.
    if (!desk || !normal)
        return noSuchConcern(reference);
    HEED_TAKE(auto* view, deskView());
    HEED_TAKE(auto facts, view->facts(*normal));
    if (!facts)
        return noSuchConcern(reference);
    return *facts;
}

Result Session::State::verifyAgain(const QByteArray& record)
{
    HEED_TAKE(auto* view, deskView());
    HEED_TAKE(const auto places, view->placesOf(record));
    const auto reading = deskReading();
    for (const auto& place : places) {
        HEED_TAKE(const auto row, journal.at(place));
        const auto damaged = [&] {
            return failure(
                ErrorCode::Damaged,
                QStringLiteral("Entry %1 of this record is not in the journal as it was read: run a check of the "
                               "vault before relying on this record.")
                    .arg(place.number));
        };
        if (!row || row->entry.slotsHash != journal::hashOfSlots(row->entry.slotBytes) ||
            row->entry.sealedHash != journal::hashOfSealed(row->entry.sealed))
            return damaged();
        HEED_TAKE(const auto content, journal::openEntry(row->entry, reading.keys));
        HEED_TAKE(const auto header, journal::parseHeader(row->entry.header));
        if (!content ||
            casebook::judge(header, *content, reading.desk, policy()).verdict != casebook::Judgement::Verdict::Applied)
            return damaged();
        HEED_TAKE(const bool same, view->isSame(place, row->entry.hash(), *content));
        if (!same)
            return damaged();
    }
    return {};
}

} // namespace heed::session
