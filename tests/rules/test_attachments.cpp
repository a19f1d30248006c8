#include "rules/attachments.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using model::Kind;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytes(const char* text, qsizetype length)
{
    return QByteArray(text, length);
}

model::Attachment someAttachment(char digit = 'a')
{
    return {{QString(32, QLatin1Char(digit)), u"a.txt"_s, u"text/plain"_s, 10, QByteArray(32, 'h')},
            QByteArray(32, 'k')};
}

} // namespace

TEST_CASE("What a file is stands in its first bytes, whatever it is called")
{
    struct Row {
        QByteArray head;
        QString media;
        QString title;
    };
    const Row rows[] = {
        {bytes("\x89PNG\r\n\x1a\n\0\0", 10), u"image/png"_s, u"picture"_s},
        {bytes("\xff\xd8\xff\xe0\0", 5), u"image/jpeg"_s, u"picture"_s},
        {"GIF89a", u"image/gif"_s, u"picture"_s},
        {bytes("BM\x10\0\0\0", 6), u"image/bmp"_s, u"picture"_s},
        {"BM went home", u"text/plain"_s, u"text"_s},
        {bytes("RIFF\0\0\0\0WEBPVP8 ", 16), u"image/webp"_s, u"picture"_s},
        {bytes("\0\0\0\x18"
               "ftypheic",
               12),
         u"image/heic"_s, u"picture"_s},
        {bytes("\0\0\0\x18"
               "ftypisom",
               12),
         u"video/mp4"_s, u"film"_s},
        {"%PDF-1.7", u"application/pdf"_s, u"PDF"_s},
        {bytes("PK\x03\x04\0", 5), u"application/zip"_s, u"office document or archive"_s},
        {"Dear Ms Mock,\r\n\tsomething happened.", u"text/plain"_s, u"text"_s},
        {"d\xc3\xa9j\xc3\xa0 v\xc3", u"text/plain"_s, u"text"_s}, // cut in the middle of a letter
        {bytes("\x01\x02\0\x03", 4), {}, u"file of another kind"_s},
        {bytes("latin \xe9\xe8 one", 12), {}, u"file of another kind"_s},
        {{}, {}, u"file of another kind"_s},
    };
    for (const auto& row : rows) {
        INFO(row.head.toHex().toStdString());
        CHECK(rules::mediaOf(row.head) == row.media);
        CHECK(rules::mediaTitle(row.media) == row.title);
    }
    CHECK(rules::showingOf(u"image/png"_s) == rules::Showing::Picture);
    CHECK(rules::showingOf(u"text/plain"_s) == rules::Showing::Text);
    for (const auto& media : {u"image/heic"_s, u"image/svg+xml"_s, u"application/pdf"_s, QString()})
        CHECK(rules::showingOf(media) == rules::Showing::Nothing);
}

TEST_CASE("What Heed does not show, it says why")
{
    for (const auto* shown : {"image/png", "image/jpeg", "text/plain"})
        CHECK(rules::whyNotShown(QString::fromLatin1(shown)).isEmpty());
    CHECK(rules::whyNotShown(u"application/pdf"_s).startsWith(u"Heed does not open a PDF"_s));
    CHECK(rules::whyNotShown(u"image/heic"_s).contains(u"picture"_s));
    CHECK(rules::whyNotShown(u"audio/mpeg"_s).contains(u"sounds"_s));
    for (const auto* other : {"application/zip", ""})
        CHECK(rules::whyNotShown(QString::fromLatin1(other)).contains(u"harm this computer"_s));
}

TEST_CASE("A name is kept without its folders and without what would make it read otherwise")
{
    struct Row {
        QString path;
        QString name;
    };
    const Row rows[] = {
        {u"/home/somebody/letter.txt"_s, u"letter.txt"_s},
        {u"C:\\Users\\x\\letter.txt"_s, u"letter.txt"_s},
        {u"photo\u202egnp.exe"_s, u"photognp.exe"_s},
        {u"two\nlines.txt"_s, u"twolines.txt"_s},
        {u"  "_s, u"file"_s},
        {{}, u"file"_s},
        {u"caf\u00e9 \U0001F600.txt"_s, u"caf\u00e9 \U0001F600.txt"_s},
        {QString(QString(400, u'a') + u".jpeg"_s), QString(QString(145, u'a') + u".jpeg"_s)},
    };
    for (const auto& row : rows)
        CHECK(rules::attachmentName(row.path) == row.name);
}

