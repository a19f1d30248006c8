#include "desk.h"

#include <algorithm>
#include <random>

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using journal::Written;
using model::Kind;
using model::Role;
using model::State;

namespace {

QStringList sentences(Casebook& book)
{
    QStringList list;
    for (const auto& one : taken(book.refused()))
        list << one.sentence;
    return list;
}

std::vector<model::CaseRow> rowsOf(Casebook& book, const Desk& desk)
{
    return taken(book.list({}, {}, 100, QDate(2026, 12, 10), desk.policy)).rows;
}

QStringList referencesOf(Casebook& book, const Desk& desk)
{
    QStringList list;
    for (const auto& row : rowsOf(book, desk))
        list << row.reference;
    return list;
}

/// A year in small: three PCs, children described again and again, links, work by those who may and those who may not.
void liveThrough(Desk& desk, unsigned seed)
{
    std::mt19937 random(seed);
    const auto pick = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    std::vector<Written> records;
    std::vector<Written> all;
    for (int i = 0; i < 90; ++i) {
        desk.usePc(std::array{"one", "two", "three"}[static_cast<std::size_t>(pick(3))]);
        const auto& author = pick(2) == 0 ? desk.anna : desk.bob;
        const auto at = morning.addSecs(60 * i);
        const auto what = records.empty() ? 0 : pick(10);
        if (what < 4) {
            auto concern = concernAbout(QStringLiteral("Child%1").arg(pick(4)));
            if (pick(3) == 0)
                concern.child.upn = QStringLiteral("UPN%1").arg(pick(4));
            if (pick(4) == 0)
                concern.child.dateOfBirth.reset();
            if (pick(3) == 0)
                concern.children.push_back(concernAbout(QStringLiteral("Child%1").arg(pick(4))).child);
            concern.immediateDanger = pick(4) == 0;
            if (pick(3) == 0)
                concern.involved = {
                    {model::InvolvedKind::Vehicle, QStringLiteral("MK21 AB%1").arg(QChar(u'A' + pick(3))), {}, {}}};
            records.push_back(desk.log(author, concern, at));
            all.push_back(records.back());
            continue;
        }
        const auto& record = records[static_cast<std::size_t>(pick(static_cast<int>(records.size())))];
        const auto& other = records[static_cast<std::size_t>(pick(static_cast<int>(records.size())))];
        switch (what) {
        case 4:
            if (pick(4) == 0) {
                model::ReviewBody review;
                review.risk.evidence = QStringLiteral("Seen on day %1").arg(i);
                all.push_back(desk.add(desk.lead, record, Kind::Review, review, at));
            } else {
                all.push_back(desk.add(desk.lead, record, Kind::Acknowledged, nothing, at));
            }
            break;
        case 5:
            all.push_back(desk.add(desk.lead, record, Kind::Closed,
                                   model::ClosedBody{QStringLiteral("Monitor"), QStringLiteral("why")}, at));
            break;
        case 6:
            all.push_back(desk.add(desk.lead, record, Kind::ActionAdded,
                                   model::ActionBody{QStringLiteral("Ring"), {}, QDate(2026, 12, 1 + pick(20)), {}},
                                   at));
            break;
        case 7:
            desk.add(desk.lead, record, Kind::ChildLinked,
                     model::ChildLinkedBody{
                         Desk::firstChild(record), Desk::firstChild(other), pick(4) != 0, {}, pick(4) == 0},
                     at);
            break;
        case 8: desk.add(author, record, Kind::Addition, text("more"), at); break; // refused where it is another's
        default:
            if (pick(3) == 0) {
                const auto& gone = all[static_cast<std::size_t>(pick(static_cast<int>(all.size())))];
                desk.add(desk.lead, record, Kind::Destroyed,
                         model::DestroyedBody{gone.place.device, gone.place.number, gone.hash, QStringLiteral("old")},
                         at);
            } else {
                desk.add(author, record, Kind::Acknowledged, nothing, at); // refused
            }
        }
        if (i == 50)
            desk.amend();
    }
}

} // namespace

