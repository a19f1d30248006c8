#include "journal/append.h"

#include "crypto/random.h"
#include "journal/cores.h"
#include "model/reference.h"

#include <algorithm>

namespace heed::journal {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;
using platform::Installation;

namespace {

constexpr std::size_t batch = 1000;
constexpr std::size_t mostAhead = 20'000; // entries; some 60 MiB

const DeviceHead* headOf(const std::vector<DeviceHead>& heads, const QByteArray& device)
{
    const auto found =
        std::find_if(heads.begin(), heads.end(), [&](const DeviceHead& some) { return some.head.device == device; });
    return found == heads.end() ? nullptr : &*found;
}

/// A device goes on only if the journal's newest entry of it is the one remembered, or the one it was about to write
/// when the program died; else, as after a copy or a restore, this installation is a new device.
bool goesOn(const Installation& memory, const DeviceHead* head)
{
    if (memory.device.isEmpty())
        return false;
    if (!head)
        return memory.number == 0;
    const auto isHead = [&](qint64 number, const QByteArray& hash) {
        return head->head.number == number && head->head.hash == hash;
    };
    return isHead(memory.number, memory.hash) ||
           (memory.pending && isHead(memory.pending->number, memory.pending->hash));
}

/// What an entry needs besides its place in the chain.
struct Prepared {
    Content content;
    Audience to = Audience::Confidential;
    Envelope envelope;
};

Expected<Prepared> prepare(const vault::Policy& policy, const Item& item)
{
    const auto& draft = item.draft;
    const auto& author = *item.author;
    const auto* desk = policy.desk(draft.desk);
    if (!desk || desk->readers.empty())
        return failure(
            ErrorCode::NoReader,
            QStringLiteral("Nobody can open what is written to %1 yet: nothing was sent. See them in person.")
                .arg(model::deskTitle(draft.desk)));
    Prepared prepared;
    prepared.to = draft.desk == model::everyoneDesk ? Audience::Everyone : Audience::Confidential;
    auto& content = prepared.content;
    content.id = draft.id.isEmpty() ? crypto::randomBytes(model::idLength) : draft.id;
    content.kind = model::nameOf(draft.kind);
    content.author = author.member;
    content.key = author.signing.publicKey;
    content.succession = author.succession;
    content.at = item.at;
    content.desk = draft.desk;
    content.epoch = desk->newest().number;
    content.record = draft.record;
    content.body = model::writeBody(draft.body);
    content.attachments = draft.attachments;
    QByteArray personKey;
    if (!draft.addressee.isEmpty()) {
        const auto* person = policy.member(draft.addressee);
        const auto keys = person ? policy.keysOf(*person) : std::nullopt;
        if (draft.addressee == author.member)
            personKey = author.sealing.front().publicKey;
        else if (keys)
            personKey = keys->sealing;
        if (!personKey.isEmpty())
            content.recipients << draft.addressee;
    }
    HEED_TAKE(prepared.envelope, prepareEnvelope(prepared.to, content, desk->newest().sealing, personKey));
    return prepared;
}

using Several = std::vector<Expected<Prepared>>;

Several prepareSome(const vault::Policy& policy, const std::vector<Item>& items, std::size_t from)
{
    Several prepared(std::min(batch, items.size() - from));
    onAllCores(prepared.size(), [&](std::size_t i) { prepared[i] = prepare(policy, items[from + i]); });
    return prepared;
}

/// The header of the first entry to be written, all but its audience and commitment.
Expected<Header> firstHeader(Journal& journal, const vault::Policy& policy, const std::vector<DeviceHead>& heads,
                             const QByteArray& device)
{
    const auto* own = headOf(heads, device);
    Header header;
    header.vault = policy.vault.vault;
    header.device = device;
    header.number = own ? own->head.number + 1 : 1;
    header.previous = own ? own->head.hash : QByteArray();
    header.tick = own ? own->tick : 0;
    HEED_TAKE(const auto seen, journal.seenBy(device));
    for (const auto& other : heads) {
        const auto known = seen.find(other.head.device);
        if (other.head.device == device || (known != seen.end() && known->second >= other.head.number))
            continue;
        header.seen.push_back(other.head);
        header.tick = std::max(header.tick, other.tick);
    }
    header.tick += 1;
    header.policy = {policy.vault.lineage.counter, policy.vaultHash};
    for (const auto& [name, inForce] : policy.desks)
        header.desks.push_back({name, {inForce.statement.lineage.counter, inForce.hash}});
    return header;
}

/// That a committed row opens with what its author holds. An author may write what only others open: feedback is
/// sealed to its desk and to whom it is for.
Result expectToOpen(const Row& row, const Item& item)
{
    const auto& author = *item.author;
    ReadingKeys keys;
    for (const auto& pair : author.sealing)
        keys.personal.push_back(&pair);
    if (const auto found = author.desks.find(item.draft.desk); found != author.desks.end())
        keys.desk.push_back(&found->second.newestSealing());
    const bool opens = !keys.desk.empty() || item.draft.addressee == author.member;
    HEED_TAKE(const auto opened, openEntry(row.entry, keys));
    if (opens && !opened)
        return failure(ErrorCode::MachineFailed,
                       QStringLiteral("What was written does not open again: write it on paper and tell a "
                                      "designated safeguarding lead now."));
    return {};
}

/// Success is what was read back, not what was meant: each row follows from the one before, the last is `newest`, and
/// each opens.
Result readBack(Journal& journal, const Place& first, QByteArray previous, const QByteArray& newest,
                const std::vector<Item>& items)
{
    const auto lost = [] {
        return failure(ErrorCode::MachineFailed,
                       QStringLiteral("What was written could not be read back: the disk may be failing. Write it on "
                                      "paper and tell a designated safeguarding lead now."));
    };
    HEED_TAKE(const auto begin, journal.at(first));
    if (!begin)
        return lost();
    // One transaction's rows stand in one piece.
    auto sequence = begin->sequence - 1;
    for (std::size_t from = 0; from < items.size();) {
        const auto count = std::min(batch, items.size() - from);
        HEED_TAKE(const auto rows, journal.after(sequence, static_cast<int>(count)));
        if (rows.size() != count)
            return lost();
        std::vector<Result> opened(count);
        std::vector<Expected<Header>> headers(count);
        onAllCores(count, [&](std::size_t i) {
            headers[i] = parseHeader(rows[i].entry.header);
            opened[i] = expectToOpen(rows[i], items[from + i]);
        });
        for (std::size_t i = 0; i < count; ++i) {
            const auto& entry = rows[i].entry;
            HEED_TAKE(const auto header, std::move(headers[i]));
            const Place place{first.device, first.number + static_cast<qint64>(from + i)};
            if (rows[i].place != place || header.place() != place || header.previous != previous ||
                entry.slotsHash != hashOfSlots(entry.slotBytes))
                return lost();
            previous = entry.hash();
        }
        for (const auto& result : opened)
            HEED_TRY(result);
        from += count;
        sequence = rows.back().sequence;
    }
    return previous == newest ? Result() : lost();
}

} // namespace

Expected<Written> appendAll(Journal& journal, const platform::InstallationFile& memoryFile, const vault::Policy& policy,
                            const std::vector<Item>& items, const Watch& watch)
{
    Q_ASSERT(!items.empty());
    // Keys and slots before anybody has to wait; what needs the chain afterwards is a small part of the work.
    std::vector<Several> ahead;
    for (std::size_t from = 0; from < std::min(items.size(), mostAhead); from += batch) {
        if (watch.isCancelled())
            return failure(ErrorCode::Cancelled, QStringLiteral("Stopped: nothing was written."));
        ahead.push_back(prepareSome(policy, items, from));
    }
    HEED_TAKE(const auto memoryLock, memoryFile.lock());
    HEED_TAKE(auto memory, memoryFile.load());
    HEED_TAKE(auto transaction, sql::Transaction::write(journal.connection()));
    HEED_TAKE(const auto heads, journal.heads());
    if (!goesOn(memory, headOf(heads, memory.device))) {
        if (memory.number > 0)
            memory.remember(platform::RememberedHead{memory.device, memory.number, memory.hash});
        memory.device = crypto::randomBytes(16);
    }
    HEED_TAKE(auto header, firstHeader(journal, policy, heads, memory.device));
    const auto first = header.place();
    const auto before = header.previous;

    Written last;
    const auto total = static_cast<qint64>(items.size());
    for (std::size_t from = 0; from < items.size(); from += batch) {
        auto prepared = from / batch < ahead.size() ? std::move(ahead[from / batch]) : prepareSome(policy, items, from);
        for (std::size_t i = 0; i < prepared.size(); ++i) {
            if (!prepared[i])
                return tl::make_unexpected(prepared[i].error());
            header.to = prepared[i]->to;
            const auto entry = sealEnvelope(header, std::move(prepared[i]->envelope), items[from + i].author->signing);
            HEED_TRY(journal.add(entry, header));
            last = {header.place(), header.tick, entry.hash(), std::move(prepared[i]->content)};
            header.number += 1;
            header.tick += 1;
            header.previous = last.hash;
            header.seen.clear();
        }
        watch.say(last.place.number - first.number + 1, total);
        if (watch.isCancelled())
            return failure(ErrorCode::Cancelled, QStringLiteral("Stopped: nothing was written."));
    }

    memory.number = first.number - 1;
    memory.hash = before;
    memory.pending = {last.place.number, last.hash};
    HEED_TRY(memoryFile.save(memory));
    HEED_TRY(transaction.commit());

    HEED_TRY(readBack(journal, first, before, last.hash, items));
    memory.number = last.place.number;
    memory.hash = last.hash;
    memory.pending.reset();
    // Forward only: what a journal that was put back lacks is not forgotten by writing to it.
    for (const auto& other : heads)
        if (const auto known = memory.head(other.head.device);
            other.head.device != memory.device && (!known || known->number < other.head.number))
            memory.remember(other.head);
    // The entry is durable and the memory has it as pending: that it could not be told so is no failure to write.
    static_cast<void>(memoryFile.save(memory));
    return last;
}

Expected<Written> append(Journal& journal, const platform::InstallationFile& memory, const vault::Policy& policy,
                         const vault::Keyring& author, const Draft& draft, const QDateTime& now)
{
    return appendAll(journal, memory, policy, {{draft, &author, now}});
}

} // namespace heed::journal
