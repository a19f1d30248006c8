#pragma once

#include "crypto/argon2.h"
#include "model/guidance_file.h"
#include "model/marks.h"
#include "model/profile.h"
#include "model/role.h"

// The payloads of the three kinds of signed file. Members, roles, keys and epochs are ended, never removed: the newest
// statement tells what was in force at each counter before it.

namespace heed::vault {

/// The pair that takes over from a starting key, signed by that key.
struct Succession {
    QByteArray signing;
    QByteArray sealing;
    QByteArray signature;

    bool operator==(const Succession&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("signing", self.signing, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("signature", self.signature, {.required = true});
    }
};

/// A member's public keys, in force from one counter of vault.json to another.
struct MemberKeys {
    QByteArray signing;
    QByteArray sealing;
    bool starting = false; ///< signs nothing but its successor
    std::optional<Succession> successor;
    qint64 from = 0;
    std::optional<qint64> until;        ///< the first counter at which they no longer are
    QString grantedBy;                  ///< the member who enrolled or reset them
    std::optional<QDateTime> grantedAt; ///< when that was

    bool operator==(const MemberKeys&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("signing", self.signing, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("starting", self.starting);
        visit("successor", self.successor);
        visit("from", self.from, {.required = true});
        visit("until", self.until);
        visit("grantedBy", self.grantedBy, {.required = true});
        visit("grantedAt", self.grantedAt);
    }
};

struct RoleHeld {
    model::Role role = model::Role::Staff;
    qint64 from = 0;
    std::optional<qint64> until;
    QString grantedBy;

    bool operator==(const RoleHeld&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("role", self.role, {.required = true});
        visit("from", self.from, {.required = true});
        visit("until", self.until);
        visit("grantedBy", self.grantedBy, {.required = true});
    }
};

struct Member {
    QString id; ///< 16 hexadecimal digits
    QString name;
    QDateTime enrolledAt;
    std::vector<RoleHeld> roles;
    std::vector<MemberKeys> keys;
    std::optional<QDateTime> endedAt;

    /// The role in force at a counter of vault.json, if any.
    std::optional<model::Role> roleAt(qint64 counter) const;
    std::optional<model::Role> role() const; ///< now: nothing for one who has left
    const MemberKeys* currentKeys() const;

    bool operator==(const Member&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("id", self.id, {.required = true});
        visit("name", self.name, {.required = true});
        visit("enrolledAt", self.enrolledAt, {.required = true});
        visit("roles", self.roles, {.required = true});
        visit("keys", self.keys, {.required = true});
        visit("endedAt", self.endedAt);
    }
};

/// Where a signed file stands in its own history.
struct Lineage {
    qint64 counter = 1;
    std::vector<QByteArray> history; ///< the hash of each statement before, the first one first: counter - 1 of them
    QDateTime at;
    QString by; ///< the member who acted

    bool operator==(const Lineage&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("counter", self.counter, {.required = true});
        visit("history", self.history, {.required = true, .most = model::anyNumber});
        visit("at", self.at, {.required = true});
        visit("by", self.by, {.required = true});
    }
    /// The lineage of the statement that follows one with this lineage and `hash`.
    Lineage next(const QByteArray& hash, const QDateTime& now, const QString& member) const;
};

inline const QString vaultFormat = QStringLiteral("heed-vault-1");
inline const QString deskFormat = QStringLiteral("heed-desk-1");
inline const QString memberFormat = QStringLiteral("heed-member-1");

/// How far the journal reached when, at a counter of vault.json, roles or keys ended. What is signed with those keys,
/// or needs those roles, and stands beyond, was written or brought in afterwards, whatever it claims: it counts for
/// nothing.
struct Ending {
    qint64 counter = 0;
    std::vector<model::Head> heads; ///< of the devices that have moved since the ending before

