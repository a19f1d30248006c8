#pragma once

#include "session/session.h"

namespace heed::session {

// Copies of the vault that are made by themselves, and how one becomes a vault again. A backup is ciphertext: to copy
// one needs no key.

/// One backup, as its signed list of contents describes it.
struct BackupRow {
    QString folder;     ///< the backup itself: what restoreBackup takes
    QDateTime at;       ///< when it was made
    QString madeBy;     ///< the member who was signed in
    qint64 entries = 0; ///< that the journal had
    qint64 bytes = 0;   ///< of all its files, attachments among them

    bool operator==(const BackupRow&) const = default;
};

struct BackupFailure {
    QDateTime at;
    QString place;    ///< the folder that it was to go to
    QString sentence; ///< why, and what to do
};

struct BackupStatus {
    std::optional<BackupRow> inVault;    ///< the newest in the vault's own backups/
    QString secondPlace;                 ///< the folder that this installation was told; empty for none
    std::optional<BackupRow> second;     ///< the newest there, as far as it can be reached now
    std::vector<BackupFailure> failures; ///< of this installation: the last at each place, until one there goes well
};

/// Makes a backup in the vault and in the second place now, and checks each after it was written: pages, chain, signed
/// files. Older ones beyond 7 daily, 4 weekly and 12 monthly go, and only after the new one was found good. Errors:
/// Behind (a vault that may only be read does not push out good backups); DiskFull, NoPermission, Damaged, Cancelled. A
/// second place that failed while the vault's own went well is told in backupStatus, not as an error.
model::Expected<BackupRow> backUpNow(Session& session, const Progress& progress = {});

/// A backup into a place of one's own choosing: a folder that is there or will be made. One that has an older backup of
/// this vault keeps what it needs of it, as the vault's own does.
model::Expected<BackupRow> backUpTo(Session& session, const QString& place, const Progress& progress = {});

/// The same as backUpNow, if none was made today; true if one was. Ask for it after sign-in: it takes seconds in a
/// large vault.
model::Expected<bool> backUpIfDue(Session& session, const Progress& progress = {});

model::Expected<BackupStatus> backupStatus(Session& session);

/// The folder that holds a second set of backups (a USB stick, a NAS), for this installation; empty for none. BadInput
/// for one that is not there, is not a folder, or lies in the vault.
model::Result setSecondPlace(Session& session, const QString& folder);

/// Backups under `folder`, which is a vault, a backups folder or a second place; the newest first. No key is needed.
model::Expected<std::vector<BackupRow>> listBackups(const QString& folder);

struct Restored {
    QString path; ///< the new vault
    QDateTime at; ///< of the backup
    QString school;
    qint64 entries = 0;
    QStringList checks;  ///< what was found good before it was offered, in words
    QStringList notDone; ///< what only a member's keys can check
};

/// Makes a new vault folder at `path`, which must not exist, from the backup in `folder`. Everything is copied beside
/// it, checked, and only then named so; nothing is left if it fails. With a member's name and password the journal's
/// pages, chain and what that member can open are checked too. Whoever opens it meets a vault that is behind what their
/// PC has seen: it may then only be read there. Errors: AlreadyExists, Damaged, WrongPassword, DiskFull.
model::Expected<Restored> restoreBackup(const QString& folder, const QString& path, const Progress& progress = {});
model::Expected<Restored> restoreBackup(const QString& folder, const QString& path, const QString& name,
                                        crypto::ByteSpan password, const Progress& progress = {});

} // namespace heed::session
