#include "cli/verbs.h"

namespace heed::cli {

const std::vector<Verb>& verbs()
{
    static const auto all = [] {
        std::vector<Verb> table;
        for (const auto group :
             {setUpVerbs, memberVerbs, shareVerbs, concernVerbs, readingVerbs, reviewVerbs, pictureVerbs, paperVerbs,
              fileVerbs, routeVerbs, guidanceVerbs, profileVerbs, pupilVerbs, upkeepVerbs, backupVerbs}) {
            auto some = group();
            std::move(some.begin(), some.end(), std::back_inserter(table));
        }
        return table;
    }();
    return all;
}

} // namespace heed::cli
