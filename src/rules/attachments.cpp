#include "rules/attachments.h"

#include <QSet>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace heed::rules {

using namespace Qt::StringLiterals;
using model::Kind;

namespace {

constexpr qsizetype longestName = 150; // characters
constexpr int hexOfFile = 32;
constexpr int bytesOfKey = 32;

struct Signature {
    const char* begins;
    qsizetype length;
    qsizetype at;
    const char* media;
};

// What files begin with, as their formats say.
constexpr std::array signatures{
    Signature{"\x89PNG\r\n\x1a\n", 8, 0, "image/png"},
    Signature{"\xff\xd8\xff", 3, 0, "image/jpeg"},
    Signature{"GIF8", 4, 0, "image/gif"},
    Signature{"WEBP", 4, 8, "image/webp"},
    Signature{"ftyphei", 7, 4, "image/heic"},
    Signature{"ftypmif1", 8, 4, "image/heic"},
    Signature{"%PDF-", 5, 0, "application/pdf"},
    Signature{"ftypM4A", 7, 4, "audio/mp4"},
    Signature{"ftyp", 4, 4, "video/mp4"},
    Signature{"\x1a\x45\xdf\xa3", 4, 0, "video/webm"},
    Signature{"WAVE", 4, 8, "audio/wav"},
    Signature{"AVI ", 4, 8, "video/avi"},
    Signature{"ID3", 3, 0, "audio/mpeg"},
    Signature{"\xff\xfb", 2, 0, "audio/mpeg"},
    Signature{"OggS", 4, 0, "audio/ogg"},
    Signature{"PK\x03\x04", 4, 0, "application/zip"},
    Signature{"\xd0\xcf\x11\xe0", 4, 0, "application/x-ole-storage"},
    Signature{"BM", 2, 0, "image/bmp"},
};

// What a computer would run: Windows and DOS, Linux, macOS in both byte orders and for several processors at once
// (which is a Java class too), and scripts that name their interpreter.
constexpr std::array programs{
    Signature{"\x7f"
              "ELF",
              4, 0, ""},
    Signature{"\xfe\xed\xfa\xce", 4, 0, ""},
    Signature{"\xfe\xed\xfa\xcf", 4, 0, ""},
    Signature{"\xce\xfa\xed\xfe", 4, 0, ""},
    Signature{"\xcf\xfa\xed\xfe", 4, 0, ""},
    Signature{"\xca\xfe\xba\xbe", 4, 0, ""},
    Signature{"#!", 2, 0, ""},
};

// What Windows, macOS or a desktop of Linux starts when it is opened.
const QSet<QString>& programSuffixes()
{
    static const QSet<QString> all{
        u"exe"_s, u"com"_s,      u"scr"_s,     u"pif"_s, u"bat"_s,     u"cmd"_s, u"msi"_s, u"msix"_s,
        u"ps1"_s, u"psm1"_s,     u"vbs"_s,     u"vbe"_s, u"js"_s,      u"jse"_s, u"wsf"_s, u"wsh"_s,
        u"hta"_s, u"cpl"_s,      u"dll"_s,     u"sys"_s, u"lnk"_s,     u"url"_s, u"reg"_s, u"jar"_s,
        u"app"_s, u"appimage"_s, u"desktop"_s, u"deb"_s, u"rpm"_s,     u"apk"_s, u"dmg"_s, u"pkg"_s,
        u"sh"_s,  u"chm"_s,      u"gadget"_s,  u"inf"_s, u"command"_s, u"iso"_s, u"img"_s,
    };
    return all;
}

bool begins(QByteArrayView head, const Signature& signature)
{
    return head.size() >= signature.at + signature.length &&
           head.sliced(signature.at, signature.length) == QByteArrayView(signature.begins, signature.length);
}

/// UTF-8 that no control character stands in.
bool isText(QByteArrayView head)
{
    if (head.isEmpty())
        return false;
    // The last character of what was read may be cut.
    auto whole = head;
    for (int i = 0; i < 3 && whole.size() > 1 && (static_cast<unsigned char>(whole.back()) & 0x80U) != 0; ++i)
        whole.chop(1);
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(whole);
    return !decoder.hasError() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control && c != u'\n' && c != u'\r' && c != u'\t' && c != u'\f';
    });
}

bool isProgram(const QString& name, QByteArrayView head)
{
    // "MZ" alone could begin a text.
    constexpr qsizetype dosHeader = 64;
    if (head.startsWith("MZ") && head.size() >= dosHeader && head.first(dosHeader).contains('\0'))
        return true;
    if (std::any_of(programs.begin(), programs.end(), [&](const Signature& one) { return begins(head, one); }))
        return true;
    const auto parts = name.toLower().split(u'.');
    return parts.size() > 1 && programSuffixes().contains(parts.back().trimmed());
}

Answer no(const QString& sentence)
{
    return {false, sentence};
}

} // namespace

QString attachmentWarning()
{
    return u"Never attach, copy, print or forward a sexual image of a child, and never ask a child to send or show you "
           "one: it is against the law, whoever made it. Write down in words what you know of it and speak to a "
           "designated safeguarding lead."_s;
}

