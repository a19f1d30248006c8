#pragma once

#include "crypto/seal.h"
#include "vault/policy.h"

namespace heed::vault {

/// The secrets of a desk, from the newest epoch back to the first: each one's bridge leads to the one before.
class DeskKeys {
public:
    /// A desk's first epoch, or the next, made by somebody who acts for it.
    static crypto::SecretBytes newSeed();
    /// The public half of an epoch with this seed.
    static Epoch epochOf(qint64 number, const crypto::SecretBytes& seed);
    /// From the newest epoch's seed. Damaged where it does not give the keys that the statement names.
    static model::Expected<DeskKeys> fromNewest(const DeskStatement& desk, crypto::SecretBytes seed);

    qint64 newestEpoch() const { return static_cast<qint64>(m_epochs.size()); }
    const crypto::SealingKeys* sealing(qint64 epoch) const;
    const crypto::SealingKeys& newestSealing() const { return m_epochs.back().sealing; }
    const crypto::SigningKeys& newestSigning() const { return m_epochs.back().signing; }
    const crypto::SecretBytes& newestSeed() const { return m_epochs.back().seed; }
    /// The SQLCipher key of this desk's casebook in its newest epoch.
    crypto::SecretBytes casebookKey(const QByteArray& vault, const QString& desk) const;

private:
    struct EpochKeys {
        crypto::SecretBytes seed;
        crypto::SealingKeys sealing;
        crypto::SigningKeys signing;
    };
    static EpochKeys keysFrom(crypto::SecretBytes seed);

    std::vector<EpochKeys> m_epochs;
};

/// What a signed-in member holds. It goes, wiped, when they lock.
struct Keyring {
    QString member;
    QString name;
    model::Role role = model::Role::Staff;
    crypto::SigningKeys signing;
    std::vector<crypto::SealingKeys> sealing; ///< the newest first
    std::optional<Succession> succession;     ///< to be carried by what is signed until vault.json names it
    bool starting = false;                    ///< a first sign-in must come before anything else
    crypto::SecretBytes journalKey;
    std::map<QString, DeskKeys> desks; ///< those that this member reads, *everyone* among them
};

/// The seed of the newest epoch of `desk`, from the slot of `reader` that one of `keys` opens.
std::optional<crypto::SecretBytes> openSlot(const DeskStatement& desk, const QString& reader,
                                            const std::vector<crypto::SealingKeys>& keys);

/// The journal's key, which is sealed to *everyone*. NotAllowed where it does not open.
model::Expected<crypto::SecretBytes> openJournalKey(const Policy& policy, const DeskKeys& everyone);

/// Fills desks and journal key of `ring` as far as its keys open them. NotAllowed where *everyone* does not open.
model::Result openDesks(const Policy& policy, Keyring& ring);

} // namespace heed::vault