    bool operator==(const Ending&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("counter", self.counter, {.required = true});
        visit("heads", self.heads, {.most = 10'000});
    }
};

/// From one counter of vault.json to another the profile asked for a second agreement before a case is closed.
struct AgreementAsked {
    qint64 from = 0;
    std::optional<qint64> until; ///< the first counter at which it no longer did

    bool operator==(const AgreementAsked&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("from", self.from, {.required = true});
        visit("until", self.until);
    }
};

/// vault.json: members, roles, profile, and the school's own guidance.
struct VaultStatement {
    QByteArray vault; ///< 16 random bytes
    Lineage lineage;
    model::Profile profile;
    std::vector<model::GuidanceFile> guidance;
    std::vector<AgreementAsked> agreementAsked;
    std::vector<Member> members;
    std::vector<Ending> endings; ///< in the order of their counters
    QByteArray journalKey;       ///< sealed to the desk *everyone*
    qint64 journalKeyEpoch = 1;  ///< of that desk
    QString group;               ///< the system group that shares the files; empty for one account

    /// Whether what ended at `counter` reached as far as entry `number` of `device`. Where no ending was noted, as
    /// before Heed noted them, it did.
    bool reached(qint64 counter, const QByteArray& device, qint64 number) const;
    /// Notes how far the journal reaches, for what ends at this statement's counter.
    void noteEnding(const std::vector<model::Head>& heads);

    /// Whether the profile that was in force at a counter asked for a second agreement.
    bool asksAgreementAt(qint64 counter) const;
    /// Brings `agreementAsked` up to what the profile says at this counter.
    void noteAgreement();

    bool operator==(const VaultStatement&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("vault", self.vault, {.required = true});
        visit("lineage", self.lineage, {.required = true});
        visit("profile", self.profile, {.required = true});
        visit("guidance", self.guidance, {.most = model::mostGuidanceFiles});
        visit("agreementAsked", self.agreementAsked, {.most = model::anyNumber});
        visit("members", self.members, {.required = true, .most = 10'000});
        visit("endings", self.endings, {.most = 10'000});
        visit("journalKey", self.journalKey, {.required = true});
        visit("journalKeyEpoch", self.journalKeyEpoch, {.required = true});
        visit("group", self.group);
    }
};

/// How a desk can be recovered: the public key of a seed that `threshold` of the holders can put together.
struct RecoverySet {
    QByteArray publicKey;
    qint64 number = 1; ///< of the set; printed on each share
    int threshold = 0;
    QStringList holders;
    std::optional<QDateTime> madeAt;
    std::optional<qint64> fromEpoch; ///< the first that it opens alone: shares of a set before open what came earlier

    bool operator==(const RecoverySet&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("publicKey", self.publicKey, {.required = true});
        visit("number", self.number, {.required = true});
        visit("threshold", self.threshold, {.required = true});
        visit("holders", self.holders, {.required = true});
        visit("madeAt", self.madeAt);
        visit("fromEpoch", self.fromEpoch);
    }
};

/// One pair of keys of a desk.
struct Epoch {
    qint64 number = 1;
    QByteArray sealing;
    QByteArray signing;
    QByteArray endorsement; ///< by the epoch before; the first has none and is pinned
    QByteArray bridge;      ///< the secret of the epoch before, sealed to this one
    QByteArray forRecovery; ///< this epoch's secret, sealed to the recovery set's public key

    bool operator==(const Epoch&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("number", self.number, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("signing", self.signing, {.required = true});
        visit("endorsement", self.endorsement);
        visit("bridge", self.bridge);
        visit("forRecovery", self.forRecovery);
    }
};

/// The newest epoch's secret, sealed to one reader: a member, or another desk ("desk:safeguarding").
struct ReaderSlot {
    QString reader;
    QByteArray sealing; ///< the public key it is sealed to
    QByteArray secret;

    bool operator==(const ReaderSlot&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("reader", self.reader, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("secret", self.secret, {.required = true});
    }
};

/// The statement of another file that was in force when this one was signed. When a desk's key changes, what the old
/// key signed stands only if the new key's first statement names it here.
using Beside = model::StatementMark;

/// desks/<desk>.json: its keys and readers.
struct DeskStatement {
    QByteArray vault;
    QString desk;
    Lineage lineage;
    std::vector<Epoch> epochs;
    std::vector<ReaderSlot> readers;
    std::optional<RecoverySet> recovery;
    std::vector<Beside> beside;

    const Epoch& newest() const { return epochs.back(); }
    const Epoch* epoch(qint64 number) const;
    bool isReader(const QString& reader) const;

    bool operator==(const DeskStatement&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("vault", self.vault, {.required = true});
        visit("desk", self.desk, {.required = true});
        visit("lineage", self.lineage, {.required = true});
        visit("epochs", self.epochs, {.required = true, .most = 10'000});
        visit("readers", self.readers, {.required = true, .most = 10'000});
        visit("recovery", self.recovery);
        visit("beside", self.beside);
    }
};

/// members/<id>.json: the member's secrets under their password. Written by that member; the first one by who enrols
/// them.
struct MemberBox {
    QByteArray vault;
    QString member;
    Lineage lineage;
    QByteArray signing;
    QByteArray sealing;
    bool starting = false;
    std::optional<Succession> succession; ///< how the starting key handed over, for others to see
    crypto::Argon2Cost cost;
    QByteArray salt;
    QByteArray secrets; ///< encrypted; everything above is bound to it

    bool operator==(const MemberBox&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("vault", self.vault, {.required = true});
        visit("member", self.member, {.required = true});
        visit("lineage", self.lineage, {.required = true});
        visit("signing", self.signing, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("starting", self.starting);
        visit("succession", self.succession);
        visit("cost", self.cost, {.required = true});
        visit("salt", self.salt, {.required = true});
        visit("secrets", self.secrets, {.required = true, .longest = 1024 * 1024});
    }
};

} // namespace heed::vault
