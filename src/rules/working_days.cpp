#include "rules/working_days.h"

#include <algorithm>

namespace heed::rules {
namespace {

QDate firstMonday(int year, int month)
{
    const QDate first(year, month, 1);
    return first.addDays((8 - first.dayOfWeek()) % 7);
}

QDate lastMonday(int year, int month)
{
    const QDate first(year, month, 1);
    const auto last = first.addDays(first.daysInMonth() - 1);
    return last.addDays(1 - last.dayOfWeek());
}

bool isWeekend(QDate day)
{
    return day.dayOfWeek() >= Qt::Saturday;
}

/// The day itself, or the next weekday that is not yet in `taken`.
QDate orSubstitute(QDate day, const std::vector<QDate>& taken)
{
    while (isWeekend(day) || std::find(taken.begin(), taken.end(), day) != taken.end())
        day = day.addDays(1);
    return day;
}

bool has(const std::vector<QDate>& days, QDate day)
{
    return std::find(days.begin(), days.end(), day) != days.end();
}

QDate earlyMay(int year)
{
    return year == 2020 ? QDate(2020, 5, 8) : firstMonday(year, 5); // VE Day, 75 years on
}

QDate spring(int year)
{
    return year == 2022 ? QDate(2022, 6, 2) : lastMonday(year, 5); // the Platinum Jubilee
}

const std::vector<QDate> proclaimed = {
    QDate(2022, 6, 3),  // the Platinum Jubilee
    QDate(2022, 9, 19), // the funeral of Queen Elizabeth II
    QDate(2023, 5, 8),  // the coronation of King Charles III
};

} // namespace

QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return QDate(year, n / 31, n % 31 + 1);
}

std::vector<QDate> bankHolidays(int year)
{
    const auto easter = easterSunday(year);
    std::vector<QDate> days = {orSubstitute(QDate(year, 1, 1), {}),
                               easter.addDays(-2),
                               easter.addDays(1),
                               earlyMay(year),
                               spring(year),
                               lastMonday(year, 8)};
    // A Sunday's Christmas moves behind Boxing Day, which stays on its Monday: so the one on a weekday comes first.
    const QDate christmas(year, 12, 25);
    const auto boxing = christmas.addDays(1);
    if (isWeekend(christmas) && !isWeekend(boxing)) {
        days.push_back(boxing);
        days.push_back(orSubstitute(christmas, days));
    } else {
        days.push_back(orSubstitute(christmas, days));
        days.push_back(orSubstitute(boxing, days));
    }
    std::copy_if(proclaimed.begin(), proclaimed.end(), std::back_inserter(days),
                 [&](QDate day) { return day.year() == year; });
    std::sort(days.begin(), days.end());
    return days;
}

bool isBankHoliday(QDate day, const model::BankHolidayChanges& changes)
{
    if (!day.isValid())
        return false;
    if (has(changes.added, day))
        return true;
    return !has(changes.removed, day) && has(bankHolidays(day.year()), day);
}

bool isWorkingDay(QDate day, const model::BankHolidayChanges& changes)
{
    return day.isValid() && !isWeekend(day) && !isBankHoliday(day, changes);
}

QDate nextWorkingDay(QDate day, const model::BankHolidayChanges& changes)
{
    // A profile holds a few hundred days at most: there is always a working day within two years.
    for (int i = 1; i <= 800; ++i)
        if (const auto next = day.addDays(i); isWorkingDay(next, changes))
            return next;
    return day.addDays(1);
}

} // namespace heed::rules
