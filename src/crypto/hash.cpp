#include "crypto/hash.h"

#include <QtEndian>

#include <sodium.h>

namespace heed::crypto {
namespace {

void absorb(crypto_generichash_state& state, ByteSpan part)
{
    unsigned char length[8];
    qToLittleEndian(static_cast<quint64>(part.size()), length);
    crypto_generichash_update(&state, length, sizeof length);
    crypto_generichash_update(&state, part.data(), part.size());
}

void digest(ByteSpan key, QByteArrayView context, std::initializer_list<ByteSpan> parts, unsigned char* out)
{
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.data(), key.size(), hashLength);
    absorb(state, spanOf(context));
    for (const auto part : parts)
        absorb(state, part);
    crypto_generichash_final(&state, out, hashLength);
    sodium_memzero(&state, sizeof state);
}

} // namespace

QByteArray hash(QByteArrayView context, std::initializer_list<ByteSpan> parts)
{
    QByteArray out(hashLength, Qt::Uninitialized);
    digest({}, context, parts, reinterpret_cast<unsigned char*>(out.data()));
    return out;
}

SecretBytes derive(ByteSpan key, QByteArrayView context, std::initializer_list<ByteSpan> parts)
{
    SecretBytes out(hashLength);
    digest(key, context, parts, out.data());
    return out;
}

} // namespace heed::crypto
