#include "platform/file_lock.h"

#include "platform/atomic_file.h"
#include "platform/descriptor.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace heed::platform {

model::Expected<FileLock> FileLock::take(const QString& path, std::chrono::milliseconds patience, int mode)
{
    const auto native = QFile::encodeName(path);
    // Opened for writing: over NFS the system turns flock into a lock that needs it.
    Descriptor file(::open(native.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file) {
        if (::fchmod(file.number(), static_cast<mode_t>(mode)) != 0)
            return tl::make_unexpected(systemError(errno, path));
    } else if (errno == EEXIST) {
        file = Descriptor(::open(native.constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    }
    if (!file)
        return tl::make_unexpected(systemError(errno, path));

    // flock belongs to this opening of the file, so another thread of this process waits like another process. It has
    // no time-out: ask, and ask again.
    const QDeadlineTimer deadline(patience);
    auto pause = std::chrono::milliseconds(1);
    while (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EINTR)
            continue;
        if (errno != EWOULDBLOCK)
            return tl::make_unexpected(systemError(errno, path));
        if (deadline.hasExpired())
            return model::failure(
                model::ErrorCode::InUse,
                QStringLiteral("Another window or another person is writing to \"%1\" at this moment: "
                               "wait a little and try again.")
                    .arg(QFileInfo(path).absoluteDir().dirName()));
        std::this_thread::sleep_for(pause);
        pause = std::min(pause * 2, std::chrono::milliseconds(5)); // or one who writes all the time is never caught
    }
    return FileLock(file.take());
}

FileLock::~FileLock()
{
    release();
}

FileLock::FileLock(FileLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

FileLock& FileLock::operator=(FileLock&& other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

void FileLock::release()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

} // namespace heed::platform
