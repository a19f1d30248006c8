#include "session/backups.h"

#include "platform/clock.h"
#include "platform/log.h"
#include "platform/settings.h"
#include "rules/keeping.h"
#include "session/state.h"
#include "upkeep/restore.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

/// Several vaults, and what else somebody keeps on a stick, do not get in each other's way.
QString secondPlaceFor(const QString& folder, const QByteArray& vault)
{
    return QDir(folder).filePath(QStringLiteral("heed-") + QString::fromLatin1(vault.left(4).toHex()));
}

BackupRow rowOf(const upkeep::Backup& backup, const vault::Policy* policy)
{
    return {backup.folder, backup.list.at, policy ? policy->nameOf(backup.list.by) : QString(), backup.list.entries,
            backup.bytes()};
}

std::optional<upkeep::Backup> newestGood(const QString& place, const QByteArray& vault)
{
    for (auto& backup : upkeep::backupsIn(place))
        if (backup.list.vault == vault && backup.list.flaw.isEmpty())
            return std::move(backup);
    return {};
}

bool isDueAt(const QString& place, const QByteArray& vault)
{
    std::vector<QDateTime> made;
    for (const auto& backup : upkeep::backupsIn(place))
        if (backup.list.vault == vault)
            made.push_back(backup.list.at);
    return rules::backupIsDue(made, platform::now());
}

/// Remembers outside the vault how it went; that it cannot be remembered is no failure of the backup.
void note(Session::State& state, const QString& place, const std::optional<model::Error>& error)
{
    const auto keep = [&]() -> Result {
        HEED_TAKE(const auto lock, state.memory.lock());
        HEED_TAKE(auto memory, state.memory.load());
        const auto before = memory;
        std::erase_if(memory.backupFailures, [&](const auto& failure) { return failure.place == place; });
        if (error)
            memory.remember(platform::RememberedFailure{place, platform::now(), error->message});
        return memory == before ? Result() : state.memory.save(memory);
    };
    if (error)
        platform::log::warning("backup failed", {{"code", error->code}});
    static_cast<void>(keep());
}

/// Of the vault as it is now. One that may only be read is behind, or has two histories: its copy must not push out
/// what is good.
Result mayBackUp(Session::State& state)
{
    HEED_TRY(state.ready());
    HEED_TRY(vault::reread(state.folder, state.unlocked));
    HEED_TRY(state.takeStock());
    if (state.missing.isEmpty() && state.forked.isEmpty())
        return {};
    return failure(
        ErrorCode::Behind,
        QStringLiteral("This vault can only be read, so no backup of it is made that could push out a good one: "
                       "see the warning at sign-in."));
}

casebook::Watch watchOf(const Progress& progress)
{
    casebook::Watch watch;
    watch.report = [&progress](qint64 done, qint64 total) { progress.say(QStringLiteral("Backing up"), done, total); };
    watch.cancelled = [&progress] { return progress.isCancelled(); };
    return watch;
}

/// Notes how a backup went, and what its copy says of the vault.
Expected<upkeep::Backup> settled(Session::State& state, const QString& place, const QString& shown,
                                 Expected<upkeep::Backup> made)
{
    if (made)
        if (auto tidied = upkeep::tidy(place, made->list.vault); !tidied)
            platform::log::warning("old backups stay", {{"code", tidied.error().code}});
    std::optional<model::Error> error;
    if (!made)
        error = made.error();
    else if (!made->list.flaw.isEmpty())
        error = model::Error{
            ErrorCode::Damaged,
            QStringLiteral(
                "The vault itself is damaged: %1 A copy was kept, and every good backup before it; run a check.")
                .arg(made->list.flaw)};
    note(state, shown, error);
    if (made && error)
        return tl::make_unexpected(*error);
    return made;
}

/// To the second place, if there is one; how that went is noted for backupStatus.
void copyToSecond(Session::State& state, const upkeep::Backup& backup, const Progress& progress)
{
    const auto folder = platform::loadSettings().secondBackup;
    if (folder.isEmpty())
        return;
    if (!QFileInfo(folder).isDir())
        return note(
            state, folder,
            model::Error{ErrorCode::NotFound,
                         QStringLiteral("%1 is not there: plug the stick in, or ask IT for the folder.").arg(folder)});
    progress.say(QStringLiteral("Copying the backup to the second place"));
    const auto place = secondPlaceFor(folder, backup.list.vault);
    static_cast<void>(
        settled(state, place, folder, upkeep::copyBackup(backup, place, &state.ring().journalKey, watchOf(progress))));
}

Expected<upkeep::Backup> make(Session::State& state, const QString& place, const Progress& progress)
{
    progress.say(QStringLiteral("Backing up"));
    return settled(state, place, place,
                   upkeep::makeBackup({state.folder, state.journal, state.policy(), state.ring()}, place,
                                      platform::now(), watchOf(progress)));
}

QString chosen(const QString& folder)
{
    if (QFileInfo::exists(QDir(folder).filePath(upkeep::backupListName)))
        return folder;
    const auto rows = listBackups(folder);
    return rows && !rows->empty() ? rows->front().folder : folder;
}

