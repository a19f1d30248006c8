#include "report/layout.h"

#include "report/body_map.h"
#include "report/qr.h"
#include "report/set_text.h"
#include "report/words.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace heed::report {

namespace {

using namespace style;
using Piece = Layout::Piece;
using Lines = std::vector<SetLine>;

constexpr std::size_t shortRow = 12; // lines: a row or a quotation this short is not cut
constexpr qreal quotationIndent = 9 * pt;
constexpr qreal halfX = style::left + 92 * mm; // where the second of two short rows begins
constexpr qreal halfLabelWidth = 30 * mm;

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

/// A value and the note below it, as lines of one column.
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

void drawValueLine(QPainter& painter, const SetLine& line, qreal x, qreal lineTop)
{
    if (line.quotation) {
        painter.fillRect(QRectF(x, lineTop + line.gap, 1.6 * pt, line.type->pitch), QColor(0x60, 0x60, 0x60));
        line.draw(painter, x + quotationIndent, lineTop);
    } else {
        line.draw(painter, x, lineTop);
    }
}

struct SetColumn {
    qreal x;
    Lines lines;
};

struct RowLook {
    qreal above = 2.7 * pt;
    qreal below = 2.7 * pt;
    bool ruleAbove = true;
    bool ruleBelow = false;
};

/// A row of columns as strips, one for each line, so that a long row can run over pages.
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

// ---- one function for each block -----------------------------------------------------------------------------------

class Builder {
public:
    std::vector<Piece> take() { return std::move(m_pieces); }

    void operator()(const Heading& block)
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

    void operator()(const Paragraph& block)
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

    void operator()(const Facts& block)
    {
        if (!isTight() && !block.rows.empty())
            addSpace(6 * pt);
        const qreal valueX = style::left + labelWidth;
        for (std::size_t i = 0; i < block.rows.size(); ++i) {
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
            addRow(
                m_pieces,
                {{style::left, labels}, {valueX, setValue({{row.value, row.voice}}, row.note, style::right - valueX)}},
                look, nullptr, continued);
        }
        m_after = After::Other;
    }

    void operator()(const Notice& block)
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

    void operator()(const Table& block)
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

        for (const auto& row : block.rows) {
            std::vector<SetColumn> columns;
            for (std::size_t i = 0; i < row.size() && i < count; ++i)
                columns.push_back({xs[i], setValue(row[i], widths[i])});
            addRow(m_pieces, std::move(columns), {}, head, head);
        }
        m_after = After::Other;
    }

    void operator()(const Bullets& block)
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
                    painter.fillRect(QRectF(style::left + 1.5 * pt, baseline - 4.4 * pt, 2.6 * pt, 2.6 * pt),
                                     Qt::black);
                text(painter, y);
            };
        }
        m_after = After::Other;
    }

    void operator()(const WritingBoxes& block)
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
                    drawRule(painter, box.left() + 4 * pt, box.right() - 4 * pt, y + height - pitch * i, 0.35 * pt,
                             rule());
                drawBox(painter, box, 0.7 * pt, Qt::black);
                drawLines(painter, place.label, box.left() + 4 * pt, y + 2 * pt);
            }
        };
        m_pieces.push_back(std::move(piece));
        m_after = After::Boxes;
    }

    void operator()(const Timeline& block);
    void operator()(const BodyMap& block)
    {
        auto pieces = piecesOf(block);
        std::move(pieces.begin(), pieces.end(), std::back_inserter(m_pieces));
        m_after = After::Other;
    }
    void operator()(const Code& block);

    void operator()(const PageBreak&) { m_breakNext = true; }

    void operator()(const CutLine& block)
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

    /// After each block: a page break asked for takes effect on the first piece of the next.
    void applyBreak(std::size_t from)
    {
        if (m_breakNext && from < m_pieces.size()) {
            m_pieces[from].newPage = true;
            m_breakNext = false;
        }
    }

    std::size_t size() const { return m_pieces.size(); }

private:
    bool isAfterHeading() const { return m_after == After::Heading || m_after == After::Subheading; }
    bool isTight() const { return m_after != After::Boxes && m_after != After::Other; }

    void addSpace(qreal height)
    {
        Piece piece;
        piece.before = height;
        piece.keep = false;
        m_pieces.push_back(std::move(piece));
    }

    enum class After { Start, Heading, Subheading, Remark, Boxes, Other };

    std::vector<Piece> m_pieces;
    After m_after = After::Start;
    bool m_breakNext = false;
};

// ---- the sign timeline ---------------------------------------------------------------------------------------------