QString attachmentName(const QString& path)
{
    auto name = path.section(u'/', -1).section(u'\\', -1);
    name.removeIf([](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
    name = name.simplified();
    if (name.size() > longestName) {
        const auto dot = name.lastIndexOf(u'.');
        const auto end = dot > 0 && name.size() - dot <= 10 ? name.mid(dot) : QString();
        name = name.left(longestName - end.size()) + end;
    }
    return name.isEmpty() ? u"file"_s : name;
}

QString mediaOf(QByteArrayView head)
{
    for (const auto& signature : signatures)
        if (begins(head, signature))
            // Two letters alone could begin a text.
            return signature.length > 2 || !isText(head) ? QString::fromLatin1(signature.media) : u"text/plain"_s;
    return isText(head) ? u"text/plain"_s : QString();
}

QString mediaTitle(const QString& media)
{
    if (media.startsWith(u"image/"_s))
        return u"picture"_s;
    if (media.startsWith(u"video/"_s))
        return u"film"_s;
    if (media.startsWith(u"audio/"_s))
        return u"sound"_s;
    if (media == u"application/pdf"_s)
        return u"PDF"_s;
    if (media == u"text/plain"_s)
        return u"text"_s;
    if (media == u"application/zip"_s || media == u"application/x-ole-storage"_s)
        return u"office document or archive"_s;
    return u"file of another kind"_s;
}

Showing showingOf(const QString& media)
{
    // Only formats that Qt itself reads; each reader is chosen by what the file is, never guessed.
    if (media == u"image/png"_s || media == u"image/jpeg"_s || media == u"image/gif"_s || media == u"image/bmp"_s)
        return Showing::Picture;
    return media == u"text/plain"_s ? Showing::Text : Showing::Nothing;
}

QString whyNotShown(const QString& media)
{
    if (showingOf(media) != Showing::Nothing)
        return {};
    if (media.startsWith(u"image/"_s))
        return u"Heed cannot show this kind of picture."_s;
    if (media.startsWith(u"video/"_s) || media.startsWith(u"audio/"_s))
        return u"Heed does not play films or sounds."_s;
    // docs/decisions.md, 27.
    return media == u"application/pdf"_s
               ? u"Heed does not open a PDF: one can be made to harm this computer."_s
               : u"Heed does not open this kind of file: one can be made to harm this computer."_s;
}

Answer mayAttach(const QString& name, qint64 size, QByteArrayView head, std::size_t already)
{
    if (already >= mostAttachments)
        return no(
            u"%1 files are attached, which is the most there can be: \"%2\" was not. Submit these, and add the rest "
            "to the concern afterwards."_s.arg(mostAttachments)
                .arg(name));
    if (size <= 0)
        return no(u"\"%1\" is empty: there is nothing in it to attach."_s.arg(name));
    if (size > largestAttachment)
        return no(tooLarge(name, size));
    if (isProgram(name, head))
        return no(
            u"\"%1\" is a program or starts one, so it was not attached: say in words what it is and where."_s.arg(
                name));
    return {true, u"\"%1\" can be attached."_s.arg(name)};
}

QString tooLarge(const QString& name, qint64 size)
{
    return u"\"%1\" is larger (%2) than the %3 a file may have, so it was not attached: say in words what it is and "
           u"who "
           "has it."_s.arg(name, sizeText(size), sizeText(largestAttachment));
}

Answer mayCarry(Kind kind, const std::vector<model::Attachment>& attachments)
{
    if (attachments.empty())
        return {true, u"It has no files."_s};
    if (kind != Kind::Concern && kind != Kind::Addition && kind != Kind::Note && kind != Kind::Assessment)
        return no(u"It carries a file, which an entry of its kind cannot."_s);
    if (attachments.size() > mostAttachments)
        return no(u"It carries more than %1 files."_s.arg(mostAttachments));
    QSet<QString> seen;
    for (const auto& [about, key] : attachments) {
        if (!isAttachmentFile(about.file) || seen.contains(about.file) || key.size() != bytesOfKey ||
            about.hash.size() != bytesOfKey || about.size <= 0 || about.size > largestAttachment)
            return no(u"It names a file in a way that Heed never writes."_s);
        seen << about.file;
    }
    return {true, u"Its files are named as they should be."_s};
}

bool isAttachmentFile(const QString& file)
{
    return file.size() == hexOfFile && std::all_of(file.begin(), file.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

QString sizeText(qint64 size)
{
    constexpr qint64 kilo = 1024;
    if (size < kilo)
        return size == 1 ? u"1 byte"_s : u"%1 bytes"_s.arg(size);
    if (size < kilo * kilo)
        return u"%1 KB"_s.arg((size + kilo / 2) / kilo);
    const auto tenths = (size * 10 + kilo * kilo / 2) / (kilo * kilo);
    return tenths % 10 == 0 ? u"%1 MB"_s.arg(tenths / 10) : u"%1.%2 MB"_s.arg(tenths / 10).arg(tenths % 10);
}

} // namespace heed::rules
