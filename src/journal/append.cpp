#include "journal/append.h"

#include "crypto/random.h"
#include "model/reference.h"

#include <algorithm>

namespace heed::journal {

using model::ErrorCode;
using model::Expected;
using model::failure;
using platform::Installation;

namespace {

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

} // namespace

Expected<Written> append(Journal& journal, const platform::InstallationFile& memoryFile, const vault::Policy& policy,
                         const vault::Keyring& author, const Draft& draft, const QDateTime& now)
{
    const auto* desk = policy.desk(draft.desk);
    if (!desk || desk->readers.empty())
        return failure(
            ErrorCode::NoReader,
            QStringLiteral("Nobody can open what is written to %1 yet: nothing was sent. See them in person.")
                .arg(model::deskTitle(draft.desk)));
    HEED_TAKE(const auto memoryLock, memoryFile.lock());
    HEED_TAKE(auto memory, memoryFile.load());
    HEED_TAKE(auto transaction, sql::Transaction::write(journal.connection()));
    HEED_TAKE(const auto heads, journal.heads());
    const auto* own = headOf(heads, memory.device);
    if (!goesOn(memory, own)) {
        if (memory.number > 0)
            memory.remember(platform::RememberedHead{memory.device, memory.number, memory.hash});
        memory.device = crypto::randomBytes(16);
        own = nullptr;
    }

    Header header;
    header.vault = policy.vault.vault;
    header.device = memory.device;
    header.number = own ? own->head.number + 1 : 1;
    header.previous = own ? own->head.hash : QByteArray();
    header.tick = own ? own->tick : 0;
    HEED_TAKE(const auto seen, journal.seenBy(memory.device));
    for (const auto& other : heads) {
        const auto known = seen.find(other.head.device);
        if (other.head.device == memory.device || (known != seen.end() && known->second >= other.head.number))
            continue;
        header.seen.push_back(other.head);
        header.tick = std::max(header.tick, other.tick);
    }
    header.tick += 1;
    header.policy = {policy.vault.lineage.counter, policy.vaultHash};
    for (const auto& [name, inForce] : policy.desks)
        header.desks.push_back({name, {inForce.statement.lineage.counter, inForce.hash}});
    header.to = draft.desk == model::everyoneDesk ? Audience::Everyone : Audience::Confidential;

    Content content;
    content.id = draft.id.isEmpty() ? crypto::randomBytes(model::idLength) : draft.id;
    content.kind = model::nameOf(draft.kind);
    content.author = author.member;
    content.key = author.signing.publicKey;
    content.succession = author.succession;
    content.at = now;
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
    HEED_TAKE(const auto entry, sealEntry(header, content, author.signing, desk->newest().sealing, personKey));
    HEED_TRY(journal.add(entry, header));

    const auto hash = entry.hash();
    memory.number = own ? own->head.number : 0;
    memory.hash = own ? own->head.hash : QByteArray();
    memory.pending = {header.number, hash};
    HEED_TRY(memoryFile.save(memory));
    HEED_TRY(transaction.commit());

    // Success is what was read back, not what was meant.
    HEED_TAKE(const auto row, journal.at(header.place()));
    if (!row || row->entry != entry)
        return failure(ErrorCode::MachineFailed,
                       QStringLiteral("What was written could not be read back: the disk may be failing. Write it on "
                                      "paper and tell a designated safeguarding lead now."));
    ReadingKeys keys;
    for (const auto& pair : author.sealing)
        keys.personal.push_back(&pair);
    if (const auto found = author.desks.find(draft.desk); found != author.desks.end())
        keys.desk.push_back(&found->second.newestSealing());
    // An author may write what only others open: feedback is sealed to its desk and to whom it is for.
    const bool opens = !keys.desk.empty() || draft.addressee == author.member;
    HEED_TAKE(const auto opened, openEntry(row->entry, keys));
    if (opens && (!opened || opened->id != content.id))
        return failure(ErrorCode::MachineFailed,
                       QStringLiteral("What was written does not open again: write it on paper and tell a "
                                      "designated safeguarding lead now."));
    memory.number = header.number;
    memory.hash = hash;
    memory.pending.reset();
    // Forward only: what a journal that was put back lacks is not forgotten by writing to it.
    for (const auto& other : heads)
        if (const auto known = memory.head(other.head.device);
            other.head.device != memory.device && (!known || known->number < other.head.number))
            memory.remember(platform::RememberedHead{other.head.device, other.head.number, other.head.hash});
    // The entry is durable and the memory has it as pending: that it could not be told so is no failure to write.
    static_cast<void>(memoryFile.save(memory));
    return Written{header.place(), header.tick, hash, content};
}

} // namespace heed::journal
