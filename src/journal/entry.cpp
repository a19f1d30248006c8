#include "journal/entry.h"

#include "crypto/hash.h"
#include "model/cbor.h"
#include "model/limits.h"

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
    if (header.format != 1)
        return model::failure(
            ErrorCode::Damaged,
            QStringLiteral("An entry has a format that this Heed does not know: use the newest Heed."));
    const auto refuse = [&](const char* field) {
        return tl::make_unexpected(vault::asDamage(
            {ErrorCode::BadInput,
             QStringLiteral("%1: \"%2\" is a value that cannot be.").arg(what, QLatin1StringView(field))}));
    };
    const auto isHash = [](const QByteArray& value) { return value.size() == qsizetype(crypto::hashLength); };
    if (header.vault.size() != model::deviceLength)
        return refuse("vault");
    if (header.device.size() != model::deviceLength)
        return refuse("device");
    if (header.number < 1 || header.number > model::mostEntries)
        return refuse("number");
    if (header.tick < 1 || header.tick > model::mostEntries)
        return refuse("tick");
    if (header.number == 1 ? !header.previous.isEmpty() : !isHash(header.previous))
        return refuse("previous");
    if (header.policy.counter < 1 || !isHash(header.policy.hash))
        return refuse("policy");
    for (const auto& desk : header.desks)
        if (desk.cited.counter < 1 || !isHash(desk.cited.hash))
            return refuse("desks");
    for (const auto& head : header.seen)
        if (head.device.size() != model::deviceLength || head.number < 1 || head.number > model::mostEntries ||
            !isHash(head.hash))
            return refuse("seen");
    if (!isHash(header.commitment))
        return refuse("commitment");
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
