#include "platform/file_pieces.h"

#include "platform/atomic_file.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>

namespace heed::platform {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

tl::unexpected<model::Error> failed(const QString& path, int number = errno)
{
    return tl::make_unexpected(systemError(number, path));
}

} // namespace

FileReader::FileReader(Descriptor file, QString path, qint64 size)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_size(size)
{
}

Expected<FileReader> FileReader::open(const QString& path, Links links)
{
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    const int follow = links == Links::Refused ? O_NOFOLLOW : 0;
    Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | follow));
    struct stat status {};
    if (!file || ::fstat(file.number(), &status) != 0)
        return failed(path);
    if (S_ISDIR(status.st_mode))
        return failed(path, EISDIR);
    if (!S_ISREG(status.st_mode))
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("\"%1\" is not a plain file: give the path of one.").arg(QFileInfo(path).fileName()));
    return FileReader(std::move(file), path, status.st_size);
}

Expected<std::size_t> FileReader::read(void* to, std::size_t room)
{
    std::size_t size = 0;
    while (size < room) {
        const auto got = ::read(m_file.number(), static_cast<char*>(to) + size, room - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failed(m_path);
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    return size;
}

NewFile::NewFile(Descriptor file, QString path, QByteArray beside)
    : m_file(std::move(file))
    , m_path(std::move(path))
    , m_beside(std::move(beside))
{
}

NewFile::~NewFile()
{
    if (!m_beside.isEmpty())
        ::unlink(m_beside.constData());
}

Expected<NewFile> NewFile::begin(const QString& path, int mode)
{
    // Never two alike in one folder, and never one that another process could have waiting: O_EXCL refuses it.
    const QString name = path + QStringLiteral(".new-") + QString::number(QRandomGenerator::system()->generate64(), 36);
    const auto native = QFile::encodeName(name);
    Descriptor file(::open(native.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return failed(path);
    NewFile made(std::move(file), path, native);
    if (::fchmod(made.m_file.number(), static_cast<mode_t>(mode)) != 0 && !isWithoutModes(errno))
        return failed(path);
    return made;
}

Result NewFile::write(QByteArrayView bytes)
{
    const char* next = bytes.data();
    auto left = static_cast<std::size_t>(bytes.size());
    while (left > 0) {
        const auto written = ::write(m_file.number(), next, left);
        if (written < 0) {
            if (errno == EINTR)
                continue;
            return failed(m_path);
        }
        next += written;
        left -= static_cast<std::size_t>(written);
    }
    return {};
}

Result NewFile::close()
{
    if (::fsync(m_file.number()) != 0 || m_file.close() != 0)
        return failed(m_path);
    return {};
}

Result NewFile::publish()
{
    HEED_TRY(close());
    HEED_TRY(publishFile(QFile::decodeName(m_beside), m_path));
    m_beside.clear();
    return {};
}

Result NewFile::replace()
{
    HEED_TRY(close());
    if (::rename(m_beside.constData(), QFile::encodeName(m_path).constData()) != 0)
        return failed(m_path);
    m_beside.clear();
    return syncFolder(QFileInfo(m_path).path());
}

} // namespace heed::platform
