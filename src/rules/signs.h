#pragma once

#include "model/concern.h"

#include <vector>

namespace heed::rules {

/// The signs that an author noticed: those ticked and, where they wrote of something else without ticking it, the sign
/// "other" without a day. So a sign in somebody's own words is counted, filtered and dated like any other.
std::vector<model::SignSeen> signsNoticed(const model::Concern& concern);

} // namespace heed::rules
