#include "room.h"

#include "journal/attachments.h"
#include "platform/file_pieces.h"
#include "rules/attachments.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

constexpr qint64 sealedPiece = 65536 + 17;

/// A vault's files and nothing else of it.
struct Place {
    Place()
    {
        done(crypto::start());
        REQUIRE(QDir().mkpath(folder.files()));
    }

    model::Attachment seal(const QByteArray& bytes, const QString& name = QStringLiteral("note.txt")) const
    {
        model::AttachedFile about;
        about.file = journal::Attachments::newName();
        about.name = name;
        return taken(files.seal(about, journal::sourceOf(bytes), rules::largestAttachment));
    }
    QByteArray open(const model::Attachment& attachment) const
    {
        const auto opened = taken(files.openWhole(attachment));
        return {reinterpret_cast<const char*>(opened.data()), static_cast<qsizetype>(opened.size())};
    }
    QString pathOf(const model::Attachment& attachment) const { return folder.files() + u'/' + attachment.about.file; }
    QByteArray bytesOf(const model::Attachment& attachment) const
    {
        QFile file(pathOf(attachment));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void put(const model::Attachment& attachment, const QByteArray& bytes) const
    {
        QFile file(pathOf(attachment));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    QStringList names() const { return QDir(folder.files()).entryList(QDir::Files | QDir::Hidden); }

    QTemporaryDir place;
    vault::Folder folder{place.path()};
    journal::Attachments files{folder, QByteArray(16, 'v')};
};

QByteArray textOf(qsizetype size)
{
    QByteArray text;
    while (text.size() < size)
        text += "Something that a child said, line " + QByteArray::number(text.size()) + '\n';
    return text.first(size);
}

} // namespace

TEST_CASE("A file is sealed to the piece, for its owner alone, and comes back as it was")
{
    const Place place;
    const auto size = GENERATE(qsizetype(1), 100, 65535, 65536, 65537, 131072, 300'000);
    const auto text = textOf(size);
    const auto made = place.seal(text);
    CHECK(made.about.size == size);
    const auto sealed = place.bytesOf(made);
    CHECK(sealed.size() == 24 + (size + 65535) / 65536 * sealedPiece);
    if (size >= 30)
        CHECK_FALSE(sealed.contains(text.first(30)));
    struct stat status {};
    REQUIRE(::stat(QFile::encodeName(place.pathOf(made)).constData(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0600);
    CHECK(place.names() == QStringList{made.about.file});
    CHECK(place.open(made) == text);
    done(place.files.check(made.about));
    const auto all = place.files.all();
    REQUIRE(all.size() == 1);
    CHECK(all.front().isSealedFile);

    const auto again = place.seal(text);
    CHECK(place.bytesOf(again) != sealed);
    CHECK(again.key != made.key);
}

TEST_CASE("A sealed file that was changed, cut, exchanged or taken away is refused in words")
{
    const Place place;
    const auto text = textOf(200'000);
    const auto made = place.seal(text, QStringLiteral("letter.txt"));
    const auto other = place.seal(text);
    const auto sealed = place.bytesOf(made);
    const auto piece = [&](int number) { return sealed.mid(24 + number * sealedPiece, sealedPiece); };
    const auto expectChanged = [&] {
        CHECK(codeOf(place.files.check(made.about)) == ErrorCode::Damaged);
        const auto opened = place.files.openWhole(made);
        CHECK(codeOf(opened) == ErrorCode::Damaged);
        CHECK(opened.error().message.contains(QStringLiteral("letter.txt")));
    };
    SECTION("one bit")
    {
        for (const auto at : {qsizetype(0), qsizetype(23), qsizetype(24), qsizetype(100'000), sealed.size() - 1}) {
            auto bytes = sealed;
            bytes[at] = static_cast<char>(bytes[at] ^ 1);
            place.put(made, bytes);
            expectChanged();
        }
    }
    SECTION("cut off after a piece")
    {
        place.put(made, sealed.first(sealed.size() - sealedPiece));
        expectChanged();
    }
    SECTION("longer")
    {
        place.put(made, sealed + piece(3));
        expectChanged();
    }
    SECTION("pieces changed places")
    {
        place.put(made, sealed.first(24) + piece(1) + piece(0) + piece(2) + piece(3));
        expectChanged();
    }
    SECTION("another file in its place")
    {
        place.put(made, place.bytesOf(other));
        expectChanged();
    }
    SECTION("gone")
    {
        done(place.files.remove(made.about.file));
        expectChanged();
    }
    SECTION("the hash made to fit what was changed: the stream itself still refuses")
    {
        auto forged = other;
        forged.about.file = made.about.file;
        place.put(made, place.bytesOf(other));
        done(place.files.check(forged.about));
        CHECK(codeOf(place.files.openWhole(forged)) == ErrorCode::Damaged);
    }
    SECTION("another key")
    {
        auto forged = made;
        forged.key[0] = static_cast<char>(forged.key[0] ^ 1);
        CHECK(codeOf(place.files.openWhole(forged)) == ErrorCode::Damaged);
    }
}

TEST_CASE("What cannot be attached leaves nothing behind")
{
    const Place place;
    model::AttachedFile about;
    about.file = journal::Attachments::newName();
    about.name = QStringLiteral("film.mp4");
    SECTION("empty")
    {
        const auto made = place.files.seal(about, journal::sourceOf({}), 1000);
        CHECK(codeOf(made) == ErrorCode::BadInput);
        CHECK(made.error().message.contains(QStringLiteral("\"film.mp4\" is empty")));
    }
    SECTION("too large, told while it is read")
    {
        const auto made = place.files.seal(about, journal::sourceOf(QByteArray(200'000, 'x')), 100'000);
        CHECK(codeOf(made) == ErrorCode::BadInput);
        CHECK(made.error().message.contains(QStringLiteral("film.mp4")));
    }
    SECTION("stopped")
    {
        journal::Watch watch;
        watch.cancelled = [] { return true; };
        CHECK(codeOf(place.files.seal(about, journal::sourceOf(QByteArray(200'000, 'x')), 300'000, watch)) ==
              ErrorCode::Cancelled);
    }
    SECTION("a source that fails half way")
    {
        int asked = 0;
        const journal::Source failing = [&](unsigned char* to, std::size_t room) -> model::Expected<std::size_t> {
            if (++asked > 2)
                return model::failure(ErrorCode::MachineFailed, QStringLiteral("\"film.mp4\" could not be read."));
            std::fill(to, to + room, static_cast<unsigned char>('x'));
            return room;
        };
        CHECK(codeOf(place.files.seal(about, failing, rules::largestAttachment)) == ErrorCode::MachineFailed);
    }
    SECTION("a disk that fills up")
    {
        struct rlimit before {};
        REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
        const auto old = std::signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = before;
        small.rlim_cur = 150'000;
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        const auto made = place.files.seal(about, journal::sourceOf(QByteArray(200'000, 'x')), 300'000);
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
        std::signal(SIGXFSZ, old);
        CHECK_FALSE(made);
    }
    CHECK(place.names().isEmpty());
}

TEST_CASE("What does not belong among the files is told from what does")
{
    const Place place;
    const auto made = place.seal("some words");
    for (const auto& name : {QStringLiteral("holiday.jpg"), QStringLiteral("0123456789abcdef0123456789abcdef")}) {
        QFile file(place.folder.files() + u'/' + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("not sealed");
    }
    QStringList sealed;
    for (const auto& found : place.files.all())
        if (found.isSealedFile)
            sealed << found.file;
    CHECK(sealed == QStringList{made.about.file});
}
