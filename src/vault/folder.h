#pragma once

#include "model/error.h"
#include "platform/file_lock.h"

#include <QStringList>

namespace heed::vault {

/// Where the files of a vault are, and how they may be read by the system's accounts.
class Folder {
public:
    /// NotFound where there is nothing, NotAVault where there is no vault.json, NoPermission.
    static model::Expected<Folder> open(const QString& path);
    /// Paths only, for a vault that is being made.
    explicit Folder(QString path, bool shared = false);

    QString path() const { return m_path; }
    QString vaultFile() const { return m_path + QStringLiteral("/vault.json"); }
    QString desksFolder() const { return m_path + QStringLiteral("/desks"); }
    QString deskFile(const QString& desk) const { return desksFolder() + u'/' + desk + QStringLiteral(".json"); }
    QString membersFolder() const { return m_path + QStringLiteral("/members"); }
    QString memberFile(const QString& id) const { return membersFolder() + u'/' + id + QStringLiteral(".json"); }
    QString journal() const { return m_path + QStringLiteral("/journal.db"); }
    QString casebook(const QString& desk) const
    {
        return m_path + QStringLiteral("/casebook-") + desk + QStringLiteral(".db");
    }
    QString files() const { return m_path + QStringLiteral("/files"); }
    QString drafts() const { return m_path + QStringLiteral("/drafts"); }
    QString backups() const { return m_path + QStringLiteral("/backups"); }

    /// 0600 and 0700; 0660 and 2770 where a group of accounts shares the vault.
    int fileMode() const;
    int folderMode() const;

    /// Every process on the vault takes this before it replaces a signed file.
    model::Expected<platform::FileLock> lock() const;

    /// The desks that have a file, by name.
    QStringList desks() const;

private:
    QString m_path;
    bool m_shared;
};

/// Whether this account may share files with a system group.
bool isGroupOfMine(const QString& group);
/// Hands a folder to the group that shares the vault, which what is made in it then belongs to; empty does nothing.
/// BadInput for a group that this account is not in.
model::Result giveToGroup(const QString& path, const QString& group);

} // namespace heed::vault
