#include "vault/keyring.h"

#include "crypto/hash.h"

#include <algorithm>
#include <utility>

namespace heed::vault {

using crypto::SecretBytes;
using crypto::spanOf;
using model::ErrorCode;
using model::Expected;

namespace {

tl::unexpected<model::Error> doesNotOpen()
{
    return model::failure(ErrorCode::NotAllowed,
                          QStringLiteral("Your name is on the list but your keys do not open this vault: ask a "
                                         "designated safeguarding lead to reset your password."));
}

} // namespace

SecretBytes DeskKeys::newSeed()
{
    return SecretBytes::random(32);
}

DeskKeys::EpochKeys DeskKeys::keysFrom(SecretBytes seed)
{
    auto sealing = crypto::SealingKeys::fromSecret(crypto::derive(seed.span(), "heed desk sealing 1"));
    auto signing = crypto::SigningKeys::fromSeed(crypto::derive(seed.span(), "heed desk signing 1"));
    return {std::move(seed), std::move(sealing), std::move(signing)};
}

Epoch DeskKeys::epochOf(qint64 number, const SecretBytes& seed)
{
    const auto keys = keysFrom(seed.clone());
    Epoch epoch;
    epoch.number = number;
    epoch.sealing = keys.sealing.publicKey;
    epoch.signing = keys.signing.publicKey;
    return epoch;
}

Expected<DeskKeys> DeskKeys::fromNewest(const DeskStatement& desk, SecretBytes seed)
{
    DeskKeys keys;
    auto current = std::move(seed);
    for (auto epoch = desk.epochs.rbegin(); epoch != desk.epochs.rend(); ++epoch) {
        auto opened = keysFrom(std::exchange(current, {}));
        if (opened.sealing.publicKey != epoch->sealing || opened.signing.publicKey != epoch->signing)
            return tl::make_unexpected(
                asDamage({ErrorCode::BadInput, QStringLiteral("desks/%1.json: the secret of epoch %2 does "
                                                              "not fit its keys.")
                                                   .arg(desk.desk)
                                                   .arg(epoch->number)}));
        if (epoch->number > 1) {
            auto before = crypto::openSeal(opened.sealing, epoch->bridge);
            if (!before)
                return tl::make_unexpected(
                    asDamage({ErrorCode::BadInput, QStringLiteral("desks/%1.json: \"epochs[%2].bridge\" does not open.")
                                                       .arg(desk.desk)
                                                       .arg(epoch->number - 1)}));
            current = std::move(*before);
        }
        keys.m_epochs.push_back(std::move(opened));
    }
    std::reverse(keys.m_epochs.begin(), keys.m_epochs.end());
    return keys;
}

const crypto::SealingKeys* DeskKeys::sealing(qint64 epoch) const
{
    return epoch >= 1 && epoch <= newestEpoch() ? &m_epochs[static_cast<std::size_t>(epoch - 1)].sealing : nullptr;
}

SecretBytes DeskKeys::casebookKey(const QByteArray& vault, const QString& desk) const
{
    return crypto::derive(newestSeed().span(), "heed casebook 1",
                          {spanOf(vault), spanOf(desk.toUtf8()), spanOf(QByteArray::number(newestEpoch()))});
}

std::optional<SecretBytes> openSlot(const DeskStatement& desk, const QString& reader,
                                    const std::vector<crypto::SealingKeys>& keys)
{
    for (const auto& slot : desk.readers)
        if (slot.reader == reader)
            for (const auto& pair : keys)
                if (pair.publicKey == slot.sealing)
                    return crypto::openSeal(pair, slot.secret);
    return {};
}

Expected<SecretBytes> openJournalKey(const Policy& policy, const DeskKeys& everyone)
{
    const auto* sealing = everyone.sealing(policy.vault.journalKeyEpoch);
    auto key = sealing ? crypto::openSeal(*sealing, policy.vault.journalKey) : std::nullopt;
    if (!key)
        return doesNotOpen();
    return std::move(*key);
}

model::Result openDesks(const Policy& policy, Keyring& ring)
{
    const auto reader = QStringLiteral("member:") + ring.member;
    for (const auto& [name, inForce] : policy.desks) {
        if (auto seed = openSlot(inForce.statement, reader, ring.sealing)) {
            HEED_TAKE(auto keys, DeskKeys::fromNewest(inForce.statement, std::move(*seed)));
            ring.desks.insert_or_assign(name, std::move(keys));
        }
    }
    const auto everyone = ring.desks.find(model::everyoneDesk);
    if (everyone == ring.desks.end())
        return doesNotOpen();
    HEED_TAKE(ring.journalKey, openJournalKey(policy, everyone->second));
    return {};
}

} // namespace heed::vault
