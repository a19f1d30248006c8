#pragma once

#include "vault/box.h"
#include "vault/keyring.h"

namespace heed::vault {

/// A vault as a member who gave their password sees it.
struct Unlocked {
    Policy policy;
    Keyring keyring;
    MemberBox box;
    QByteArray boxHash; ///< of members/<id>.json as read, for the next one's lineage
    crypto::SecretBytes boxKey;
};

/// `password` is UTF-8, in any Unicode form. Verifies the signed files, opens the member's box (about 0.6 s) and what
/// its keys open; desks that are new to the member are pinned. Errors: UnknownMember, WrongPassword, NotAllowed (has
/// left), Damaged, Forked. A member with a starting password gets keys that can do nothing but firstSignIn.
model::Expected<Unlocked> unlock(const Folder& folder, const QString& name, crypto::ByteSpan password,
                                 const QDateTime& now);

/// Makes the member's own keys and puts them, with the new password, into their box; the starting key signs them and
/// nothing else.
model::Result firstSignIn(const Folder& folder, Unlocked& unlocked, crypto::ByteSpan password, const QDateTime& now);

/// Puts the same keys under another password.
model::Result changePassword(const Folder& folder, Unlocked& unlocked, crypto::ByteSpan password, const QDateTime& now);

} // namespace heed::vault
