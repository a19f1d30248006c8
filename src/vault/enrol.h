#pragma once

#include "vault/amend.h"

namespace heed::vault {

struct Enrolment {
    QString name;
    model::Role role = model::Role::Staff;
    std::optional<QString> ownPassword; ///< else Heed makes a starting password
};

struct Enrolled {
    QString member;
    QString startingPassword; ///< shown once; empty where the member chose their own
};

/// Adds a member, by a designated safeguarding lead. Errors: NotAllowed; BadInput for a name that is empty or taken, or
/// a weak password.
model::Expected<Enrolled> enrol(const Folder& folder, Unlocked& unlocked, const Enrolment& enrolment,
                                const QDateTime& now);

/// New keys for somebody, and their box under `password`, signed by `author`.
struct NewMember {
    MemberKeys keys;
    SignedFile box;
    BoxSecrets secrets;
};
model::Expected<NewMember> newMember(const QByteArray& vault, const QString& id, bool starting, const QString& password,
                                     const std::vector<Pin>& pins, const QString& author,
                                     const crypto::SigningKeys* authorKeys, const QDateTime& now);

QString newMemberId();

} // namespace heed::vault
