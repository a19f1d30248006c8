#pragma once

#include "upkeep/demo.h"
#include "upkeep/demo_words.h"

namespace heed::upkeep {

/// How much of what the colleagues did about a concern is told.
enum class Telling {
    Newest, ///< it has come in just now and waits
    Whole,
    Brief ///< of long ago: read, given a level by some, and closed by most
};

/// What the colleagues did about a concern.
std::vector<DemoStep> stepsFor(const DemoSchool& school, const DemoConcern& concern, const Story& story, Dice& dice,
                               Telling telling);

} // namespace heed::upkeep
