#include "vault/membership.h"

#include "crypto/random.h"
#include "platform/atomic_file.h"

#include <algorithm>

namespace heed::vault {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

Expected<Member> memberNamed(const Unlocked& unlocked, const QString& name)
{
    const auto* member = unlocked.policy.memberNamed(name);
    if (!member)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("There is no member called \"%1\": check the list.").arg(name.left(100)));
    return *member;
}

/// Refuses what would leave the desk that `member` reads without anybody who can open it.
Result keepsItsDesk(const Unlocked& unlocked, const Member& member)
{
    if (!isOnlyReader(unlocked.policy, member))
        return {};
    return failure(ErrorCode::BadInput,
                   QStringLiteral("%1 is the only one who can open what is written to %2: let somebody else in first.")
                       .arg(member.name, model::deskTitle(model::deskOf(*member.role()))));
}

Member& editable(VaultStatement& vault, const QString& id)
{
    return *std::find_if(vault.members.begin(), vault.members.end(), [&](const Member& some) { return some.id == id; });
}

Result noteEnding(VaultStatement& vault, const Unlocked& unlocked, const ReadHeads& read)
{
    HEED_TAKE(const auto heads, read(unlocked.keyring.journalKey));
    vault.noteEnding(heads);
    return {};
}

} // namespace

void endRole(Member& member, qint64 counter)
{
    for (auto& held : member.roles)
        if (!held.until)
            held.until = counter;
}

void endKeys(Member& member, qint64 counter)
{
    for (auto& keys : member.keys)
        if (!keys.until)
            keys.until = counter;
}

bool isOnlyReader(const Policy& policy, const Member& member)
{
    const auto role = member.role();
    const auto desk = role ? model::deskOf(*role) : QString();
    const auto* statement = policy.desk(desk);
    const auto reader = QStringLiteral("member:") + member.id;
    return statement && statement->isReader(reader) &&
           std::none_of(statement->readers.begin(), statement->readers.end(),
                        [&](const ReaderSlot& slot) { return slot.reader != reader && policy.readerOf(desk, slot); });
}

Result changeRole(const Folder& folder, Unlocked& unlocked, const QString& name, model::Role role,
                  const ReadHeads& heads, const QDateTime& now)
{
    HEED_TRY(reread(folder, unlocked));
    HEED_TAKE(const auto member, memberNamed(unlocked, name));
    if (member.role() == role)
        return {};
    HEED_TRY(keepsItsDesk(unlocked, member));
    HEED_TRY(amendVault(folder, unlocked, now, [&](VaultStatement& next) -> Result {
        auto& changed = editable(next, member.id);
        endRole(changed, next.lineage.counter);
        changed.roles.push_back({role, next.lineage.counter, {}, unlocked.keyring.member});
        return noteEnding(next, unlocked, heads);
    }));
    return settle(folder, unlocked, now);
}

Result endMembership(const Folder& folder, Unlocked& unlocked, const QString& name, const ReadHeads& heads,
                     const QDateTime& now)
{
    HEED_TRY(reread(folder, unlocked));
    HEED_TAKE(const auto member, memberNamed(unlocked, name));
    if (member.id == unlocked.keyring.member)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("You cannot end your own membership: a colleague has to do it."));
    HEED_TRY(keepsItsDesk(unlocked, member));
    HEED_TRY(amendVault(folder, unlocked, now, [&](VaultStatement& next) -> Result {
        auto& ended = editable(next, member.id);
        endRole(ended, next.lineage.counter);
        endKeys(ended, next.lineage.counter);
        ended.endedAt = now;
        return noteEnding(next, unlocked, heads);
    }));
    return settle(folder, unlocked, now);
}

Expected<Enrolled> resetPassword(const Folder& folder, Unlocked& unlocked, const QString& name, const ReadHeads& heads,
                                 const QDateTime& now)
{
    HEED_TRY(reread(folder, unlocked));
    HEED_TAKE(const auto member, memberNamed(unlocked, name));
    if (member.id == unlocked.keyring.member)
        return failure(ErrorCode::BadInput, QStringLiteral("To change your own password, use \"change password\"."));
    if (!unlocked.keyring.desks.contains(model::safeguardingDesk))
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("Only a designated safeguarding lead can reset a password: ask one of them."));
    // The old keys' slot goes unread with a new start: for a desk's only reader, only printed shares lead back in.
    if (auto kept = keepsItsDesk(unlocked, member);
        !kept && !unlocked.policy.desk(model::deskOf(*member.role()))->recovery)
        return failure(ErrorCode::BadInput,
                       kept.error().message +
                           QStringLiteral(" There are no recovery shares of it, so a reset would lose what is there."));
    const auto password = crypto::startingPassword();
    HEED_TAKE(auto made, newMember(unlocked.policy.vault.vault, member.id, true, password, unlocked.policy.pins(),
                                   unlocked.keyring.member, &unlocked.keyring.signing, now));
    // The list of keys first: between the two writes the member cannot sign in, and a second reset puts it right.
    HEED_TRY(amendVault(folder, unlocked, now, [&](VaultStatement& next) -> Result {
        auto& reset = editable(next, member.id);
        endKeys(reset, next.lineage.counter);
        made.keys.from = next.lineage.counter;
        reset.keys.push_back(made.keys);
        return noteEnding(next, unlocked, heads);
    }));
    {
        HEED_TAKE(const auto lock, folder.lock());
        HEED_TRY(platform::replaceFile(folder.memberFile(member.id), writeSignedFile(made.box), folder.fileMode()));
    }
    HEED_TRY(settle(folder, unlocked, now));
    return Enrolled{member.id, password};
}

} // namespace heed::vault
