#include "vault/amend.h"

#include "platform/atomic_file.h"

#include <algorithm>

namespace heed::vault {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

const QString safeguardingReader = QStringLiteral("desk:safeguarding");

QString memberReader(const QString& id)
{
    return QStringLiteral("member:") + id;
}

tl::unexpected<model::Error> needsDesk(const QString& desk)
{
    return failure(ErrorCode::NotAllowed,
                   QStringLiteral("Only %1 can do this: ask one of them.").arg(model::deskTitle(desk)));
}

const QString& signerOf(const QString& desk)
{
    return desk == model::everyoneDesk ? model::safeguardingDesk : desk;
}

void takeInSuccessions(VaultStatement& vault, const std::map<QString, Succession>& successions)
{
    for (auto& member : vault.members)
        for (auto& keys : member.keys)
            if (const auto found = successions.find(member.id);
                found != successions.end() && !keys.until && keys.starting && !keys.successor)
                keys.successor = found->second;
}

/// Who should read a desk and has no slot, or one that is sealed to keys that were succeeded.
std::vector<std::pair<QString, QByteArray>> wanting(const Policy& policy, const DeskStatement& desk)
{
    std::vector<std::pair<QString, QByteArray>> list;
    for (const auto& member : policy.vault.members) {
        const auto keys = policy.keysOf(member);
        if (!keys || !shouldRead(member, desk.desk))
            continue;
        const auto reader = memberReader(member.id);
        const bool has = std::any_of(desk.readers.begin(), desk.readers.end(), [&](const ReaderSlot& slot) {
            return slot.reader == reader && slot.sealing == keys->sealing;
        });
        if (!has)
            list.emplace_back(reader, keys->sealing);
    }
    return list;
}

/// Whether somebody holds the newest epoch who should not.
bool hasStranger(const Policy& policy, const DeskStatement& desk)
{
    return std::any_of(desk.readers.begin(), desk.readers.end(), [&](const ReaderSlot& slot) {
        if (!slot.reader.startsWith(QStringLiteral("member:")))
            return false;
        const auto* member = policy.member(slot.reader.mid(7));
        return !member || !shouldRead(*member, desk.desk);
    });
}

/// The slots of a new epoch: for each member who should read, and in *everyone* for the safeguarding desk itself, so
/// that recovery needs only that desk's shares.
std::vector<ReaderSlot> slotsFor(const Policy& policy, const QString& desk, const crypto::SecretBytes& seed)
{
    std::vector<ReaderSlot> list;
    for (const auto& member : policy.vault.members)
        if (const auto keys = policy.keysOf(member); keys && shouldRead(member, desk))
            list.push_back(slotFor(memberReader(member.id), keys->sealing, seed));
    if (desk == model::everyoneDesk)
        list.push_back(slotFor(safeguardingReader, policy.desk(model::safeguardingDesk)->newest().sealing, seed));
    return list;
}

} // namespace

SignedFile signDesk(const DeskStatement& desk, const crypto::SigningKeys& deskKeys, const Keyring& ring)
{
    SignedFile file{deskFormat, writePayload(desk), {}};
    file.sign(QStringLiteral("desk:") + signerOf(desk.desk), deskKeys);
    file.sign(memberReader(ring.member), ring.signing);
    return file;
}

SignedFile signVault(const VaultStatement& vault, const crypto::SigningKeys& safeguarding, const Keyring& ring)
{
    SignedFile file{vaultFormat, writePayload(vault), {}};
    file.sign(QStringLiteral("desk:") + model::safeguardingDesk, safeguarding);
    file.sign(memberReader(ring.member), ring.signing);
    return file;
}

ReaderSlot slotFor(const QString& reader, const QByteArray& sealing, const crypto::SecretBytes& seed)
{
    return {reader, sealing, crypto::seal(sealing, seed.span())};
}

Result reread(const Folder& folder, Unlocked& unlocked)
{
    HEED_TAKE(unlocked.policy, readPolicy(folder, unlocked.policy.pins()));
    unlocked.keyring.desks.clear();
    return openDesks(unlocked.policy, unlocked.keyring);
}

