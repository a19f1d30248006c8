#include "cli/input.h"

#include "platform/atomic_file.h"
#include "platform/descriptor.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>

namespace heed::cli {
namespace {

using model::ErrorCode;
using model::failure;

constexpr std::size_t longestPassword = 4096; // bytes

/// A file, standard input, or a pipe that the shell has already opened ("<(…)").
model::Expected<platform::Descriptor> open(const QString& path)
{
    bool isNumber = false;
    const int inherited = path.startsWith(QStringLiteral("/dev/fd/")) ? path.mid(8).toInt(&isNumber) : 0;
    platform::Descriptor file(path == QStringLiteral("-") || isNumber
                                  ? ::fcntl(inherited, F_DUPFD_CLOEXEC, 3)
                                  : ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return tl::make_unexpected(platform::systemError(errno, path));
    return file;
}

/// Reads on until `size` bytes are there or the end has come; how many there are.
model::Expected<std::size_t> fill(const platform::Descriptor& file, void* out, std::size_t size, const QString& path)
{
    std::size_t have = 0;
    while (have < size) {
        const auto got = ::read(file.number(), static_cast<char*>(out) + have, size - have);
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return tl::make_unexpected(platform::systemError(errno, path));
        have += static_cast<std::size_t>(got);
    }
    return have;
}

} // namespace

SecretText::SecretText(const crypto::SecretBytes& utf8)
    : m_text(QString::fromUtf8(reinterpret_cast<const char*>(utf8.data()), static_cast<qsizetype>(utf8.size())))
{
}

SecretText::~SecretText()
{
    crypto::wipe(m_text.data(), static_cast<std::size_t>(m_text.size()) * sizeof(QChar));
}

model::Expected<crypto::SecretBytes> readPassword(const QString& path)
{
    HEED_TAKE(const auto file, open(path));
    crypto::SecretBytes bytes(longestPassword);
    HEED_TAKE(const auto size, fill(file, bytes.data(), bytes.size(), path));
    const auto* end = static_cast<const unsigned char*>(size == 0 ? nullptr : std::memchr(bytes.data(), '\n', size));
    if (!end && size == longestPassword)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The password is too long: give one of at most 4,000 bytes."));
    auto length = end ? static_cast<std::size_t>(end - bytes.data()) : size;
    if (length > 0 && bytes.data()[length - 1] == '\r')
        --length;
    if (length == 0)
        return failure(
            ErrorCode::BadInput,
            path == QStringLiteral("-")
                ? QStringLiteral("There is no password on standard input: its first line is the password.")
                : QStringLiteral("There is no password in \"%1\": its first line is the password.").arg(path));
    return crypto::SecretBytes::copyOf(bytes.span().first(length));
}

model::Expected<QByteArray> readInput(const QString& path, const QString& what, qsizetype largest)
{
    HEED_TAKE(const auto file, open(path));
    QByteArray all;
    for (;;) {
        std::array<char, 64 * 1024> piece;
        HEED_TAKE(const auto got, fill(file, piece.data(), piece.size(), path));
        all.append(piece.data(), static_cast<qsizetype>(got));
        if (all.size() > largest)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("%1 is larger than %2 KiB.").arg(what).arg(largest / 1024));
        if (got < piece.size())
            return all;
    }
}

} // namespace heed::cli
