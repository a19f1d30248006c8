#pragma once

#include <QtGlobal>

namespace heed::rules {

/// Seconds in six weeks: what was logged about one child within them is counted together, so that small things are seen
/// as the fourth or fifth that they are. Our own choice, half a term long; reviews of cases ask that patterns be seen
/// and give no number.
constexpr qint64 gatheringSeconds = 42LL * 24 * 3600;

/// How many concerns about one child within that time are several.
constexpr int gatheringLeast = 2;

} // namespace heed::rules
