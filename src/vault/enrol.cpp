#include "vault/enrol.h"

#include "crypto/random.h"
#include "model/name.h"
#include "platform/atomic_file.h"
#include "vault/password.h"

namespace heed::vault {

using model::ErrorCode;
using model::failure;

QString newMemberId()
{
    return QString::fromLatin1(crypto::randomBytes(8).toHex());
}

model::Expected<NewMember> newMember(const QByteArray& vault, const QString& id, bool starting, const QString& password,
                                     const std::vector<Pin>& pins, const QString& author,
                                     const crypto::SigningKeys* authorKeys, const QDateTime& now)
{
    BoxSecrets secrets{crypto::SigningKeys::make(), {}, pins};
    secrets.sealing.push_back(crypto::SealingKeys::make());
    MemberKeys keys;
    keys.signing = secrets.signing.publicKey;
    keys.sealing = secrets.sealing.front().publicKey;
    keys.starting = starting;
    keys.grantedBy = author;
    keys.grantedAt = now;

    MemberBox box;
    box.vault = vault;
    box.member = id;
    box.lineage.at = now;
    box.lineage.by = author;
    box.signing = keys.signing;
    box.sealing = keys.sealing;
    box.starting = starting;
    HEED_TAKE(const auto key, newBoxKey(box, passwordBytes(password).span()));
    closeBox(box, secrets, key);
    SignedFile file{memberFormat, writePayload(box), {}};
    // A starting key signs nothing but its successor, so who enrols signs the first box.
    file.sign(QStringLiteral("member:") + author, authorKeys ? *authorKeys : secrets.signing);
    return NewMember{std::move(keys), std::move(file), std::move(secrets)};
}

model::Expected<Enrolled> enrol(const Folder& folder, Unlocked& unlocked, const Enrolment& enrolment,
                                const QDateTime& now)
{
    const auto name = enrolment.name.simplified();
    if (name.isEmpty() || name.size() > model::shortText)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("A member needs a name of 1 to %1 characters.").arg(model::shortText));
    const auto taken = [&] { return unlocked.policy.memberNamed(name) != nullptr; };
    const auto takenError = [&] {
        return failure(ErrorCode::BadInput,
                       QStringLiteral("There is already a member called \"%1\": add what tells them apart, such as a "
                                      "middle name.")
                           .arg(name));
    };
    if (!unlocked.keyring.desks.contains(model::safeguardingDesk))
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("Only a designated safeguarding lead can add a member: ask one of them."));
    if (taken())
        return takenError();
    if (enrolment.ownPassword)
        HEED_TRY(
            checkPassword(*enrolment.ownPassword, enrolment.role, {name, unlocked.policy.vault.profile.school.name}));
    const auto password = enrolment.ownPassword.value_or(crypto::startingPassword());
    const auto id = newMemberId();
    HEED_TAKE(auto made, newMember(unlocked.policy.vault.vault, id, !enrolment.ownPassword, password,
                                   unlocked.policy.pins(), unlocked.keyring.member, &unlocked.keyring.signing, now));
    HEED_TRY(platform::createFile(folder.memberFile(id), writeSignedFile(made.box), folder.fileMode()));
    HEED_TRY(amendVault(folder, unlocked, now, [&](VaultStatement& next) -> model::Result {
        if (taken())
            return takenError();
        made.keys.from = next.lineage.counter;
        next.members.push_back(
            {id, name, now, {{enrolment.role, next.lineage.counter, {}, unlocked.keyring.member}}, {made.keys}, {}});
        return {};
    }));
    HEED_TRY(settle(folder, unlocked, now));
    return Enrolled{id, enrolment.ownPassword ? QString() : password};
}

} // namespace heed::vault
