#pragma once

#include <QStyledItemDelegate>

namespace heed::gui::cases {

/// Paints cells of two lines so that both are seen: a line that is too long is cut with "…" and takes no second one.
class CellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

} // namespace heed::gui::cases
