#pragma once

#include <QString>

namespace heed::app {

/// Does the main job by itself through the real windows, in a made-up school of its own: pictures and PDFs in `folder`,
/// words on standard output. Answers the exit code; what went wrong stands on standard error. The user's own settings
/// and vaults are not touched.
int runTour(const QString& folder);

} // namespace heed::app
