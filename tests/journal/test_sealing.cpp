#include "crypto/hash.h"
#include "model/cbor.h"
#include "room.h"

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using namespace heed::journal;
using model::ErrorCode;
using model::Role;

namespace {

Header headerOf(const Room& room)
{
    Header header;
    header.vault = room.policy.vault.vault;
    header.device = crypto::randomBytes(16);
    header.number = 1;
    header.tick = 1;
    header.policy = {room.policy.vault.lineage.counter, room.policy.vaultHash};
    return header;
}

Content contentBy(const vault::Keyring& author, const QString& text)
{
    Content content;
    content.id = crypto::randomBytes(16);
    content.kind = QStringLiteral("note");
    content.author = author.member;
    content.key = author.signing.publicKey;
    content.at = morning;
    content.desk = model::safeguardingDesk;
    content.epoch = 1;
    content.body = model::writeBody(model::TextBody{text, {}, {}, {}});
    return content;
}

struct Fixture : Room {
    const vault::Keyring& anna = add(QStringLiteral("Anna Assistant"), Role::Staff);
    const vault::Keyring& bob = add(QStringLiteral("Bob Builder"), Role::Staff);
    const vault::Keyring& lead = add(QStringLiteral("Testa Lead"), Role::Dsl);
    const vault::Keyring& head = add(QStringLiteral("Hedda Mock"), Role::Head);
    const QByteArray deskKey = policy.desk(model::safeguardingDesk)->newest().sealing;

    StoredEntry sealed(const Content& content, const QByteArray& personKey) const
    {
        return taken(sealEntry(headerOf(*this), content, anna.signing, deskKey, personKey));
    }
    bool opens(const StoredEntry& entry, const ReadingKeys& keys) const
    {
        const auto opened = openEntry(entry, keys);
        return opened && opened->has_value();
    }
};

} // namespace

TEST_CASE("An entry opens for its desk and for its author, and for nobody else")
{
    const Fixture room;
    const auto content = contentBy(room.anna, QStringLiteral("Saw a car"));
    const auto entry = room.sealed(content, room.anna.sealing.front().publicKey);
    CHECK(taken(openEntry(entry, room.deskKeys(model::safeguardingDesk))) == content);
    CHECK(taken(openEntry(entry, Room::ownKeys(room.anna))) == content);
    CHECK_FALSE(room.opens(entry, Room::ownKeys(room.bob)));
    CHECK_FALSE(room.opens(entry, Room::ownKeys(room.head)));
    CHECK_FALSE(room.opens(entry, room.deskKeys(model::headDesk)));
    CHECK_FALSE(room.opens(entry, room.deskKeys(model::everyoneDesk)));
    CHECK_FALSE(room.opens(entry, {}));
    // Each slot only for its kind of key: a desk's key in the second would tell which slot is whose.
    auto swapped = room.deskKeys(model::safeguardingDesk);
    std::swap(swapped.desk, swapped.personal);
    CHECK_FALSE(room.opens(entry, swapped));
}

TEST_CASE("A confidential entry for the desk alone looks like every other and opens for the desk alone")
{
    const Fixture room;
    const auto content = contentBy(room.anna, QStringLiteral("Saw a car"));
    const auto both = room.sealed(content, room.anna.sealing.front().publicKey);
    const auto alone = room.sealed(content, {});
    CHECK(alone.slotBytes.size() == both.slotBytes.size());
    CHECK(alone.sealed.size() == both.sealed.size());
    CHECK(room.opens(alone, room.deskKeys(model::safeguardingDesk)));
    CHECK_FALSE(room.opens(alone, Room::ownKeys(room.anna)));
    const auto throwaway = QByteArrayView(alone.slotBytes).sliced(80);
    CHECK_FALSE(crypto::openSeal(room.lead.desks.at(model::safeguardingDesk).newestSealing(), throwaway));
}

