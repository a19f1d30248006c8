#pragma once

#include "model/profile.h"
#include "report/document.h"

namespace heed::session {

/// For the day the computers are down: whom to tell and ring, who is on duty in the coming week, and `forms` blank
/// concern forms. It says nothing of any child, so it needs nobody signed in and is not recorded.
report::Document continuityPack(const model::Profile& profile, const QDateTime& now, int forms);

} // namespace heed::session
