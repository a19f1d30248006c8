#include "room.h"
#include "upkeep/verify.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::journal;
using model::Role;

namespace {

/// A journal of two devices that have seen each other, and a member of staff who has its key and the source.
struct Fixture : Room {
    vault::Keyring& lead = add(QStringLiteral("Testa Lead"), Role::Dsl);
    vault::Keyring& anna = add(QStringLiteral("Anna Assistant"), Role::Staff);
    Journal journal = journalInMemory();
    std::vector<Written> one;
    std::vector<Written> two;

    Fixture()
    {
        write("one", one);
        write("one", one);
        write("two", two); // has seen entry 2 of one
        write("one", one);
        write("two", two); // has seen entry 3 of one
        write("one", one); // which nobody has seen
    }

    void write(const char* pc, std::vector<Written>& list)
    {
        usePc(pc);
        list.push_back(append(journal, lead, noteDraft(QStringLiteral("note"))));
    }
    Row row(const Written& written) { return *taken(journal.at(written.place)); }
    Header header(const Written& written) { return taken(parseHeader(row(written).entry.header)); }

    Content content(const vault::Keyring& author) const
    {
        Content made;
        made.id = crypto::randomBytes(16);
        made.kind = QStringLiteral("note");
        made.author = author.member;
        made.key = author.signing.publicKey;
        made.at = morning;
        made.desk = model::safeguardingDesk;
        made.epoch = 1;
        made.body = model::writeBody(model::TextBody{QStringLiteral("forged"), {}, {}, {}});
        return made;
    }
    StoredEntry sealed(const Header& header, const Content& what, const vault::Keyring& signer) const
    {
        return taken(
            sealEntry(header, what, signer.signing, policy.desk(model::safeguardingDesk)->newest().sealing, {}));
    }
    /// Puts `entry` into the row of `place`, as anybody can who has the journal's key.
    void put(const Place& place, const StoredEntry& entry)
    {
        done(journal.connection().run(
            "UPDATE entry SET header = ?, slots = ?, slots_hash = ?, sealed = ?, sealed_hash = ? WHERE device = ? AND "
            "number = ?",
            entry.header, entry.slotBytes, entry.slotsHash, entry.sealed, entry.sealedHash, place.device,
            place.number));
    }
    void putHead(const Place& place, const QByteArray& hash)
    {
        done(journal.connection().run("UPDATE head SET number = ?, hash = ? WHERE device = ?", place.number, hash,
                                      place.device));
    }
    /// A further entry of device one, made by hand.
    Header nextHeader()
    {
        auto next = header(one.back());
        next.number += 1;
        next.previous = one.back().hash;
        next.tick += 1;
        next.seen.clear();
        return next;
    }
    void addForged(const Header& header, const Content& what, const vault::Keyring& signer)
    {
        done(journal.add(sealed(header, what, signer), header));
    }

    QStringList findings(bool asLead = true)
    {
        casebook::Reading reading;
        reading.policy = &policy;
        if (asLead) {
            reading.keys = deskKeys(model::safeguardingDesk);
            reading.desk = model::safeguardingDesk;
        }
        QStringList list;
        for (const auto& finding : taken(upkeep::verifyJournal(journal, reading)).findings) {
            CHECK_FALSE(finding.sentence.isEmpty());
            const auto which =
                finding.place == upkeep::placeName(one.front().place)
                                     .replace(QStringLiteral("entry 1 "), finding.place.section(u' ', 0, 1) + u' ')
                    ? u'a'
                    : u'b';
            list << finding.code + u' ' + which + finding.place.section(u' ', 1, 1);
        }
        list.sort();
        return list;
    }
    QStringList memoryFindings()
    {
        usePc("one");
        const auto found = taken(standing(journal, policy, taken(memory().load())));
        QStringList list;
        for (int i = 0; i < found.missing.size(); ++i)
            list << QStringLiteral("missing");
        for (int i = 0; i < found.forked.size(); ++i)
            list << QStringLiteral("forked");
        return list;
    }
};

QStringList list(const char* words)
{
    return QString::fromLatin1(words).split(QStringLiteral(", "), Qt::SkipEmptyParts);
}

} // namespace

TEST_CASE("A journal that nobody touched has nothing to be found")
{
    Fixture room;
    CHECK(room.findings() == QStringList());
    CHECK(room.findings(false) == QStringList());
    CHECK(room.memoryFindings() == QStringList());
}

