#pragma once

#include "crypto/secret_bytes.h"

#include <QByteArray>

#include <optional>

namespace heed::crypto {

constexpr std::size_t streamHeaderLength = 24;
constexpr std::size_t streamOverhead = 17; ///< bytes that sealing adds to each piece

/// Whether more pieces follow.
enum class Piece { Middle, Last };

/// Seals what is too large to be held at once, piece by piece, under a key of 32 bytes that nothing else uses. What
/// comes out is the header and then each sealed piece, in that order.
class StreamSealer {
public:
    explicit StreamSealer(ByteSpan key);

    QByteArray header() const { return m_header; }
    QByteArray seal(ByteSpan bytes, Piece piece);

private:
    SecretBytes m_state;
    QByteArray m_header;
};

/// Opens what a StreamSealer made. A piece that was changed, left out, doubled or moved does not open, nor does any
/// after it; what was cut off ends without a Piece::Last.
class StreamOpener {
public:
    /// A header of another length opens nothing.
    StreamOpener(ByteSpan key, QByteArrayView header);

    /// Puts the opened bytes, streamOverhead fewer than were sealed, into `to`. Nothing if this is not the next piece.
    std::optional<Piece> open(QByteArrayView sealedPiece, SecretBytes& to);

private:
    SecretBytes m_state;
    bool m_isBroken = false; ///< or at its end
};

} // namespace heed::crypto
