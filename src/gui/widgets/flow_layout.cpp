#include "gui/widgets/flow_layout.h"
#include "gui/frame/look.h"

#include <QWidget>

#include <algorithm>

namespace heed::gui {

FlowLayout::FlowLayout(QWidget* parent)
    : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < count() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto* item : m_items)
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    QSize size;
    for (const auto* item : m_items) {
        if (item->isEmpty())
            continue;
        size.rwidth() += item->sizeHint().width() + (size.width() > 0 ? em(0.6) : 0);
        size.setHeight(std::max(size.height(), item->sizeHint().height()));
    }
    return size;
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    const int gap = em(0.6);
    int y = rect.y();
    int height = 0;
    QList<QLayoutItem*> row;
    int rowWidth = 0;
    const auto finishRow = [&] {
        int x = m_rightAligned ? rect.right() + 1 - rowWidth : rect.x();
        for (auto* item : row) {
            const auto size = item->sizeHint().boundedTo(QSize(std::max(rect.width(), 1), QLAYOUTSIZE_MAX));
            if (apply)
                item->setGeometry(QRect(QPoint(x, y + (height - size.height()) / 2), size));
            x += size.width() + gap;
        }
        if (!row.isEmpty())
            y += height + gap;
        row.clear();
        rowWidth = height = 0;
    };
    for (auto* item : m_items) {
        if (item->isEmpty())
            continue;
        const auto size = item->sizeHint().boundedTo(QSize(std::max(rect.width(), 1), QLAYOUTSIZE_MAX));
        if (!row.isEmpty() && rowWidth + gap + size.width() > rect.width())
            finishRow();
        rowWidth += size.width() + (row.isEmpty() ? 0 : gap);
        height = std::max(height, size.height());
        row << item;
    }
    finishRow();
    return std::max(0, y - rect.y() - gap);
}

} // namespace heed::gui
