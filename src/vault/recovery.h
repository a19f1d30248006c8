#pragma once

#include "vault/set_up.h"

namespace heed::vault {

/// What printed shares say together: which desk they are of, and its recovery seed.
struct Recovered {
    QString desk;
    qint64 set = 1;
    crypto::SealingKeys keys;
};

/// Reads shares as typed and puts them together; believed only if they give the public key that the desk's statement
/// names. BadInput says which share is mistyped, stands twice, is of another vault, or outdated, or how many are
/// missing.
model::Expected<Recovered> putTogether(const Policy& policy, const QStringList& shares);

/// Makes `name` a reader again, or for the first time, of the desk that `shares` recover. For safeguarding, somebody
/// new becomes a member and a lead, and somebody who is a member gets new keys; for another desk, `name` must be a
/// member with its role who can sign in with `password`. Answers the desk.
model::Expected<QString> recover(const Folder& folder, const QStringList& shares, const QString& name,
                                 const QString& password, const ReadHeads& heads, const QDateTime& now);

/// New shares for a desk, with a new epoch: the old ones open nothing that is written from now on, and still open all
/// that was written before.
model::Expected<std::vector<PrintedShare>> reissueShares(const Folder& folder, Unlocked& unlocked, const QString& desk,
                                                         int count, int threshold, const QStringList& holders,
                                                         const QDateTime& now);

} // namespace heed::vault
