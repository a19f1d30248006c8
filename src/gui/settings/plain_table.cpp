#include "gui/settings/plain_table.h"
#include "gui/widgets/named.h"

#include <QHeaderView>
#include <QTableWidget>

namespace heed::gui::settings {

QTableWidget* plainTable(const QString& name, const QString& about, const QStringList& headings)
{
    auto* made = named(new QTableWidget(0, static_cast<int>(headings.size())), name, about);
    made->setHorizontalHeaderLabels(headings);
    made->setEditTriggers(QAbstractItemView::NoEditTriggers);
    made->setSelectionBehavior(QAbstractItemView::SelectRows);
    made->setTabKeyNavigation(false);
    made->setWordWrap(true);
    made->verticalHeader()->hide();
    made->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    made->horizontalHeader()->setStretchLastSection(true);
    made->horizontalHeader()->setHighlightSections(false);
    made->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return made;
}

void addRow(QTableWidget* table, const QStringList& cells)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int i = 0; i < cells.size(); ++i)
        table->setItem(row, i, new QTableWidgetItem(cells.at(i)));
}

void fitRows(QTableWidget* table)
{
    table->resizeRowsToContents();
    int height = table->horizontalHeader()->sizeHint().height() + 2 * table->frameWidth();
    for (int row = 0; row < table->rowCount(); ++row)
        height += table->rowHeight(row);
    table->setFixedHeight(height);
}

} // namespace heed::gui::settings
