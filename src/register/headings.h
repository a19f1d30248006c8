#pragma once

#include "register/csv.h"

namespace heed::pupils {

/// What columns with these headings hold, most likely: Ignored where a heading says nothing.
std::vector<Column> guessColumns(const QStringList& headings);

} // namespace heed::pupils
