#pragma once

#include "crypto/secret_bytes.h"
#include "model/role.h"

namespace heed::vault {

/// A password as bytes, in one Unicode form (NFKC), so that it is the same from every keyboard and every face of Heed.
crypto::SecretBytes passwordBytes(const QString& password);

/// How hard a password is to guess, 0 to 4, as zxcvbn judges it; `known` are words that a guesser would try first, such
/// as the member's name and the school's.
int passwordStrength(const QString& password, const QStringList& known);

/// BadInput with what to do, unless the password is strong enough for the role: 4 for those who read a desk, since the
/// weakest of them guards it; 3 for staff.
model::Result checkPassword(const QString& password, model::Role role, const QStringList& known);

} // namespace heed::vault
