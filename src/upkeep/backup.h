#pragma once

#include "casebook/casebook.h"
#include "upkeep/verify.h"

namespace heed::upkeep {

// A place for backups is a folder: one folder for each backup, and files/, which holds what never changes (attachments)
// once for all of them. Everything in it is ciphertext or signed, so whoever looks after it needs no key.

/// One file of a backup, by its path in the backup's folder, or an attachment by its name in files/.
struct BackedUpFile {
    QString name;
    qint64 size = 0;
    QByteArray hash;

    bool operator==(const BackedUpFile&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("name", self.name, {.required = true});
        visit("size", self.size, {.required = true});
        visit("hash", self.hash, {.required = true});
    }
};

/// backup.json in each backup: what belongs to it. Signed by the member who was signed in.
struct BackupList {
    QByteArray vault;
    QDateTime at;
    QString by;         ///< a member's id
    qint64 entries = 0; ///< in the journal
    QByteArray state;   ///< journal::stateHash of it
    QString flaw;       ///< what was wrong with the vault itself: such a copy is kept, and pushes no good one out
    std::vector<BackedUpFile> files;
    std::vector<BackedUpFile> attachments;

    bool operator==(const BackupList&) const = default;
    static constexpr bool isDescribed = true;
    template <class Self, class Visit> static void describe(Self& self, Visit& visit)
    {
        visit("vault", self.vault, {.required = true});
        visit("at", self.at, {.required = true});
        visit("by", self.by, {.required = true});
        visit("entries", self.entries, {.required = true});
        visit("state", self.state, {.required = true});
        visit("flaw", self.flaw, {.longest = model::longText});
        visit("files", self.files, {.required = true, .most = model::anyNumber});
        visit("attachments", self.attachments, {.most = model::anyNumber});
    }
};

inline const QString backupFormat = QStringLiteral("heed-backup-1");
inline const QString backupListName = QStringLiteral("backup.json");

struct Backup {
    QString folder;
    BackupList list;

    qint64 bytes() const;
};

/// What is backed up, by whom.
struct BackupSource {
    const vault::Folder& folder;
    journal::Journal& journal;
    const vault::Policy& policy;
    const vault::Keyring& author;
};

/// A consistent copy of the vault in a new folder of `place`, while others write; checked after it was written, and
/// only then under its own name. What was there stays, whatever happens. Errors: InUse (somebody else makes one there),
/// DiskFull, NoPermission, Cancelled; Damaged where the copy does not hold what it should.
model::Expected<Backup> makeBackup(const BackupSource& source, const QString& place, const QDateTime& now,
                                   const casebook::Watch& watch = {});

/// The same backup in another place. With the journal's key it is opened there and checked, else its bytes are
/// compared.
model::Expected<Backup> copyBackup(const Backup& backup, const QString& place, const crypto::SecretBytes* journalKey,
                                   const casebook::Watch& watch = {});

/// The backups of a place, the newest first; what is not a backup, or whose list does not hold, is passed over. Whether
/// their files are right is checkBackup's to say.
std::vector<Backup> backupsIn(const QString& place);

/// Drops what rules::backupsToDrop lets go, all but the newest of those with a flaw, and attachments that none of the
/// others needs. To be called after a new one was found good.
model::Result tidy(const QString& place, const QByteArray& vault);

/// Holds the files of a backup against its list and reads its signed files; with the journal's key, also the pages and
/// the chain of its journal. Error: Damaged, naming the file. Answers what could be checked, in words.
struct BackupCheck {
    Backup backup;
    vault::Policy policy;
    QStringList checks;
};
model::Expected<BackupCheck> checkBackup(const QString& folder, const crypto::SecretBytes* journalKey,
                                         const casebook::Watch& watch = {});

/// Where the attachments of the backup in `folder` lie: in it, where somebody has copied it whole, or beside it.
QString attachmentsOf(const QString& folder);

/// What a copied journal holds, and what is wrong with its pages and chain, if anything.
struct JournalCheck {
    qint64 entries = 0;
    QByteArray state;
    QString flaw;
};
model::Expected<JournalCheck> checkJournal(const vault::Folder& folder, const casebook::Reading& reading,
                                           const crypto::SecretBytes& key, const casebook::Watch& watch);

/// A file's hash, for a backup's list: a chain over pieces of 1 MiB, so that size does not matter.
model::Expected<BackedUpFile> describeFile(const QString& path, const QString& name);

} // namespace heed::upkeep
