#pragma once

#include "upkeep/backup.h"

namespace heed::upkeep {

/// A member who is there to open what is restored.
struct Opener {
    QString name;
    crypto::ByteSpan password;
};

struct RestoredVault {
    Backup backup;
    QString school;
    QStringList checks;  ///< in words
    QStringList notDone; ///< what could not be checked, and why
};

/// A new vault folder at `path`, which must not exist, from the backup in `folder`: copied beside it, checked there,
/// and only then named so. Nothing is left where it fails. With a member, the journal is opened and walked with their
/// keys. Errors: AlreadyExists, NotFound, Damaged, WrongPassword, UnknownMember, DiskFull, Cancelled.
model::Expected<RestoredVault> restore(const QString& folder, const QString& path, const std::optional<Opener>& opener,
                                       const QDateTime& now, const casebook::Watch& watch = {});

} // namespace heed::upkeep
