#include "platform/atomic_file.h"

#include "platform/descriptor.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>

namespace heed::platform {
namespace {

using model::ErrorCode;
using model::failure;
using model::Result;

constexpr std::size_t copiedAtOnce = 1024 * 1024;

tl::unexpected<model::Error> failed(const QString& path, int number = errno)
{
    return tl::make_unexpected(systemError(number, path));
}

QString folderOf(const QString& path)
{
    return QFileInfo(path).path();
}

Result writeAll(int descriptor, const QByteArray& bytes, const QString& path)
{
    const char* next = bytes.constData();
    auto left = static_cast<std::size_t>(bytes.size());
    while (left > 0) {
        const auto written = ::write(descriptor, next, left);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failed(path);
        }
        next += written;
        left -= static_cast<std::size_t>(written);
    }
    return {};
}

/// A stick's file system knows no permissions and says EPERM of what was made a moment ago: what goes there is sealed.
Result setMode(int code, const QString& path)
{
    return code == 0 || errno == EPERM || errno == ENOTSUP ? Result() : failed(path);
}

/// A new file beside `path`, with all of `bytes`, on the disk. Its name, which the caller must dispose of.
model::Expected<QByteArray> writeBeside(const QString& path, const QByteArray& bytes, int mode)
{
    // Never two alike in one folder, and never one that another process could have waiting: O_EXCL refuses it.
    const QString name = path + QStringLiteral(".new-") + QString::number(QRandomGenerator::system()->generate64(), 36);
    const auto native = QFile::encodeName(name);
    Descriptor file(::open(native.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return failed(path);
    auto result = setMode(::fchmod(file.number(), static_cast<mode_t>(mode)), path);
    if (result)
        result = writeAll(file.number(), bytes, path);
    if (result && ::fsync(file.number()) != 0)
        result = failed(path);
    if (file.close() != 0 && result)
        result = failed(path);
    if (!result) {
        ::unlink(native.constData());
        return tl::make_unexpected(std::move(result).error());
    }
    return native;
}

Result sync(const QString& path, int flags)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), flags | O_RDONLY | O_CLOEXEC));
    if (!file)
        return failed(path);
    // Some network file systems cannot sync a folder, and have nothing to sync there.
    if (::fsync(file.number()) != 0 && !(errno == EINVAL && (flags & O_DIRECTORY)))
        return failed(path);
    return {};
}

} // namespace

model::Error systemError(int number, const QString& path)
{
    const auto name = QFileInfo(path).fileName().isEmpty() ? path : QFileInfo(path).fileName();
    const auto sentence = [&](const char* text) { return QString::fromLatin1(text).arg(name); };
    switch (number) {
    case ENOSPC:
    case EDQUOT:
        return {ErrorCode::DiskFull,
                sentence("There is no room left on the disk for \"%1\": free some and try again.")};
    case EACCES:
    case EPERM:
        return {ErrorCode::NoPermission,
                sentence("You have no permission for \"%1\": ask whoever looks after this computer.")};
    case EROFS:
        return {ErrorCode::NoPermission,
                sentence("\"%1\" is on a disk that cannot be written to: copy the folder to one that can.")};
    case ENOENT: return {ErrorCode::NotFound, sentence("\"%1\" does not exist: check the path.")};
    case ENOTDIR: return {ErrorCode::NotFound, sentence("\"%1\" is not inside a folder: check the path.")};
    case EEXIST: return {ErrorCode::AlreadyExists, sentence("\"%1\" already exists: choose another name.")};
    case EISDIR: return {ErrorCode::BadInput, sentence("\"%1\" is a folder: give the path of a file.")};
    case ELOOP: return {ErrorCode::BadInput, sentence("\"%1\" is a link: give the path of the file itself.")};
    case ENAMETOOLONG: return {ErrorCode::BadInput, sentence("The name \"%1\" is too long: choose a shorter one.")};
    case EBUSY:
    case ETXTBSY:
    case EAGAIN: return {ErrorCode::InUse, sentence("\"%1\" is in use by another program: close that and try again.")};
    default:
        return {ErrorCode::MachineFailed,
                QStringLiteral("\"%1\" could not be read or written (%2): try again, and if it "
                               "happens again have the disk checked.")
                    .arg(name, QString::fromLocal8Bit(std::strerror(number)))};
    }
}

