#pragma once

#include "crypto/secret_bytes.h"
#include "model/shape.h"

namespace heed::crypto {

constexpr qsizetype saltLength = 16;

/// The cost of Argon2id, stored with what it guards.
struct Argon2Cost {
    qint64 memoryMiB = 256;
    qint64 passes = 3;

    bool operator==(const Argon2Cost&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("memoryMiB", self.memoryMiB, {.required = true});
        visit("passes", self.passes, {.required = true});
    }
};

/// Refused outside 64 MiB to 1 GiB and 3 to 10 passes: a file must not be able to ask for less work, or for a long
/// wait.
model::Result checkCost(const Argon2Cost& cost);

/// The key of 32 bytes that Argon2id makes of a password; about 0.6 s at the default cost.
/// Errors: Damaged for a cost that checkCost refuses, MachineFailed where the memory cannot be had.
model::Expected<SecretBytes> stretch(ByteSpan password, const QByteArray& salt, const Argon2Cost& cost);

} // namespace heed::crypto
