#include "vault/recovery.h"

#include "platform/atomic_file.h"
#include "vault/membership.h"
#include "vault/password.h"
#include "vault/share_look.h"

#include <algorithm>

namespace heed::vault {

using crypto::SecretBytes;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

tl::unexpected<model::Error> badShare(qsizetype place, const QString& problem)
{
    return failure(ErrorCode::BadInput, QStringLiteral("Share %1 of those given: %2").arg(place + 1).arg(problem));
}

Expected<SecretBytes> newestSeed(const DeskStatement& desk, const crypto::SealingKeys& keys)
{
    auto seed = crypto::openSeal(keys, desk.newest().forRecovery);
    if (!seed)
        return failure(
            ErrorCode::Damaged,
            QStringLiteral("The shares are right, but desks/%1.json does not open with them: restore a backup of it.")
                .arg(desk.desk));
    return std::move(*seed);
}

/// A reader of another desk than safeguarding is let in by the desk's own key.
Result letIn(const Folder& folder, const Recovered& recovered, const QString& name, const QString& password,
             const QDateTime& now)
{
    HEED_TAKE(auto unlocked, unlock(folder, name, passwordBytes(password).span(), now));
    if (unlocked.keyring.starting)
        return failure(
            ErrorCode::NotAllowed,
            QStringLiteral("%1 has to sign in once and choose a password first.").arg(unlocked.keyring.name));
    if (model::deskOf(unlocked.keyring.role) != recovered.desk)
        return failure(
            ErrorCode::NotAllowed,
            QStringLiteral("%1 does not have the role that reads this desk: a designated safeguarding lead gives it.")
                .arg(unlocked.keyring.name));
    HEED_TAKE(const auto lock, folder.lock());
    HEED_TRY(reread(folder, unlocked));
    const auto& inForce = unlocked.policy.desks.at(recovered.desk);
    HEED_TAKE(const auto seed, newestSeed(inForce.statement, recovered.keys));
    HEED_TAKE(const auto keys, DeskKeys::fromNewest(inForce.statement, seed.clone()));
    auto next = inForce.statement;
    next.lineage = next.lineage.next(inForce.hash, now, unlocked.keyring.member);
    const auto reader = QStringLiteral("member:") + unlocked.keyring.member;
    std::erase_if(next.readers, [&](const ReaderSlot& slot) { return slot.reader == reader; });
    next.readers.push_back(slotFor(reader, unlocked.keyring.sealing.front().publicKey, seed));
    return platform::replaceFile(folder.deskFile(recovered.desk),
                                 writeSignedFile(signDesk(next, keys.newestSigning(), unlocked.keyring)),
                                 folder.fileMode());
}

/// A designated safeguarding lead, by the desk's key alone: the list of members, then the two desks.
Result makeLead(const Folder& folder, const Recovered& recovered, const QString& name, const QString& password,
                const ReadHeads& readHeads, const QDateTime& now)
{
    HEED_TAKE(const auto lock, folder.lock());
    HEED_TAKE(const auto policy, readPolicy(folder));
    const auto& safeguarding = policy.desks.at(model::safeguardingDesk);
    const auto& everyone = policy.desks.at(model::everyoneDesk);
    HEED_TAKE(const auto seed, newestSeed(safeguarding.statement, recovered.keys));
    HEED_TAKE(const auto keys, DeskKeys::fromNewest(safeguarding.statement, seed.clone()));
    const auto deskReader = QStringLiteral("desk:") + model::safeguardingDesk;
    // Of every epoch: after a power cut in the middle of a change of keys it is still sealed to the one before.
    std::vector<crypto::SealingKeys> opening;
    for (auto epoch = keys.newestEpoch(); epoch >= 1; --epoch)
        opening.push_back(keys.sealing(epoch)->clone());
    auto everyoneSeed = openSlot(everyone.statement, deskReader, opening);
    if (!everyoneSeed)
        return failure(
            ErrorCode::Damaged,
            QStringLiteral("desks/everyone.json does not open for the safeguarding desk: restore a backup of it."));

    HEED_TRY(checkPassword(password, model::Role::Dsl, {name, policy.vault.profile.school.name}));
    const auto* known = policy.memberNamed(name);
    const auto id = known ? known->id : newMemberId();
    HEED_TAKE(auto made, newMember(policy.vault.vault, id, false, password, policy.pins(), id, nullptr, now));
    Keyring ring;
    ring.member = id;
    ring.signing = std::move(made.secrets.signing);

    auto vault = policy.vault;
    vault.lineage = vault.lineage.next(policy.vaultHash, now, id);
    const auto counter = vault.lineage.counter;
    made.keys.from = counter;
    if (known) {
        auto& member = *std::find_if(vault.members.begin(), vault.members.end(),
                                     [&](const Member& some) { return some.id == id; });
        endKeys(member, counter);
        if (member.role() != model::Role::Dsl) {
            endRole(member, counter);
            member.roles.push_back({model::Role::Dsl, counter, {}, id});
        }
        member.keys.push_back(made.keys);
        HEED_TAKE(const auto everyoneKeys, DeskKeys::fromNewest(everyone.statement, everyoneSeed->clone()));
        HEED_TAKE(const auto journalKey, openJournalKey(policy, everyoneKeys));
        HEED_TAKE(const auto heads, readHeads(journalKey));
        vault.noteEnding(heads);
    } else {
        vault.members.push_back({id, name.simplified(), now, {{model::Role::Dsl, counter, {}, id}}, {made.keys}, {}});
    }
    const auto giveSlot = [&](const DeskInForce& inForce, const SecretBytes& secret) {
        auto next = inForce.statement;
        next.lineage = next.lineage.next(inForce.hash, now, id);
        const auto reader = QStringLiteral("member:") + id;
        std::erase_if(next.readers, [&](const ReaderSlot& slot) { return slot.reader == reader; });
        next.readers.push_back(slotFor(reader, made.keys.sealing, secret));
        return writeSignedFile(signDesk(next, keys.newestSigning(), ring));
    };
    HEED_TRY(platform::replaceFile(folder.memberFile(id), writeSignedFile(made.box), folder.fileMode()));
    HEED_TRY(platform::replaceFile(folder.vaultFile(), writeSignedFile(signVault(vault, keys.newestSigning(), ring)),
                                   folder.fileMode()));
    HEED_TRY(platform::replaceFile(folder.deskFile(model::safeguardingDesk), giveSlot(safeguarding, seed),
                                   folder.fileMode()));
    return platform::replaceFile(folder.deskFile(model::everyoneDesk), giveSlot(everyone, *everyoneSeed),
                                 folder.fileMode());
}

} // namespace

