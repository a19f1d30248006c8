#include "journal/entry.h"

#include "crypto/hash.h"
#include "model/cbor.h"

namespace heed::journal {

using crypto::spanOf;
using model::ErrorCode;

QByteArray hashOfSlots(const QByteArray& slotBytes)
{
    return crypto::hash("heed entry slots 1", {spanOf(slotBytes)});
}

QByteArray hashOfSealed(const QByteArray& sealed)
{
    return crypto::hash("heed entry content 1", {spanOf(sealed)});
}

QByteArray StoredEntry::hash() const
{
    return crypto::hash("heed entry 1", {spanOf(header), spanOf(slotsHash), spanOf(sealedHash)});
}

model::Expected<Header> parseHeader(const QByteArray& bytes)
{
    const auto what = QStringLiteral("The entry's header");
    HEED_TAKE(const auto map, model::parseCbor(bytes, what));
    HEED_TAKE(auto header, model::fromShape<Header>(map, what).map_error(vault::asDamage));
    const bool fits = header.vault.size() == 16 && header.device.size() == 16 && header.number >= 1 &&
                      header.tick >= 1 && header.commitment.size() == qsizetype(crypto::hashLength) &&
                      header.previous.isEmpty() == (header.number == 1);
    if (header.format != 1)
        return model::failure(
            ErrorCode::Damaged,
            QStringLiteral("An entry has a format that this Heed does not know: use the newest Heed."));
    if (!fits)
        return model::failure(ErrorCode::Damaged,
                              QStringLiteral("An entry's header holds values that cannot be: the journal is damaged."));
    return header;
}

QString fingerprint(const QByteArray& hash, int groups)
{
    QStringList parts;
    const auto hex = QString::fromLatin1(hash.toHex());
    for (int i = 0; i < groups; ++i)
        parts << hex.mid(i * 4, 4);
    return parts.join(u' ');
}

} // namespace heed::journal
