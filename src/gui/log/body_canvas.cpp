#include "gui/log/body_canvas.h"

#include "gui/frame/look.h"
#include "gui/widgets/announce.h"

#include "report/body_map.h"
#include "rules/body_figure.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr double bodyHeight = 26; // times the height of the text
constexpr double partHeight = 16;
constexpr double margin = 0.8;
constexpr int step = 12; // thousandths of the picture
constexpr int largeStep = 40;

double markRadius()
{
    return em(0.75);
}

} // namespace

BodyCanvas::BodyCanvas(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(u"bodyMap.picture"_s);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAutoFillBackground(false);
    refit();
}

void BodyCanvas::setView(model::BodyView view)
{
    m_view = view;
    refit();
    Q_EMIT cursorMoved();
}

void BodyCanvas::setMarks(const std::vector<Mark>& marks, int chosen)
{
    m_marks = marks;
    m_chosen = chosen;
    describe();
    update();
}

void BodyCanvas::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 1.0, 4.0);
    refit();
}

bool BodyCanvas::isOnBody() const
{
    return rules::isOnBody(m_view, m_cursor.x(), m_cursor.y());
}

QString BodyCanvas::where() const
{
    const auto region = rules::bodyRegion(m_view, m_cursor.x(), m_cursor.y());
    return isOnBody() ? u"On the %1."_s.arg(region) : u"Beside the figure. The nearest part is the %1."_s.arg(region);
}

void BodyCanvas::place()
{
    if (isOnBody())
        Q_EMIT placed(m_cursor.x(), m_cursor.y());
    else
        Q_EMIT missed();
}

QRect BodyCanvas::cursorRect() const
{
    const auto point = at(m_cursor.x(), m_cursor.y()).toPoint();
    const int around = em(2);
    return {point.x() - around, point.y() - around, 2 * around, 2 * around};
}

QSize BodyCanvas::sizeHint() const
{
    const auto shape = report::figureShape(m_view);
    const double height = em(shape < 0.6 ? bodyHeight : partHeight) * m_zoom;
    return {qRound(height * shape) + 2 * em(margin), qRound(height) + 2 * em(margin)};
}

QRectF BodyCanvas::picture() const
{
    const double edge = em(margin);
    return QRectF(rect()).adjusted(edge, edge, -edge, -edge);
}

QPointF BodyCanvas::at(int x, int y) const
{
    const auto box = picture();
    return {box.left() + box.width() * x / model::bodyEdge, box.top() + box.height() * y / model::bodyEdge};
}

const BodyCanvas::Mark* BodyCanvas::markAt(const QPointF& point) const
{
    const auto found = std::find_if(m_marks.rbegin(), m_marks.rend(), [&](const Mark& mark) {
        const auto away = at(mark.x, mark.y) - point;
        return std::hypot(away.x(), away.y()) <= markRadius();
    });
    return found == m_marks.rend() ? nullptr : &*found;
}

void BodyCanvas::moveCursor(int x, int y)
{
    m_cursor = {std::clamp(x, 0, model::bodyEdge), std::clamp(y, 0, model::bodyEdge)};
    const auto* mark = markAt(at(m_cursor.x(), m_cursor.y()));
    if (mark && mark->number != m_chosen)
        Q_EMIT chosen(mark->number);
    describe();
    update();
    Q_EMIT cursorMoved();
}

void BodyCanvas::describe()
{
    setAccessibleName(u"Body map, "_s + rules::viewText(m_view).toLower());
    QString said = where() + u' ';
    if (const auto* mark = markAt(at(m_cursor.x(), m_cursor.y())))
        said += u"Mark %1 is here. "_s.arg(mark->number);
    said += m_marks.empty() ? u"No marks on this picture. "_s : u"Marks on this picture: %1. "_s.arg(m_marks.size());
    setAccessibleDescription(said + u"The arrow keys move, Enter places a mark, Delete takes it away."_s);
    if (hasFocus())
        announce(this);
}

