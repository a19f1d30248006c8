#include "desk.h"

#include <algorithm>
#include <random>

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using journal::Written;
using model::Kind;
using model::Role;

namespace {

const QString annasName = QStringLiteral("Anna Assistant");
const QString second = QStringLiteral("Second Lead");

/// A desk where somebody's role or keys end, and who keeps every file, writes under the vault.json of before.
struct Leaving : Desk {
    vault::Keyring& gone = add(second, Role::Dsl);
    Written early = log(anna, concernAbout(QStringLiteral("Ann")));
    vault::Policy before = policy;

    template <class Write> Written underOldPolicy(const char* pc, Write&& write)
    {
        std::swap(policy, before);
        usePc(pc);
        auto written = write();
        usePc("one");
        std::swap(policy, before);
        return written;
    }
    Written logLate(const char* pc, const char* about)
    {
        return underOldPolicy(pc, [&] { return log(anna, concernAbout(QString::fromLatin1(about))); });
    }
    QStringList sentences(Casebook& book)
    {
        QStringList list;
        for (const auto& one : taken(book.refused()))
            list << one.sentence;
        return list;
    }
    qint64 concerns(Casebook& book) { return taken(book.countOf({}, 1000, QDate(2026, 11, 24))); }
    bool isAsFresh(Casebook& book)
    {
        auto fresh = project();
        return taken(fresh.digest()) == taken(book.digest());
    }
};

} // namespace

TEST_CASE("What was in the journal when its author left counts; what comes later does not, whatever it cites")
{
    Leaving desk;
    desk.end(annasName);
    desk.noteEnding(desk.journal);
    desk.logLate("fresh", "Ben");
    desk.logLate("one", "Ben");
    auto book = desk.project();
    CHECK(desk.concerns(book) == 1);
    CHECK(desk.record(book, desk.early).events.size() == 1);
    REQUIRE(desk.sentences(book).size() == 2);
    for (const auto& sentence : desk.sentences(book))
        CHECK(sentence.contains(QStringLiteral("Anna Assistant had left when it came")));

    SECTION("and a later ending does not reach back for them")
    {
        desk.end(QStringLiteral("Bob Builder"));
        desk.noteEnding(desk.journal);
        taken(book.bringUpToDate(desk.journal, desk.reading()));
        CHECK(desk.concerns(book) == 1);
        CHECK(desk.isAsFresh(book));
    }
}

TEST_CASE("A vault from before endings were noted keeps what it had")
{
    Leaving desk;
    desk.end(annasName);
    desk.logLate("fresh", "Ben");
    auto book = desk.project();
    CHECK(desk.concerns(book) == 2);
    CHECK(desk.sentences(book).isEmpty());
}

TEST_CASE("A lead who is one no longer, or has new keys, does nothing more with the old")
{
    Leaving desk;
    const auto acknowledge = [&](const char* pc) {
        desk.underOldPolicy(pc, [&] { return desk.add(desk.gone, desk.early, Kind::Acknowledged, nothing); });
    };
    SECTION("role")
    {
        desk.changeRole(second, Role::Staff);
        desk.noteEnding(desk.journal);
        acknowledge("fresh");
        auto book = desk.project();
        CHECK(desk.record(book, desk.early).state == model::State::Waiting);
        CHECK(desk.sentences(book) ==
              QStringList{QStringLiteral(
                  "Second Lead had another role when it came into the journal, whatever day it names.")});
        // What they may do now, they may.
        desk.log(desk.gone, concernAbout(QStringLiteral("Ben")));
        taken(book.bringUpToDate(desk.journal, desk.reading()));
        CHECK(desk.concerns(book) == 2);
        CHECK(desk.isAsFresh(book));
    }
    SECTION("keys")
    {
        desk.resetKeys(second);
        desk.noteEnding(desk.journal);
        acknowledge("fresh");
        auto book = desk.project();
        CHECK(desk.record(book, desk.early).state == model::State::Waiting);
        REQUIRE(desk.sentences(book).size() == 1);
        CHECK(desk.sentences(book).front().contains(QStringLiteral("new keys")));
    }
}