TEST_CASE("Programs, what is empty, too large or one too many is refused by name in one sentence")
{
    const QByteArray text("Something that was written down.");
    auto windows = bytes("MZ\x90\0\x03\0\0\0", 8);
    windows.append(100, '\0');
    struct Row {
        QString name;
        qint64 size;
        QByteArray head;
        std::size_t already;
        bool allowed;
    };
    const Row rows[] = {
        {u"letter.txt"_s, 32, text, 0, true},
        {u"letter.txt"_s, 32, text, 9, true},
        {u"letter.txt"_s, 32, text, 10, false},
        {u"no suffix"_s, 32, text, 0, true},
        {u"empty.txt"_s, 0, {}, 0, false},
        {u"just.mp4"_s, rules::largestAttachment, text, 0, true},
        {u"film.mp4"_s, rules::largestAttachment + 1, text, 0, false},
        {u"setup.exe"_s, 32, text, 0, false},
        {u"SETUP.EXE"_s, 32, text, 0, false},
        {u"invoice.pdf.scr"_s, 32, text, 0, false},
        {u"start.bat"_s, 32, text, 0, false},
        {u"go.lnk"_s, 32, text, 0, false},
        {u"holiday.jpg"_s, 200, windows, 0, false},
        {u"MZ notes"_s, 32, "MZ came to the office and said that nothing was the matter at all today.", 0, true},
        {u"tool"_s, 200,
         bytes("\x7f"
               "ELF\x02\x01",
               6),
         0, false},
        {u"tool"_s, 200, bytes("\xcf\xfa\xed\xfe", 4), 0, false},
        {u"tool"_s, 200, "#!/bin/sh\nrm -rf ~", 0, false},
        {u"a.desktop"_s, 32, text, 0, false},
    };
    for (const auto& row : rows) {
        INFO(row.name.toStdString() << ' ' << row.size);
        const auto answer = rules::mayAttach(row.name, row.size, row.head, row.already);
        CHECK(answer.yes == row.allowed);
        CHECK(answer.reason.contains(QString(u'"' + row.name + u'"')));
    }
}

TEST_CASE("An entry carries files only as Heed names them")
{
    const std::vector<model::Attachment> one{someAttachment()};
    CHECK(rules::mayCarry(Kind::Concern, {}));
    CHECK(rules::mayCarry(Kind::Closed, {}));
    for (const auto kind : {Kind::Concern, Kind::Addition, Kind::Note, Kind::Assessment})
        CHECK(rules::mayCarry(kind, one));
    for (const auto kind : {Kind::Told, Kind::Closed, Kind::ChildRegistered, Kind::Read, Kind::Feedback})
        CHECK_FALSE(rules::mayCarry(kind, one));
    std::vector<model::Attachment> many;
    many.reserve(11);
    for (int i = 0; i < 11; ++i)
        many.push_back(someAttachment("0123456789abc"[i]));
    CHECK_FALSE(rules::mayCarry(Kind::Concern, many));
    many.pop_back();
    CHECK(rules::mayCarry(Kind::Concern, many));

    const auto refused = [](auto change) {
        auto bad = someAttachment();
        change(bad);
        return !rules::mayCarry(Kind::Concern, {bad});
    };
    for (const auto& file : {u"../vault.json"_s, QString(), QString(31, u'a'), QString(33, u'a'), QString(32, u'A'),
                             QString(32, u'/'), QString(32, u'.')})
        CHECK(refused([&](model::Attachment& bad) { bad.about.file = file; }));
    CHECK(refused([](model::Attachment& bad) { bad.about.size = 0; }));
    CHECK(refused([](model::Attachment& bad) { bad.about.size = -5; }));
    CHECK(refused([](model::Attachment& bad) { bad.about.size = rules::largestAttachment + 1; }));
    CHECK(refused([](model::Attachment& bad) { bad.key.chop(1); }));
    CHECK(refused([](model::Attachment& bad) { bad.about.hash.clear(); }));
    CHECK_FALSE(rules::mayCarry(Kind::Concern, {someAttachment(), someAttachment()}));
}

TEST_CASE("A size is said in the unit that fits")
{
    CHECK(rules::sizeText(1) == u"1 byte"_s);
    CHECK(rules::sizeText(1023) == u"1023 bytes"_s);
    CHECK(rules::sizeText(1024) == u"1 KB"_s);
    CHECK(rules::sizeText(1500) == u"1 KB"_s);
    CHECK(rules::sizeText(40LL * 1024 * 1024) == u"40 MB"_s);
    CHECK(rules::sizeText(1'500'000) == u"1.4 MB"_s);
}