Result amendVault(const Folder& folder, Unlocked& unlocked, const QDateTime& now,
                  const std::function<Result(VaultStatement&)>& change)
{
    {
        HEED_TAKE(const auto lock, folder.lock());
        HEED_TRY(reread(folder, unlocked));
        const auto desk = unlocked.keyring.desks.find(model::safeguardingDesk);
        if (desk == unlocked.keyring.desks.end())
            return needsDesk(model::safeguardingDesk);
        auto next = unlocked.policy.vault;
        next.lineage = next.lineage.next(unlocked.policy.vaultHash, now, unlocked.keyring.member);
        takeInSuccessions(next, unlocked.policy.successions);
        HEED_TRY(change(next));
        next.noteAgreement();
        const auto file = signVault(next, desk->second.newestSigning(), unlocked.keyring);
        HEED_TRY(platform::replaceFile(folder.vaultFile(), writeSignedFile(file), folder.fileMode()));
    }
    return reread(folder, unlocked);
}

Result amendDesk(const Folder& folder, Unlocked& unlocked, const QString& desk, const QDateTime& now,
                 const std::function<Result(DeskStatement&)>& change)
{
    {
        HEED_TAKE(const auto lock, folder.lock());
        HEED_TRY(reread(folder, unlocked));
        const auto signer = unlocked.keyring.desks.find(signerOf(desk));
        const auto inForce = unlocked.policy.desks.find(desk);
        if (signer == unlocked.keyring.desks.end() || inForce == unlocked.policy.desks.end())
            return needsDesk(signerOf(desk));
        auto next = inForce->second.statement;
        next.lineage = next.lineage.next(inForce->second.hash, now, unlocked.keyring.member);
        HEED_TRY(change(next));
        const auto file = signDesk(next, signer->second.newestSigning(), unlocked.keyring);
        HEED_TRY(platform::replaceFile(folder.deskFile(desk), writeSignedFile(file), folder.fileMode()));
    }
    return reread(folder, unlocked);
}

Result openOwnDesk(const Folder& folder, Unlocked& unlocked, const QDateTime& now)
{
    const auto& ring = unlocked.keyring;
    const auto desk = model::deskOf(ring.role);
    if (desk.isEmpty() || ring.starting || unlocked.policy.desk(desk))
        return {};
    const auto seed = DeskKeys::newSeed();
    DeskStatement statement;
    statement.vault = unlocked.policy.vault.vault;
    statement.desk = desk;
    statement.lineage.at = now;
    statement.lineage.by = ring.member;
    statement.epochs = {DeskKeys::epochOf(1, seed)};
    statement.readers = {slotFor(memberReader(ring.member), ring.sealing.front().publicKey, seed)};
    HEED_TAKE(const auto keys, DeskKeys::fromNewest(statement, seed.clone()));
    {
        HEED_TAKE(const auto lock, folder.lock());
        auto made = platform::createFile(
            folder.deskFile(desk), writeSignedFile(signDesk(statement, keys.newestSigning(), ring)), folder.fileMode());
        // A colleague with the same role was first: they can let this one in.
        if (!made && made.error().code != ErrorCode::AlreadyExists)
            return made;
    }
    return reread(folder, unlocked);
}

bool shouldRead(const Member& member, const QString& desk)
{
    const auto role = member.role();
    return role && (desk == model::everyoneDesk || model::deskOf(*role) == desk);
}

namespace {

/// Whether *everyone* does not open with the safeguarding desk's newest key, as after a power cut in rotate(): printed
/// shares would then lead no further than that desk.
bool lacksSafeguarding(const Policy& policy)
{
    const auto& newest = policy.desk(model::safeguardingDesk)->newest().sealing;
    const auto& readers = policy.desk(model::everyoneDesk)->readers;
    return std::none_of(readers.begin(), readers.end(), [&](const ReaderSlot& slot) {
        return slot.reader == safeguardingReader && slot.sealing == newest;
    });
}

Result letSafeguardingIn(const Folder& folder, Unlocked& unlocked, const QDateTime& now)
{
    return amendDesk(folder, unlocked, model::everyoneDesk, now, [&](DeskStatement& next) -> Result {
        std::erase_if(next.readers, [&](const ReaderSlot& slot) { return slot.reader == safeguardingReader; });
        next.readers.push_back(slotFor(safeguardingReader,
                                       unlocked.policy.desk(model::safeguardingDesk)->newest().sealing,
                                       unlocked.keyring.desks.at(model::everyoneDesk).newestSeed()));
        return {};
    });
}

} // namespace

