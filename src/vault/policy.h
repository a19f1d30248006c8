#pragma once

#include "vault/folder.h"
#include "vault/signed_file.h"
#include "vault/statements.h"

#include <map>

namespace heed::vault {

/// What a member's box remembers of each desk: its first statement and the key that signed it. Later statements count
/// only if a chain of endorsements leads from that key to theirs.
struct Pin {
    QString desk;
    QByteArray statement;
    QByteArray signing;

    bool operator==(const Pin&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("desk", self.desk, {.required = true});
        visit("statement", self.statement, {.required = true});
        visit("signing", self.signing, {.required = true});
    }
};

struct DeskInForce {
    DeskStatement statement;
    QByteArray hash;
};

/// The signed files of a vault, read and verified together.
struct Policy {
    VaultStatement vault;
    QByteArray vaultHash;
    std::map<QString, DeskInForce> desks;
    std::map<QString, Succession> successions; ///< by member id, from boxes; vault.json may not name them yet

    const Member* member(const QString& id) const;
    /// By name as people type it: case, accents and spaces do not matter.
    const Member* memberNamed(const QString& name) const;
    const DeskStatement* desk(const QString& name) const;
    /// The member who can open a slot of a desk now, if anybody can and may.
    const Member* readerOf(const QString& desk, const ReaderSlot& slot) const;
    /// Whether somebody can open what is sealed to a desk now. Not where its only reader got new keys by a reset, until
    /// printed shares let them in again.
    bool hasReader(const QString& desk) const;
    QString nameOf(const QString& memberId) const;

    /// The keys that stand for a member now: those of vault.json, or their successor.
    struct PublicKeys {
        QByteArray signing;
        QByteArray sealing;
    };
    std::optional<PublicKeys> keysOf(const Member& member) const;

    /// Whether `key` may sign what `member` does under vault.json's `counter`. `carried` is the succession that the
    /// signed thing brings with it.
    bool maySign(const QString& memberId, const QByteArray& key, qint64 counter,
                 const std::optional<Succession>& carried) const;

    /// The hash of vault.json or a desk's statement at `counter`; empty where there was none.
    QByteArray vaultHashAt(qint64 counter) const;
    QByteArray deskHashAt(const QString& desk, qint64 counter) const;

    std::vector<Pin> pins() const;
};

struct BoxInForce {
    MemberBox box;
    QByteArray hash;
};

/// members/<id>.json, signed by its member or by the safeguarding lead who made it, in range, and with the keys that
/// vault.json or its starting key speaks for. Error: Damaged, naming the file and the field.
model::Expected<BoxInForce> readBox(const Folder& folder, const Policy& policy, const Member& member);

/// The first statement's hash of a lineage whose newest statement has `newest`.
QByteArray firstHash(const Lineage& lineage, const QByteArray& newest);

QByteArray succeedSignature(const crypto::SigningKeys& starting, const QByteArray& vault, const QString& member,
                            const QByteArray& signing, const QByteArray& sealing);
bool holds(const Succession& succession, const QByteArray& startingKey, const QByteArray& vault, const QString& member);
QByteArray endorse(const crypto::SigningKeys& before, const QByteArray& vault, const QString& desk, const Epoch& epoch);

/// Reads vault.json and the desks' files and checks every signature, chain and range; with `pins`, that the desks are
/// the ones that this member has always seen. Errors: Damaged, naming the file and the field; NoPermission.
model::Expected<Policy> readPolicy(const Folder& folder, const std::vector<Pin>& pins = {});

} // namespace heed::vault
