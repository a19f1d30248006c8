#include "crypto/sign.h"

#include <QtEndian>

#include <sodium.h>

namespace heed::crypto {
namespace {

// Parts can be large and secret: they are hashed with SHA-512 as they stand (Ed25519ph), not joined in memory first.
void absorb(crypto_sign_state& state, ByteSpan part)
{
    unsigned char length[8];
    qToLittleEndian(static_cast<quint64>(part.size()), length);
    crypto_sign_update(&state, length, sizeof length);
    crypto_sign_update(&state, part.data(), part.size());
}

crypto_sign_state absorbed(QByteArrayView context, std::initializer_list<ByteSpan> parts)
{
    crypto_sign_state state;
    crypto_sign_init(&state);
    absorb(state, spanOf(context));
    for (const auto part : parts)
        absorb(state, part);
    return state;
}

} // namespace

static_assert(crypto_sign_BYTES == signatureLength);

SigningKeys SigningKeys::make()
{
    return fromSeed(SecretBytes::random(crypto_sign_SEEDBYTES));
}

SigningKeys SigningKeys::fromSeed(SecretBytes seed)
{
    SigningKeys keys{QByteArray(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized), std::move(seed)};
    SecretBytes secret(crypto_sign_SECRETKEYBYTES);
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char*>(keys.publicKey.data()), secret.data(), keys.seed.data());
    return keys;
}

SigningKeys SigningKeys::clone() const
{
    return {publicKey, seed.clone()};
}

QByteArray sign(const SigningKeys& keys, QByteArrayView context, std::initializer_list<ByteSpan> parts)
{
    SecretBytes secret(crypto_sign_SECRETKEYBYTES);
    unsigned char publicKey[crypto_sign_PUBLICKEYBYTES];
    crypto_sign_seed_keypair(publicKey, secret.data(), keys.seed.data());
    auto state = absorbed(context, parts);
    QByteArray signature(signatureLength, Qt::Uninitialized);
    crypto_sign_final_create(&state, reinterpret_cast<unsigned char*>(signature.data()), nullptr, secret.data());
    return signature;
}

bool verify(const QByteArray& publicKey, QByteArrayView context, std::initializer_list<ByteSpan> parts,
            QByteArrayView signature)
{
    if (publicKey.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != signatureLength)
        return false;
    auto state = absorbed(context, parts);
    return crypto_sign_final_verify(&state, spanOf(signature).data(), spanOf(publicKey).data()) == 0;
}

} // namespace heed::crypto
