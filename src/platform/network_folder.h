#pragma once

#include <QString>

#include <optional>

namespace heed::platform {

/// The kind of network or shared file system that holds `path`, as people say it ("Windows share (SMB)"), or nothing
/// for a disk of this computer. A path that does not exist yet is judged by the nearest folder above that does.
std::optional<QString> networkFileSystem(const QString& path);

} // namespace heed::platform
