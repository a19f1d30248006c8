#pragma once

#include <QStyledItemDelegate>

namespace heed::gui::cases {

/// Paints a piece of a record in two lines, the words that were searched for bold and underlined: not by colour alone.
class FoundDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace heed::gui::cases
