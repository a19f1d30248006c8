#include "rules/advice.h"

#include "rules/wording.h"

namespace heed::rules {

std::vector<Advice> adviceOn(const model::Concern& concern, const std::vector<Problem>& problems)
{
    std::vector<Advice> all;
    for (const auto& problem : problems)
        if (problem.severity == Severity::Advice)
            all.push_back({problem.key, {}, problem.sentence, {}});
    for (const auto& advice : wordingAdvice(concern))
        all.push_back({advice.key, advice.phrase, advice.sentence, advice.alternative});
    return all;
}

} // namespace heed::rules
