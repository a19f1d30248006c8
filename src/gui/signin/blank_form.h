#pragma once

#include "report/document.h"

#include "model/profile.h"

namespace heed::gui::signin {

/// Blank concern forms with who is on duty in the coming days, for when nobody can sign in.
report::Document blankForm(const model::Profile& profile, const QDateTime& now, int forms = 1);

} // namespace heed::gui::signin
