#include "session/upkeep.h"

#include "journal/attachments.h"
#include "journal/standing.h"
#include "platform/clock.h"
#include "rules/entry_words.h"
#include "rules/words.h"
#include "session/state.h"
#include "upkeep/verify.h"

#include <QSet>

#include <algorithm>

namespace heed::session {

using model::Expected;
using model::Result;

namespace {

casebook::Watch watchOf(const Progress& progress, const QString& what)
{
    casebook::Watch watch;
    watch.report = [&progress, what](qint64 done, qint64 total) { progress.say(what, done, total); };
    watch.cancelled = [&progress] { return progress.isCancelled(); };
    return watch;
}

/// An entry as whoever can open it knows it; empty for all others, and for what the views have never read.
QString entryInWords(Session::State& state, const journal::Place& place)
{
    for (auto* view : {state.desk ? &*state.desk : nullptr, state.everyone ? &*state.everyone : nullptr,
                       state.own ? &*state.own : nullptr}) {
        const auto event = view ? view->eventAt(place) : std::nullopt;
        if (!event)
            continue;
        const auto kind = model::valueOf<model::Kind>(event->kind);
        const auto words =
            QStringLiteral("%1 that %2 wrote %3")
                .arg(kind ? rules::entryWords(*kind) : QStringLiteral("the entry"),
                     state.policy().nameOf(event->author), rules::inWords(platform::inSchoolTime(event->at)));
        return event->reference.isEmpty() ? words : QString(words + QStringLiteral(", in ") + event->reference);
    }
    return {};
}

void add(Verification& result, const QString& code, const QString& place, const QString& sentence)
{
    result.findings.push_back({code, place, sentence, {}});
}

/// What the view holds against a projection made from nothing.
Result compareCasebook(Session::State& state, const Progress& progress, Verification& result)
{
    HEED_TRY(state.bringUpToDate(progress));
    HEED_TAKE(auto fresh, casebook::Casebook::inMemory());
    HEED_TRY(fresh.bringUpToDate(state.journal, state.deskReading(),
                                 watchOf(progress, QStringLiteral("Building the casebook anew"))));
    HEED_TAKE(const auto here, state.desk->digest());
    HEED_TAKE(const auto there, fresh.digest());
    if (here != there)
        add(result, QStringLiteral("casebook-differs"), QStringLiteral("casebook-%1.db").arg(state.deskName()),
            QStringLiteral(
                "The casebook is not what the journal says: rebuild it, and do not rely on what it showed."));
    HEED_TAKE(const auto refused, fresh.refused());
    for (const auto& one : refused) {
        const auto place = upkeep::placeName(one.place);
        const bool known = std::any_of(result.findings.begin(), result.findings.end(),
                                       [&](const Finding& finding) { return finding.place == place; });
        if (!known)
            add(result, QStringLiteral("not-allowed"), place, one.sentence);
    }
    return {};
}

/// Every sealed file against the entry that carries it, and what lies there besides.
Result checkFiles(Session::State& state, const Progress& progress, Verification& result)
{
    const journal::Attachments files(state.folder, state.policy().vault.vault);
    auto* view = state.desk ? &*state.desk : nullptr;
    if (!view) {
        HEED_TAKE(view, state.ownView());
    }
    HEED_TAKE(const auto carried, view->carriedFiles());
    QSet<QString> known;
    qint64 done = 0;
    for (const auto& one : carried) {
        progress.say(QStringLiteral("Checking the attached files"), done++, static_cast<qint64>(carried.size()));
        known << one.about.file;
        auto checked = files.check(one.about, {{}, [&] { return progress.isCancelled(); }});
        if (!checked && checked.error().code == model::ErrorCode::Cancelled)
            return checked;
        if (!checked)
            add(result, QStringLiteral("file"), one.reference.isEmpty() ? upkeep::placeName(one.place) : one.reference,
                checked.error().message);
    }
    qint64 others = 0;
    for (const auto& found : files.all()) {
        if (known.contains(found.file))
            continue;
        if (found.isSealedFile || found.isBeingMade)
            ++others;
        else
            add(result, QStringLiteral("file-unknown"), QStringLiteral("files/") + found.file.left(100),
                QStringLiteral("Heed did not put this there: find out who did, and take it away."));
    }
    result.checks << QStringLiteral("Every attached file against its entry: there, whole and unchanged");
    if (others > 0)
        result.notDone << QStringLiteral(
                              "%1 sealed files in files/ that no entry here carries: they belong to entries of another "
                              "desk or to what is not sent yet, or nobody needs them any more")
                              .arg(others);
    return {};
}

} // namespace

Expected<Verification> verify(Session& session, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    Verification result;
    // Reading the signed files again checks their signatures, chains and pins, or fails with the file's name.
    HEED_TRY(vault::reread(state.folder, state.unlocked));
    result.checks << QStringLiteral(
        "The signed files: signatures, history, and that the desks are the ones you have always seen");

    HEED_TAKE(const auto memory, state.memory.load());
    HEED_TAKE(const auto standing, journal::standing(state.journal, state.policy(), memory));
    for (const auto& sentence : standing.missing)
        add(result, QStringLiteral("rolled-back"), QStringLiteral("the vault"), sentence);
    for (const auto& sentence : standing.forked)
        add(result, QStringLiteral("forked"), QStringLiteral("the vault"), sentence);
    result.checks << QStringLiteral("What this PC remembers of the vault");

    HEED_TAKE(const auto damage, state.journal.connection().integrityCheck());
    for (const auto& sentence : damage)
        add(result, QStringLiteral("database"), QStringLiteral("journal.db"), sentence);
    result.checks << QStringLiteral("The journal's database file");

    auto reading = state.desk && !state.deskName().isEmpty() ? state.deskReading() : state.ownReading();
    const auto everyones = state.everyoneReading();
    HEED_TAKE(const auto report,
              upkeep::verifyJournal(state.journal, reading, watchOf(progress, QStringLiteral("Checking the journal")),
                                    &everyones));
    result.entries = report.entries;
    if (!state.desk && !report.findings.empty())
        static_cast<void>(state.ownView()); // to tell an author which of their own entries it is
    for (const auto& finding : report.findings)
        result.findings.push_back({finding.code, finding.place, finding.sentence,
                                   finding.entry ? entryInWords(state, *finding.entry) : QString()});
    result.checks << QStringLiteral("Every entry's hash, chain, number, order and citations");
    if (!report.undecided.empty()) {
        QStringList places;
        for (const auto& place : report.undecided)
            places << upkeep::placeName(place);
        result.notDone << QStringLiteral(
                              "Whether what is gone was lawfully destroyed. The content of these is not there, "
                              "and an entry that you cannot open may say why: %1. A reader of the other desks "
                              "has to check them")
                              .arg(places.join(QStringLiteral(", ")));
    }
    if (state.desk) {
        result.checks << QStringLiteral("Signatures and rights of the entries that your desk can open");
        HEED_TRY(compareCasebook(state, progress, result));
        result.checks << QStringLiteral("The casebook against a fresh reading of the journal");
    } else {
        result.checks << QStringLiteral("Signatures and rights of your own entries");
        result.notDone << QStringLiteral("Entries that only a desk can open: one of its readers has to check them");
    }
    HEED_TRY(checkFiles(state, progress, result));
    return result;
}

Result rebuildCasebook(Session& session, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(state.deskView());
    state.desk.reset();
    HEED_TRY(casebook::Casebook::remove(state.folder, state.deskName()));
    return state.openDesk(progress);
}

} // namespace heed::session
