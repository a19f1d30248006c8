#pragma once

#include "report/summary.h"

namespace heed::report {

/// Of the other concerns about the child those logged after the summary's own, and those before it; the newest first.
std::vector<model::Case> loggedSince(const Summary& values);
std::vector<model::Case> loggedBefore(const Summary& values);

/// Both, in this order: what was seen and said, the signs, and what came of each. What is long is cut at a word, and
/// said to be. Nothing where there are none or they are left out.
void addOthers(Document& document, const Summary& values);

} // namespace heed::report
