#pragma once

namespace heed::app {

struct Arguments;

/// Does the main job by itself through the real windows, in a made-up school of its own: pictures and PDFs in the
/// folder, words on standard output, in the theme and with the size of text that are asked for. Answers the exit code;
/// what went wrong stands on standard error. The user's own settings and vaults are not touched.
int runTour(const Arguments& arguments);

} // namespace heed::app
