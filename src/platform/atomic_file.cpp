#include "platform/atomic_file.h"

#include "platform/descriptor.h"
#include "platform/file_pieces.h"

#include <QFile>
#include <QFileInfo>

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
    HEED_TAKE(auto file, FileReader::open(path));
    QByteArray bytes(static_cast<qsizetype>(std::min(file.size(), largest) + 1), Qt::Uninitialized);
    qsizetype size = 0;
    for (;;) {
        const auto room = bytes.size() - size;
        HEED_TAKE(const auto got, file.read(bytes.data() + size, static_cast<std::size_t>(room)));
        size += static_cast<qsizetype>(got);
        if (size > largest)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("\"%1\" is larger than %2 KiB: it is not what it should be.")
                               .arg(QFileInfo(path).fileName())
                               .arg((largest + 1023) / 1024));
        if (got < static_cast<std::size_t>(room))
            break;
        bytes.resize(std::min<qsizetype>(size * 2, static_cast<qsizetype>(largest) + 1));
    }
    bytes.truncate(size);
    return bytes;
}

Result replaceFile(const QString& path, const QByteArray& bytes, int mode)
{
    HEED_TAKE(auto file, NewFile::begin(path, mode));
    HEED_TRY(file.write(bytes));
    return file.replace();
}

Result createFile(const QString& path, const QByteArray& bytes, int mode)
{
    HEED_TAKE(auto file, NewFile::begin(path, mode));
    HEED_TRY(file.write(bytes));
    return file.publish();
}

Result copyFile(const QString& from, const QString& to, int mode)
{
    HEED_TAKE(auto source, FileReader::open(from, Links::Refused));
    HEED_TAKE(auto target, NewFile::begin(to, mode));
    QByteArray piece(static_cast<qsizetype>(copiedAtOnce), Qt::Uninitialized);
    for (;;) {
        HEED_TAKE(const auto got, source.read(piece.data(), copiedAtOnce));
        HEED_TRY(target.write(QByteArrayView(piece).first(static_cast<qsizetype>(got))));
        if (got < copiedAtOnce)
            return target.publish();
    }
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
    if (::chmod(native.constData(), static_cast<mode_t>(mode)) != 0 && !isWithoutModes(errno))
        return failed(path);
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
