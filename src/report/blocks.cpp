#include "report/blocks.h"

#include "report/body_map.h"

#include <algorithm>

namespace heed::report {

using namespace style;
using Piece = Layout::Piece;

namespace {

constexpr qreal halfX = style::left + 92 * mm; // where the second of two short rows begins
constexpr qreal halfLabelWidth = 30 * mm;
constexpr std::size_t shortFact = 5; // lines: a row this short can stand with the one beside it

/// The first row stands with the second under a heading, and the last with the one before: a row alone at the foot or
/// the head of a page is overlooked.
void keepTogether(std::vector<Piece>& pieces, const std::vector<std::size_t>& starts, bool isUnderHeading)
{
    const auto rows = starts.size();
    const auto isShort = [&](std::size_t row) {
        return (row + 1 < rows ? starts[row + 1] : pieces.size()) - starts[row] <= shortFact;
    };
    for (std::size_t row = 0; row + 1 < rows; ++row)
        if (((row == 0 && isUnderHeading) || row + 2 == rows) && isShort(row) && isShort(row + 1))
            pieces[starts[row + 1] - 1].keep = true;
}

} // namespace

void Builder::operator()(const Heading& block)
{
    const auto& type = block.level == 0 ? title() : block.level == 1 ? heading() : subheading();
    auto lines = setText(block.text, type, style::width);
    const auto noteLines = setText(block.note, small(), style::width);
    const qreal before = (block.level == 0 ? 0 : block.level == 1 ? 14 : 7) * pt;
    const qreal below = (block.level == 0 ? 7 : block.level == 1 ? 3.5 : 2) * pt;
    const qreal textHeight = heightOf(lines);
    Piece piece;
    piece.before = before;
    piece.height = textHeight + heightOf(noteLines) + below;
    piece.keep = true;
    piece.mark = block.text;
    piece.markLevel = block.level;
    const bool ruled = block.level == 1;
    piece.paint = [lines = std::move(lines), noteLines, textHeight, ruled, height = piece.height](QPainter& painter,
                                                                                                  qreal y) {
        drawLines(painter, lines, style::left, y);
        drawLines(painter, noteLines, style::left, y + textHeight);
        if (ruled)
            drawRule(painter, style::left, style::right, y + height - 1.2 * pt, 1.1 * pt, darkRule());
    };
    m_pieces.push_back(std::move(piece));
    m_after = block.level == 2 ? After::Subheading : After::Heading;
}

void Builder::operator()(const Paragraph& block)
{
    const auto& type = block.tone == Tone::Small ? small() : block.tone == Tone::Strong ? strong() : body();
    const qreal before = (isTight() ? 2.5 : 6) * pt;
    const auto first = m_pieces.size();
    addLines(m_pieces, setText(block.text, type, style::width), style::left, before);
    // A remark under a heading is about what follows, and stays with it.
    if (block.tone == Tone::Small && isAfterHeading())
        for (auto i = first; i < m_pieces.size(); ++i)
            m_pieces[i].keep = true;
    m_after = block.tone == Tone::Small && isAfterHeading() ? After::Remark : After::Other;
}

void Builder::operator()(const Facts& block)
{
    if (!isTight() && !block.rows.empty())
        addSpace(6 * pt);
    const qreal valueX = style::left + labelWidth;
    const bool isUnderHeading = isTight();
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        starts.push_back(m_pieces.size());
        const auto& row = block.rows[i];
        const auto labels = setText(row.label, label(), labelWidth - gutter);
        RowLook look;
        look.ruleAbove = i > 0 || (m_after != After::Heading && m_after != After::Start);
        if (row.half && i + 1 < block.rows.size() && block.rows[i + 1].half) {
            const auto& second = block.rows[++i];
            addRow(m_pieces,
                   {{style::left, labels},
                    {valueX, setValue({{row.value, row.voice}}, row.note, halfX - gutter - valueX)},
                    {halfX, setText(second.label, label(), halfLabelWidth - gutter)},
                    {halfX + halfLabelWidth,
                     setValue({{second.value, second.voice}}, second.note, style::right - halfX - halfLabelWidth)}},
                   look, nullptr, nullptr);
            continue;
        }
        const auto continued = std::make_shared<const Layout::Repeat>(
            Layout::Repeat{0, [labels, more = setText(QStringLiteral("continued"), small(), labelWidth - gutter)](
                                  QPainter& painter, qreal y) {
                               drawLines(painter, labels, style::left, y);
                               drawLines(painter, more, style::left, y + heightOf(labels));
                           }});
        addRow(m_pieces,
               {{style::left, labels}, {valueX, setValue({{row.value, row.voice}}, row.note, style::right - valueX)}},
               look, nullptr, continued);
    }
    keepTogether(m_pieces, starts, isUnderHeading);
    m_after = After::Other;
}

