#pragma once

#include "report/summary.h"

namespace heed::report {

/// The earlier concerns about the child, the newest first: what was seen and said, the signs, and what came of each.
/// What is long is cut at a word, and said to be. Nothing where there are none or they are left out.
void addEarlier(Document& document, const Summary& values);

} // namespace heed::report