Expected<Restored> restoreWith(const QString& folder, const QString& path, const std::optional<upkeep::Opener>& opener,
                               const Progress& progress)
{
    progress.say(QStringLiteral("Checking the backup"));
    HEED_TAKE(const auto restored, upkeep::restore(chosen(folder), path, opener, platform::now(), watchOf(progress)));
    platform::log::event("vault restored", {{"vault", platform::log::Id{restored.backup.list.vault}}});
    return Restored{QDir(path).absolutePath(),    restored.backup.list.at, restored.school,
                    restored.backup.list.entries, restored.checks,         restored.notDone};
}

} // namespace

Expected<BackupRow> backUpNow(Session& session, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(mayBackUp(state));
    HEED_TAKE(const auto made, make(state, state.folder.backups(), progress));
    copyToSecond(state, made, progress);
    return rowOf(made, &state.policy());
}

Expected<BackupRow> backUpTo(Session& session, const QString& place, const Progress& progress)
{
    auto& state = session.state();
    HEED_TRY(mayBackUp(state));
    const auto absolute = QDir(place).absolutePath();
    HEED_TAKE(const auto made, make(state, absolute, progress));
    return rowOf(made, &state.policy());
}

Expected<bool> backUpIfDue(Session& session, const Progress& progress)
{
    auto& state = session.state();
    if (!state.ready() || session.isReadOnly())
        return false;
    const auto id = state.policy().vault.vault;
    if (isDueAt(state.folder.backups(), id)) {
        const auto made = backUpNow(session, progress);
        if (!made && made.error().code == ErrorCode::InUse)
            return false; // a colleague's PC is making it
        if (!made)
            return tl::make_unexpected(made.error());
        return true;
    }
    const auto second = platform::loadSettings().secondBackup;
    if (second.isEmpty() || !QFileInfo(second).isDir() || !isDueAt(secondPlaceFor(second, id), id))
        return false;
    const auto newest = newestGood(state.folder.backups(), id);
    if (newest)
        copyToSecond(state, *newest, progress);
    return newest.has_value();
}

Expected<BackupStatus> backupStatus(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    const auto& policy = state.policy();
    const auto& id = policy.vault.vault;
    BackupStatus status;
    if (const auto newest = newestGood(state.folder.backups(), id))
        status.inVault = rowOf(*newest, &policy);
    status.secondPlace = platform::loadSettings().secondBackup;
    if (!status.secondPlace.isEmpty())
        if (const auto newest = newestGood(secondPlaceFor(status.secondPlace, id), id))
            status.second = rowOf(*newest, &policy);
    HEED_TAKE(const auto memory, state.memory.load());
    for (const auto& failure : memory.backupFailures)
        status.failures.push_back({failure.at, failure.place, failure.sentence});
    return status;
}

Result setSecondPlace(Session& session, const QString& folder)
{
    const auto vault = QDir(session.vaultPath()).canonicalPath();
    const QFileInfo info(folder);
    if (!folder.isEmpty() && !info.isDir())
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("There is no folder %1: plug the stick in, or choose a folder that is there.").arg(folder));
    if (!folder.isEmpty() && QString(info.canonicalFilePath() + u'/').startsWith(vault + u'/'))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 lies in the vault itself: choose a place that is not lost together with it.")
                           .arg(folder));
    auto settings = platform::loadSettings();
    const auto before = std::exchange(settings.secondBackup, folder.isEmpty() ? QString() : info.absoluteFilePath());
    HEED_TRY(platform::saveSettings(settings));
    if (before != settings.secondBackup && !before.isEmpty())
        note(session.state(), before, {});
    return {};
}

Expected<std::vector<BackupRow>> listBackups(const QString& folder)
{
    if (!QFileInfo(folder).isDir())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no folder %1: check the path.").arg(folder));
    QStringList places{folder, QDir(folder).filePath(QStringLiteral("backups"))};
    for (const auto& name : QDir(folder).entryList({QStringLiteral("heed-*")}, QDir::Dirs))
        places << QDir(folder).filePath(name);
    std::vector<std::pair<upkeep::Backup, BackupRow>> found;
    for (const auto& place : places)
        for (auto& backup : upkeep::backupsIn(place)) {
            const auto policy = vault::readPolicy(vault::Folder(backup.folder));
            found.emplace_back(backup, rowOf(backup, policy ? &*policy : nullptr));
        }
    // Those with a flaw last: what is offered first is good.
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        const bool first = a.first.list.flaw.isEmpty();
        const bool second = b.first.list.flaw.isEmpty();
        return first != second ? first : a.second.at > b.second.at;
    });
    std::vector<BackupRow> rows;
    for (auto& [backup, row] : found)
        rows.push_back(std::move(row));
    return rows;
}

Expected<Restored> restoreBackup(const QString& folder, const QString& path, const Progress& progress)
{
    return restoreWith(folder, path, std::nullopt, progress);
}

Expected<Restored> restoreBackup(const QString& folder, const QString& path, const QString& name,
                                 crypto::ByteSpan password, const Progress& progress)
{
    return restoreWith(folder, path, upkeep::Opener{name, password}, progress);
}

} // namespace heed::session