void Builder::operator()(const Notice& block)
{
    const qreal inner = 8 * pt;
    auto lines = setText(block.title, strong(), style::width - 2 * inner);
    auto text = setText(block.text, body(), style::width - 2 * inner);
    if (!lines.empty() && !text.empty())
        text.front().gap = 1.5 * pt;
    lines.insert(lines.end(), text.begin(), text.end());
    Piece piece;
    piece.before = 4 * pt;
    piece.height = heightOf(lines) + 2 * inner - 3 * pt;
    piece.paint = [lines = std::move(lines), inner, height = piece.height](QPainter& painter, qreal y) {
        drawBox(painter, QRectF(style::left, y, style::width, height), 1.4 * pt, Qt::black);
        drawLines(painter, lines, style::left + inner, y + inner - 1.5 * pt);
    };
    m_pieces.push_back(std::move(piece));
    addSpace(6 * pt);
    m_after = After::Other;
}

void Builder::operator()(const Table& block)
{
    double shares = 0;
    for (const auto& column : block.columns)
        shares += column.share;
    std::vector<qreal> xs;
    std::vector<qreal> widths;
    const auto count = block.columns.size();
    const qreal room = style::width - gutter * static_cast<qreal>(count > 0 ? count - 1 : 0);
    qreal x = style::left;
    for (const auto& column : block.columns) {
        xs.push_back(x);
        widths.push_back(room * column.share / shares);
        x += widths.back() + gutter;
    }

    std::vector<SetColumn> titles;
    qreal titleHeight = 0;
    for (std::size_t i = 0; i < count; ++i) {
        titles.push_back({xs[i], setText(block.columns[i].title, small(), widths[i])});
        titleHeight = std::max(titleHeight, heightOf(titles.back().lines));
    }
    const qreal headHeight = titleHeight + 3.5 * pt;
    const auto paintHead = [titles, titleHeight](QPainter& painter, qreal y) {
        for (const auto& column : titles)
            drawLines(painter, column.lines, column.x, y + titleHeight - heightOf(column.lines) + 1 * pt);
    };
    Layout::Repeat again{headHeight, paintHead};
    if (!block.title.isEmpty()) {
        (*this)(Heading{block.title, 2, {}});
        const auto lines = setText(block.title + QStringLiteral(" (continued)"), subheading(), style::width);
        const qreal above = heightOf(lines) + 2 * pt;
        again = {headHeight + above, [lines, above, paintHead](QPainter& painter, qreal y) {
                     drawLines(painter, lines, style::left, y);
                     paintHead(painter, y + above);
                 }};
    }
    const auto head = std::make_shared<const Layout::Repeat>(std::move(again));
    Piece first;
    first.height = headHeight;
    first.before = (isAfterHeading() ? 1 : 6) * pt;
    first.keep = true;
    first.paint = paintHead;
    m_pieces.push_back(std::move(first));

    std::vector<std::size_t> starts;
    for (const auto& row : block.rows) {
        starts.push_back(m_pieces.size());
        std::vector<SetColumn> columns;
        for (std::size_t i = 0; i < row.size() && i < count; ++i)
            columns.push_back({xs[i], setValue(row[i], widths[i])});
        addRow(m_pieces, std::move(columns), {}, head, head);
    }
    keepTogether(m_pieces, starts, false);
    m_after = After::Other;
}