TEST_CASE("What lies open names no person and no desk, and shows the length only in kilobytes")
{
    Fixture room;
    auto journal = room.journalInMemory();
    for (const int length : {0, 1, 700, 1024, 5000}) {
        const auto written = room.append(journal, room.anna, [&] {
            auto draft = noteDraft(QString(length, u'x'));
            draft.addressee = room.anna.member;
            return draft;
        }());
        const auto row = taken(journal.at(written.place));
        CHECK((row->entry.sealed.size() - (24 + 16 + 64)) % 1024 == 0);
        CHECK(row->entry.slotBytes.size() == 160);
        for (const auto& bytes : {row->entry.header, row->entry.slotBytes, row->entry.sealed})
            for (const auto& secret :
                 {room.anna.member.toUtf8(), QByteArray::fromHex(room.anna.member.toLatin1()), QByteArray("Anna"),
                  room.anna.signing.publicKey, room.anna.sealing.front().publicKey, room.deskKey})
                CHECK_FALSE(bytes.contains(secret));
        // The statements in force are named in every header alike; which desk it is for is not.
        auto forHead = noteDraft(QString(length, u'x'), model::headDesk);
        const auto other = taken(journal.at(room.append(journal, room.head, forHead).place));
        CHECK(taken(parseHeader(other->entry.header)).to == Audience::Confidential);
        CHECK(taken(parseHeader(other->entry.header)).desks == taken(parseHeader(row->entry.header)).desks);
    }
}

TEST_CASE("A bit that flips anywhere in an entry is noticed")
{
    const Fixture room;
    const auto entry =
        room.sealed(contentBy(room.anna, QStringLiteral("Saw a car")), room.anna.sealing.front().publicKey);
    const auto keys = room.deskKeys(model::safeguardingDesk);
    const auto hash = entry.hash();
    int unseen = 0;
    for (const auto part : {&StoredEntry::header, &StoredEntry::slotBytes, &StoredEntry::sealed,
                            &StoredEntry::slotsHash, &StoredEntry::sealedHash})
        for (qsizetype i = 0; i < (entry.*part).size(); ++i) {
            auto bad = entry;
            (bad.*part)[i] = static_cast<char>((bad.*part)[i] ^ (1 << (i % 8)));
            const bool hashesFit = bad.slotsHash == hashOfSlots(bad.slotBytes) &&
                                   bad.sealedHash == hashOfSealed(bad.sealed) && bad.hash() == hash;
            unseen += hashesFit ? 1 : 0;
            // And what a reader would be shown is the true content or nothing.
            if (part == &StoredEntry::header || part == &StoredEntry::sealed || part == &StoredEntry::sealedHash)
                unseen += room.opens(bad, keys) ? 1 : 0;
        }
    CHECK(unseen == 0);
}

TEST_CASE("A key that is not the one committed to, or another author's signature, is refused")
{
    const Fixture room;
    const auto content = contentBy(room.anna, QStringLiteral("Saw a car"));
    const auto keys = room.deskKeys(model::safeguardingDesk);
    const auto one = room.sealed(content, {});
    const auto two = room.sealed(content, {});
    auto mixed = one;
    mixed.slotBytes = two.slotBytes;
    mixed.slotsHash = two.slotsHash;
    const auto answer = openEntry(mixed, keys);
    CHECK(codeOf(answer) == ErrorCode::Damaged);
    CHECK(answer.error().message.contains(QStringLiteral("commits")));
    // Bob signs what says that it is Anna's.
    const auto forged = taken(sealEntry(headerOf(room), content, room.bob.signing, room.deskKey, {}));
    CHECK(openEntry(forged, keys).error().message.contains(QStringLiteral("signature")));
    // Content and slots moved under another header.
    auto moved = one;
    moved.header = two.header;
    CHECK(codeOf(openEntry(moved, keys)) == ErrorCode::Damaged);
}

TEST_CASE("An author cannot put another content under the header of an entry of theirs")
{
    const Fixture room;
    const auto keys = Room::ownKeys(room.anna);
    const auto entry =
        room.sealed(contentBy(room.anna, QStringLiteral("Saw a car")), room.anna.sealing.front().publicKey);
    const auto header = taken(parseHeader(entry.header));
    // The second seal has another key and so another commitment; only a tool that keeps the key could do more, and
    // the hash of the sealed bytes stands in the chain.
    auto other = taken(sealEntry(header, contentBy(room.anna, QStringLiteral("Saw nothing")), room.anna.signing,
                                 room.deskKey, room.anna.sealing.front().publicKey));
    CHECK(other.hash() != entry.hash());
    other.sealedHash = entry.sealedHash;
    CHECK(codeOf(openEntry(other, keys)) == ErrorCode::Damaged);
}

TEST_CASE("More than 16 MiB is refused before anything is written")
{
    const Fixture room;
    CHECK(codeOf(sealEntry(headerOf(room), contentBy(room.anna, QString(17 * 1024 * 1024, u'x')), room.anna.signing,
                           room.deskKey, {})) == ErrorCode::BadInput);
}
