#include "gui/widgets/scroller.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPointer>
#include <QResizeEvent>
#include <QScrollBar>
#include <QTimer>

namespace heed::gui {
namespace {

constexpr int besideFocus = 30; // pixels that stay in sight with it
constexpr int aboveFocus = 60;

/// What has only just been shown, or moved, has its place once all is laid out.
void showOnceLaidOut(QScrollArea* area, QWidget* focus)
{
    QTimer::singleShot(0, area, [area, focus = QPointer<QWidget>(focus)] {
        if (focus && focus->hasFocus() && area->isAncestorOf(focus))
            area->ensureWidgetVisible(focus, besideFocus, aboveFocus);
    });
}

} // namespace

Scroller::Scroller(QWidget* content, const QString& objectName, int widest, bool centred)
    : m_content(content)
    , m_widest(widest)
{
    setObjectName(objectName);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);

    auto* page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    if (centred)
        row->addStretch(0);
    row->addWidget(content, 1);
    if (widest > 0)
        row->addStretch(0);
    setWidget(page);
    page->setAutoFillBackground(false);
    fit();
    // The page follows the focus, also where a child takes it by a mouse click or from a program.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) {
        if (!now || now == m_content || !m_content->isAncestorOf(now))
            return;
        ensureWidgetVisible(now, besideFocus, aboveFocus);
        showOnceLaidOut(this, now);
    });
}

void Scroller::fit()
{
    if (m_widest > 0)
        m_content->setMaximumWidth(QFontMetrics(QApplication::font()).averageCharWidth() * m_widest);
}

void Scroller::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    // Text that wraps may not ask for more width than there is.
    widget()->setMaximumWidth(viewport()->width());
    // A message that comes above the page makes it lower.
    if (auto* focus = QApplication::focusWidget(); focus && focus != m_content &&
                                                   event->size().height() < event->oldSize().height() &&
                                                   m_content->isAncestorOf(focus))
        showOnceLaidOut(this, focus);
}

void Scroller::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

void showFromTop(QWidget* part)
{
    for (auto* above = part->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) {
            QTimer::singleShot(0, part, [area, part] {
                area->verticalScrollBar()->setValue(part->mapTo(area->widget(), QPoint()).y());
            });
            return;
        }
}

} // namespace heed::gui
