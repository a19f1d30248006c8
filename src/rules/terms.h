#pragma once

#include <QDate>

namespace heed::rules {

/// The first day of the school term that `day` lies in: 1 September, 1 January, or the Monday after Easter Sunday.
/// Councils' own dates differ by a week or two; for a reminder that is near enough.
QDate termBegan(QDate day);

} // namespace heed::rules
