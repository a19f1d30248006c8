#pragma once

#include <QString>
#include <QStringList>

namespace heed::golden {

inline const QString lead = QStringLiteral("Golden Lead");
inline const QString leadPassword = QStringLiteral("correct horse battery staple");
inline const QString second = QStringLiteral("Second Lead");
inline const QString secondPassword = QStringLiteral("seven copper kettles whistle twice");
inline const QString staff = QStringLiteral("Anna Assistant");
inline const QString staffPassword = QStringLiteral("velvet otter juggles nine lamps");

/// In a folder of a golden vault: the vault itself, what one installation remembers of it (the state folder), and the
/// other vault.json of a fork.
inline const QString vaultName = QStringLiteral("golden.heed");
inline const QString stateName = QStringLiteral("pc-one");
inline const QString forkName = QStringLiteral("fork.json");
inline const QString expectedName = QStringLiteral("expected.txt");

/// Signs in to what lies in `folder` and tells, in lines, all that a Heed of any later version must still make of it.
QStringList tell(const QString& folder);

void copyFolder(const QString& from, const QString& to);

} // namespace heed::golden
