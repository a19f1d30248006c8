#include "gui/widgets/scroller.h"

#include <QApplication>
#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPointer>
#include <QScrollBar>
#include <QTimer>

namespace heed::gui {

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
        ensureWidgetVisible(now, 30, 60);
        // Where it has only just been shown, its place is known once all is laid out.
        QTimer::singleShot(0, this, [this, now = QPointer<QWidget>(now)] {
            if (now && now->hasFocus() && m_content->isAncestorOf(now))
                ensureWidgetVisible(now, 30, 60);
        });
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
