#include "vault/box.h"

#include "crypto/aead.h"
#include "crypto/random.h"
#include "model/cbor.h"

namespace heed::vault {

using crypto::SecretBytes;
using crypto::spanOf;
using model::ErrorCode;
using model::Expected;

namespace {

/// The written shape of the secrets, for the moment between memory and ciphertext.
struct Written {
    QByteArray signing;
    std::vector<QByteArray> sealing;
    std::vector<Pin> pins;

    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("signing", self.signing, {.required = true});
        visit("sealing", self.sealing, {.required = true});
        visit("pins", self.pins, {.required = true});
    }
};

QByteArray copied(const SecretBytes& secret)
{
    return QByteArray(reinterpret_cast<const char*>(secret.data()), static_cast<qsizetype>(secret.size()));
}

/// Everything in the box but the secrets is bound to them: a field that was changed makes them unreadable.
QByteArray boundTo(const MemberBox& box)
{
    auto bare = box;
    bare.secrets.clear();
    return model::writeCbor(model::toShape(bare));
}

} // namespace

Expected<SecretBytes> newBoxKey(MemberBox& box, crypto::ByteSpan password)
{
    box.salt = crypto::randomBytes(crypto::saltLength);
    return crypto::stretch(password, box.salt, box.cost);
}

void closeBox(MemberBox& box, const BoxSecrets& secrets, const SecretBytes& key)
{
    Written written{copied(secrets.signing.seed), {}, secrets.pins};
    for (const auto& keys : secrets.sealing)
        written.sealing.push_back(copied(keys.secretKey));
    auto plain = model::writeCbor(model::toShape(written));
    box.secrets = crypto::encrypt(key.span(), spanOf(boundTo(box)), spanOf(plain));
    crypto::wipe(plain);
    crypto::wipe(written.signing);
    for (auto& secret : written.sealing)
        crypto::wipe(secret);
}

Expected<OpenedBox> openBox(const MemberBox& box, crypto::ByteSpan password)
{
    HEED_TAKE(auto key, crypto::stretch(password, box.salt, box.cost).map_error([&](model::Error error) {
        error.message = QStringLiteral("members/%1.json: ").arg(box.member) + error.message;
        return error;
    }));
    auto plain = crypto::decrypt(key.span(), spanOf(boundTo(box)), box.secrets);
    if (!plain)
        return model::failure(ErrorCode::WrongPassword,
                              QStringLiteral("That is not the password for this name: try again, or ask a designated "
                                             "safeguarding lead to reset it."));
    const auto name = QStringLiteral("members/%1.json").arg(box.member);
    auto bytes = copied(*plain);
    auto read = model::parseCbor(bytes, name).and_then([&](const QCborMap& map) {
        return model::fromShape<Written>(map, name);
    });
    crypto::wipe(bytes);
    if (!read || read->signing.size() != 32 || read->sealing.empty())
        return tl::make_unexpected(
            asDamage({ErrorCode::BadInput, name + QStringLiteral(": \"secrets\" are not keys.")}));
    BoxSecrets secrets{crypto::SigningKeys::fromSeed(SecretBytes::copyOf(spanOf(read->signing))), {}, read->pins};
    crypto::wipe(read->signing);
    for (auto& secret : read->sealing) {
        secrets.sealing.push_back(crypto::SealingKeys::fromSecret(SecretBytes::copyOf(spanOf(secret))));
        crypto::wipe(secret);
    }
    if (secrets.signing.publicKey != box.signing || secrets.sealing.front().publicKey != box.sealing)
        return tl::make_unexpected(
            asDamage({ErrorCode::BadInput, name + QStringLiteral(": \"signing\" does not fit the secrets.")}));
    return OpenedBox{std::move(secrets), std::move(key)};
}

} // namespace heed::vault
