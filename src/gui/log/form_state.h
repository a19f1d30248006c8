#pragma once

#include <QCborMap>

class QWidget;

namespace heed::gui::log {

/// What stands in every named field below `root`, by its object name without `prefix`. Rows of a RowList are left out.
QCborMap stateOf(const QWidget* root, const QString& prefix);
/// Puts it back; names that are not there any more are passed over.
void setState(QWidget* root, const QString& prefix, const QCborMap& state);

} // namespace heed::gui::log
