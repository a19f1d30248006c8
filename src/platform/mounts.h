#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

// What network_folder is made of, apart so that tests need no network.

namespace heed::platform {

/// As people say it, if a file system of this type lives elsewhere.
std::optional<QString> networkKind(const QByteArray& fileSystem);

/// The type of the file system that holds an absolute path, from the text of /proc/self/mountinfo.
QByteArray fileSystemOf(const QByteArray& path, const QByteArray& mountInfo);

} // namespace heed::platform
