#pragma once

#include <QStringList>

class QTableWidget;

namespace heed::gui::settings {

/// A table that is read and not changed, one row chosen whole; Tab leaves it.
QTableWidget* plainTable(const QString& name, const QString& about, const QStringList& headings);

void addRow(QTableWidget* table, const QStringList& cells);

/// As high as its rows are: for a few.
void fitRows(QTableWidget* table);

} // namespace heed::gui::settings
