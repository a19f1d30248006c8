#pragma once

#include "vault/unlock.h"

#include <functional>

namespace heed::vault {

// How signed files change: whole, under the vault's lock, from what they say at that moment, and read again afterwards.

/// Applies `change` to vault.json and signs it for the safeguarding desk and the member who acts. NotAllowed without
/// that desk's key. Successions that boxes tell of are taken in by the way.
model::Result amendVault(const Folder& folder, Unlocked& unlocked, const QDateTime& now,
                         const std::function<model::Result(VaultStatement&)>& change);

/// The same for a desk's statement. *everyone* is signed by safeguarding, each other desk by itself.
model::Result amendDesk(const Folder& folder, Unlocked& unlocked, const QString& desk, const QDateTime& now,
                        const std::function<model::Result(DeskStatement&)>& change);

/// Makes the desk of this member's role if they are its first reader. Nothing to do is no error.
model::Result openOwnDesk(const Folder& folder, Unlocked& unlocked, const QDateTime& now);

/// Puts right what a colleague's first sign-in or a power cut left: members without a slot, slots sealed to keys that
/// were succeeded, successions that vault.json does not name. For a reader of safeguarding; nothing to do is no error.
model::Result settle(const Folder& folder, Unlocked& unlocked, const QDateTime& now);

/// A signed desk statement, as it is written.
SignedFile signDesk(const DeskStatement& desk, const crypto::SigningKeys& deskKeys, const Keyring& ring);
SignedFile signVault(const VaultStatement& vault, const crypto::SigningKeys& safeguarding, const Keyring& ring);

ReaderSlot slotFor(const QString& reader, const QByteArray& sealing, const crypto::SecretBytes& seed);

/// Reads the policy again and opens what the member's keys open now.
model::Result reread(const Folder& folder, Unlocked& unlocked);

} // namespace heed::vault