struct Tick {
    QDate date;
    QString text;
};

/// Mondays over weeks, first days of months over months: at most about twelve.
std::vector<Tick> ticksBetween(const QDate& from, const QDate& to)
{
    std::vector<Tick> ticks;
    const auto days = from.daysTo(to);
    static const std::array months = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    const auto monthName = [](const QDate& date) {
        return QString::fromLatin1(months[static_cast<std::size_t>(date.month() - 1)]).left(3);
    };
    if (days <= 70) {
        const int step = days <= 35 ? 7 : 14;
        auto date = from.addDays((8 - from.dayOfWeek()) % 7);
        for (; date <= to; date = date.addDays(step))
            ticks.push_back({date, QString::number(date.day()) + u' ' + monthName(date)});
    } else {
        const int step = std::max(1, static_cast<int>(std::ceil(static_cast<double>(days) / 30.4 / 10)));
        auto date = QDate(from.year(), from.month(), 1).addMonths(from.day() == 1 ? 0 : 1);
        for (; date <= to; date = date.addMonths(step))
            ticks.push_back(
                {date, monthName(date) + u' ' + QString::number(date.year() % 100).rightJustified(2, u'0')});
    }
    return ticks;
}

void drawMark(QPainter& painter, const QPointF& centre, model::Meaning meaning)
{
    const qreal radius = 3.4 * pt;
    const QRectF circle(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(meaning == model::Meaning::Harm ? Qt::black : Qt::white);
    painter.drawEllipse(circle);
    if (meaning == model::Meaning::Both) {
        painter.setBrush(Qt::black);
        painter.drawPie(circle, 90 * 16, 180 * 16);
    }
    painter.setPen(QPen(Qt::black, 0.9 * pt));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(circle);
}

void Builder::operator()(const Timeline& block)
{
    if (block.rows.empty() || !block.from.isValid() || !block.to.isValid())
        return;
    const qreal axisX = style::left + 68 * mm;
    const qreal axisEnd = style::right - 4 * mm;
    const auto span = std::max<qint64>(1, block.from.daysTo(block.to));
    const auto xOf = [axisX, axisEnd, span, from = block.from](const QDate& date) {
        return axisX + (axisEnd - axisX) * static_cast<qreal>(from.daysTo(date)) / static_cast<qreal>(span);
    };
    const auto ticks = ticksBetween(block.from, block.to);
    std::vector<qreal> tickXs;
    std::vector<std::pair<qreal, SetLine>> tickLabels;
    const qreal tickWidth = 40 * pt;
    for (const auto& tick : ticks) {
        tickXs.push_back(xOf(tick.date));
        tickLabels.emplace_back(tickXs.back() - tickWidth / 2,
                                setOneLine(tick.text, small(), tickWidth, Qt::AlignHCenter));
    }
    const auto head = std::make_shared<const Layout::Repeat>(
        Layout::Repeat{small().pitch + 2 * pt, [tickLabels](QPainter& painter, qreal y) {
                           for (const auto& [x, line] : tickLabels)
                               line.draw(painter, x, y);
                       }});
    Piece first;
    first.before = 6 * pt;
    first.height = head->height;
    first.keep = true;
    first.paint = head->paint;
    m_pieces.push_back(std::move(first));
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
        const auto& row = block.rows[i];
        const auto labels = setText(row.label, small(), axisX - style::left - gutter);
        std::vector<qreal> marks;
        for (const auto& date : row.dates)
            marks.push_back(xOf(std::clamp(date, block.from, block.to)));
        Piece piece;
        piece.height = std::max(heightOf(labels), 11 * pt) + 4 * pt;
        piece.keep = i + 1 < block.rows.size() && block.rows.size() <= 16;
        piece.repeat = head;
        piece.paint = [labels, marks, tickXs, axisX, axisEnd, meaning = row.meaning,
                       height = piece.height](QPainter& painter, qreal y) {
            drawRule(painter, style::left, style::right, y, 0.5 * pt, rule());
            for (const auto x : tickXs)
                painter.fillRect(QRectF(x - 0.2 * pt, y, 0.4 * pt, height), rule());
            drawRule(painter, axisX, axisEnd, y + height / 2, 0.4 * pt, rule());
            drawLines(painter, labels, style::left, y + (height - heightOf(labels)) / 2);
            for (const auto x : marks)
                drawMark(painter, QPointF(x, y + height / 2), meaning);
        };
        m_pieces.push_back(std::move(piece));
    }
    m_after = After::Other;
}

// ---- QR code -------------------------------------------------------------------------------------------------------

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

