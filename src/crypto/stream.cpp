#include "crypto/stream.h"

#include <sodium.h>

namespace heed::crypto {

using State = crypto_secretstream_xchacha20poly1305_state;

static_assert(streamHeaderLength == crypto_secretstream_xchacha20poly1305_HEADERBYTES &&
              streamOverhead == crypto_secretstream_xchacha20poly1305_ABYTES);

namespace {

/// In guarded memory, since it holds a key; which is aligned for nothing larger than a byte.
SecretBytes newState()
{
    static_assert(alignof(State) == 1);
    return SecretBytes(sizeof(State));
}

State* stateIn(SecretBytes& bytes)
{
    return reinterpret_cast<State*>(bytes.data());
}

} // namespace

StreamSealer::StreamSealer(ByteSpan key)
    : m_state(newState())
    , m_header(static_cast<qsizetype>(streamHeaderLength), Qt::Uninitialized)
{
    Q_ASSERT(key.size() == crypto_secretstream_xchacha20poly1305_KEYBYTES);
    crypto_secretstream_xchacha20poly1305_init_push(stateIn(m_state), reinterpret_cast<unsigned char*>(m_header.data()),
                                                    key.data());
}

QByteArray StreamSealer::seal(ByteSpan bytes, Piece piece)
{
    QByteArray out(static_cast<qsizetype>(bytes.size() + streamOverhead), Qt::Uninitialized);
    const auto tag = piece == Piece::Last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                          : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
    crypto_secretstream_xchacha20poly1305_push(stateIn(m_state), reinterpret_cast<unsigned char*>(out.data()), nullptr,
                                               bytes.data(), bytes.size(), nullptr, 0, static_cast<unsigned char>(tag));
    return out;
}

StreamOpener::StreamOpener(ByteSpan key, QByteArrayView header)
    : m_state(newState())
    , m_isBroken(key.size() != crypto_secretstream_xchacha20poly1305_KEYBYTES ||
                 spanOf(header).size() != streamHeaderLength)
{
    if (!m_isBroken)
        m_isBroken =
            crypto_secretstream_xchacha20poly1305_init_pull(stateIn(m_state), spanOf(header).data(), key.data()) != 0;
}

std::optional<Piece> StreamOpener::open(QByteArrayView sealedPiece, SecretBytes& to)
{
    const auto bytes = spanOf(sealedPiece);
    if (m_isBroken || bytes.size() < streamOverhead)
        return {};
    if (to.size() != bytes.size() - streamOverhead)
        to = SecretBytes(bytes.size() - streamOverhead);
    unsigned char tag = 0;
    m_isBroken = crypto_secretstream_xchacha20poly1305_pull(stateIn(m_state), to.data(), nullptr, &tag, bytes.data(),
                                                            bytes.size(), nullptr, 0) != 0;
    if (m_isBroken)
        return {};
    // Nothing may follow the last piece.
    m_isBroken = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    return m_isBroken ? Piece::Last : Piece::Middle;
}

} // namespace heed::crypto
