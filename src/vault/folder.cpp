#include "vault/folder.h"

#include "platform/atomic_file.h"
#include "vault/no_links.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <grp.h>
#include <unistd.h>

namespace heed::vault {

using model::ErrorCode;
using model::failure;

model::Expected<Folder> Folder::open(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty() || !info.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no vault at %1: check the path.").arg(path));
    if (!info.isDir())
        return failure(ErrorCode::NotAVault,
                       QStringLiteral("%1 is not a vault: a vault is a folder with a vault.json in it.").arg(path));
    if (!info.isReadable() || !info.isExecutable())
        return failure(
            ErrorCode::NoPermission,
            QStringLiteral("%1 may not be read by this account: ask IT for access to the folder.").arg(path));
    Folder folder(QDir(path).absolutePath(), info.permission(QFile::WriteGroup));
    if (!QFileInfo::exists(folder.vaultFile()))
        return failure(
            ErrorCode::NotAVault,
            QStringLiteral("%1 is not a vault: there is no vault.json in it. Choose the folder whose name ends "
                           "in .heed.")
                .arg(path));
    HEED_TRY(holdsNoLinks(folder));
    return folder;
}

Folder::Folder(QString path, bool shared)
    : m_path(std::move(path))
    , m_shared(shared)
{
}

int Folder::fileMode() const
{
    return m_shared ? platform::groupFile : platform::privateFile;
}

int Folder::folderMode() const
{
    return m_shared ? platform::groupFolder : platform::privateFolder;
}

model::Expected<platform::FileLock> Folder::lock() const
{
    return platform::FileLock::take(m_path + QStringLiteral("/.lock"), std::chrono::seconds(10), fileMode());
}

QStringList Folder::desks() const
{
    QStringList names;
    for (const auto& file : QDir(desksFolder()).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names << file.chopped(5);
    return names;
}

bool isGroupOfMine(const QString& group)
{
    const auto* entry = getgrnam(group.toLocal8Bit().constData());
    return entry && group_member(entry->gr_gid) != 0;
}

model::Result giveToGroup(const QString& path, const QString& group)
{
    if (group.isEmpty())
        return {};
    const auto* entry = getgrnam(group.toLocal8Bit().constData());
    if (!entry || chown(QFile::encodeName(path).constData(), uid_t(-1), entry->gr_gid) != 0)
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("This account cannot share files with the group \"%1\": ask IT which group to name.")
                .arg(group));
    return {};
}

} // namespace heed::vault
