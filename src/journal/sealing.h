#pragma once

#include "crypto/seal.h"
#include "journal/entry.h"

namespace heed::journal {

/// What of a sealed entry does not depend on its place in the chain: it can be made beforehand, of many at once.
struct Envelope {
    crypto::SecretBytes key; ///< fresh; what the content will be sealed with
    QByteArray plain;        ///< the content, padded; wiped when it is sealed
    QByteArray slotBytes;    ///< the key, sealed to its readers
};

/// Writes `content` out and seals a fresh key to the desk and, in a confidential entry, to one person more; without
/// one, to a throwaway key, so that all confidential entries look alike. BadInput for content of more than 16 MiB.
model::Expected<Envelope> prepareEnvelope(Audience to, const Content& content, const QByteArray& deskKey,
                                          const QByteArray& personKey);

/// Signs the envelope's content for its author under `header` and seals it. Fills in the header's commitment.
StoredEntry sealEnvelope(Header header, Envelope envelope, const crypto::SigningKeys& author);

/// Both at once.
model::Expected<StoredEntry> sealEntry(Header header, const Content& content, const crypto::SigningKeys& author,
                                       const QByteArray& deskKey, const QByteArray& personKey);

/// Whether it is sealed to *everyone*, by the number of its slots; which its header must agree with (judged later).
bool isForEveryone(const StoredEntry& entry);

/// The keys that a reader tries.
struct ReadingKeys {
    std::vector<const crypto::SealingKeys*> desk;     ///< for the first slot, the likeliest first
    std::vector<const crypto::SealingKeys*> personal; ///< for the second
};

/// Its content, if one of `keys` opens it; nothing if none does, or it was destroyed. The author's signature and the
/// commitment have then been checked; whether the author might is not. Damaged where the seal opens and the rest
/// does not hold. Its header goes into `opened`, which has been parsed for that.
model::Expected<std::optional<Content>> openEntry(const StoredEntry& entry, const ReadingKeys& keys,
                                                  Header* opened = nullptr);

} // namespace heed::journal
