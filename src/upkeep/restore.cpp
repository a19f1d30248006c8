#include "upkeep/restore.h"

#include "platform/atomic_file.h"
#include "platform/new_folder.h"
#include "vault/unlock.h"

#include <QDir>
#include <QFileInfo>

namespace heed::upkeep {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

Result copyListed(const std::vector<BackedUpFile>& files, const QString& from, const QString& to, int mode,
                  const casebook::Watch& watch)
{
    for (const auto& file : files) {
        if (watch.cancelled && watch.cancelled())
            return failure(ErrorCode::Cancelled, QStringLiteral("Restoring was stopped: nothing was made."));
        const auto target = QDir(to).filePath(file.name);
        HEED_TRY(platform::copyFile(QDir(from).filePath(file.name), target, mode));
        HEED_TAKE(const auto copied, describeFile(target, file.name));
        if (copied != file)
            return failure(ErrorCode::MachineFailed,
                           QStringLiteral("%1 changed while it was copied: the disk may be failing. Try another one.")
                               .arg(file.name));
    }
    return {};
}

/// With the member's keys: pages, chain, and what those keys open.
Result openAndWalk(const vault::Folder& folder, const Opener& opener, const BackupList& list, const QDateTime& now,
                   const casebook::Watch& watch, RestoredVault& restored)
{
    HEED_TAKE(const auto unlocked, vault::unlock(folder, opener.name, opener.password, now));
    const auto& ring = unlocked.keyring;
    const auto desk = model::deskOf(ring.role);
    const auto reading = casebook::readingOf(unlocked.policy, ring, ring.desks.contains(desk) ? desk : QString());
    HEED_TAKE(const auto found, checkJournal(folder, reading, ring.journalKey, watch));
    if (!found.flaw.isEmpty() && list.flaw.isEmpty())
        return failure(ErrorCode::Damaged,
                       QStringLiteral("This backup cannot be relied on: %1 Use an older one.").arg(found.flaw));
    if (found.entries != list.entries || found.state != list.state)
        return failure(
            ErrorCode::Damaged,
            QStringLiteral("This backup cannot be relied on: its journal does not hold the entries that it was "
                           "listed with. Use an older one."));
    restored.checks << QStringLiteral("The journal's database file, and every entry's hash, chain, number and order");
    if (reading.desk.isEmpty())
        restored.checks << QStringLiteral("Signatures and rights of %1's own entries").arg(ring.name);
    else
        restored.checks << QStringLiteral("Signatures and rights of the entries that %1 can open")
                               .arg(model::deskTitle(reading.desk));
    return {};
}

} // namespace

Expected<RestoredVault> restore(const QString& folder, const QString& path, const std::optional<Opener>& opener,
                                const QDateTime& now, const casebook::Watch& watch)
{
    if (path.isEmpty() || QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return failure(
            ErrorCode::AlreadyExists,
            QStringLiteral("Restoring never overwrites: name a folder that does not exist yet, beside \"%1\".")
                .arg(QFileInfo(path).fileName()));
    HEED_TAKE(auto check, checkBackup(folder, nullptr, watch));
    const auto& list = check.backup.list;
    RestoredVault restored{check.backup, check.policy.vault.profile.school.name, check.checks, {}};
    if (!list.flaw.isEmpty())
        restored.notDone << QStringLiteral("The vault was damaged already when it was backed up: %1").arg(list.flaw);

    auto group = check.policy.vault.group;
    if (!group.isEmpty() && !vault::isGroupOfMine(group)) {
        restored.notDone
            << QStringLiteral("Sharing the files with the group \"%1\", which this account is not in").arg(group);
        group.clear();
    }
    const bool isShared = !group.isEmpty();
    HEED_TAKE(auto place, platform::NewFolder::begin(path, vault::Folder({}, isShared).folderMode()));
    const vault::Folder made(place.path(), isShared);
    for (const auto& one :
         {made.path(), made.desksFolder(), made.membersFolder(), made.files(), made.drafts(), made.backups()}) {
        HEED_TRY(platform::makeFolder(one, made.folderMode()));
        HEED_TRY(vault::giveToGroup(one, group));
    }
    HEED_TRY(copyListed(list.files, folder, made.path(), made.fileMode(), watch));
    HEED_TRY(copyListed(list.attachments, attachmentsOf(folder), made.files(), made.fileMode(), watch));
    if (opener) {
        HEED_TRY(openAndWalk(made, *opener, list, now, watch, restored));
    } else {
        restored.notDone << QStringLiteral("The journal's entries: a member's password opens them");
    }
    for (const auto& one : {made.desksFolder(), made.membersFolder(), made.files(), made.drafts()})
        HEED_TRY(platform::syncFolder(one));
    HEED_TRY(place.publish());
    return restored;
}

} // namespace heed::upkeep
