#include "gui/child/timeline_chart.h"

#include "gui/cases/words.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "report/words.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMap>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QToolTip>

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

QPainterPath shapeOf(model::Meaning meaning, const QPointF& centre, qreal size)
{
    QPainterPath path;
    const qreal half = size / 2;
    switch (meaning) {
    case model::Meaning::Risk: path.addEllipse(centre, half, half); break;
    case model::Meaning::Harm:
        path.moveTo(centre.x(), centre.y() - half * 1.25);
        path.lineTo(centre.x() + half * 1.25, centre.y());
        path.lineTo(centre.x(), centre.y() + half * 1.25);
        path.lineTo(centre.x() - half * 1.25, centre.y());
        path.closeSubpath();
        break;
    case model::Meaning::Both: path.addRect(QRectF(centre.x() - half, centre.y() - half, size, size)); break;
    }
    return path;
}

QString labelOf(const TimelineRow& row)
{
    return cases::shortSign(row.code);
}

} // namespace

TimelineChart::TimelineChart(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"child.timeline"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TimelineChart::setTimeline(const Timeline& timeline)
{
    m_timeline = timeline;
    m_current.reset();
    setFocusPolicy(newestDot(timeline) ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleName(u"Signs over time"_s);
    describe();
    tellPointed();
    updateGeometry();
    update();
}

void TimelineChart::describe()
{
    if (const auto hit = current(); hit && hasFocus()) {
        const auto& row = *hit->row;
        setAccessibleDescription(u"%1. Number %2 of %3 in this row."_s.arg(wordsOf(*hit).replace(u'\n', u", "_s))
                                     .arg(m_current->dot + 1)
                                     .arg(row.dots.size()));
        return;
    }
    QStringList said;
    for (const auto& row : m_timeline.rows)
        if (!row.dots.empty())
            said
                << u"%1: %2 times, last %3"_s.arg(labelOf(row)).arg(row.dots.size()).arg(report::dateText(*row.last()));
    if (said.isEmpty())
        setAccessibleDescription(u"No signs were ticked."_s);
    else
        setAccessibleDescription(said.join(u". "_s) +
                                 u". The arrow keys go from dot to dot, Enter opens the concern."_s);
}

QString TimelineChart::wordsOf(const Hit& hit)
{
    auto label = hit.row->label;
    if (!label.isEmpty())
        label[0] = label[0].toUpper();
    return u"%1\n%2%3\n%4\n%5"_s.arg(label, report::dateText(hit.dot->day),
                                     hit.dot->isLoggedDay ? u" (when it was logged)"_s : QString(),
                                     sourceWords(hit.dot->source), hit.dot->reference);
}

std::optional<TimelineChart::Hit> TimelineChart::current() const
{
    if (!m_current)
        return {};
    const auto& row = m_timeline.rows[m_current->row];
    return Hit{&row, &row.dots[m_current->dot]};
}

void TimelineChart::tellPointed()
{
    const auto hit = current();
    Q_EMIT pointed(hit ? wordsOf(*hit).section(u'\n', 0, 2).replace(u'\n', u", "_s) : QString(),
                   hit ? hit->dot->reference : QString());
}

void TimelineChart::goTo(const std::optional<DotPlace>& place)
{
    if (!place)
        return;
    m_current = place;
    describe();
    announce(this);
    tellPointed();
    update();
    const auto centre = placeOf(place->row, current()->dot->day).toPoint();
    for (auto* up = parentWidget(); up; up = up->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(up)) {
            const auto there = mapTo(area->widget(), centre);
            area->ensureVisible(there.x(), there.y(), em(2), em(3));
            break;
        }
}

int TimelineChart::rowHeight() const
{
    return fontMetrics().lineSpacing() + em(0.6);
}

int TimelineChart::labelWidth() const
{
    int widest = 0;
    for (const auto& row : m_timeline.rows)
        widest = qMax(widest, fontMetrics().horizontalAdvance(labelOf(row)));
    return qMin(widest + em(1), width() / 2);
}

int TimelineChart::top() const
{
    return fontMetrics().lineSpacing() * 2 + em(0.4);
}

qreal TimelineChart::dotSize() const
{
    return fontMetrics().height() * 0.95;
}

QSize TimelineChart::sizeHint() const
{
    return {em(40), top() + rowHeight() * static_cast<int>(m_timeline.rows.size()) + em(0.5)};
}

QSize TimelineChart::minimumSizeHint() const
{
    return {em(20), sizeHint().height()};
}

QPointF TimelineChart::placeOf(std::size_t row, const QDate& day) const
{
    const qreal room = width() - labelWidth() - em(1.4);
    const qreal days = qMax(7, m_timeline.weeks() * 7);
    const qreal x = labelWidth() + em(0.7) + room * (static_cast<qreal>(m_timeline.from.daysTo(day)) + 0.5) / days;
    return {x, top() + rowHeight() * (static_cast<qreal>(row) + 0.5)};
}

void TimelineChart::paintEvent(QPaintEvent*)
{
    if (m_timeline.rows.empty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto look = colours();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const int bottom = top() + rowHeight() * static_cast<int>(m_timeline.rows.size());

    // Weeks, and a name where a month begins and there is room for it.
    int freeFrom = labelWidth();
    int month = 0;
    for (QDate week = m_timeline.from; week <= m_timeline.to; week = week.addDays(7)) {
        const qreal x = placeOf(0, week).x();
        const bool isMonth = week.month() != month;
        month = week.month();
        painter.setPen(QPen(look.line, isMonth ? 1.5 : 0.6));
        painter.drawLine(QPointF(x, isMonth ? top() - em(0.4) : top()), QPointF(x, bottom));
        if (!isMonth)
            continue;
        const auto name = english.standaloneMonthName(week.month(), QLocale::ShortFormat);
        const bool isYear = week.month() == 1 || week == m_timeline.from;
        const int wide =
            qMax(fontMetrics().horizontalAdvance(name), isYear ? fontMetrics().horizontalAdvance(u"2000"_s) : 0);
        if (x < freeFrom || x + wide > width())
            continue;
        painter.setPen(look.quiet);
        painter.drawText(QPointF(x, top() - em(0.5)), name);
        if (isYear)
            painter.drawText(QPointF(x, top() - em(0.5) - fontMetrics().lineSpacing()), QString::number(week.year()));
        freeFrom = static_cast<int>(x) + wide + em(0.6);
    }

    auto letterFont = font();
    letterFont.setPointSizeF(font().pointSizeF() * 0.7);
    letterFont.setBold(true);
    for (std::size_t i = 0; i < m_timeline.rows.size(); ++i) {
        const auto& row = m_timeline.rows[i];
        const qreal middle = placeOf(i, m_timeline.from).y();
        painter.setPen(QPen(look.line, 1));
        painter.drawLine(QPointF(labelWidth(), middle), QPointF(width() - em(0.5), middle));
        painter.setPen(row.dots.empty() ? look.quiet : look.text);
        const QRectF place(0, middle - rowHeight() / 2.0, labelWidth() - em(0.6), rowHeight());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         fontMetrics().elidedText(labelOf(row), Qt::ElideRight, static_cast<int>(place.width())));
        for (const auto& dot : row.dots) {
            const auto centre = placeOf(i, dot.day);
            const bool isHarm = row.meaning == model::Meaning::Harm;
            painter.setPen(QPen(look.text, 1.6));
            painter.setBrush(isHarm ? look.text : look.surface);
            painter.drawPath(shapeOf(row.meaning, centre, dotSize()));
            painter.setPen(isHarm ? look.surface : look.text);
            painter.setFont(letterFont);
            painter.drawText(QRectF(centre.x() - dotSize(), centre.y() - dotSize(), 2 * dotSize(), 2 * dotSize()),
                             Qt::AlignCenter, sourceLetter(dot.source));
            painter.setFont(font());
        }
    }
    const auto ringed = current();
    if (!ringed || !hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    // Around the dot, and set off from it, so that neither hides the other.
    const auto centre = placeOf(m_current->row, ringed->dot->day);
    const qreal around = dotSize() * 0.9;
    painter.setPen(QPen(look.surface, em(0.3)));
    painter.drawEllipse(centre, around, around);
    painter.setPen(QPen(look.focus, em(0.16)));
    painter.drawEllipse(centre, around, around);
}

std::optional<TimelineChart::Hit> TimelineChart::dotAt(const QPointF& point) const
{
    for (std::size_t i = 0; i < m_timeline.rows.size(); ++i)
        for (const auto& dot : m_timeline.rows[i].dots)
            if ((placeOf(i, dot.day) - point).manhattanLength() < dotSize())
                return Hit{&m_timeline.rows[i], &dot};
    return {};
}

bool TimelineChart::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto hit = dotAt(help->pos()))
        QToolTip::showText(help->globalPos(), wordsOf(*hit), this);
    else
        QToolTip::hideText();
    return true;
}

void TimelineChart::mousePressEvent(QMouseEvent* event)
{
    if (const auto hit = dotAt(event->position())) {
        const auto row = static_cast<std::size_t>(hit->row - m_timeline.rows.data());
        goTo(DotPlace{row, static_cast<std::size_t>(hit->dot - hit->row->dots.data())});
    } else {
        QWidget::mousePressEvent(event);
    }
}

void TimelineChart::keyPressEvent(QKeyEvent* event)
{
    static const QMap<int, Way> ways{{Qt::Key_Left, Way::Earlier}, {Qt::Key_Right, Way::Later},
                                     {Qt::Key_Up, Way::Up},        {Qt::Key_Down, Way::Down},
                                     {Qt::Key_Home, Way::First},   {Qt::Key_End, Way::Last}};
    const auto way = ways.constFind(event->key());
    const auto hit = current();
    if (way != ways.constEnd())
        goTo(m_current ? nextDot(m_timeline, *m_current, *way) : newestDot(m_timeline));
    else if (hit && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        Q_EMIT wanted(hit->dot->reference);
    else
        QWidget::keyPressEvent(event);
}

void TimelineChart::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (!m_current) {
        m_current = newestDot(m_timeline);
        tellPointed();
    }
    describe();
    update();
}

void TimelineChart::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    describe();
    update();
}

void TimelineChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const auto hit = dotAt(event->position()))
        Q_EMIT wanted(hit->dot->reference);
}

void TimelineChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
}

} // namespace heed::gui::child
