#include "platform/state_folder.h"

#include "platform/atomic_file.h"

#include <QDir>

namespace heed::platform {
namespace {

model::Expected<QString> userFolder(const char* variable, const QString& fallback)
{
    // The XDG rules say to ignore a path that is not absolute.
    auto base = QFile::decodeName(qgetenv(variable));
    if (!QDir::isAbsolutePath(base))
        base = QDir::homePath() + fallback;
    const QString path = base + QStringLiteral("/heed");
    HEED_TRY(makeFolder(path, privateFolder));
    return path;
}

} // namespace

model::Expected<QString> stateFolder()
{
    return userFolder("XDG_STATE_HOME", QStringLiteral("/.local/state"));
}

model::Expected<QString> configFolder()
{
    return userFolder("XDG_CONFIG_HOME", QStringLiteral("/.config"));
}

} // namespace heed::platform
