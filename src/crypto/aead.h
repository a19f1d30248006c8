#pragma once

#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <optional>

namespace heed::crypto {

/// XChaCha20-Poly1305 under a key of 32 bytes: a random nonce, then the ciphertext. `bound` is authenticated with it.
QByteArray encrypt(ByteSpan key, ByteSpan bound, ByteSpan plaintext);

/// What was encrypted, or nothing where the key, the bound bytes or the ciphertext are not those.
std::optional<SecretBytes> decrypt(ByteSpan key, ByteSpan bound, QByteArrayView ciphertext);

} // namespace heed::crypto
