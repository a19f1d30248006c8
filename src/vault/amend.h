#pragma once

#include "vault/unlock.h"

#include <functional>

namespace heed::vault {

// How signed files change: whole, under the vault's lock, from what they say at that moment, and read again afterwards.

/// How far the journal reaches now: the newest entry of each device. Called under the vault's lock, so that no lawful
/// writer comes between this and the end of what they write with.
using ReadHeads = std::function<model::Expected<std::vector<model::Head>>(const crypto::SecretBytes& journalKey)>;

/// Applies `change` to vault.json and signs it for the safeguarding desk and the member who acts. NotAllowed without
/// that desk's key. Successions that boxes tell of are taken in by the way.
model::Result amendVault(const Folder& folder, Unlocked& unlocked, const QDateTime& now,
                         const std::function<model::Result(VaultStatement&)>& change);

/// The same for a desk's statement. *everyone* is signed by safeguarding, each other desk by itself.
model::Result amendDesk(const Folder& folder, Unlocked& unlocked, const QString& desk, const QDateTime& now,
                        const std::function<model::Result(DeskStatement&)>& change);

/// Makes the desk of this member's role if they are its first reader. Nothing to do is no error.
model::Result openOwnDesk(const Folder& folder, Unlocked& unlocked, const QDateTime& now);

/// Whether a member's role lets them read a desk now: all of them *everyone*, those with its role each other one.
bool shouldRead(const Member& member, const QString& desk);

/// Gives a desk a new epoch for those who should read it now: what is sealed from here on opens for nobody else. When
/// the safeguarding desk's key changes, vault.json and *everyone* are signed again with the new one. `change` may touch
/// the statement before it is signed, and gets the new seed.
model::Result rotate(const Folder& folder, Unlocked& unlocked, const QString& desk, const QDateTime& now,
                     const std::function<model::Result(DeskStatement&, const crypto::SecretBytes& seed)>& change = {});

/// Puts right what a colleague's first sign-in or a power cut left: members without a slot, slots sealed to keys that
/// were succeeded, successions that vault.json does not name, readers who have left and still hold an epoch. Each
/// reader does it for the desks whose statements they can sign; nothing to do is no error.
model::Result settle(const Folder& folder, Unlocked& unlocked, const QDateTime& now);

/// A signed desk statement, as it is written.
SignedFile signDesk(const DeskStatement& desk, const crypto::SigningKeys& deskKeys, const Keyring& ring);
SignedFile signVault(const VaultStatement& vault, const crypto::SigningKeys& safeguarding, const Keyring& ring);

ReaderSlot slotFor(const QString& reader, const QByteArray& sealing, const crypto::SecretBytes& seed);

/// Reads the policy again and opens what the member's keys open now.
model::Result reread(const Folder& folder, Unlocked& unlocked);

} // namespace heed::vault