Expected<Recovered> putTogether(const Policy& policy, const QStringList& shares)
{
    if (shares.isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("No share was given: type or scan the printed ones."));
    std::vector<PrintedShare> parsed;
    QString desk;
    const auto looks = lookAtShares(policy, shares);
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const auto place = static_cast<qsizetype>(i);
        if (looks[i].state != ShareLook::State::Fits)
            return badShare(place, looks[i].sentence.isEmpty() ? QStringLiteral("it is empty.") : looks[i].sentence);
        HEED_TAKE(auto share, parseShare(shares[place]));
        parsed.push_back(std::move(share));
        desk = looks[i].desk;
    }
    const auto& set = *policy.desk(desk)->recovery;
    if (static_cast<int>(parsed.size()) < set.threshold)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 shares are needed and %2 given: find another holder (%3).")
                           .arg(set.threshold)
                           .arg(parsed.size())
                           .arg(set.holders.join(QStringLiteral(", "))));
    std::vector<crypto::Share> some;
    some.reserve(static_cast<std::size_t>(set.threshold));
    for (int i = 0; i < set.threshold; ++i)
        some.push_back(std::move(parsed[static_cast<std::size_t>(i)].share));
    auto keys = crypto::SealingKeys::fromSeed(crypto::combine(some).span());
    if (keys.publicKey != set.publicKey)
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("These shares do not fit together: at least one is not of this vault's newest set."));
    return Recovered{desk, set.number, std::move(keys)};
}

Expected<QString> recover(const Folder& folder, const QStringList& shares, const QString& name, const QString& password,
                          const ReadHeads& heads, const QDateTime& now)
{
    HEED_TAKE(const auto policy, readPolicy(folder));
    HEED_TAKE(const auto recovered, putTogether(policy, shares));
    if (name.simplified().isEmpty())
        return failure(ErrorCode::BadInput, QStringLiteral("Say who is to become a reader."));
    const auto let = recovered.desk == model::safeguardingDesk ? makeLead(folder, recovered, name, password, heads, now)
                                                               : letIn(folder, recovered, name, password, now);
    if (!let)
        return tl::make_unexpected(let.error());
    return recovered.desk;
}

Expected<std::vector<PrintedShare>> reissueShares(const Folder& folder, Unlocked& unlocked, const QString& desk,
                                                  int count, int threshold, const QStringList& holders,
                                                  const QDateTime& now)
{
    std::vector<PrintedShare> shares;
    HEED_TRY(rotate(folder, unlocked, desk, now, [&](DeskStatement& next, const SecretBytes& seed) -> Result {
        HEED_TAKE(shares, makeShares(next, seed, count, threshold, holders));
        return {};
    }));
    return shares;
}

} // namespace heed::vault
