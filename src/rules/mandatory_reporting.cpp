#include "rules/mandatory_reporting.h"
#include "rules/age.h"

#include <algorithm>

namespace heed::rules {

bool isReportRequired(const model::Concern& concern, const model::Profile& profile)
{
    return profile.mandatoryReporting &&
           std::any_of(concern.signsSeen.begin(), concern.signsSeen.end(), [](const model::SignSeen& sign) {
               return isSexual(sign.code) && sign.source != model::Source::Other &&
                      sign.source != model::Source::Record;
           });
}

} // namespace heed::rules
