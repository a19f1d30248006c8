#pragma once

#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <initializer_list>

namespace heed::crypto {

constexpr std::size_t hashLength = 32;

/// BLAKE2b-256 over a context and parts, each with its length before it, so that no two lists of parts look alike.
QByteArray hash(QByteArrayView context, std::initializer_list<ByteSpan> parts);

/// The same, keyed: a key of 32 bytes for the purpose that the context names.
SecretBytes derive(ByteSpan key, QByteArrayView context, std::initializer_list<ByteSpan> parts = {});

} // namespace heed::crypto
