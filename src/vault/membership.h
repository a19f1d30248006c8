#pragma once

#include "vault/enrol.h"

namespace heed::vault {

// What changes for a member who is there already; by a designated safeguarding lead, each recorded in vault.json with
// who did it. Members, roles and keys are ended, never removed.

/// Whether `member` is the only one who reads the desk of their role, so that it would be without a reader.
bool isOnlyReader(const Policy& policy, const Member& member);

void endRole(Member& member, qint64 counter);
void endKeys(Member& member, qint64 counter);

/// What needs the old role counts no longer from now on. BadInput where it would leave a desk that has readers without
/// one.
model::Result changeRole(const Folder& folder, Unlocked& unlocked, const QString& name, model::Role role,
                         const ReadHeads& heads, const QDateTime& now);

/// Ends a membership: what is signed with its keys from now on counts for nothing, whatever vault.json it cites, and
/// the desks that it read get new epochs. BadInput for the last reader of a desk.
model::Result endMembership(const Folder& folder, Unlocked& unlocked, const QString& name, const ReadHeads& heads,
                            const QDateTime& now);

/// Ends a member's keys and gives them a starting password: never the old secrets. What was sealed to the old keys
/// alone stays closed to them.
model::Expected<Enrolled> resetPassword(const Folder& folder, Unlocked& unlocked, const QString& name,
                                        const ReadHeads& heads, const QDateTime& now);

} // namespace heed::vault
