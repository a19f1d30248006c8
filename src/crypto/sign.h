#pragma once

#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <initializer_list>

namespace heed::crypto {

constexpr qsizetype signatureLength = 64;

/// An Ed25519 pair; the secret half is its seed of 32 bytes.
struct SigningKeys {
    QByteArray publicKey;
    SecretBytes seed;

    static SigningKeys make();
    static SigningKeys fromSeed(SecretBytes seed);
    SigningKeys clone() const;
};

/// Signs a context and parts, each with its length before it.
QByteArray sign(const SigningKeys& keys, QByteArrayView context, std::initializer_list<ByteSpan> parts);
bool verify(const QByteArray& publicKey, QByteArrayView context, std::initializer_list<ByteSpan> parts,
            QByteArrayView signature);

} // namespace heed::crypto
