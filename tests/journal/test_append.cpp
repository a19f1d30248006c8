#include "room.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::journal;
using model::ErrorCode;
using model::Role;

namespace {

struct Fixture : Room {
    vault::Keyring& lead = add(QStringLiteral("Testa Lead"), Role::Dsl);
    Journal journal = journalInMemory();

    Written write(const char* text) { return append(journal, lead, noteDraft(QString::fromLatin1(text))); }
    Header headerOf(const Written& written)
    {
        return taken(parseHeader(taken(journal.at(written.place))->entry.header));
    }
    platform::Installation remembered() const { return taken(memory().load()); }
};

} // namespace

TEST_CASE("A device numbers its entries without a gap and chains each to the one before")
{
    Fixture room;
    const auto one = room.write("one");
    const auto two = room.write("two");
    CHECK(one.place.number == 1);
    CHECK(two.place == Place{one.place.device, 2});
    CHECK(room.headerOf(one).previous.isEmpty());
    CHECK(room.headerOf(two).previous == one.hash);
    CHECK(two.tick == 2);
    CHECK(room.headerOf(two).policy == Cited{room.policy.vault.lineage.counter, room.policy.vaultHash});
    CHECK(room.headerOf(two).desks.size() == 3);
    CHECK(room.remembered().hash == two.hash);
    CHECK_FALSE(room.remembered().pending);
}

TEST_CASE("Two devices say what they have seen of each other, once, and their ticks follow from it")
{
    Fixture room;
    const auto a1 = room.write("a1");
    room.usePc("two");
    const auto b1 = room.write("b1");
    const auto b2 = room.write("b2");
    room.usePc("one");
    const auto a2 = room.write("a2");
    const auto a3 = room.write("a3");
    CHECK(b1.place.device != a1.place.device);
    CHECK(room.headerOf(b1).seen == std::vector<Head>{{a1.place.device, 1, a1.hash}});
    CHECK(room.headerOf(b2).seen.empty());
    CHECK(room.headerOf(a2).seen == std::vector<Head>{{b1.place.device, 2, b2.hash}});
    CHECK(room.headerOf(a3).seen.empty());
    CHECK(a1.tick == 1);
    CHECK(b1.tick == 2);
    CHECK(b2.tick == 3);
    CHECK(a2.tick == 4);
    CHECK(a3.tick == 5);
    CHECK(room.remembered().head(b1.place.device)->hash == b2.hash);
}

TEST_CASE("A copied state folder writes as one device only until the copies part; then the late one is a new device")
{
    Fixture room;
    const auto first = room.write("first");
    const auto copy = room.remembered();
    const auto second = room.write("second");
    room.usePc("copy");
    done(room.memory().save(copy)); // of before the second
    const auto third = room.write("third");
    CHECK(third.place.device != first.place.device);
    CHECK(third.place.number == 1);
    CHECK(room.headerOf(third).seen == std::vector<Head>{{second.place.device, 2, second.hash}});
    room.usePc("one");
    CHECK(room.write("fourth").place == Place{first.place.device, 3});
}

TEST_CASE("A restored journal is continued by a new device, and what was lost stays known")
{
    Fixture room;
    const auto first = room.write("first");
    auto restored = room.journalInMemory();
    const auto row = taken(room.journal.at(first.place));
    done(restored.add(row->entry, room.headerOf(first)));
    const auto lost = room.write("lost");
    CHECK(taken(standing(room.journal, room.policy, room.remembered())).isGood());

    room.journal = std::move(restored);
    const auto behind = taken(standing(room.journal, room.policy, room.remembered()));
    REQUIRE(behind.missing.size() == 1);
    CHECK(behind.missing.front().startsWith(QStringLiteral("Entry 2 of this PC was in the journal")));
    CHECK(behind.forked.isEmpty());
    const auto next = room.write("next");
    CHECK(next.place.device != first.place.device);
    CHECK(room.remembered().head(lost.place.device)->number == 2);
    CHECK_FALSE(taken(standing(room.journal, room.policy, room.remembered())).isGood());
}