TEST_CASE("The same entries give the same casebook in every order and every split into batches")
{
    for (unsigned seed = 1; seed <= 6; ++seed) {
        Desk desk;
        liveThrough(desk, seed);
        auto rows = taken(desk.journal.after(0, 1000));
        auto book = desk.project();
        const auto expected = taken(book.digest());
        REQUIRE_FALSE(taken(book.refused()).empty());
        std::mt19937 random(seed);
        for (int turn = 0; turn < 8; ++turn) {
            INFO("seed " << seed << ", turn " << turn);
            std::shuffle(rows.begin(), rows.end(), random);
            auto shuffled = desk.journalInMemory();
            auto slow = taken(Casebook::inMemory());
            for (const auto& row : rows) {
                done(shuffled.add(row.entry, taken(journal::parseHeader(row.entry.header))));
                if (turn > 0 && random() % static_cast<unsigned>(turn) == 0)
                    taken(slow.bringUpToDate(shuffled, desk.reading()));
            }
            taken(slow.bringUpToDate(shuffled, desk.reading()));
            REQUIRE(taken(slow.digest()) == expected);
            // And read as a long stretch, of which the records are folded at the end.
            auto reading = desk.reading();
            reading.batch = turn + 1;
            auto once = taken(Casebook::inMemory());
            taken(once.bringUpToDate(shuffled, reading));
            REQUIRE(taken(once.digest()) == expected);
            CHECK(referencesOf(once, desk) == referencesOf(slow, desk));
            CHECK(taken(taken(Casebook::inMemory()).digest()) != expected);
        }
    }
}

TEST_CASE("A long stretch that was stopped in the middle goes on, and shows every record in the end")
{
    Desk desk;
    liveThrough(desk, 3);
    auto book = desk.project();
    const auto expected = taken(book.digest());
    auto reading = desk.reading();
    reading.batch = 2;
    for (int stop = 1; stop < 30; ++stop) {
        INFO(stop);
        auto stopped = taken(Casebook::inMemory());
        int asked = 0;
        Watch watch;
        watch.cancelled = [&] { return ++asked == stop; };
        const auto first = stopped.bringUpToDate(desk.journal, reading, watch);
        if (first)
            break;
        CHECK(first.error().code == model::ErrorCode::Cancelled);
        taken(stopped.bringUpToDate(desk.journal, reading));
        REQUIRE(taken(stopped.digest()) == expected);
    }
}

TEST_CASE("After an entry was lawfully destroyed the casebook is what it would be without it")
{
    Desk desk;
    const auto first = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const auto second = desk.log(desk.bob, concernAbout(QStringLiteral("Ann")));
    auto book = desk.project();
    CHECK(taken(book.recordsOfChild(Desk::firstChild(first), desk.policy)).size() == 2);
    desk.add(desk.lead, first, Kind::Destroyed,
             model::DestroyedBody{first.place.device, first.place.number, first.hash, QStringLiteral("old")});
    taken(book.bringUpToDate(desk.journal, desk.reading()));
    CHECK_FALSE(taken(book.record(Desk::reference(first), desk.policy)));
    CHECK(taken(book.findChildren(QStringLiteral("ann"))).size() == 1);
    CHECK(taken(book.recordsOfChild(Desk::firstChild(second), desk.policy)).size() == 1);
    done(desk.journal.destroy(first.place));
    auto fresh = desk.project();
    CHECK(taken(fresh.digest()) == taken(book.digest()));
}

