#include "rules/due_times.h"
#include "rules/school_time.h"
#include "rules/working_days.h"

#include <algorithm>

namespace heed::rules {

QDateTime acknowledgeDue(const QDateTime& loggedAt, bool urgent, const model::Profile& profile)
{
    const auto minutes = std::max(profile.clocks.acknowledgeMinutes, 0);
    return urgent ? toSchoolTime(loggedAt.addSecs(qint64(minutes) * 60)) : addSchoolMinutes(loggedAt, minutes, profile);
}

QDateTime writtenConfirmationDue(const QDateTime& telephonedAt, const model::Profile& profile)
{
    return toSchoolTime(telephonedAt.addSecs(qint64(std::max(profile.clocks.writtenConfirmationHours, 0)) * 3600));
}

QDateTime oneWorkingDayAfter(const QDateTime& instant, const model::Profile& profile)
{
    const auto local = toSchoolTime(instant);
    return atSchoolTime(nextWorkingDay(local.date(), profile.bankHolidays), local.time());
}

} // namespace heed::rules
