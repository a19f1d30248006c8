#pragma once

#include "crypto/secret_bytes.h"
#include "model/error.h"

#include <vector>

namespace heed::crypto {

/// One share of a secret: worth nothing without `threshold` - 1 others.
struct Share {
    int index = 0; ///< 1 to 16
    SecretBytes bytes;
};

/// Shamir's scheme, k of n. Errors: BadInput unless 2 <= threshold <= count <= 16.
model::Expected<std::vector<Share>> split(ByteSpan secret, int threshold, int count);

/// The secret that the shares give. Too few, or shares of different secrets, give some other bytes without a word: the
/// caller believes them only where they fit a public key that it knows.
SecretBytes combine(const std::vector<Share>& shares);

} // namespace heed::crypto