TEST_CASE("What its author may not do is kept, told, and changes nothing")
{
    Desk desk;
    desk.append(desk.journal, desk.lead, noteDraft(QStringLiteral("so that there are earlier ticks")));
    const auto record = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    // Bob's entry as if it were the first of all: of a PC of his own that has seen nothing.
    const auto backdated = [&](const journal::Draft& draft) {
        auto apart = desk.journalInMemory();
        desk.usePc("apart");
        const auto written = desk.append(apart, desk.bob, draft);
        CHECK(written.tick < record.tick);
        const auto entry = taken(apart.at(written.place))->entry;
        done(desk.journal.add(entry, taken(journal::parseHeader(entry.header))));
    };
    SECTION("staff acknowledge")
    {
        desk.add(desk.bob, record, Kind::Acknowledged, nothing);
    }
    SECTION("staff add to another's concern")
    {
        desk.add(desk.bob, record, Kind::Addition, text("more"));
    }
    SECTION("staff put a concern of theirs into another's record")
    {
        auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
        draft.record = record.content.id;
        desk.append(desk.journal, desk.bob, draft);
    }
    SECTION("the same, backdated")
    {
        auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
        draft.record = record.content.id;
        backdated(draft);
    }
    SECTION("a file under a name that leads out of its folder")
    {
        auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
        draft.attachments = {{{QStringLiteral("../vault.json"), QStringLiteral("a.txt"), {}, 10, QByteArray(32, 'h')},
                              QByteArray(32, 'k')}};
        desk.append(desk.journal, desk.bob, draft);
    }
    SECTION("the head works on what is not theirs")
    {
        desk.add(desk.head, record, Kind::Closed, model::ClosedBody{QStringLiteral("x"), QStringLiteral("y")});
    }
    SECTION("one who has left")
    {
        desk.end(QStringLiteral("Bob Builder"));
        desk.log(desk.bob, concernAbout(QStringLiteral("Ben")));
    }
    SECTION("one who was never here")
    {
        Desk elsewhere;
        vault::Keyring stranger;
        stranger.member = QStringLiteral("0123456789abcdef");
        stranger.signing = crypto::SigningKeys::make();
        stranger.sealing.push_back(crypto::SealingKeys::make());
        desk.log(stranger, concernAbout(QStringLiteral("Ben")));
    }
    SECTION("a key that is not the author's")
    {
        desk.bob.signing = crypto::SigningKeys::make();
        desk.log(desk.bob, concernAbout(QStringLiteral("Ben")));
    }
    SECTION("a starting key")
    {
        auto& fresh = desk.add(QStringLiteral("Fresh Starter"), Role::Staff, true);
        desk.log(fresh, concernAbout(QStringLiteral("Ben")));
    }
    SECTION("an id, or a reference, that is another's")
    {
        auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
        draft.id = record.content.id.left(8) + QByteArray(8, 'x');
        desk.append(desk.journal, desk.bob, draft);
    }
    SECTION("the same, backdated, so as to push the other out")
    {
        auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
        draft.id = record.content.id.left(8) + QByteArray(8, 'x');
        backdated(draft);
    }
    auto book = desk.project();
    CHECK(sentences(book).size() == 1);
    const auto rows = rowsOf(book, desk);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().child == QStringLiteral("Ann Pupil"));
    const auto shown = desk.record(book, record);
    CHECK(shown.state == State::Waiting);
    CHECK(shown.events.size() == 1);
}

TEST_CASE("A successor that the entry carries counts before vault.json names it")
{
    Desk desk;
    auto& fresh = desk.add(QStringLiteral("Fresh Starter"), Role::Staff, true);
    const auto starting = fresh.signing.clone();
    fresh.signing = crypto::SigningKeys::make();
    fresh.succession =
        vault::Succession{fresh.signing.publicKey, fresh.sealing.front().publicKey,
                          vault::succeedSignature(starting, desk.policy.vault.vault, fresh.member,
                                                  fresh.signing.publicKey, fresh.sealing.front().publicKey)};
    desk.log(fresh, concernAbout(QStringLiteral("Ben")));
    auto book = desk.project();
    CHECK(sentences(book).isEmpty());
    // A succession signed by somebody else does not.
    fresh.succession->signature = vault::succeedSignature(desk.bob.signing, desk.policy.vault.vault, fresh.member,
                                                          fresh.signing.publicKey, fresh.sealing.front().publicKey);
    desk.log(fresh, concernAbout(QStringLiteral("Ben")));
    taken(book.bringUpToDate(desk.journal, desk.reading()));
    CHECK(sentences(book).size() == 1);
}

TEST_CASE("What cites a vault.json that is not here yet waits for it and then counts")
{
    Desk desk;
    const auto before = desk.policy;
    desk.amend();
    const auto record = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const auto after = desk.policy;
    desk.policy = before;
    auto book = desk.project();
    CHECK(rowsOf(book, desk).empty());
    REQUIRE(sentences(book).size() == 1);
    CHECK(sentences(book).front().contains(QStringLiteral("not here")));
    desk.policy = after;
    CHECK(taken(book.bringUpToDate(desk.journal, desk.reading())) == 1);
    CHECK(sentences(book).isEmpty());
    CHECK(desk.record(book, record).state == State::Waiting);
    auto fresh = desk.project();
    CHECK(taken(fresh.digest()) == taken(book.digest()));
}

