#pragma once

#include "model/attachment.h"
#include "model/body.h"
#include "model/marks.h"
#include "vault/policy.h"

namespace heed::journal {

/// A statement that was in force.
struct Cited {
    qint64 counter = 0;
    QByteArray hash;

    bool operator==(const Cited&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("counter", self.counter, {.required = true});
        visit("hash", self.hash, {.required = true});
    }
};

struct CitedDesk {
    QString desk;
    Cited cited;

    bool operator==(const CitedDesk&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("desk", self.desk, {.required = true});
        visit("cited", self.cited, {.required = true});
    }
};

/// An entry by its place: which device wrote it, and which of that device's it is.
struct Place {
    QByteArray device;
    qint64 number = 0;

    bool operator==(const Place&) const = default;
    bool operator<(const Place& other) const
    {
        return device != other.device ? device < other.device : number < other.number;
    }
};

using model::Head;

enum class Audience { Everyone, Confidential };

} // namespace heed::journal

namespace heed::model {

template <> struct Names<journal::Audience> {
    static constexpr std::array<std::pair<journal::Audience, const char*>, 2> table{
        {{journal::Audience::Everyone, "everyone"}, {journal::Audience::Confidential, "confidential"}}};
};

} // namespace heed::model

namespace heed::journal {

/// What every member can read of an entry. It names no person, and of the desk only whether it is *everyone*.
struct Header {
    int format = 1;
    QByteArray vault;
    QByteArray device;
    qint64 number = 0;   ///< 1, 2, 3 … without a gap
    QByteArray previous; ///< the hash of this device's entry before; empty for its first
    qint64 tick = 0;     ///< 1 + the highest tick in previous and seen
    Cited policy;        ///< vault.json
    std::vector<CitedDesk> desks;
    std::vector<Head> seen; ///< other devices' heads that changed since this device's entry before
    Audience to = Audience::Confidential;
    QByteArray commitment; ///< to the key that the content is sealed with

    Place place() const { return {device, number}; }

    bool operator==(const Header&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("format", self.format, {.required = true});
        visit("vault", self.vault, {.required = true});
        visit("device", self.device, {.required = true});
        visit("number", self.number, {.required = true});
        visit("previous", self.previous);
        visit("tick", self.tick, {.required = true});
        visit("policy", self.policy, {.required = true});
        visit("desks", self.desks, {.required = true});
        visit("seen", self.seen, {.most = model::anyNumber});
        visit("to", self.to, {.required = true});
        visit("commitment", self.commitment, {.required = true});
    }
};

/// What only the readers of an entry see.
struct Content {
    QByteArray id;   ///< 16 random bytes
    QString kind;    ///< a name of model::Kind; one that this Heed does not know is kept and not applied
    int version = 1; ///< of the kind's body
    QString author;  ///< a member's id
    QByteArray key;  ///< the author's, which signed
    std::optional<vault::Succession> succession; ///< how that key took over, while vault.json may not name it
    QDateTime at;                                ///< a claim of the author's machine
    QString desk;
    qint64 epoch = 0;
    QStringList recipients; ///< to whom it is sealed besides the desk: members' ids
    QByteArray record;      ///< the id of the entry that began the record; empty for one that begins or has none
    QCborMap body;
    std::vector<model::Attachment> attachments;

    bool operator==(const Content&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("id", self.id, {.required = true});
        visit("kind", self.kind, {.required = true});
        visit("version", self.version, {.required = true});
        visit("author", self.author, {.required = true});
        visit("key", self.key, {.required = true});
        visit("succession", self.succession);
        visit("at", self.at, {.required = true});
        visit("desk", self.desk, {.required = true});
        visit("epoch", self.epoch, {.required = true});
        visit("recipients", self.recipients);
        visit("record", self.record);
        visit("body", self.body, {.required = true});
        visit("attachments", self.attachments);
    }
};

/// An entry as it lies in the journal.
struct StoredEntry {
    QByteArray header;    ///< the bytes that are signed and hashed; never encoded again
    QByteArray slotBytes; ///< empty once destroyed
    QByteArray slotsHash;
    QByteArray sealed; ///< empty once destroyed
    QByteArray sealedHash;

    bool isDestroyed() const { return sealed.isEmpty(); }
    /// What the next entry of the device, a slip and a sheet remember.
    QByteArray hash() const;
    bool operator==(const StoredEntry&) const = default;
};

QByteArray hashOfSlots(const QByteArray& slotBytes);
QByteArray hashOfSealed(const QByteArray& sealed);

/// The header's value. Damaged where its bytes are not a header of this format.
model::Expected<Header> parseHeader(const QByteArray& bytes);

/// A hash in groups that can be compared by eye: "1f3a 90c2 …", `groups` of them.
QString fingerprint(const QByteArray& hash, int groups = 8);

} // namespace heed::journal
