#include "gui/widgets/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QSplitter>

namespace heed::gui {
namespace {

/// What takes the Tab key, in the order in which it is shown; `at` stands among it wherever it is.
class Stops {
public:
    Stops(QWidget* window, const QWidget* at)
        : m_at(at)
    {
        collect(window);
    }

    const QList<QWidget*>& all() const { return m_all; }

private:
    void collect(QWidget* widget)
    {
        if (!widget->isVisible())
            return;
        const bool takes = (widget->focusPolicy() & Qt::TabFocus) && widget->isEnabled() && !widget->focusProxy();
        if (takes || widget == m_at)
            m_all << widget;
        if (auto* area = qobject_cast<QScrollArea*>(widget)) {
            if (area->widget())
                collect(area->widget());
        } else if (auto* splitter = qobject_cast<QSplitter*>(widget)) {
            for (int i = 0; i < splitter->count(); ++i)
                collect(splitter->widget(i));
        } else if (auto* layout = widget->layout()) {
            collect(layout);
        } else if (!takes) {
            for (auto* child : widget->children())
                if (auto* inner = qobject_cast<QWidget*>(child); inner && !inner->isWindow())
                    collect(inner);
        }
    }

    void collect(QLayout* layout)
    {
        for (int i = 0; i < layout->count(); ++i) {
            auto* item = layout->itemAt(i);
            if (item->widget())
                collect(item->widget());
            else if (item->layout())
                collect(item->layout());
        }
    }

    const QWidget* m_at;
    QList<QWidget*> m_all;
};

} // namespace

bool moveFocus(QWidget* window, bool forwards)
{
    auto* at = window->focusWidget();
    const auto stops = Stops(window, at).all();
    const auto place = stops.indexOf(at);
    if (stops.isEmpty() || (stops.size() == 1 && place == 0))
        return false;
    const auto count = stops.size();
    const auto next = forwards ? (place + 1) % count : (qMax<qsizetype>(place, 0) + count - 1) % count;
    stops[next]->setFocus(forwards ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace heed::gui