TEST_CASE("Two programs of one reader bring one casebook up to date")
{
    Desk desk;
    desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const QTemporaryDir dir;
    const vault::Folder folder(dir.path());
    const auto key = crypto::SecretBytes::random(32);
    auto one = taken(Casebook::open(folder, model::safeguardingDesk, key));
    auto two = taken(Casebook::open(folder, model::safeguardingDesk, key));
    taken(one.bringUpToDate(desk.journal, desk.reading()));
    // The second read where to begin before the first had finished.
    Watch watch;
    bool did = false;
    desk.log(desk.bob, concernAbout(QStringLiteral("Ben")));
    watch.report = [&](qint64, qint64) {
        if (!std::exchange(did, true))
            taken(one.bringUpToDate(desk.journal, desk.reading()));
    };
    taken(two.bringUpToDate(desk.journal, desk.reading(), watch));
    auto fresh = desk.project();
    CHECK(taken(two.digest()) == taken(fresh.digest()));
    CHECK(sentences(two).isEmpty());
}

TEST_CASE("A casebook whose first reading a program did not live to end is made whole by the next")
{
    Desk desk;
    liveThrough(desk, 4);
    const QTemporaryDir dir;
    const vault::Folder folder(dir.path());
    const auto key = crypto::SecretBytes::random(32);
    {
        auto book = taken(Casebook::open(folder, model::safeguardingDesk, key));
        taken(book.bringUpToDate(desk.journal, desk.reading()));
    }
    {
        // As it stands between two batches: rows, and neither indexes nor records.
        auto file = taken(sql::Connection::open(folder.casebook(model::safeguardingDesk), key.span()));
        done(file.runScript(
            "DROP INDEX event_of_id; DROP INDEX event_by_reference; DROP INDEX event_of_record;"
            "DELETE FROM concern; DELETE FROM stale; DELETE FROM tally; DELETE FROM fact; DELETE FROM shown;"
            "DELETE FROM misplaced; DELETE FROM words; DELETE FROM term; DELETE FROM term_part;"));
    }
    desk.log(desk.anna, concernAbout(QStringLiteral("Late")));
    auto book = taken(Casebook::open(folder, model::safeguardingDesk, key));
    taken(book.bringUpToDate(desk.journal, desk.reading()));
    auto fresh = desk.project();
    CHECK(taken(book.digest()) == taken(fresh.digest()));
    CHECK(referencesOf(book, desk) == referencesOf(fresh, desk));
}

TEST_CASE("Two entries of one id in a journal that is read from its start: the first counts, the second is told")
{
    Desk desk;
    const auto first = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    auto draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben")));
    draft.id = first.content.id;
    desk.append(desk.journal, desk.bob, draft, morning);
    // Another id that the same reference is made of.
    draft = desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Cy")));
    draft.id = first.content.id.first(8) + draft.id.mid(8);
    desk.append(desk.journal, desk.bob, draft, morning);
    const auto last = desk.log(desk.anna, concernAbout(QStringLiteral("Dan")));
    auto reading = desk.reading();
    reading.batch = 1;
    auto book = taken(Casebook::inMemory());
    taken(book.bringUpToDate(desk.journal, reading));
    CHECK(rowsOf(book, desk).size() == 2);
    CHECK(desk.record(book, last).logged.concern.child.forename == QStringLiteral("Dan"));
    CHECK(sentences(book).size() == 2);
    auto slow = taken(Casebook::inMemory());
    taken(slow.bringUpToDate(desk.journal, desk.reading()));
    CHECK(taken(slow.digest()) == taken(book.digest()));
}

