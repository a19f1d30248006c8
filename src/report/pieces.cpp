#include "report/pieces.h"

#include "report/words.h"

#include <algorithm>

namespace heed::report {

using namespace style;
using Piece = Layout::Piece;

namespace {

constexpr std::size_t shortRow = 12; // lines: a row or a quotation this short is not cut
constexpr qreal quotationIndent = 9 * pt;

const Type& typeOf(Voice voice)
{
    switch (voice) {
    case Voice::Strong: return strong();
    case Voice::Nothing: return muted();
    case Voice::Plain:
    case Voice::Quotation: break;
    }
    return body();
}

void drawValueLine(QPainter& painter, const SetLine& line, qreal x, qreal lineTop)
{
    if (line.quotation) {
        painter.fillRect(QRectF(x, lineTop + line.gap, 1.6 * pt, line.type->pitch), QColor(0x60, 0x60, 0x60));
        line.draw(painter, x + quotationIndent, lineTop);
    } else {
        line.draw(painter, x, lineTop);
    }
}

} // namespace

void drawRule(QPainter& painter, qreal x1, qreal x2, qreal y, qreal thickness, const QColor& colour)
{
    painter.fillRect(QRectF(x1, y - thickness / 2, x2 - x1, thickness), colour);
}

void drawBox(QPainter& painter, const QRectF& box, qreal thickness, const QColor& colour)
{
    painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
}

Lines setValue(const std::vector<Said>& parts, const QString& note, qreal columnWidth)
{
    Lines lines;
    for (const auto& part : parts) {
        const bool quotation = part.voice == Voice::Quotation;
        auto some = setText(quotation ? quoted(part.text) : part.text, typeOf(part.voice),
                            columnWidth - (quotation ? quotationIndent : 0));
        for (auto& line : some)
            line.quotation = quotation;
        if (!some.empty() && !lines.empty() && lines.back().quotation != quotation)
            some.front().gap = 2.5 * pt;
        lines.insert(lines.end(), some.begin(), some.end());
    }
    if (!note.trimmed().isEmpty()) {
        auto below = setText(note, small(), columnWidth);
        if (!below.empty() && !lines.empty())
            below.front().gap = 1.5 * pt;
        lines.insert(lines.end(), below.begin(), below.end());
    }
    return lines;
}

Lines setValue(const Cell& cell, qreal columnWidth)
{
    std::vector<Said> parts{{cell.text, cell.voice}};
    parts.insert(parts.end(), cell.more.begin(), cell.more.end());
    return setValue(parts, cell.note, columnWidth);
}

void addRow(std::vector<Piece>& pieces, std::vector<SetColumn> columns, const RowLook& look,
            const std::shared_ptr<const Layout::Repeat>& first, const std::shared_ptr<const Layout::Repeat>& later)
{
    std::size_t count = 1;
    for (const auto& column : columns)
        count = std::max(count, column.lines.size());
    // Each column keeps its own rhythm: a strip ends where the tallest column's line ends, and lines of the others
    // stand in the strip in which they begin.
    const auto shared = std::make_shared<const std::vector<SetColumn>>(std::move(columns));
    for (std::size_t i = 0; i < count; ++i) {
        qreal height = 0;
        for (const auto& column : *shared)
            if (i < column.lines.size())
                height = std::max(height, column.lines[i].height());
        const bool isFirst = i == 0;
        const bool isLast = i + 1 == count;
        const qreal above = isFirst ? look.above : 0;
        Piece piece;
        piece.height = above + height + (isLast ? look.below : 0);
        piece.keep = !isLast && (count <= shortRow || i == 0 || i + 2 == count);
        piece.repeat = isFirst ? first : later;
        const auto total = piece.height;
        piece.paint = [shared, i, above, total, isFirst, isLast, look](QPainter& painter, qreal y) {
            if (isFirst && look.ruleAbove)
                drawRule(painter, style::left, style::right, y, 0.5 * pt, rule());
            if (isLast && look.ruleBelow)
                drawRule(painter, style::left, style::right, y + total, 0.5 * pt, rule());
            for (const auto& column : *shared)
                if (i < column.lines.size())
                    drawValueLine(painter, column.lines[i], column.x, y + above);
        };
        pieces.push_back(std::move(piece));
    }
}

void addLines(std::vector<Piece>& pieces, const Lines& lines, qreal x, qreal before)
{
    const auto count = lines.size();
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.height = lines[i].height();
        piece.before = i == 0 ? before : 0;
        piece.keep = i + 1 < count && (count <= 3 || i == 0 || i + 2 == count);
        piece.paint = [line = lines[i], x](QPainter& painter, qreal y) { line.draw(painter, x, y); };
        pieces.push_back(std::move(piece));
    }
}

} // namespace heed::report
