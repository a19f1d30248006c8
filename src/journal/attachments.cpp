#include "journal/attachments.h"

#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/stream.h"
#include "platform/atomic_file.h"
#include "platform/file_pieces.h"
#include "rules/attachments.h"

#include <QDir>

#include <algorithm>
#include <cstring>

namespace heed::journal {

using crypto::Piece;
using crypto::SecretBytes;
using crypto::spanOf;
using model::AttachedFile;
using model::Attachment;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr std::size_t pieceLength = 65536;
constexpr qint64 sealedPiece = qint64{pieceLength} + qint64{crypto::streamOverhead};
constexpr char keyContext[] = "heed file 1";
constexpr char hashContext[] = "heed file hash 1";

/// Over the stream's header and then each sealed piece, beginning with nothing.
QByteArray hashOn(const QByteArray& before, QByteArrayView bytes)
{
    return crypto::hash(hashContext, {spanOf(before), spanOf(bytes)});
}

qint64 piecesOf(qint64 size)
{
    return (size + static_cast<qint64>(pieceLength) - 1) / static_cast<qint64>(pieceLength);
}

qint64 sealedLength(qint64 size)
{
    return static_cast<qint64>(crypto::streamHeaderLength) + piecesOf(size) * sealedPiece;
}

Result stopped()
{
    return failure(ErrorCode::Cancelled, QStringLiteral("Stopped: the file was not attached."));
}

tl::unexpected<model::Error> changed(const AttachedFile& about)
{
    return failure(ErrorCode::Damaged,
                   QStringLiteral("\"%1\" is not the file that was attached: it was changed or exchanged after it was "
                                  "sealed. Bring back files/%2 from a backup.")
                       .arg(about.name, about.file));
}

/// A sealed file, open, with the length that the entry says.
Expected<platform::FileReader> openSealed(const QString& path, const AttachedFile& about)
{
    auto file = platform::FileReader::open(path);
    if (!file && file.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::Damaged, QStringLiteral("\"%1\" is gone from the vault: bring back files/%2 from a "
                                                          "backup.")
                                               .arg(about.name, about.file));
    if (!file)
        return file;
    if (file->size() != sealedLength(about.size))
        return changed(about);
    return file;
}

} // namespace

Source sourceOf(QByteArrayView bytes)
{
    return [bytes, at = qsizetype(0)](unsigned char* to, std::size_t room) mutable -> Expected<std::size_t> {
        const auto count = std::min(static_cast<qsizetype>(room), bytes.size() - at);
        std::copy_n(bytes.begin() + at, count, to);
        at += count;
        return static_cast<std::size_t>(count);
    };
}

QString Attachments::newName()
{
    return QString::fromLatin1(crypto::randomBytes(16).toHex());
}

QString Attachments::pathOf(const QString& file) const
{
    return m_folder.files() + u'/' + file;
}

SecretBytes Attachments::streamKey(const AttachedFile& about, const QByteArray& key) const
{
    // Under another name or in another vault it does not open.
    return crypto::derive(spanOf(key), keyContext, {spanOf(m_vault), spanOf(about.file.toUtf8())});
}

Expected<Attachment> Attachments::seal(AttachedFile about, const Source& source, qint64 largest,
                                       const Watch& watch) const
{
    Q_ASSERT(rules::isAttachmentFile(about.file));
    Attachment made;
    made.key = crypto::randomBytes(32);
    crypto::StreamSealer sealer(streamKey(about, made.key).span());
    HEED_TAKE(auto file, platform::NewFile::begin(pathOf(about.file), m_folder.fileMode()));
    const auto put = [&](const QByteArray& bytes) {
        about.hash = hashOn(about.hash, bytes);
        return file.write(bytes);
    };
    HEED_TRY(put(sealer.header()));
    about.size = 0;
    SecretBytes now(pieceLength);
    SecretBytes next(pieceLength);
    HEED_TAKE(auto length, source(now.data(), pieceLength));
    for (;;) {
        about.size += static_cast<qint64>(length);
        if (about.size == 0)
            return failure(ErrorCode::BadInput, rules::mayAttach(about.name, 0, {}, 0).reason);
        if (about.size > largest)
            return failure(ErrorCode::BadInput, rules::tooLarge(about.name, about.size));
        if (watch.isCancelled())
            return tl::make_unexpected(stopped().error());
        // What is read ahead tells whether this piece is the last.
        std::size_t ahead = 0;
        if (length == pieceLength) {
            HEED_TAKE(ahead, source(next.data(), pieceLength));
        }
        std::memset(now.data() + length, 0, pieceLength - length);
        HEED_TRY(put(sealer.seal(now.span(), ahead == 0 ? Piece::Last : Piece::Middle)));
        watch.say(about.size, 0);
        if (ahead == 0)
            break;
        std::swap(now, next);
        length = ahead;
    }
    HEED_TRY(file.publish());
    made.about = std::move(about);
    return made;
}

