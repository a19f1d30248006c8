#include "crypto/argon2.h"

#include <sodium.h>

namespace heed::crypto {

using model::ErrorCode;
using model::failure;

model::Result checkCost(const Argon2Cost& cost)
{
    if (cost.memoryMiB < 64 || cost.memoryMiB > 1024)
        return failure(ErrorCode::Damaged, QStringLiteral("\"memoryMiB\" is out of range: it must be 64 to 1024."));
    if (cost.passes < 3 || cost.passes > 10)
        return failure(ErrorCode::Damaged, QStringLiteral("\"passes\" is out of range: it must be 3 to 10."));
    return {};
}

model::Expected<SecretBytes> stretch(ByteSpan password, const QByteArray& salt, const Argon2Cost& cost)
{
    HEED_TRY(checkCost(cost));
    if (salt.size() != saltLength)
        return failure(ErrorCode::Damaged, QStringLiteral("\"salt\" must be 16 bytes."));
    SecretBytes key(32);
    // An empty span may point nowhere, which libsodium's signature forbids.
    const char* typed = password.empty() ? "" : reinterpret_cast<const char*>(password.data());
    if (crypto_pwhash(key.data(), key.size(), typed, password.size(),
                      reinterpret_cast<const unsigned char*>(salt.constData()),
                      static_cast<unsigned long long>(cost.passes),
                      static_cast<std::size_t>(cost.memoryMiB) * 1024 * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failure(
            ErrorCode::MachineFailed,
            QStringLiteral("This PC has not enough free memory to check a password: close other programs and "
                           "try again."));
    return key;
}

} // namespace heed::crypto