model::Expected<QByteArray> readFile(const QString& path, qint64 largest)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!file)
        return failed(path);
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return failed(path);
    const auto name = QFileInfo(path).fileName();
    if (S_ISDIR(status.st_mode))
        return failed(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" is not a plain file: give the path of one.").arg(name));
    QByteArray bytes(static_cast<qsizetype>(std::min<qint64>(status.st_size, largest) + 1), Qt::Uninitialized);
    qsizetype size = 0;
    for (;;) {
        const auto got = ::read(file.number(), bytes.data() + size, static_cast<std::size_t>(bytes.size() - size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(path);
        size += static_cast<qsizetype>(got);
        if (size > largest)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("\"%1\" is larger than %2 KiB: it is not what it should be.")
                               .arg(name)
                               .arg((largest + 1023) / 1024));
        if (got == 0)
            break;
        if (size == bytes.size())
            bytes.resize(std::min<qsizetype>(size * 2, static_cast<qsizetype>(largest) + 1));
    }
    bytes.truncate(size);
    return bytes;
}

Result replaceFile(const QString& path, const QByteArray& bytes, int mode)
{
    HEED_TAKE(const auto beside, writeBeside(path, bytes, mode));
    if (::rename(beside.constData(), QFile::encodeName(path).constData()) != 0) {
        const int number = errno;
        ::unlink(beside.constData());
        return failed(path, number);
    }
    return syncFolder(folderOf(path));
}

Result createFile(const QString& path, const QByteArray& bytes, int mode)
{
    HEED_TAKE(const auto beside, writeBeside(path, bytes, mode));
    auto published = publishFile(QFile::decodeName(beside), path);
    if (!published)
        ::unlink(beside.constData());
    return published;
}

Result copyFile(const QString& from, const QString& to, int mode)
{
    const Descriptor source(::open(QFile::encodeName(from).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat status {};
    if (!source || ::fstat(source.number(), &status) != 0)
        return failed(from);
    if (!S_ISREG(status.st_mode))
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("\"%1\" is not a plain file: give the path of one.").arg(QFileInfo(from).fileName()));
    const auto native = QFile::encodeName(to);
    Descriptor target(::open(native.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!target)
        return failed(to);
    const auto copy = [&]() -> Result {
        HEED_TRY(setMode(::fchmod(target.number(), static_cast<mode_t>(mode)), to));
        QByteArray piece(copiedAtOnce, Qt::Uninitialized);
        for (;;) {
            const auto got = ::read(source.number(), piece.data(), copiedAtOnce);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return failed(from);
            if (got == 0)
                break;
            HEED_TRY(writeAll(target.number(), QByteArray::fromRawData(piece.constData(), got), to));
        }
        if (::fsync(target.number()) != 0 || target.close() != 0)
            return failed(to);
        return {};
    };
    auto copied = copy();
    if (!copied)
        ::unlink(native.constData());
    return copied;
}

Result publishFile(const QString& made, const QString& path)
{
    const auto from = QFile::encodeName(made);
    const auto to = QFile::encodeName(path);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) != 0) {
        // Not every file system can rename without replacing; a second name, then none for the first, does the same.
        const bool unable = errno == EINVAL || errno == ENOSYS || errno == ENOTSUP;
        if (!unable || ::link(from.constData(), to.constData()) != 0)
            return failed(path);
        ::unlink(from.constData());
    }
    return syncFolder(folderOf(path));
}

Result removeFile(const QString& path)
{
    if (::unlink(QFile::encodeName(path).constData()) != 0) {
        if (errno == ENOENT)
            return {};
        return failed(path);
    }
    return syncFolder(folderOf(path));
}

Result makeFolder(const QString& path, int mode)
{
    struct stat status {};
    const auto native = QFile::encodeName(path);
    if (::stat(native.constData(), &status) == 0)
        return S_ISDIR(status.st_mode) ? Result() : failed(path, EEXIST);
    const auto above = folderOf(path);
    if (above != path && !QFileInfo::exists(above))
        HEED_TRY(makeFolder(above, privateFolder));
    if (::mkdir(native.constData(), 0700) != 0)
        return errno == EEXIST && QFileInfo(path).isDir() ? Result() : failed(path);
    HEED_TRY(setMode(::chmod(native.constData(), static_cast<mode_t>(mode)), path));
    return syncFolder(above);
}

Result syncFile(const QString& path)
{
    return sync(path, 0);
}

Result syncFolder(const QString& path)
{
    return sync(path, O_DIRECTORY);
}

} // namespace heed::platform
