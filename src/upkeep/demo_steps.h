#pragma once

#include "upkeep/demo.h"
#include "upkeep/demo_words.h"

namespace heed::upkeep {

/// What the colleagues did about a concern. `newest`: it has come in just now and waits.
std::vector<DemoStep> stepsFor(const DemoSchool& school, const DemoConcern& concern, const Story& story, Dice& dice,
                               bool newest);

} // namespace heed::upkeep
