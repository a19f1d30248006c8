#include "gui/widgets/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

namespace heed::gui {
namespace {

void collect(QLayout* layout, QList<QWidget*>& stops);

void collect(QWidget* widget, QList<QWidget*>& stops)
{
    if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
        stops << widget;
    if (auto* area = qobject_cast<QScrollArea*>(widget); area && area->widget())
        collect(area->widget(), stops);
    else if (widget->layout())
        collect(widget->layout(), stops);
}

void collect(QLayout* layout, QList<QWidget*>& stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        auto* item = layout->itemAt(i);
        if (item->widget())
            collect(item->widget(), stops);
        else if (item->layout())
            collect(item->layout(), stops);
    }
}

} // namespace

void orderTabs(QWidget* root)
{
    QList<QWidget*> stops;
    collect(root, stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace heed::gui
