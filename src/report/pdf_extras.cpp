#include "report/pdf_extras.h"

#include <QRegularExpression>

#include <optional>

namespace heed::report {

namespace {

/// The number that follows the last `key` in `text`.
std::optional<qsizetype> numberAfterLast(const QByteArray& text, const QByteArray& key)
{
    const auto at = text.lastIndexOf(key);
    if (at < 0)
        return {};
    const auto rest = text.mid(at + key.size(), 24).trimmed();
    qsizetype digits = 0;
    while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9')
        ++digits;
    bool ok = false;
    const auto number = rest.left(digits).toLongLong(&ok);
    return ok ? std::optional(static_cast<qsizetype>(number)) : std::nullopt;
}

/// The dictionary of object `number`, found through the table at `table`, without its outer brackets.
std::optional<QByteArray> dictionaryOf(const QByteArray& pdf, qsizetype table, qsizetype number)
{
    const auto firstEntry = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1; // after "xref" and "0 n"
    bool ok = false;
    const auto offset = pdf.mid(firstEntry + number * 20, 10).toLongLong(&ok);
    if (!ok || offset <= 0 || offset >= pdf.size() ||
        !pdf.mid(offset, 24).startsWith(QByteArray(QByteArray::number(number) + " 0 obj")))
        return {};
    const auto begin = pdf.indexOf("<<", offset);
    const auto end = pdf.indexOf("endobj", offset);
    const auto close = pdf.lastIndexOf(">>", end);
    if (begin < 0 || end < 0 || close <= begin)
        return {};
    return pdf.mid(begin + 2, close - begin - 2).trimmed();
}

/// Text as PDF spells it in any language: UTF-16 in hexadecimal.
QByteArray pdfText(const QString& text)
{
    QByteArray bytes("\xfe\xff");
    for (const auto character : text) {
        bytes += static_cast<char>(character.unicode() >> 8U);
        bytes += static_cast<char>(character.unicode() & 0xffU);
    }
    return '<' + bytes.toHex() + '>';
}

} // namespace

QByteArray withLanguageAndBookmarks(const QByteArray& pdf, const QByteArray& language,
                                    const std::vector<PdfBookmark>& bookmarks)
{
    const auto table = numberAfterLast(pdf, "startxref");
    const auto size = numberAfterLast(pdf, "/Size");
    const auto root = numberAfterLast(pdf, "/Root");
    const auto info = numberAfterLast(pdf, "/Info ");
    const auto idAt = pdf.lastIndexOf("/ID");
    if (!table || !size || !root || !info || idAt < 0)
        return pdf;
    const auto catalog = dictionaryOf(pdf, *table, *root);
    if (!catalog)
        return pdf;
    const auto pagesNumber = numberAfterLast(*catalog, "/Pages");
    const auto pages = pagesNumber ? dictionaryOf(pdf, *table, *pagesNumber) : std::nullopt;
    if (!pages)
        return pdf;
    const auto kidsAt = pages->indexOf("/Kids");
    const auto kidsText = pages->mid(kidsAt, pages->indexOf(']', kidsAt) - kidsAt);
    QByteArrayList kids;
    static const QRegularExpression reference(QStringLiteral("(\\d+) 0 R"));
    for (auto found = reference.globalMatch(QString::fromLatin1(kidsText)); found.hasNext();)
        kids << found.next().captured(0).toLatin1();

    QByteArray result = pdf;
    if (!result.endsWith('\n'))
        result += '\n';
    QByteArray rows;
    const auto object = [&](qsizetype number, const QByteArray& dictionary) {
        rows += QByteArray::number(number) + " 1\n" + QByteArray::number(result.size()).rightJustified(10, '0') +
                " 00000 n \n";
        result += QByteArray::number(number) + " 0 obj\n<<\n" + dictionary + "\n>>\nendobj\n";
    };
    QByteArray extended = *catalog + "\n/Lang (" + language + ")\n/ViewerPreferences << /DisplayDocTitle true >>";
    const auto outlines = *size;
    const auto count = static_cast<qsizetype>(bookmarks.size());
    auto newSize = outlines;
    if (count > 0) {
        extended += "\n/Outlines " + QByteArray::number(outlines) + " 0 R";
        newSize += 1 + count;
    }
    object(*root, extended);
    if (count > 0) {
        object(outlines, "/Type /Outlines\n/First " + QByteArray::number(outlines + 1) + " 0 R\n/Last " +
                             QByteArray::number(outlines + count) + " 0 R\n/Count " + QByteArray::number(count));
        for (qsizetype i = 0; i < count; ++i) {
            const auto& bookmark = bookmarks[static_cast<std::size_t>(i)];
            if (bookmark.page < 0 || bookmark.page >= kids.size())
                return pdf;
            QByteArray entry = "/Title " + pdfText(bookmark.text) + "\n/Parent " + QByteArray::number(outlines) +
                               " 0 R\n/Dest [" + kids[bookmark.page] + " /XYZ 0 " +
                               QByteArray::number(bookmark.y, 'f', 1) + " 0]";
            if (i > 0)
                entry += "\n/Prev " + QByteArray::number(outlines + i) + " 0 R";
            if (i + 1 < count)
                entry += "\n/Next " + QByteArray::number(outlines + i + 2) + " 0 R";
            object(outlines + 1 + i, entry);
        }
    }
    const auto newTable = result.size();
    result += "xref\n" + rows + "trailer\n<<\n/Size " + QByteArray::number(newSize) + "\n/Info " +
              QByteArray::number(*info) + " 0 R\n/Root " + QByteArray::number(*root) + " 0 R\n/Prev " +
              QByteArray::number(*table) + '\n' + pdf.mid(idAt, pdf.indexOf(']', idAt) + 1 - idAt) +
              "\n>>\nstartxref\n" + QByteArray::number(newTable) + "\n%%EOF\n";
    return result;
}

} // namespace heed::report
