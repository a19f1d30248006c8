#pragma once

#include "crypto/seal.h"
#include "vault/policy.h"

namespace heed::vault {

/// What a member's password opens.
struct BoxSecrets {
    crypto::SigningKeys signing;
    std::vector<crypto::SealingKeys> sealing; ///< the newest first; an older one opens what was sealed before
    std::vector<Pin> pins;
};

/// A new salt for `box`, and the key that `password` makes with it (about 0.6 s).
model::Expected<crypto::SecretBytes> newBoxKey(MemberBox& box, crypto::ByteSpan password);

/// Puts `secrets` into `box`, whose every other field is bound to them.
void closeBox(MemberBox& box, const BoxSecrets& secrets, const crypto::SecretBytes& key);

struct OpenedBox {
    BoxSecrets secrets;
    crypto::SecretBytes key;
};

/// WrongPassword, or Damaged where its fields are out of range.
model::Expected<OpenedBox> openBox(const MemberBox& box, crypto::ByteSpan password);

} // namespace heed::vault
