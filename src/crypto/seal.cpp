#include "crypto/seal.h"

#include <sodium.h>

namespace heed::crypto {

namespace {
const unsigned char* raw(const QByteArray& bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes.constData());
}
} // namespace

static_assert(crypto_box_PUBLICKEYBYTES == publicKeyLength && crypto_box_SEALBYTES == sealOverhead);

SealingKeys SealingKeys::make()
{
    return fromSecret(SecretBytes::random(crypto_box_SECRETKEYBYTES));
}

SealingKeys SealingKeys::fromSeed(ByteSpan seed)
{
    Q_ASSERT(seed.size() == crypto_box_SEEDBYTES);
    SealingKeys keys{QByteArray(publicKeyLength, Qt::Uninitialized), SecretBytes(crypto_box_SECRETKEYBYTES)};
    crypto_box_seed_keypair(reinterpret_cast<unsigned char*>(keys.publicKey.data()), keys.secretKey.data(),
                            seed.data());
    return keys;
}

SealingKeys SealingKeys::fromSecret(SecretBytes secretKey)
{
    SealingKeys keys{QByteArray(publicKeyLength, Qt::Uninitialized), std::move(secretKey)};
    crypto_scalarmult_base(reinterpret_cast<unsigned char*>(keys.publicKey.data()), keys.secretKey.data());
    return keys;
}

SealingKeys SealingKeys::clone() const
{
    return {publicKey, secretKey.clone()};
}

QByteArray seal(const QByteArray& publicKey, ByteSpan secret)
{
    Q_ASSERT(publicKey.size() == publicKeyLength);
    QByteArray out(static_cast<qsizetype>(secret.size()) + sealOverhead, Qt::Uninitialized);
    if (crypto_box_seal(reinterpret_cast<unsigned char*>(out.data()), secret.data(), secret.size(), raw(publicKey)) !=
        0)
        return {}; // a public key of small order, which no honest pair has
    return out;
}

std::optional<SecretBytes> openSeal(const SealingKeys& keys, QByteArrayView sealedBytes)
{
    if (sealedBytes.size() < sealOverhead || keys.publicKey.size() != publicKeyLength)
        return {};
    SecretBytes secret(static_cast<std::size_t>(sealedBytes.size() - sealOverhead));
    if (crypto_box_seal_open(secret.data(), spanOf(sealedBytes).data(), spanOf(sealedBytes).size(), raw(keys.publicKey),
                             keys.secretKey.data()) != 0)
        return {};
    return secret;
}

} // namespace heed::crypto