TEST_CASE("Cut off: in the middle, at the end that others have seen, and at the end that only this PC remembers")
{
    Fixture room;
    auto& sql = room.journal.connection();
    SECTION("in the middle")
    {
        done(sql.run("DELETE FROM entry WHERE device = ? AND number = 2", room.one[0].place.device));
        CHECK(room.findings() == list("gap a3, seen-missing b1"));
    }
    SECTION("at the end, the list of heads forgotten")
    {
        done(sql.run("DELETE FROM entry WHERE device = ? AND number = 4", room.one[0].place.device));
        CHECK(room.findings() == list("bad-head a4"));
    }
    SECTION("at the end, which nobody has seen: rolled back")
    {
        done(sql.run("DELETE FROM entry WHERE device = ? AND number = 4", room.one[0].place.device));
        room.putHead(room.one[2].place, room.one[2].hash);
        CHECK(room.findings() == QStringList());
        CHECK(room.memoryFindings() == list("missing"));
    }
    SECTION("at the end, which another device has seen")
    {
        done(sql.run("DELETE FROM entry WHERE device = ? AND number >= 3", room.one[0].place.device));
        room.putHead(room.one[1].place, room.one[1].hash);
        CHECK(room.findings() == list("seen-missing b2"));
    }
    SECTION("a whole device")
    {
        done(sql.run("DELETE FROM entry WHERE device = ?", room.two[0].place.device));
        done(sql.run("DELETE FROM head WHERE device = ?", room.two[0].place.device));
        CHECK(room.findings() == list("seen-missing a3, seen-missing a4"));
        CHECK(room.memoryFindings() == list("missing"));
    }
}

TEST_CASE("Rolled back: an entry that cites a newer vault.json than the one that is here")
{
    Fixture room;
    const auto before = room.policy;
    room.amend();
    room.write("one", room.one);
    room.policy = before;
    CHECK(room.findings() == list("behind a5, not-allowed a5"));
}

TEST_CASE("Reordered and duplicated: an entry in another place than its own")
{
    Fixture room;
    auto& sql = room.journal.connection();
    const auto device = room.one[0].place.device;
    SECTION("two that changed places")
    {
        done(sql.run("UPDATE entry SET number = 99 WHERE device = ? AND number = 1", device));
        done(sql.run("UPDATE entry SET number = 1 WHERE device = ? AND number = 2", device));
        done(sql.run("UPDATE entry SET number = 2 WHERE device = ? AND number = 99", device));
        const auto found = room.findings();
        CHECK(found.contains(QStringLiteral("moved a1")));
        CHECK(found.contains(QStringLiteral("moved a2")));
        CHECK(found.contains(QStringLiteral("seen-changed b1")));
    }
    SECTION("another order of arrival says nothing")
    {
        done(sql.run("UPDATE entry SET sequence = 100 - sequence"));
        CHECK(room.findings() == QStringList());
    }
    SECTION("one that stands twice")
    {
        const auto row = room.row(room.one[0]);
        auto header = room.header(room.one[0]);
        CHECK(codeOf(room.journal.add(row.entry, header)) == model::ErrorCode::AlreadyExists);
        header.number = 5;
        done(room.journal.add(row.entry, header));
        CHECK(room.findings() == list("bad-tick a5, broken-chain a5, moved a5"));
    }
    SECTION("one that another device claims")
    {
        const auto row = room.row(room.one[0]);
        auto header = room.header(room.one[0]);
        header.device = crypto::randomBytes(16);
        done(room.journal.add(row.entry, header));
        CHECK(room.findings() == list("moved b1"));
    }
}

TEST_CASE("Substituted and re-chained: another entry in its place, with or without those that follow")
{
    Fixture room;
    auto forgedHeader = room.header(room.one[2]);
    const auto forged = room.sealed(forgedHeader, room.content(room.lead), room.lead);
    SECTION("one that others have seen and that the next one follows")
    {
        room.put(room.one[2].place, forged);
        CHECK(room.findings() == list("broken-chain a4, seen-changed b2"));
    }
    SECTION("with the one that follows signed again")
    {
        room.put(room.one[2].place, forged);
        auto next = room.header(room.one[3]);
        next.previous = forged.hash();
        const auto last = room.sealed(next, room.content(room.lead), room.lead);
        room.put(room.one[3].place, last);
        room.putHead(room.one[3].place, last.hash());
        CHECK(room.findings() == list("seen-changed b2"));
        CHECK(room.memoryFindings() == list("forked"));
    }
    SECTION("the newest, which only this PC remembers")
    {
        const auto last = room.sealed(room.header(room.one[3]), room.content(room.lead), room.lead);
        room.put(room.one[3].place, last);
        CHECK(room.findings() == list("bad-head a4"));
        room.putHead(room.one[3].place, last.hash());
        CHECK(room.findings() == QStringList());
        CHECK(room.memoryFindings() == list("forked"));
    }
}

