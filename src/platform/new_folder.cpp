#include "platform/new_folder.h"

#include "platform/atomic_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>

namespace heed::platform {
namespace {

/// The folder, locked; nothing where somebody else holds it, or where the file system cannot say.
Descriptor lockOf(const QString& path)
{
    Descriptor folder(::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (folder && ::flock(folder.number(), LOCK_EX | LOCK_NB) != 0)
        return Descriptor(-1);
    return folder;
}

const auto mark = QStringLiteral(".unfinished-");

/// Only what has a name that nobody gives by hand.
void removeAbandoned(const QString& place)
{
    const QFileInfo info(place);
    const QRegularExpression made(u'^' + QRegularExpression::escape(info.fileName() + mark) +
                                  QStringLiteral("[0-9a-f]{16}$"));
    for (const auto& name : info.dir().entryList(QDir::Dirs | QDir::Hidden).filter(made))
        if (const auto path = info.dir().filePath(name); lockOf(path))
            QDir(path).removeRecursively();
}

} // namespace

NewFolder::NewFolder(Descriptor lock, QString path, QString place)
    : m_lock(std::move(lock))
    , m_path(std::move(path))
    , m_place(std::move(place))
{
}

NewFolder::NewFolder(NewFolder&& other) noexcept
    : m_lock(std::move(other.m_lock))
    , m_path(std::exchange(other.m_path, {}))
    , m_place(std::move(other.m_place))
{
}

NewFolder::~NewFolder()
{
    if (!m_path.isEmpty())
        QDir(m_path).removeRecursively();
}

model::Expected<NewFolder> NewFolder::begin(const QString& place, int mode)
{
    const auto target = QDir::cleanPath(QDir(place).absolutePath());
    removeAbandoned(target);
    const QString path =
        target + mark + QStringLiteral("%1").arg(QRandomGenerator::system()->generate64(), 16, 16, QChar(u'0'));
    HEED_TRY(makeFolder(path, mode));
    return NewFolder(lockOf(path), path, target);
}

model::Result NewFolder::publish()
{
    HEED_TRY(syncFolder(m_path));
    // rename() replaces an empty folder and nothing else.
    if (std::rename(QFile::encodeName(m_path).constData(), QFile::encodeName(m_place).constData()) != 0)
        return tl::make_unexpected(systemError(errno == ENOTEMPTY || errno == ENOTDIR ? EEXIST : errno, m_place));
    m_path.clear();
    return syncFolder(QFileInfo(m_place).absolutePath());
}

} // namespace heed::platform
