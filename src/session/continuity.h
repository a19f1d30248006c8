#pragma once

#include "model/profile.h"
#include "report/document.h"

namespace heed::session {

/// For the day the computers are down: whom to tell and ring, who is on duty in the coming week, and `forms` blank
/// concern forms. It says nothing of any child, so it needs nobody signed in and is not recorded.
report::Document continuityPack(const model::Profile& profile, const QDateTime& now, int forms);

/// A call sheet to write on, for whoever rings before anything is logged. `caller` may be empty. It says nothing of any
/// child, so it needs nobody signed in and is not recorded.
report::Document blankCallSheet(const model::Profile& profile, const QString& caller, const QString& role,
                                const QDateTime& now);

} // namespace heed::session
