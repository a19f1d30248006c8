#pragma once

#include "cli/arguments.h"

namespace heed::cli {

// One group of verbs for each file.

std::vector<Verb> setUpVerbs();
std::vector<Verb> memberVerbs();
std::vector<Verb> shareVerbs();
std::vector<Verb> concernVerbs();
std::vector<Verb> readingVerbs();
std::vector<Verb> reviewVerbs();
std::vector<Verb> pictureVerbs();
std::vector<Verb> paperVerbs();
std::vector<Verb> fileVerbs();
std::vector<Verb> routeVerbs();
std::vector<Verb> guidanceVerbs();
std::vector<Verb> profileVerbs();
std::vector<Verb> pupilVerbs();
std::vector<Verb> upkeepVerbs();
std::vector<Verb> backupVerbs();

} // namespace heed::cli