TEST_CASE("A program that died between the commit and the memory continues its chain")
{
    Fixture room;
    const auto first = room.write("first");
    const auto before = room.remembered();
    const auto second = room.write("second");
    auto died = before;
    died.pending = platform::RememberedEntry{second.place.number, second.hash};
    done(room.memory().save(died));
    CHECK(taken(standing(room.journal, room.policy, room.remembered())).isGood());
    const auto third = room.write("third");
    CHECK(third.place == Place{first.place.device, 3});
    CHECK(room.headerOf(third).previous == second.hash);

    // And one that died before the commit: what was pending never was.
    died = room.remembered();
    died.pending = platform::RememberedEntry{4, QByteArray(32, 'x')};
    done(room.memory().save(died));
    CHECK(room.write("fourth").place == Place{first.place.device, 4});
    // The same for the very first entry.
    room.usePc("three");
    platform::Installation fresh;
    fresh.device = QByteArray(16, 'd');
    fresh.pending = platform::RememberedEntry{1, QByteArray(32, 'x')};
    done(room.memory().save(fresh));
    CHECK(room.write("fifth").place == Place{fresh.device, 1});
}

TEST_CASE("An entry that is committed and cannot be shown to open is no success, and the next one follows it")
{
    Fixture room;
    auto& anna = room.add(QStringLiteral("Anna Assistant"), Role::Staff);
    auto good = anna.sealing.front().clone();
    anna.sealing.front().publicKey = crypto::SealingKeys::make().publicKey;
    auto draft = noteDraft(QStringLiteral("x"));
    draft.addressee = anna.member;
    CHECK(codeOf(journal::append(room.journal, room.memory(), room.policy, anna, draft, morning)) ==
          ErrorCode::MachineFailed);
    REQUIRE(taken(room.journal.count()) == 1);
    REQUIRE(room.remembered().pending);
    anna.sealing.front() = std::move(good);
    const auto next = room.append(room.journal, anna, draft);
    CHECK(next.place == Place{room.remembered().device, 2});
    CHECK(taken(room.journal.heads()).size() == 1);
}

TEST_CASE("Nothing is sealed to a desk without a reader")
{
    Fixture room;
    CHECK(codeOf(append(room.journal, room.memory(), room.policy, room.lead,
                        noteDraft(QStringLiteral("x"), model::chairDesk), morning)) == ErrorCode::NoReader);
    room.policy.desks.at(model::headDesk).statement.readers.clear();
    CHECK(codeOf(append(room.journal, room.memory(), room.policy, room.lead,
                        noteDraft(QStringLiteral("x"), model::headDesk), morning)) == ErrorCode::NoReader);
    CHECK(taken(room.journal.count()) == 0);
}

TEST_CASE("A place is taken once")
{
    Fixture room;
    const auto one = room.write("one");
    const auto row = taken(room.journal.at(one.place));
    CHECK(codeOf(room.journal.add(row->entry, room.headerOf(one))) == ErrorCode::AlreadyExists);
    CHECK(taken(room.journal.count()) == 1);
}

TEST_CASE("Standing tells a vault that is behind from one that has two histories")
{
    Fixture room;
    const auto old = room.policy;
    room.amend();
    room.write("one");
    auto memory = room.remembered();
    remember(memory, room.policy, taken(room.journal.heads()));
    CHECK(taken(standing(room.journal, room.policy, memory)).isGood());
    SECTION("an older vault.json")
    {
        const auto found = taken(standing(room.journal, old, memory));
        REQUIRE(found.missing.size() == 1);
        CHECK(found.missing.front().startsWith(
            QStringLiteral("vault.json is version 2, and this PC has seen version 3")));
        CHECK(found.forked.isEmpty());
    }
    SECTION("another vault.json of the same version, and a later one that follows from it")
    {
        auto other = room.policy;
        other.vaultHash = QByteArray(32, 'x');
        CHECK(taken(standing(room.journal, other, memory)).forked.size() == 1);
        other.vault.lineage = other.vault.lineage.next(other.vaultHash, morning, {});
        CHECK(taken(standing(room.journal, other, memory)).forked.size() == 1);
        CHECK(taken(standing(room.journal, other, memory)).missing.isEmpty());
    }
    SECTION("a later one that follows from the one seen")
    {
        room.amend();
        CHECK(taken(standing(room.journal, room.policy, memory)).isGood());
    }
    SECTION("a desk that has gone, or has two histories")
    {
        auto other = room.policy;
        other.desks.at(model::headDesk).hash = QByteArray(32, 'x');
        CHECK(taken(standing(room.journal, other, memory)).forked.size() == 1);
        other.desks.erase(model::headDesk);
        CHECK(
            taken(standing(room.journal, other, memory)).missing.front().startsWith(QStringLiteral("desks/head.json")));
    }
    SECTION("an entry that is another")
    {
        memory.hash = QByteArray(32, 'x');
        CHECK(taken(standing(room.journal, room.policy, memory)).forked.size() == 1);
    }
}

