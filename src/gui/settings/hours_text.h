#pragma once

#include "model/profile.h"

namespace heed::gui::settings {

// Hours as people type them: "Mon-Fri 08:30-12:00; Wed 12:00-15:30".

QString hoursText(const std::vector<model::Hours>& hours);
/// Nothing where it cannot be read. An empty text is no hours at all.
std::optional<std::vector<model::Hours>> readHours(const QString& text);

} // namespace heed::gui::settings
