#pragma once

#include "model/case.h"

namespace heed::gui::log {
class RecordView;
}

namespace heed::gui::cases {

/// "Acknowledged by Donna Wealleans, 20 November 2026, 14:30", or that it waits, and since when.
QString standingText(const model::Case& record, const QDateTime& now);

/// Everything that happened, the newest last, each with its author and time; a time that the entries around it
/// contradict says so. No more than the newest `most`: laying out thousands would hold the window. Answers how many
/// stand before those.
int tellChronology(log::RecordView& view, const model::Case& record, int most);

/// "Ring the family doctor · Amanda Clifton · by 24 November 2026: overdue".
QString actionText(const model::ActionState& action, const QDate& today);

} // namespace heed::gui::cases
