#pragma once

#include <QStringList>

namespace heed::gui::settings {

/// What a column may hold, in words, in the order of pupils::Column.
QStringList columnWords();

} // namespace heed::gui::settings