void BodyCanvas::refit()
{
    setFixedSize(sizeHint());
    describe();
    update();
    Q_EMIT refitted();
}

void BodyCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto look = colours();
    painter.fillRect(rect(), look.surface);
    const auto paths = report::figurePaths(m_view, picture());
    painter.setPen(QPen(look.text, std::max(1.2, em(0.1) * 1.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(look.window);
    painter.drawPath(paths.outline);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.quiet, std::max(1.0, em(0.06) * 1.0), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(paths.details);

    const auto& figure = rules::bodyFigure(m_view);
    painter.setPen(look.quiet);
    for (const auto& label : figure.labels) {
        const auto centre = at(qRound(model::bodyEdge * label.centre.x / figure.width),
                               qRound(model::bodyEdge * label.centre.y / figure.height));
        painter.drawText(QRectF(centre.x() - em(8), centre.y() - em(1), em(16), em(2)), Qt::AlignCenter, label.text);
    }
    for (const auto& mark : m_marks) {
        const auto centre = at(mark.x, mark.y);
        const bool isChosen = mark.number == m_chosen;
        painter.setBrush(isChosen ? look.accent : look.surface);
        painter.setPen(QPen(look.text, em(0.12)));
        painter.drawEllipse(centre, markRadius(), markRadius());
        painter.setPen(isChosen ? look.onAccent : look.text);
        painter.drawText(QRectF(centre.x() - em(2), centre.y() - em(2), em(4), em(4)), Qt::AlignCenter,
                         QString::number(mark.number));
    }
    if (hasFocus()) {
        const auto centre = at(m_cursor.x(), m_cursor.y());
        // A mark under the cursor keeps its number readable.
        const double inner = markAt(centre) ? markRadius() : em(0.35);
        const double length = inner + em(0.9);
        for (const auto& pen : {QPen(look.surface, em(0.3)), QPen(look.focus, em(0.14))}) {
            painter.setPen(pen);
            for (const auto& way : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
                painter.drawLine(centre + way * inner, centre + way * length);
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(look.focus, em(0.14)));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void BodyCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
    const auto box = picture();
    const auto point = event->position();
    const bool isMark = markAt(point) != nullptr;
    moveCursor(qRound((point.x() - box.left()) / box.width() * model::bodyEdge),
               qRound((point.y() - box.top()) / box.height() * model::bodyEdge));
    if (!isMark)
        place();
}

void BodyCanvas::keyPressEvent(QKeyEvent* event)
{
    // As far to the side as up and down, on pictures of any shape.
    const double far = event->modifiers().testFlag(Qt::ShiftModifier) ? largeStep : step;
    const auto shape = report::figureShape(m_view);
    const int across = qRound(shape < 1 ? far / shape : far);
    const int down = qRound(shape < 1 ? far : far * shape);
    switch (event->key()) {
    case Qt::Key_Left: return moveCursor(m_cursor.x() - across, m_cursor.y());
    case Qt::Key_Right: return moveCursor(m_cursor.x() + across, m_cursor.y());
    case Qt::Key_Up: return moveCursor(m_cursor.x(), m_cursor.y() - down);
    case Qt::Key_Down: return moveCursor(m_cursor.x(), m_cursor.y() + down);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            break;
        place();
        return;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (const auto* mark = markAt(at(m_cursor.x(), m_cursor.y())))
            Q_EMIT removed(mark->number);
        else if (m_chosen > 0)
            Q_EMIT removed(m_chosen);
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: Q_EMIT zoomAsked(m_zoom * 1.5); return;
    case Qt::Key_Minus: Q_EMIT zoomAsked(m_zoom / 1.5); return;
    default: break;
    }
    QWidget::keyPressEvent(event);
}

void BodyCanvas::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    describe();
    update();
}

void BodyCanvas::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void BodyCanvas::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange ||
        event->type() == QEvent::PaletteChange)
        refit();
}

} // namespace heed::gui::log