TEST_CASE("A casebook that had believed what came too late takes it back when it learns of the ending")
{
    Leaving desk;
    const auto other = desk.log(desk.bob, concernAbout(QStringLiteral("Ben")));
    auto ended = desk.policy;
    {
        // The ending is signed on another PC, before what follows comes in.
        desk.end(annasName);
        desk.noteEnding(desk.journal);
        desk.end(second);
        desk.noteEnding(desk.journal);
        ended = desk.policy;
        desk.policy = desk.before;
    }
    const auto late = desk.log(desk.anna, concernAbout(QStringLiteral("Cat")));
    desk.add(desk.gone, other, Kind::Destroyed,
             model::DestroyedBody{other.place.device, other.place.number, other.hash, QStringLiteral("to hide it")});
    auto book = desk.project();
    CHECK(taken(book.record(Desk::reference(late), desk.policy)));
    CHECK_FALSE(taken(book.record(Desk::reference(other), desk.policy)));
    desk.policy = ended;
    taken(book.bringUpToDate(desk.journal, desk.reading()));
    CHECK_FALSE(taken(book.record(Desk::reference(late), desk.policy)));
    CHECK(taken(book.record(Desk::reference(other), desk.policy)));
    CHECK(desk.sentences(book).size() == 2);
    CHECK(desk.isAsFresh(book));
}

TEST_CASE("Endings give the same casebook in every order of arrival, whenever they become known")
{
    for (unsigned seed = 1; seed <= 5; ++seed) {
        Leaving desk;
        for (const char* about : {"Ben", "Cat"})
            desk.log(desk.anna, concernAbout(QString::fromLatin1(about)));
        desk.end(annasName);
        desk.noteEnding(desk.journal);
        desk.changeRole(second, Role::Staff);
        desk.noteEnding(desk.journal);
        for (const char* pc : {"fresh", "one", "other"}) {
            desk.logLate(pc, "Dan");
            desk.underOldPolicy(pc, [&] { return desk.add(desk.gone, desk.early, Kind::Acknowledged, nothing); });
        }
        auto rows = taken(desk.journal.after(0, 1000));
        auto fresh = desk.project();
        CHECK(desk.concerns(fresh) == 3);
        CHECK(desk.sentences(fresh).size() == 6);
        std::mt19937 random(seed);
        std::shuffle(rows.begin(), rows.end(), random);
        auto shuffled = desk.journalInMemory();
        auto book = taken(Casebook::inMemory());
        const auto ended = desk.policy;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            desk.policy = i < rows.size() / 2 ? desk.before : ended;
            done(shuffled.add(rows[i].entry, taken(journal::parseHeader(rows[i].entry.header))));
            taken(book.bringUpToDate(shuffled, desk.reading()));
        }
        CHECK(taken(book.digest()) == taken(fresh.digest()));
    }
}

TEST_CASE("A casebook that has read another journal, or another vault.json, than the one that is here starts over")
{
    Leaving desk;
    auto book = desk.project();
    auto older = desk.journalInMemory();
    CHECK(taken(older.heads()).empty());
    desk.usePc("two");
    const auto other = desk.append(older, desk.bob, desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Ben"))));
    taken(book.bringUpToDate(older, desk.reading()));
    CHECK(desk.concerns(book) == 1);
    CHECK(taken(book.record(Desk::reference(other), desk.policy)));

    desk.amend();
    desk.append(older, desk.bob, desk.concernDraft(desk.bob, concernAbout(QStringLiteral("Cat"))));
    taken(book.bringUpToDate(older, desk.reading()));
    CHECK(desk.concerns(book) == 2);
    desk.policy = desk.before; // what cites the newer vault.json waits for it again
    taken(book.bringUpToDate(older, desk.reading()));
    CHECK(desk.concerns(book) == 1);
}