TEST_CASE("Re-signed: by somebody else, in the author's name or in their own")
{
    Fixture room;
    const auto place = room.one[3].place;
    SECTION("the author's name over another's signature")
    {
        const auto forged = room.sealed(room.header(room.one[3]), room.content(room.lead), room.anna);
        room.put(place, forged);
        room.putHead(place, forged.hash());
        CHECK(room.findings() == list("bad-content a4"));
    }
    SECTION("the author's name with another's key")
    {
        auto content = room.content(room.lead);
        content.key = room.anna.signing.publicKey;
        const auto forged = room.sealed(room.header(room.one[3]), content, room.anna);
        room.put(place, forged);
        room.putHead(place, forged.hash());
        CHECK(room.findings() == list("not-allowed a4"));
    }
    SECTION("their own name, for what they may not")
    {
        room.addForged(room.nextHeader(), room.content(room.anna), room.anna);
        CHECK(room.findings() == list("not-allowed a5"));
    }
    SECTION("another content beside the old hash")
    {
        auto row = room.row(room.one[3]);
        const auto hash = row.entry.sealedHash;
        row.entry = room.sealed(room.header(room.one[3]), room.content(room.lead), room.lead);
        row.entry.sealedHash = hash;
        room.put(place, row.entry);
        const auto found = room.findings();
        CHECK(found.contains(QStringLiteral("changed a4")));
    }
}

TEST_CASE("Bit-flipped: in the header, the slots and the content")
{
    Fixture room;
    const auto flip = [&](const Written& written, QByteArray StoredEntry::*part, qsizetype at) {
        auto entry = room.row(written).entry;
        (entry.*part)[at] = static_cast<char>((entry.*part)[at] ^ 4);
        room.put(written.place, entry);
    };
    SECTION("content")
    {
        flip(room.one[3], &StoredEntry::sealed, 500);
        CHECK(room.findings() == list("bad-content a4, changed a4"));
        CHECK(room.findings(false) == list("changed a4"));
    }
    SECTION("the slot that another person opens")
    {
        flip(room.one[3], &StoredEntry::slotBytes, 100);
        CHECK(room.findings() == list("changed a4"));
    }
    SECTION("a hash")
    {
        flip(room.one[2], &StoredEntry::sealedHash, 0);
        CHECK(room.findings(false) == list("broken-chain a4, changed a3, seen-changed b2"));
    }
    SECTION("the header, so that it is none")
    {
        flip(room.one[3], &StoredEntry::header, 0);
        CHECK(room.findings() == list("bad-head a4, bad-header a4"));
    }
    SECTION("the header, in a value")
    {
        const auto header = room.row(room.one[2]).entry.header;
        flip(room.one[2], &StoredEntry::header, header.indexOf(room.header(room.one[2]).commitment) + 3);
        CHECK(room.findings() == list("bad-content a3, broken-chain a4, seen-changed b2"));
    }
}

TEST_CASE("Ticks, vaults and statements that are made up")
{
    Fixture room;
    auto header = room.nextHeader();
    SECTION("a tick")
    {
        header.tick = 99;
        room.addForged(header, room.content(room.lead), room.lead);
        CHECK(room.findings() == list("bad-tick a5"));
    }
    SECTION("a vault")
    {
        header.vault = QByteArray(16, 'x');
        room.addForged(header, room.content(room.lead), room.lead);
        CHECK(room.findings() == list("not-allowed a5, other-vault a5"));
    }
    SECTION("a vault.json")
    {
        header.policy.hash = QByteArray(32, 'x');
        room.addForged(header, room.content(room.lead), room.lead);
        CHECK(room.findings() == list("not-allowed a5, unknown-policy a5"));
    }
    SECTION("a desk's statement")
    {
        header.desks.front().cited.hash = QByteArray(32, 'x');
        room.addForged(header, room.content(room.lead), room.lead);
        CHECK(room.findings() == list("unknown-desk a5"));
    }
    SECTION("an entry that was seen")
    {
        header.seen = {{room.two[1].place.device, 9, QByteArray(32, 'x')}};
        room.addForged(header, room.content(room.lead), room.lead);
        CHECK(room.findings() == list("seen-missing a5"));
    }
}

TEST_CASE("Content that is gone is damage, unless one who may has written that it was destroyed")
{
    Fixture room;
    const auto& gone = room.one[1];
    done(room.journal.destroy(gone.place));
    CHECK(room.findings() == list("missing-content a2"));
    auto content = room.content(room.anna);
    content.kind = model::nameOf(model::Kind::Destroyed);
    model::DestroyedBody body{gone.place.device, gone.place.number, gone.hash, QStringLiteral("Retention has ended")};
    content.body = model::writeBody(body);
    SECTION("by a member of staff")
    {
        room.addForged(room.nextHeader(), content, room.anna);
        CHECK(room.findings() == list("missing-content a2, not-allowed a5"));
    }
    SECTION("of another hash")
    {
        body.hash = QByteArray(32, 'x');
        content.body = model::writeBody(body);
        content.author = room.lead.member;
        content.key = room.lead.signing.publicKey;
        room.addForged(room.nextHeader(), content, room.lead);
        CHECK(room.findings() == list("missing-content a2"));
    }
    SECTION("by a lead")
    {
        content.author = room.lead.member;
        content.key = room.lead.signing.publicKey;
        room.addForged(room.nextHeader(), content, room.lead);
        CHECK(room.findings() == QStringList());
    }
}