Result Attachments::check(const AttachedFile& about, const Watch& watch) const
{
    HEED_TAKE(auto file, openSealed(pathOf(about.file), about));
    QByteArray bytes(static_cast<qsizetype>(sealedPiece), Qt::Uninitialized);
    QByteArray hash;
    auto length = crypto::streamHeaderLength;
    for (;;) {
        HEED_TAKE(const auto got, file.read(bytes.data(), length));
        if (got == 0)
            break;
        hash = hashOn(hash, QByteArrayView(bytes).first(static_cast<qsizetype>(got)));
        length = static_cast<std::size_t>(sealedPiece);
        if (watch.isCancelled())
            return stopped();
    }
    return hash == about.hash ? Result() : changed(about);
}

Result Attachments::open(const Attachment& attachment, const Sink& sink, const Watch& watch) const
{
    const auto& about = attachment.about;
    HEED_TRY(check(about, watch));
    HEED_TAKE(auto file, openSealed(pathOf(about.file), about));
    QByteArray bytes(static_cast<qsizetype>(sealedPiece), Qt::Uninitialized);
    HEED_TAKE(const auto header, file.read(bytes.data(), crypto::streamHeaderLength));
    crypto::StreamOpener opener(streamKey(about, attachment.key).span(),
                                QByteArrayView(bytes).first(static_cast<qsizetype>(header)));
    SecretBytes piece(pieceLength);
    qint64 done = 0;
    for (auto left = piecesOf(about.size); left > 0; --left) {
        HEED_TAKE(const auto got, file.read(bytes.data(), static_cast<std::size_t>(sealedPiece)));
        const auto kind = opener.open(QByteArrayView(bytes).first(static_cast<qsizetype>(got)), piece);
        if (kind != (left == 1 ? Piece::Last : Piece::Middle))
            return changed(about);
        const auto length = std::min<qint64>(about.size - done, static_cast<qint64>(pieceLength));
        HEED_TRY(sink(piece.span().first(static_cast<std::size_t>(length))));
        done += length;
        watch.say(done, about.size);
        if (watch.isCancelled())
            return failure(ErrorCode::Cancelled, QStringLiteral("Stopped."));
    }
    return {};
}

Expected<SecretBytes> Attachments::openWhole(const Attachment& attachment, const Watch& watch) const
{
    // So many bytes and no more are asked of the system, whatever an entry says.
    if (attachment.about.size <= 0 || attachment.about.size > rules::largestAttachment)
        return changed(attachment.about);
    SecretBytes whole(static_cast<std::size_t>(attachment.about.size));
    std::size_t at = 0;
    HEED_TRY(open(
        attachment,
        [&](crypto::ByteSpan bytes) -> Result {
            std::memcpy(whole.data() + at, bytes.data(), bytes.size());
            at += bytes.size();
            return {};
        },
        watch));
    return whole;
}

Result Attachments::remove(const QString& file) const
{
    Q_ASSERT(rules::isAttachmentFile(file));
    // What a program that died left of its sealing goes too.
    for (const auto& half : QDir(m_folder.files()).entryList({file + QStringLiteral(".new-*")}, QDir::Files))
        HEED_TRY(platform::removeFile(pathOf(half)));
    return platform::removeFile(pathOf(file));
}

std::vector<Attachments::Found> Attachments::all() const
{
    constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    std::vector<Found> found;
    for (const auto& entry : QDir(m_folder.files()).entryInfoList(everything, QDir::Name)) {
        const auto name = entry.fileName();
        const auto pieces = entry.size() - static_cast<qint64>(crypto::streamHeaderLength);
        const bool isFile = entry.isFile() && !entry.isSymLink();
        const bool isWhole = pieces > 0 && pieces % sealedPiece == 0;
        const bool isHalf = name.section(QStringLiteral(".new-"), 1).size() > 0 &&
                            rules::isAttachmentFile(name.section(QStringLiteral(".new-"), 0, 0));
        found.push_back({name, isFile && isWhole && rules::isAttachmentFile(name), isFile && isHalf});
    }
    return found;
}

} // namespace heed::journal
