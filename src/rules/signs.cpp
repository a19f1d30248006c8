#include "rules/signs.h"

#include "model/checklist.h"

#include <algorithm>

namespace heed::rules {

std::vector<model::SignSeen> signsNoticed(const model::Concern& concern)
{
    auto all = concern.signsSeen;
    const bool isTicked = std::any_of(all.begin(), all.end(),
                                      [](const model::SignSeen& seen) { return seen.code == model::otherSignCode; });
    if (!isTicked && !concern.otherSign.trimmed().isEmpty())
        all.push_back({model::otherSignCode, {}, {}, {}});
    return all;
}

} // namespace heed::rules
