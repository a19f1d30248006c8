#include "report/blocks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace heed::report {

using namespace style;
using Piece = Layout::Piece;

namespace {

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

} // namespace

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

} // namespace heed::report