void Builder::operator()(const Bullets& block)
{
    const qreal indent = (block.boxes ? 17 : 11) * pt;
    qreal before = (isAfterHeading() ? 3 : 6) * pt;
    for (const auto& item : block.items) {
        const auto start = m_pieces.size();
        addLines(m_pieces, setText(item, body(), style::width - indent), style::left + indent, before);
        before = (block.boxes ? 4 : 2.5) * pt;
        if (m_pieces.size() == start)
            continue;
        auto& piece = m_pieces[start];
        piece.paint = [text = std::move(piece.paint), boxes = block.boxes](QPainter& painter, qreal y) {
            const qreal baseline = y + body().baseline;
            if (boxes)
                drawBox(painter, QRectF(style::left + 0.5 * pt, baseline - 8 * pt, 9 * pt, 9 * pt), 0.7 * pt,
                        Qt::black);
            else
                painter.fillRect(QRectF(style::left + 1.5 * pt, baseline - 4.4 * pt, 2.6 * pt, 2.6 * pt), Qt::black);
            text(painter, y);
        };
    }
    m_after = After::Other;
}

void Builder::operator()(const WritingBoxes& block)
{
    double shares = 0;
    for (const auto& box : block.boxes)
        shares += box.share;
    struct Place {
        QRectF box;
        Lines label;
    };
    std::vector<Place> places;
    qreal x = style::left;
    const qreal pitch = 8 * mm;
    qreal labelHeight = 0;
    for (const auto& box : block.boxes) {
        const qreal w = style::width * box.share / shares;
        places.push_back({QRectF(x, 0, w, 0), setText(box.label, small(), w - 8 * pt)});
        labelHeight = std::max(labelHeight, heightOf(places.back().label));
        x += w;
    }
    Piece piece;
    piece.height = labelHeight + 3 * pt + pitch * block.lines;
    piece.before = m_after == After::Boxes ? 0 : (isTight() ? 4 : 9) * pt;
    piece.paint = [places = std::move(places), height = piece.height, lines = block.lines, pitch](QPainter& painter,
                                                                                                  qreal y) {
        for (const auto& place : places) {
            const QRectF box(place.box.x(), y, place.box.width(), height);
            for (int i = 1; i < lines; ++i)
                drawRule(painter, box.left() + 4 * pt, box.right() - 4 * pt, y + height - pitch * i, 0.35 * pt, rule());
            drawBox(painter, box, 0.7 * pt, Qt::black);
            drawLines(painter, place.label, box.left() + 4 * pt, y + 2 * pt);
        }
    };
    m_pieces.push_back(std::move(piece));
    m_after = After::Boxes;
}

void Builder::operator()(const BodyMap& block)
{
    auto pieces = piecesOf(block);
    std::move(pieces.begin(), pieces.end(), std::back_inserter(m_pieces));
    m_after = After::Other;
}

void Builder::operator()(const PageBreak&)
{
    m_breakNext = true;
}

void Builder::operator()(const CutLine& block)
{
    Piece piece;
    piece.before = 10 * pt;
    piece.height = 16 * pt;
    piece.paint = [lines = setText(block.text, small(), style::width)](QPainter& painter, qreal y) {
        painter.setPen(QPen(Qt::black, 0.6 * pt, Qt::DashLine));
        painter.drawLine(QPointF(0, y), QPointF(paperWidth, y));
        drawLines(painter, lines, style::left, y + 2 * pt);
    };
    m_pieces.push_back(std::move(piece));
    m_after = After::Other;
}

void Builder::applyBreak(std::size_t from)
{
    if (m_breakNext && from < m_pieces.size()) {
        m_pieces[from].newPage = true;
        m_breakNext = false;
    }
}

void Builder::addSpace(qreal height)
{
    Piece piece;
    piece.before = height;
    piece.keep = false;
    m_pieces.push_back(std::move(piece));
}

} // namespace heed::report