TEST_CASE("What was destroyed leaves the chain whole and cannot be opened")
{
    Fixture room;
    const auto one = room.write("one");
    const auto two = room.write("two");
    done(room.journal.destroy(one.place));
    const auto row = taken(room.journal.at(one.place));
    CHECK(row->entry.isDestroyed());
    CHECK(row->entry.slotBytes.isEmpty());
    CHECK(row->entry.hash() == one.hash);
    CHECK(room.headerOf(two).previous == row->entry.hash());
    CHECK_FALSE(taken(openEntry(row->entry, room.deskKeys(model::safeguardingDesk))));
    CHECK(taken(standing(room.journal, room.policy, room.remembered())).isGood());
}

namespace {

std::vector<Item> manyNotes(const vault::Keyring& author, int count)
{
    std::vector<Item> items;
    for (int i = 0; i < count; ++i)
        items.push_back({noteDraft(QString::number(i)), &author, morning.addSecs(i)});
    return items;
}

} // namespace

TEST_CASE("Many entries are written at once, as if one after the other")
{
    Fixture room;
    auto& anna = room.add(QStringLiteral("Anna Assistant"), Role::Staff);
    room.usePc("two");
    const auto other = room.write("from another PC");
    room.usePc("one");
    const auto first = room.write("first");
    room.usePc("two");
    const auto later = room.write("later, from another PC");
    room.usePc("one");

    auto items = manyNotes(room.lead, 2500);
    items[1].author = &anna;
    items[1].draft.addressee = anna.member;
    QList<qint64> told;
    const auto last = taken(appendAll(room.journal, room.memory(), room.policy, items,
                                      {[&](qint64 done, qint64 total) {
                                           told << done;
                                           CHECK(total == 2500);
                                       },
                                       {}}));
    CHECK(told == QList<qint64>{1000, 2000, 2500});
    CHECK(last.place == Place{first.place.device, 2501});
    CHECK(last.tick == later.tick + 2500);
    CHECK(room.remembered().number == 2501);
    CHECK(room.remembered().hash == last.hash);
    CHECK_FALSE(room.remembered().pending);
    CHECK(room.remembered().head(other.place.device)->number == 2);

    const auto header = [&](qint64 number) {
        return taken(parseHeader(taken(room.journal.at({first.place.device, number}))->entry.header));
    };
    CHECK(header(2).previous == first.hash);
    CHECK(header(2).seen == std::vector<Head>{{later.place.device, 2, later.hash}});
    CHECK(header(3).seen.empty());
    CHECK(header(1002).previous == taken(room.journal.at({first.place.device, 1001}))->entry.hash());
    const auto opened = taken(
        openEntry(taken(room.journal.at({first.place.device, 1002}))->entry, room.deskKeys(model::safeguardingDesk)));
    CHECK(opened->body.value(QStringLiteral("text")).toString() == QStringLiteral("1000"));
    CHECK(opened->at == morning.addSecs(1000));
    CHECK(taken(openEntry(taken(room.journal.at({first.place.device, 3}))->entry, Room::ownKeys(anna)))->author ==
          anna.member);
    CHECK(room.write("next").place.number == 2502);
    CHECK(taken(standing(room.journal, room.policy, room.remembered())).isGood());
}

TEST_CASE("Of many entries all are written or none")
{
    Fixture room;
    const auto first = room.write("first");
    const auto before = room.remembered();
    auto items = manyNotes(room.lead, 1500);
    SECTION("one that cannot be sealed")
    {
        items[1200].draft.desk = model::chairDesk;
        CHECK(codeOf(appendAll(room.journal, room.memory(), room.policy, items)) == ErrorCode::NoReader);
    }
    SECTION("cancelled in the middle")
    {
        CHECK(codeOf(appendAll(room.journal, room.memory(), room.policy, items, {{}, [] { return true; }})) ==
              ErrorCode::Cancelled);
    }
    CHECK(taken(room.journal.count()) == 1);
    CHECK(room.remembered() == before);
    CHECK(room.write("second").place == Place{first.place.device, 2});
}

TEST_CASE("A program that died after committing many entries continues after the last")
{
    Fixture room;
    const auto first = room.write("first");
    auto died = room.remembered();
    const auto last = taken(appendAll(room.journal, room.memory(), room.policy, manyNotes(room.lead, 40)));
    died.pending = platform::RememberedEntry{last.place.number, last.hash};
    done(room.memory().save(died));
    CHECK(taken(standing(room.journal, room.policy, room.remembered())).isGood());
    const auto next = room.write("next");
    CHECK(next.place == Place{first.place.device, 42});
    CHECK(room.headerOf(next).previous == last.hash);
}
