#include "register/rows.h"

#include <QStringDecoder>

#include <array>

#include <csv.h>

namespace heed::pupils {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr qsizetype longestRow = 1024 * 1024; // bytes

/// What Windows-1252 has between 0x80 and 0x9F; 0 where it has nothing.
constexpr std::array<char16_t, 32> windows{0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                           0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                           0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                           0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Parsing {
    const std::function<bool(Row)>& take;
    Row row;
    qint64 line = 1;
    bool more = true;
};

void onCell(void* data, size_t size, void* parsing)
{
    static_cast<Parsing*>(parsing)->row.cells
        << QString::fromUtf8(static_cast<const char*>(data), static_cast<qsizetype>(size));
}

void onRow(int, void* parsing)
{
    auto& all = *static_cast<Parsing*>(parsing);
    bool isEmpty = true;
    for (const auto& cell : all.row.cells)
        isEmpty = isEmpty && cell.trimmed().isEmpty();
    if (!isEmpty && all.more)
        all.more = all.take(std::move(all.row));
    all.row = {all.line + 1, {}};
}

} // namespace

Expected<Encoding> guessEncoding(const QByteArray& bytes)
{
    const auto wrong = [](const char* sentence) { return failure(ErrorCode::BadInput, QString::fromUtf8(sentence)); };
    if (bytes.trimmed().isEmpty())
        return wrong("The file is empty: export it again.");
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0"))
        return wrong(
            "This is a spreadsheet under another name: open it in your spreadsheet program and save it as CSV.");
    if (bytes.startsWith("%PDF"))
        return wrong("This is a PDF under another name: export the pupils as CSV or CTF.");
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return Encoding::Utf8;
    if (bytes.startsWith("\xFF\xFE"))
        return Encoding::Utf16Le;
    if (bytes.startsWith("\xFE\xFF"))
        return Encoding::Utf16Be;
    const auto head = bytes.left(4096);
    qsizetype even = 0;
    qsizetype odd = 0;
    for (qsizetype i = 0; i < head.size(); ++i)
        if (head[i] == '\0')
            ++(i % 2 == 0 ? even : odd);
    if (odd > head.size() / 4 && even < odd / 8)
        return Encoding::Utf16Le;
    if (even > head.size() / 4 && odd < even / 8)
        return Encoding::Utf16Be;
    if (even + odd > 0)
        return wrong("The file is no text: export the pupils as CSV or CTF.");
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(bytes);
    static_cast<void>(text);
    return utf8.hasError() ? Encoding::Windows1252 : Encoding::Utf8;
}

Expected<QByteArray> decoded(const QByteArray& bytes, Encoding encoding)
{
    QString text;
    bool isWrong = false;
    if (encoding == Encoding::Windows1252) {
        text.reserve(bytes.size());
        for (const char byte : bytes) {
            const auto value = static_cast<unsigned char>(byte);
            const char16_t symbol = value >= 0x80 && value < 0xA0 ? windows[value - 0x80U] : value;
            isWrong = isWrong || symbol == 0;
            text += QChar(symbol);
        }
    } else {
        QStringDecoder decoder(encoding == Encoding::Utf8      ? QStringDecoder::Utf8
                               : encoding == Encoding::Utf16Le ? QStringDecoder::Utf16LE
                                                               : QStringDecoder::Utf16BE);
        text = decoder(bytes);
        // What is no UTF-16 at all decodes as well, into rare letters; commas and line ends of UTF-16 have a zero byte.
        isWrong = decoder.hasError() || (encoding != Encoding::Utf8 && !bytes.left(4096).contains('\0'));
    }
    if (isWrong || text.contains(QChar::Null))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The file is not written in %1: choose another encoding, or export it again.")
                           .arg(model::nameOf(encoding)));
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    return text.toUtf8();
}

QString guessDelimiter(const QByteArray& utf8)
{
    const QByteArray candidates(",;\t|");
    std::array<int, 4> counts{};
    bool quoted = false;
    for (const char symbol : utf8) {
        if (symbol == '"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (symbol == '\n' || symbol == '\r')
            break;
        if (const auto i = candidates.indexOf(symbol); i >= 0)
            ++counts[static_cast<std::size_t>(i)];
    }
    const auto most = std::max_element(counts.begin(), counts.end()) - counts.begin();
    return QString(QLatin1Char(candidates[most]));
}

Result readRows(const QByteArray& utf8, const QString& delimiter, const std::function<bool(Row)>& take)
{
    csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        throw std::bad_alloc();
    const auto tidy = std::unique_ptr<csv_parser, void (*)(csv_parser*)>(&parser, csv_free);
    csv_set_delim(&parser, static_cast<unsigned char>(delimiter.toLatin1().at(0)));
    csv_set_space_func(&parser,
                       [](unsigned char) { return 0; }); // spaces are trimmed by who reads; a tab may part cells
    Parsing all{take, {1, {}}, 1, true};
    const auto wrong = [&](const QString& what) {
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The file cannot be read (line %1): %2.").arg(all.line).arg(what));
    };
    const auto quotes = QStringLiteral("a quotation mark stands where none may be, or one is missing: export it again");
    // Line by line, so that it is known where a row stands.
    for (qsizetype from = 0; from < utf8.size() && all.more; ++all.line) {
        const auto found = utf8.indexOf('\n', from);
        const auto end = found < 0 ? utf8.size() : found + 1;
        if (all.row.cells.isEmpty() && parser.entry_pos == 0)
            all.row.line = all.line;
        const auto size = static_cast<size_t>(end - from);
        if (csv_parse(&parser, utf8.constData() + from, size, onCell, onRow, &all) != size)
            return csv_error(&parser) == CSV_ENOMEM ? wrong(QStringLiteral("there is too little memory"))
                                                    : wrong(quotes);
        if (static_cast<qsizetype>(parser.entry_pos) > longestRow)
            return wrong(QStringLiteral("a row is longer than a megabyte: a quotation mark may be missing"));
        from = end;
    }
    if (all.more && csv_fini(&parser, onCell, onRow, &all) != 0)
        return wrong(quotes);
    return {};
}

} // namespace heed::pupils