void Builder::operator()(const Code& block)
{
    const auto qr = qrCode(block.data);
    const qreal side = qr.side == 0 ? 0 : (block.large ? 50 : 28) * mm;
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

} // namespace

// ---- pages ---------------------------------------------------------------------------------------------------------

Layout::Layout(const Document& document)
    : m_sheet(document.sheet)
{
    Builder builder;
    for (const auto& block : document.blocks) {
        const auto from = builder.size();
        std::visit(builder, block);
        builder.applyBreak(from);
    }
    place(builder.take());
}

void Layout::place(const std::vector<Piece>& pieces)
{
    const qreal room = style::bottom - style::top;
    m_pages.emplace_back();
    qreal y = 0;
    const auto newPage = [&] {
        m_pages.emplace_back();
        y = 0;
    };
    for (std::size_t i = 0; i < pieces.size();) {
        // What must stay together: pieces up to the first that lets go of the next.
        std::size_t end = i;
        qreal height = pieces[i].height;
        while (pieces[end].keep && end + 1 < pieces.size() && !pieces[end + 1].newPage) {
            ++end;
            height += pieces[end].before + pieces[end].height;
        }
        const qreal repeated = pieces[i].repeat ? pieces[i].repeat->height : 0;
        if (y > 0 && (pieces[i].newPage || (y + pieces[i].before + height > room && height + repeated <= room)))
            newPage();
        for (; i <= end; ++i) {
            const auto& piece = pieces[i];
            if (y > 0 && y + piece.before + piece.height > room)
                newPage();
            if (y > 0) {
                y += piece.before;
            } else if (piece.repeat && m_pages.size() > 1) {
                m_pages.back().push_back({style::top, piece.repeat->paint});
                y += piece.repeat->height;
            }
            if (!piece.mark.isEmpty())
                m_marks.push_back({piece.mark, piece.markLevel, pageCount() - 1, style::top + y});
            if (piece.paint)
                m_pages.back().push_back({style::top + y, piece.paint});
            y += piece.height;
        }
    }
    while (m_pages.size() > 1 && m_pages.back().empty())
        m_pages.pop_back();
}

void Layout::paint(QPainter& painter, int page) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_sheet.bare)
        paintFurniture(painter, page);
    for (const auto& placed : m_pages[static_cast<std::size_t>(page)])
        placed.paint(painter, placed.top);
    painter.restore();
}

void Layout::paintFurniture(QPainter& painter, int page) const
{
    const auto& printing = m_sheet.printing;
    const qreal half = style::width / 2;
    const auto draw = [&](const QString& text, const style::Type& type, qreal x, qreal room, qreal y,
                          Qt::Alignment alignment) {
        if (!text.isEmpty())
            setOneLine(text, type, room, alignment).draw(painter, x, y);
    };
    const qreal head = 11 * style::mm;
    draw(m_sheet.mark, style::strong(), style::left, half, head, Qt::AlignLeft);
    draw(joined({m_sheet.reference.isEmpty() ? QString() : QStringLiteral("Reference ") + m_sheet.reference,
                 QStringLiteral("Copy %1").arg(printing.copy)},
                QStringLiteral("  \u00b7  ")),
         style::strong(), style::left + half, half, head, Qt::AlignRight);
    draw(m_sheet.title, style::small(), style::left, half * 0.7, head + style::strong().pitch, Qt::AlignLeft);
    draw(QStringLiteral("For: ") + (printing.recipient.isEmpty() ? QStringLiteral("not stated") : printing.recipient),
         style::small(), style::left + half * 0.7, half * 1.3, head + style::strong().pitch, Qt::AlignRight);
    drawRule(painter, style::left, style::right, head + style::strong().pitch + style::small().pitch + 3 * style::pt,
             0.5 * style::pt, style::darkRule());

    const qreal foot = style::paperHeight - 14 * style::mm;
    drawRule(painter, style::left, style::right, foot, 0.5 * style::pt, style::rule());
    draw(joined({QStringLiteral("Printed ") + momentText(printing.printedAt, printing.zone) +
                     (printing.printedBy.isEmpty() ? QString() : QStringLiteral(" by ") + printing.printedBy),
                 printing.school},
                QStringLiteral("  \u00b7  ")),
         style::small(), style::left, half * 1.6, foot + 3 * style::pt, Qt::AlignLeft);
    draw(QStringLiteral("Page %1 of %2").arg(page + 1).arg(pageCount()), style::small(), style::left + half * 1.6,
         half * 0.4, foot + 3 * style::pt, Qt::AlignRight);
}

} // namespace heed::report
