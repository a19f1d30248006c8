#pragma once

#include "model/pupil.h"

namespace heed::gui::log {
class RecordView;
}

namespace heed::gui::child {

/// The front of a child's file: who they are, what is known of them, who is around them. What nobody has written down
/// is said as "Not known". `pupil`: as the register has them, if it does. `today` is for ages.
void tellFrontSheet(log::RecordView& view, const model::Child& child, const std::optional<model::Pupil>& pupil,
                    const QDate& today);

} // namespace heed::gui::child
