#include "journal/sealing.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "model/cbor.h"

namespace heed::journal {

using crypto::SecretBytes;
using crypto::spanOf;
using model::ErrorCode;
using model::Expected;
using model::failure;

namespace {

constexpr char signatureContext[] = "heed entry signature 1";
constexpr char contentKeyContext[] = "heed entry content key 1";
constexpr char commitmentContext[] = "heed entry commitment 1";
constexpr qsizetype block = 1024;
constexpr qsizetype largest = 16 * 1024 * 1024;
constexpr qsizetype slotLength = 32 + crypto::sealOverhead;

/// Padded to whole kilobytes (ISO/IEC 7816-4): how much was written shows only roughly.
QByteArray padded(QByteArray bytes)
{
    bytes += char(0x80);
    bytes.append((block - bytes.size() % block) % block, '\0');
    return bytes;
}

std::optional<QByteArray> unpadded(const QByteArray& bytes)
{
    auto end = bytes.size();
    while (end > 0 && bytes[end - 1] == '\0')
        --end;
    if (end == 0 || bytes[end - 1] != char(0x80))
        return {};
    return bytes.first(end - 1);
}

QByteArray commitmentTo(const SecretBytes& key)
{
    const auto commitment = crypto::derive(key.span(), commitmentContext);
    return QByteArray(reinterpret_cast<const char*>(commitment.data()), static_cast<qsizetype>(commitment.size()));
}

std::optional<SecretBytes> openOne(QByteArrayView slot, const std::vector<const crypto::SealingKeys*>& keys)
{
    for (const auto* pair : keys)
        if (auto key = crypto::openSeal(*pair, slot))
            return key;
    return {};
}

tl::unexpected<model::Error> damaged(const char* what)
{
    return failure(
        ErrorCode::Damaged,
        QStringLiteral("An entry is damaged or forged: %1. It was kept and not applied.").arg(QLatin1StringView(what)));
}

} // namespace

Expected<Envelope> prepareEnvelope(Audience to, const Content& content, const QByteArray& deskKey,
                                   const QByteArray& personKey)
{
    Envelope envelope;
    envelope.plain = padded(model::writeCbor(model::toShape(content)));
    if (envelope.plain.size() > largest)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("This entry is larger than 16 MiB: write the rest as an addition."));
    envelope.key = SecretBytes::random(32);
    envelope.slotBytes = crypto::seal(deskKey, envelope.key.span());
    if (to == Audience::Confidential)
        envelope.slotBytes +=
            crypto::seal(personKey.isEmpty() ? crypto::SealingKeys::make().publicKey : personKey, envelope.key.span());
    return envelope;
}

StoredEntry sealEnvelope(Header header, Envelope envelope, const crypto::SigningKeys& author)
{
    header.commitment = commitmentTo(envelope.key);
    StoredEntry entry;
    entry.header = model::writeCbor(model::toShape(header));
    const auto signature = crypto::sign(author, signatureContext, {spanOf(entry.header), spanOf(envelope.plain)});
    QByteArray signedPlain = signature + envelope.plain;
    const auto contentKey = crypto::derive(envelope.key.span(), contentKeyContext);
    entry.sealed = crypto::encrypt(contentKey.span(), spanOf(entry.header), spanOf(signedPlain));
    crypto::wipe(envelope.plain);
    crypto::wipe(signedPlain);
    entry.slotBytes = std::move(envelope.slotBytes);
    entry.slotsHash = hashOfSlots(entry.slotBytes);
    entry.sealedHash = hashOfSealed(entry.sealed);
    return entry;
}

Expected<StoredEntry> sealEntry(Header header, const Content& content, const crypto::SigningKeys& author,
                                const QByteArray& deskKey, const QByteArray& personKey)
{
    HEED_TAKE(auto envelope, prepareEnvelope(header.to, content, deskKey, personKey));
    return sealEnvelope(std::move(header), std::move(envelope), author);
}

bool isForEveryone(const StoredEntry& entry)
{
    return entry.slotBytes.size() <= slotLength;
}

Expected<std::optional<Content>> openEntry(const StoredEntry& entry, const ReadingKeys& keys, Header* opened)
{
    if (entry.isDestroyed())
        return std::nullopt;
    const QByteArrayView slotBytes(entry.slotBytes);
    auto key = openOne(slotBytes.first(std::min(slotLength, slotBytes.size())), keys.desk);
    if (!key && slotBytes.size() > slotLength)
        key = openOne(slotBytes.sliced(slotLength), keys.personal);
    if (!key)
        return std::nullopt;

    // Who wrote it holds its key too, and could put another content under the old header.
    if (entry.sealedHash != hashOfSealed(entry.sealed))
        return damaged("its content was changed");
    HEED_TAKE(auto header, parseHeader(entry.header));
    if (commitmentTo(*key) != header.commitment)
        return damaged("its key is not the one it commits to");
    const auto contentKey = crypto::derive(key->span(), contentKeyContext);
    const auto plainText = crypto::decrypt(contentKey.span(), spanOf(entry.header), entry.sealed);
    if (!plainText || plainText->size() < std::size_t(crypto::signatureLength))
        return damaged("its content was changed");
    const QByteArrayView all(plainText->data(), static_cast<qsizetype>(plainText->size()));
    const auto signature = all.first(crypto::signatureLength).toByteArray();
    auto plain = all.sliced(crypto::signatureLength).toByteArray();
    const auto bytes = unpadded(plain);
    if (!bytes)
        return damaged("its content is cut off");
    const auto what = QStringLiteral("The entry");
    auto content = model::parseCbor(*bytes, what).and_then([&](const QCborMap& map) {
        return model::fromShape<Content>(map, what);
    });
    const bool isSigned =
        content && crypto::verify(content->key, signatureContext, {spanOf(entry.header), spanOf(plain)}, signature);
    crypto::wipe(plain);
    if (!content)
        return tl::make_unexpected(vault::asDamage(content.error()));
    if (!isSigned)
        return damaged("its author's signature does not hold");
    if (opened)
        *opened = std::move(header);
    return std::optional<Content>(std::move(*content));
}

} // namespace heed::journal