TEST_CASE("A view in memory takes up from where another was put by, and only on the same journal")
{
    Desk desk;
    liveThrough(desk, 5);
    auto whole = desk.project();
    const auto before = taken(whole.readSoFar());
    desk.log(desk.anna, concernAbout(QStringLiteral("Late")));
    auto fresh = desk.project();
    auto book = taken(Casebook::inMemory());
    CHECK(taken(book.takeUp(desk.journal, desk.reading(), before)));
    CHECK(taken(book.bringUpToDate(desk.journal, desk.reading())) == 1);
    CHECK(taken(book.digest()) == taken(fresh.digest()));
    CHECK_FALSE(taken(book.takeUp(desk.journal, desk.reading(), before))); // it has begun

    for (const auto& spoil :
         std::vector<void (*)(Casebook::ReadSoFar&)>{[](Casebook::ReadSoFar& so) { so.last = QByteArray(32, 'x'); },
                                                     [](Casebook::ReadSoFar& so) { so.sequence += 1000; },
                                                     [](Casebook::ReadSoFar& so) {
                                                         so.places.push_back({QByteArray(16, 'd'), 1});
                                                     }}) {
        auto other = before;
        spoil(other);
        auto empty = taken(Casebook::inMemory());
        CHECK_FALSE(taken(empty.takeUp(desk.journal, desk.reading(), other)));
        taken(empty.bringUpToDate(desk.journal, desk.reading()));
        CHECK(taken(empty.digest()) == taken(fresh.digest()));
    }
}

TEST_CASE("A casebook of another key or format is made anew; one that is cancelled goes on from there")
{
    Desk desk;
    desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const QTemporaryDir dir;
    const vault::Folder folder(dir.path());
    const auto key = crypto::SecretBytes::random(32);
    {
        auto book = taken(Casebook::open(folder, model::safeguardingDesk, key));
        taken(book.bringUpToDate(desk.journal, desk.reading()));
        CHECK(rowsOf(book, desk).size() == 1);
    }
    {
        auto book = taken(Casebook::open(folder, model::safeguardingDesk, key));
        CHECK(rowsOf(book, desk).size() == 1);
    }
    auto book = taken(Casebook::open(folder, model::safeguardingDesk, crypto::SecretBytes::random(32)));
    CHECK(rowsOf(book, desk).empty());
}

TEST_CASE(
    "A casebook without its tables, or with those of another format, gets them where it lies: another program may "
    "have it open")
{
    Desk desk;
    desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const QTemporaryDir dir;
    const vault::Folder folder(dir.path());
    const auto key = crypto::SecretBytes::random(32);
    auto other =
        taken(sql::Connection::open(folder.casebook(model::safeguardingDesk), key.span(), {.mode = sql::Mode::Create}));
    for (const int format : {0, 1}) {
        if (format != 0) {
            REQUIRE(other.runScript("CREATE TABLE of_another_format (a);"));
            REQUIRE(other.setUserVersion(format));
        }
        auto book = taken(Casebook::open(folder, model::safeguardingDesk, key));
        taken(book.bringUpToDate(desk.journal, desk.reading()));
        CHECK(rowsOf(book, desk).size() == 1);
        CHECK(taken(other.userVersion()) > 1); // the same file still
        CHECK(!taken(other.value<int>("SELECT 1 FROM sqlite_master WHERE name = 'of_another_format'")));
    }
}

TEST_CASE("A closing is judged by the profile that it cites: what was closed before the school asked stays closed")
{
    Desk desk;
    auto& other = desk.add(QStringLiteral("Other Lead"), Role::Dsl);
    const auto closing = model::ClosedBody{QStringLiteral("Monitor"), QStringLiteral("why")};
    const auto before = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    desk.add(desk.lead, before, Kind::Closed, closing);
    desk.amend();
    desk.policy.vault.profile.secondAgreement = true;
    desk.policy.vault.noteAgreement();
    const auto alone = desk.log(desk.anna, concernAbout(QStringLiteral("Ben")));
    desk.add(desk.lead, alone, Kind::Closed, closing);
    const auto together = desk.log(desk.anna, concernAbout(QStringLiteral("Cal")));
    desk.add(other, together, Kind::Agreed, text("a"));
    desk.add(desk.lead, together, Kind::Closed, closing);
    desk.amend();
    desk.policy.vault.profile.secondAgreement = false;
    desk.policy.vault.noteAgreement();
    const auto after = desk.log(desk.anna, concernAbout(QStringLiteral("Dan")));
    desk.add(desk.lead, after, Kind::Closed, closing);

    auto book = desk.project();
    CHECK(desk.record(book, before).state == State::Closed);
    CHECK(desk.record(book, alone).state == State::Waiting);
    CHECK(desk.record(book, together).state == State::Closed);
    CHECK(desk.record(book, after).state == State::Closed);
    const auto told = sentences(book);
    REQUIRE(told.size() == 1);
    CHECK(told.front().contains(QStringLiteral("second safeguarding lead")));
}
