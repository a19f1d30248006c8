#include "gui/widgets/field_grid.h"
#include "gui/frame/look.h"

#include <QGridLayout>

#include <algorithm>

namespace heed::gui {

FieldGrid::FieldGrid(std::vector<QWidget*> fields, int narrowest, QWidget* parent)
    : QWidget(parent)
    , m_fields(std::move(fields))
    , m_narrowest(narrowest)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(em(1));
    arrange();
}

void FieldGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FieldGrid::arrange()
{
    const int columns = std::clamp(width() / std::max(em(m_narrowest), 1), 1, static_cast<int>(m_fields.size()));
    if (columns == m_columns)
        return;
    m_columns = columns;
    auto* grid = static_cast<QGridLayout*>(layout());
    for (auto* field : m_fields)
        grid->removeWidget(field);
    for (int i = 0; i < static_cast<int>(m_fields.size()); ++i) {
        grid->addWidget(m_fields[static_cast<std::size_t>(i)], i / columns, i % columns, Qt::AlignBottom);
        grid->setColumnStretch(i, i < columns ? 1 : 0);
    }
}

} // namespace heed::gui
