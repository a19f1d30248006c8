#pragma once

#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <optional>

namespace heed::crypto {

constexpr qsizetype publicKeyLength = 32;
constexpr qsizetype sealOverhead = 48; // bytes that a seal adds

/// An X25519 pair. The public half seals; only the secret half opens, and neither tells who sealed.
struct SealingKeys {
    QByteArray publicKey;
    SecretBytes secretKey;

    static SealingKeys make();
    static SealingKeys fromSeed(ByteSpan seed); ///< 32 bytes
    static SealingKeys fromSecret(SecretBytes secretKey);
    SealingKeys clone() const;
};

QByteArray seal(const QByteArray& publicKey, ByteSpan secret);
std::optional<SecretBytes> openSeal(const SealingKeys& keys, QByteArrayView sealedBytes);

} // namespace heed::crypto
