#include "crypto/self_test.h"

#include "crypto/aead.h"
#include "crypto/hash.h"
#include "crypto/seal.h"
#include "crypto/sign.h"
#include "crypto/stream.h"

#include <sodium.h>

namespace heed::crypto {
namespace {

bool knowsItsAnswers()
{
    const QByteArray text("heed self-test");
    const QByteArray key(32, 'k');

    unsigned char digest[32];
    crypto_generichash(digest, sizeof digest, spanOf(text).data(), spanOf(text).size(), nullptr, 0);
    if (QByteArray::fromRawData(reinterpret_cast<const char*>(digest), 32).toHex() !=
        "bd85d3912bff25119b8c9e22968142d44db0a874c80273e78deb57aee9c77a6a")
        return false;

    auto box = encrypt(spanOf(key), spanOf(text), spanOf(text));
    const auto opened = decrypt(spanOf(key), spanOf(text), box);
    box[box.size() - 1] = static_cast<char>(box.back() ^ 1);
    if (!opened || !opened->equals(spanOf(text)) || decrypt(spanOf(key), spanOf(text), box))
        return false;

    StreamSealer sealer(spanOf(key));
    auto piece = sealer.seal(spanOf(text), Piece::Last);
    SecretBytes back;
    if (StreamOpener(spanOf(key), sealer.header()).open(piece, back) != Piece::Last || !back.equals(spanOf(text)))
        return false;
    piece[0] = static_cast<char>(piece[0] ^ 1);
    if (StreamOpener(spanOf(key), sealer.header()).open(piece, back))
        return false;

    const auto sealing = SealingKeys::fromSeed(spanOf(key));
    const auto unsealed = openSeal(sealing, seal(sealing.publicKey, spanOf(text)));
    if (!unsealed || !unsealed->equals(spanOf(text)))
        return false;

    const auto signing = SigningKeys::fromSeed(SecretBytes::copyOf(spanOf(key)));
    const auto signature = sign(signing, "self-test", {spanOf(text)});
    return verify(signing.publicKey, "self-test", {spanOf(text)}, signature) &&
           !verify(signing.publicKey, "another", {spanOf(text)}, signature);
}

} // namespace

model::Result start()
{
    if (sodium_init() < 0 || !knowsItsAnswers())
        return model::failure(
            model::ErrorCode::MachineFailed,
            QStringLiteral("The encryption on this PC does not give the answers it should: Heed cannot "
                           "be used here. Ask IT to reinstall libsodium."));
    return {};
}

} // namespace heed::crypto
