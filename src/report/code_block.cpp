#include "report/blocks.h"

#include "report/qr.h"
#include "report/words.h"

#include <QPainterPath>

#include <algorithm>

namespace heed::report {

using namespace style;
using Piece = Layout::Piece;

namespace {

void drawQr(QPainter& painter, const QrCode& qr, qreal x, qreal y, qreal side)
{
    const qreal module = side / qr.side;
    QPainterPath path;
    for (int row = 0; row < qr.side; ++row) {
        for (int column = 0; column < qr.side; ++column) {
            int end = column;
            while (end < qr.side && qr.at(row, end))
                ++end;
            if (end > column) {
                path.addRect(QRectF(x + column * module, y + row * module, (end - column) * module, module * 1.01));
                column = end;
            }
        }
    }
    painter.fillPath(path, Qt::black);
}

/// Few groups on a line, so that who types keeps the place.
QString inShortLines(const QString& groups)
{
    const auto all = groups.split(u' ', Qt::SkipEmptyParts);
    QStringList lines;
    const auto perLine = all.isEmpty() ? 1 : std::max<qsizetype>(1, 20 / (all.front().size() + 1));
    for (qsizetype i = 0; i < all.size(); i += perLine)
        lines << all.mid(i, perLine).join(QStringLiteral("  "));
    return lines.join(u'\n');
}

} // namespace

void Builder::operator()(const Code& block)
{
    const auto qr = qrCode(block.data);
    const qreal side = qr.side == 0 ? 0 : (block.large ? 50 : 26) * mm;
    const qreal quiet = qr.side == 0 ? 0 : side / qr.side * 4;
    // The margin and the space around leave the code its quiet zone.
    const qreal textX = qr.side == 0 ? style::left : style::left + side + quiet + 3 * mm;
    const auto& type = block.large ? largeCode() : code();
    auto lines =
        setText(block.large ? inShortLines(grouped(block.data)) : grouped(block.data), type, style::right - textX);
    auto caption = setText(block.caption, small(), style::right - textX);
    if (!caption.empty())
        caption.front().gap = 5 * pt;
    lines.insert(lines.end(), caption.begin(), caption.end());
    if (qr.side == 0) {
        addLines(m_pieces, lines, style::left, 6 * pt);
        m_after = After::Other;
        return;
    }
    Piece piece;
    piece.before = 8 * pt;
    piece.height = std::max(side + quiet, heightOf(lines));
    piece.paint = [qr, side, textX, lines = std::move(lines)](QPainter& painter, qreal y) {
        drawQr(painter, qr, style::left, y, side);
        drawLines(painter, lines, textX, y - 2 * pt);
    };
    m_pieces.push_back(std::move(piece));
    m_after = After::Other;
}

} // namespace heed::report
