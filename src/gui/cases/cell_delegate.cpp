#include "gui/cases/cell_delegate.h"

#include <QApplication>

namespace heed::gui::cases {

void CellDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    auto lines = option->text.split(QChar::LineSeparator);
    if (lines.size() < 2 || option->rect.width() <= 0)
        return;
    const auto* style = option->widget ? option->widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, option, option->widget) + 1;
    for (auto& line : lines)
        line = option->fontMetrics.elidedText(line, Qt::ElideRight, option->rect.width() - 2 * margin);
    option->text = lines.join(QChar::LineSeparator);
}

} // namespace heed::gui::cases
