#include "crypto/aead.h"

#include <sodium.h>

namespace heed::crypto {

namespace {
constexpr std::size_t nonceLength = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tagLength = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t keyLength = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
} // namespace

QByteArray encrypt(ByteSpan key, ByteSpan bound, ByteSpan plaintext)
{
    Q_ASSERT(key.size() == keyLength);
    QByteArray out(static_cast<qsizetype>(nonceLength + plaintext.size() + tagLength), Qt::Uninitialized);
    auto* bytes = reinterpret_cast<unsigned char*>(out.data());
    randombytes_buf(bytes, nonceLength);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + nonceLength, nullptr, plaintext.data(), plaintext.size(),
                                               bound.data(), bound.size(), nullptr, bytes, key.data());
    return out;
}

std::optional<SecretBytes> decrypt(ByteSpan key, ByteSpan bound, QByteArrayView ciphertext)
{
    const auto bytes = spanOf(ciphertext);
    if (key.size() != keyLength || bytes.size() < nonceLength + tagLength)
        return {};
    SecretBytes plaintext(bytes.size() - nonceLength - tagLength);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plaintext.data(), nullptr, nullptr, bytes.data() + nonceLength,
                                                   bytes.size() - nonceLength, bound.data(), bound.size(), bytes.data(),
                                                   key.data()) != 0)
        return {};
    return plaintext;
}

} // namespace heed::crypto
