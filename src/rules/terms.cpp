#include "rules/terms.h"

#include "rules/working_days.h"

namespace heed::rules {

QDate termBegan(QDate day)
{
    const QDate autumn(day.year(), 9, 1);
    const auto summer = easterSunday(day.year()).addDays(1);
    if (day >= autumn)
        return autumn;
    return day >= summer ? summer : QDate(day.year(), 1, 1);
}

} // namespace heed::rules
