#pragma once

#include "model/error.h"

#include <QByteArray>

namespace heed::platform {

// Files are read and replaced whole. Errors are one sentence with the file's name in it: NotFound, NoPermission,
// DiskFull, InUse, AlreadyExists, BadInput (not a plain file, or too large), MachineFailed.

constexpr int privateFile = 0600;
constexpr int privateFolder = 0700;
constexpr int groupFile = 0660;
constexpr int groupFolder = 02770;

/// What the system said of `path` (an errno), as an error.
model::Error systemError(int number, const QString& path);

/// The bytes of a plain file of at most `largest` bytes. A pipe or a device is refused without waiting for it.
model::Expected<QByteArray> readFile(const QString& path, qint64 largest);

/// `path` holds either all of `bytes` or what it held before, whatever happens, and keeps them through a power cut once
/// this returns. The file gets exactly `mode`.
model::Result replaceFile(const QString& path, const QByteArray& bytes, int mode = privateFile);

/// As replaceFile, but AlreadyExists if there is something at `path`: of two who try at once, one succeeds.
model::Result createFile(const QString& path, const QByteArray& bytes, int mode = privateFile);

/// A plain file's bytes under a new name (AlreadyExists if there is something), on the disk when it returns. A link
/// is not followed: BadInput. Neither may be a database that this process has open.
model::Result copyFile(const QString& from, const QString& to, int mode = privateFile);

/// A file or folder that was made and synced beside `path` gets that name, or AlreadyExists; then it stays under its
/// own.
model::Result publishFile(const QString& made, const QString& path);

/// Gone, durably. A file that is not there is no error.
model::Result removeFile(const QString& path);

/// Makes the folder and those above it; `path` itself gets exactly `mode`, those above that were missing, 0700. One
/// that exists is left as it is.
model::Result makeFolder(const QString& path, int mode = privateFolder);

/// What was written to the file, or done to the names in the folder, outlasts a power cut.
model::Result syncFile(const QString& path);
model::Result syncFolder(const QString& path);

} // namespace heed::platform
