#include "report/text.h"

#include "report/set_text.h"
#include "report/words.h"
#include "rules/body_figure.h"

#include <QTextCursor>
#include <QTextTable>

namespace heed::report {

namespace {

QString meaningWord(model::Meaning meaning)
{
    switch (meaning) {
    case model::Meaning::Harm: return QStringLiteral("may be harm already happening");
    case model::Meaning::Risk: return QStringLiteral("may be risk");
    case model::Meaning::Both: return QStringLiteral("may be risk or harm");
    }
    return {};
}

QStringList linesOf(const QString& text)
{
    QStringList lines;
    const auto all = clean(text).split(u'\n');
    for (const auto& line : all)
        lines << line.trimmed();
    while (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    while (!lines.isEmpty() && lines.first().isEmpty())
        lines.removeFirst();
    return lines;
}

QString said(const QString& text, Voice voice)
{
    return voice == Voice::Quotation ? quoted(text) : text;
}

QString whole(const Cell& cell)
{
    QStringList parts{said(cell.text, cell.voice)};
    for (const auto& more : cell.more)
        parts << said(more.text, more.voice);
    return joined(parts, QStringLiteral("\n"));
}

class PlainWriter {
public:
    QString take() { return m_lines.join(u'\n') + u'\n'; }

    void line(const QString& text) { m_lines << (text.trimmed().isEmpty() ? QString() : text); }

    void operator()(const Heading& block)
    {
        if (!m_lines.isEmpty())
            line({});
        const auto title = linesOf(block.text).join(u' ');
        line(block.level == 0 ? title.toUpper() : title);
        if (block.level <= 1)
            line(QString(std::min<qsizetype>(title.size(), 78), block.level == 0 ? u'=' : u'-'));
        if (!block.note.isEmpty())
            line(block.note);
    }

    void operator()(const Paragraph& block) { m_lines << linesOf(block.text); }

    void operator()(const Facts& block)
    {
        for (const auto& row : block.rows)
            labelled(QString(), row.label, said(row.value, row.voice), row.note);
    }

    void operator()(const Notice& block)
    {
        line(QStringLiteral("!! ") + block.title);
        for (const auto& text : linesOf(block.text))
            line(QStringLiteral("   ") + text);
    }

    void operator()(const Table& block)
    {
        if (!block.title.isEmpty())
            (*this)(Heading{block.title, 2, {}});
        for (const auto& row : block.rows) {
            for (std::size_t i = 0; i < row.size() && i < block.columns.size(); ++i)
                labelled(i == 0 ? QStringLiteral("* ") : QStringLiteral("  "), block.columns[i].title, whole(row[i]),
                         row[i].note);
        }
    }

    void operator()(const Bullets& block)
    {
        for (const auto& item : block.items)
            line((block.boxes ? QStringLiteral("[ ] ") : QStringLiteral("- ")) + linesOf(item).join(u' '));
    }

    void operator()(const WritingBoxes& block)
    {
        for (const auto& box : block.boxes)
            line(box.label + QStringLiteral(": ") + QString(20, u'_'));
    }

    void operator()(const Timeline& block)
    {
        for (const auto& row : block.rows) {
            QStringList dates;
            for (const auto& date : row.dates)
                dates << dateText(date);
            line(QStringLiteral("* ") + row.label + QStringLiteral(" (") + meaningWord(row.meaning) +
                 QStringLiteral("): ") + dates.join(QStringLiteral(", ")));
        }
    }

    void operator()(const BodyMap& block)
    {
        for (const auto& picture : block.pictures) {
            QStringList numbers;
            for (const auto& mark : picture.marks)
                numbers << QString::number(mark.number);
            line(QStringLiteral("* Body map, ") + rules::viewText(picture.view).toLower() +
                 (numbers.size() == 1 ? QStringLiteral(": mark ") : QStringLiteral(": marks ")) + listed(numbers));
        }
    }

    void operator()(const Code& block)
    {
        line(grouped(block.data));
        if (!block.caption.isEmpty())
            line(block.caption);
    }

    void operator()(const PageBreak&) { line({}); }
    void operator()(const CutLine& block) { line(QStringLiteral("- - - ") + block.text + QStringLiteral(" - - -")); }

private:
    void labelled(const QString& lead, const QString& label, const QString& value, const QString& note)
    {
        const auto indent = QString(lead.size(), u' ');
        const auto lines = linesOf(value);
        const auto start = label.isEmpty() ? lead : lead + label + QStringLiteral(": ");
        if (lines.size() <= 1) {
            line(start + lines.join(QString()));
        } else {
            line(start.trimmed().isEmpty() ? start : lead + label + u':');
            for (const auto& text : lines)
                line(indent + QStringLiteral("  ") + text);
        }
        if (!note.trimmed().isEmpty())
            line(indent + QStringLiteral("  (") + linesOf(note).join(u' ') + u')');
    }

    QStringList m_lines;
};

/// Writes with a cursor alone: nothing is parsed, so a "<" is a "<".
class ScreenWriter {
public:
    explicit ScreenWriter(QTextDocument& document)
        : m_cursor(&document)
    {
    }

    void operator()(const Heading& block)
    {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setProperty(QTextFormat::FontSizeAdjustment, block.level == 0 ? 3 : block.level == 1 ? 1 : 0);
        QTextBlockFormat shape;
        shape.setHeadingLevel(block.level + 1);
        shape.setTopMargin(block.level == 0 ? 0 : block.level == 1 ? 16 : 10);
        shape.setBottomMargin(4);
        paragraph(block.text, format, shape);
        if (!block.note.isEmpty())
            paragraph(block.note);
    }

    void operator()(const Paragraph& block)
    {
        QTextCharFormat format;
        if (block.tone == Tone::Strong)
            format.setFontWeight(QFont::Bold);
        paragraphs(block.text, format, {});
    }

    void operator()(const Facts& block)
    {
        for (const auto& row : block.rows) {
            QTextCharFormat format;
            format.setFontWeight(QFont::Bold);
            QTextBlockFormat shape;
            shape.setTopMargin(6);
            paragraph(row.label, format, shape);
            value(row.value, row.voice, row.note);
        }
    }

    void operator()(const Notice& block)
    {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        QTextBlockFormat shape;
        shape.setTopMargin(8);
        paragraph(block.title, format, shape);
        paragraphs(block.text, format, {});
    }

    void operator()(const Table& block)
    {
        if (!block.title.isEmpty())
            (*this)(Heading{block.title, 2, {}});
        const auto rows = static_cast<int>(block.rows.size());
        const auto columns = static_cast<int>(block.columns.size());
        QTextTableFormat shape;
        shape.setHeaderRowCount(1);
        shape.setCellPadding(4);
        shape.setCellSpacing(0);
        shape.setBorder(1);
        shape.setBorderCollapse(true);
        shape.setBorderBrush(Qt::gray);
        shape.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        double shares = 0;
        for (const auto& column : block.columns)
            shares += column.share;
        QVector<QTextLength> widths;
        for (const auto& column : block.columns)
            widths << QTextLength(QTextLength::PercentageLength, 100 * column.share / shares);
        shape.setColumnWidthConstraints(widths);
        next();
        auto* table = m_cursor.insertTable(rows + 1, columns, shape);
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        for (int c = 0; c < columns; ++c)
            table->cellAt(0, c).firstCursorPosition().insertText(block.columns[static_cast<std::size_t>(c)].title,
                                                                 bold);
        const auto after = m_cursor;
        for (int r = 0; r < rows; ++r) {
            const auto& row = block.rows[static_cast<std::size_t>(r)];
            for (int c = 0; c < columns && c < static_cast<int>(row.size()); ++c) {
                const auto& from = row[static_cast<std::size_t>(c)];
                m_cursor = table->cellAt(r + 1, c).firstCursorPosition();
                m_fresh = true;
                value(from.text, from.voice, from.more.empty() ? from.note : QString());
                for (std::size_t i = 0; i < from.more.size(); ++i)
                    value(from.more[i].text, from.more[i].voice, i + 1 == from.more.size() ? from.note : QString());
            }
        }
        m_cursor.movePosition(QTextCursor::End);
        m_fresh = true;
    }

    void operator()(const Bullets& block)
    {
        for (const auto& item : block.items)
            paragraph((block.boxes ? QStringLiteral("\u2610 ") : QStringLiteral("\u2022 ")) + item);
    }

    void operator()(const WritingBoxes& block)
    {
        for (const auto& box : block.boxes)
            paragraph(box.label + QStringLiteral(": (room to write)"));
    }

    void operator()(const Timeline& block)
    {
        PlainWriter plain;
        plain(block);
        paragraphs(plain.take().trimmed(), {}, {});
    }

    void operator()(const BodyMap& block)
    {
        PlainWriter plain;
        plain(block);
        paragraphs(plain.take().trimmed(), {}, {});
    }

    void operator()(const Code& block)
    {
        QTextCharFormat format;
        format.setFontFixedPitch(true);
        format.setFontFamilies({QStringLiteral("DejaVu Sans Mono"), QStringLiteral("monospace")});
        paragraph(grouped(block.data), format);
        paragraph(block.caption);
    }

    void operator()(const PageBreak&) {}
    void operator()(const CutLine& block) { paragraph(block.text); }

    void paragraph(const QString& text, const QTextCharFormat& format = {}, const QTextBlockFormat& shape = {})
    {
        if (text.trimmed().isEmpty())
            return;
        next();
        auto directed = shape;
        directed.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_cursor.setBlockFormat(directed);
        m_cursor.insertText(clean(text), format);
    }

private:
    /// A new paragraph, except where an empty one waits: at the beginning, in a cell, after a table.
    void next()
    {
        if (m_fresh) {
            m_fresh = false;
            m_cursor.setBlockFormat({});
            m_cursor.setCharFormat({});
        } else {
            m_cursor.insertBlock({}, {});
        }
    }

    void paragraphs(const QString& text, const QTextCharFormat& format, const QTextBlockFormat& shape)
    {
        for (const auto& line : linesOf(text))
            paragraph(line, format, shape);
    }

    void value(const QString& text, Voice voice, const QString& note)
    {
        QTextCharFormat format;
        QTextBlockFormat shape;
        if (voice == Voice::Strong)
            format.setFontWeight(QFont::Bold);
        if (voice == Voice::Quotation) {
            shape.setLeftMargin(18);
            shape.setProperty(QTextFormat::BlockQuoteLevel, 1);
        }
        paragraphs(said(text, voice), format, shape);
        QTextCharFormat noteFormat;
        noteFormat.setProperty(QTextFormat::FontSizeAdjustment, -1);
        paragraphs(note, noteFormat, {});
    }

    QTextCursor m_cursor;
    bool m_fresh = true;
};

} // namespace

QString plainBody(const Document& document)
{
    PlainWriter writer;
    for (const auto& block : document.blocks)
        std::visit(writer, block);
    return writer.take();
}

QString plainText(const Document& document)
{
    const auto& sheet = document.sheet;
    if (sheet.bare)
        return plainBody(document);
    QStringList lines;
    lines << joined({sheet.mark, sheet.reference.isEmpty() ? QString() : QStringLiteral("Reference ") + sheet.reference,
                     QStringLiteral("Copy %1").arg(sheet.printing.copy),
                     QStringLiteral("For: ") + (sheet.printing.recipient.isEmpty() ? QStringLiteral("not stated")
                                                                                   : sheet.printing.recipient)},
                    QStringLiteral(" | "))
          << QString();
    const auto foot = joined(
        {QStringLiteral("Printed ") + momentText(sheet.printing.printedAt, sheet.printing.zone) +
             (sheet.printing.printedBy.isEmpty() ? QString() : QStringLiteral(" by ") + sheet.printing.printedBy),
         sheet.printing.school},
        QStringLiteral(" | "));
    return lines.join(u'\n') + u'\n' + plainBody(document) + u'\n' + foot + u'\n';
}

std::unique_ptr<QTextDocument> textDocument(const Document& document)
{
    auto result = std::make_unique<QTextDocument>();
    result->setUndoRedoEnabled(false);
    result->setMetaInformation(QTextDocument::DocumentTitle, document.sheet.title);
    ScreenWriter writer(*result);
    if (!document.sheet.bare) {
        const auto& sheet = document.sheet;
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        writer.paragraph(joined({sheet.mark, sheet.reference, QStringLiteral("copy %1").arg(sheet.printing.copy)},
                                QStringLiteral(", ")),
                         bold);
    }
    for (const auto& block : document.blocks)
        std::visit(writer, block);
    return result;
}

} // namespace heed::report