Result rotate(const Folder& folder, Unlocked& unlocked, const QString& desk, const QDateTime& now,
              const std::function<Result(DeskStatement&, const crypto::SecretBytes&)>& change)
{
    {
        HEED_TAKE(const auto lock, folder.lock());
        HEED_TRY(reread(folder, unlocked));
        const auto& policy = unlocked.policy;
        const auto own = unlocked.keyring.desks.find(desk);
        const auto signer = unlocked.keyring.desks.find(signerOf(desk));
        const auto inForce = policy.desks.find(desk);
        if (own == unlocked.keyring.desks.end() || signer == unlocked.keyring.desks.end() ||
            inForce == policy.desks.end())
            return needsDesk(signerOf(desk));
        auto next = inForce->second.statement;
        next.lineage = next.lineage.next(inForce->second.hash, now, unlocked.keyring.member);
        const auto seed = DeskKeys::newSeed();
        auto epoch = DeskKeys::epochOf(next.newest().number + 1, seed);
        epoch.endorsement = endorse(own->second.newestSigning(), next.vault, desk, epoch);
        epoch.bridge = crypto::seal(epoch.sealing, own->second.newestSeed().span());
        if (next.recovery)
            epoch.forRecovery = crypto::seal(next.recovery->publicKey, seed.span());
        next.epochs.push_back(epoch);
        next.readers = slotsFor(policy, desk, seed);
        if (desk == model::safeguardingDesk) {
            const auto& everyone = policy.desks.at(model::everyoneDesk);
            next.beside = {{QStringLiteral("vault"), policy.vault.lineage.counter, policy.vaultHash},
                           {model::everyoneDesk, everyone.statement.lineage.counter, everyone.hash}};
        }
        if (change)
            HEED_TRY(change(next, seed));
        HEED_TAKE(const auto keys, DeskKeys::fromNewest(next, seed.clone()));
        const auto& signing = desk == model::everyoneDesk ? signer->second.newestSigning() : keys.newestSigning();
        HEED_TRY(platform::replaceFile(folder.deskFile(desk),
                                       writeSignedFile(signDesk(next, signing, unlocked.keyring)), folder.fileMode()));
    }
    HEED_TRY(reread(folder, unlocked));
    if (desk != model::safeguardingDesk)
        return {};
    HEED_TRY(amendVault(folder, unlocked, now, [](VaultStatement&) { return Result(); }));
    return letSafeguardingIn(folder, unlocked, now);
}

Result settle(const Folder& folder, Unlocked& unlocked, const QDateTime& now)
{
    const auto& policy = unlocked.policy;
    const auto reads = [&](const QString& desk) { return unlocked.keyring.desks.contains(desk); };
    const bool unnamed =
        std::any_of(policy.vault.members.begin(), policy.vault.members.end(), [&](const Member& member) {
            const auto* keys = member.currentKeys();
            return keys && keys->starting && !keys->successor && policy.successions.contains(member.id);
        });
    if (unnamed && reads(model::safeguardingDesk))
        HEED_TRY(amendVault(folder, unlocked, now, [](VaultStatement&) { return Result(); }));

    if (reads(model::safeguardingDesk) && lacksSafeguarding(unlocked.policy))
        HEED_TRY(letSafeguardingIn(folder, unlocked, now));

    QStringList desks;
    for (const auto& [name, keys] : unlocked.keyring.desks)
        if (reads(signerOf(name)))
            desks << name;
    for (const auto& desk : desks) {
        const auto* statement = unlocked.policy.desk(desk);
        if (!statement || !reads(desk))
            continue;
        if (hasStranger(unlocked.policy, *statement)) {
            HEED_TRY(rotate(folder, unlocked, desk, now));
        } else if (!wanting(unlocked.policy, *statement).empty()) {
            HEED_TRY(amendDesk(folder, unlocked, desk, now, [&](DeskStatement& next) -> Result {
                const auto& seed = unlocked.keyring.desks.at(desk).newestSeed();
                for (const auto& missing : wanting(unlocked.policy, next)) {
                    std::erase_if(next.readers, [&](const ReaderSlot& slot) { return slot.reader == missing.first; });
                    next.readers.push_back(slotFor(missing.first, missing.second, seed));
                }
                return {};
            }));
        }
    }
    return {};
}

} // namespace heed::vault
