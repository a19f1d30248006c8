#include "rules/school_time.h"
#include "rules/working_days.h"

#include <QTimeZone>

#include <algorithm>

namespace heed::rules {
namespace {

constexpr int hour = 3600; // seconds
constexpr int daysAhead = 2 * 366;

/// 01:00 UTC on the last Sunday of March or October.
QDateTime changeOf(int year, int month)
{
    const QDate last(year, month, 31);
    return QDateTime(last.addDays(-(last.dayOfWeek() % 7)), QTime(1, 0), Qt::UTC);
}

bool isOn(const std::vector<model::Weekday>& days, QDate day)
{
    return std::any_of(days.begin(), days.end(),
                       [&](model::Weekday one) { return static_cast<int>(one) == day.dayOfWeek(); });
}

struct Span {
    QDateTime from;
    QDateTime to;
};

/// When the school is open on `day`; the caller knows that it is a school day.
Span openOn(QDate day, const model::Profile& profile)
{
    const auto& hours = profile.schoolDay;
    return {atSchoolTime(day, hours.from), atSchoolTime(hours.to > hours.from ? day : day.addDays(1), hours.to)};
}

} // namespace

int londonOffset(const QDateTime& instant)
{
    const auto year = instant.toUTC().date().year();
    return instant >= changeOf(year, 3) && instant < changeOf(year, 10) ? hour : 0;
}

QDateTime toSchoolTime(const QDateTime& instant)
{
    return instant.isValid() ? instant.toOffsetFromUtc(londonOffset(instant)) : instant;
}

QDateTime atSchoolTime(QDate date, QTime time)
{
    // Both clocks are tried, the summer one first: it is the first of a repeated hour.
    const QDateTime asUtc(date, time, Qt::UTC);
    const auto summer = asUtc.addSecs(-hour);
    return toSchoolTime(londonOffset(summer) == hour ? summer : asUtc);
}

bool holds(const model::Hours& hours, const QDateTime& instant)
{
    if (!instant.isValid())
        return false;
    const auto local = toSchoolTime(instant);
    const auto time = local.time();
    if (hours.to > hours.from)
        return isOn(hours.days, local.date()) && time >= hours.from && time < hours.to;
    return (isOn(hours.days, local.date()) && time >= hours.from) ||
           (isOn(hours.days, local.date().addDays(-1)) && time < hours.to);
}

bool isSchoolDay(QDate day, const model::Profile& profile)
{
    return isOn(profile.schoolDay.days, day) && !isBankHoliday(day, profile.bankHolidays) &&
           std::none_of(profile.closures.begin(), profile.closures.end(),
                        [&](const model::Closure& closure) { return day >= closure.from && day <= closure.to; });
}

bool isSchoolTime(const QDateTime& at, const model::Profile& profile)
{
    const auto today = toSchoolTime(at).date();
    for (const auto day : {today.addDays(-1), today}) {
        const auto open = openOn(day, profile);
        if (at >= open.from && at < open.to && isSchoolDay(day, profile))
            return true;
    }
    return false;
}

QDateTime addSchoolMinutes(const QDateTime& from, int minutes, const model::Profile& profile)
{
    auto left = qint64(std::max(minutes, 0)) * 60'000; // milliseconds
    auto day = toSchoolTime(from).date().addDays(-1);
    for (int i = 0; i <= daysAhead; ++i, day = day.addDays(1)) {
        if (!isSchoolDay(day, profile))
            continue;
        const auto open = openOn(day, profile);
        const auto start = std::max(open.from, from);
        const auto here = start.msecsTo(open.to);
        if (here <= 0)
            continue;
        if (left <= here)
            return toSchoolTime(start.addMSecs(left));
        left -= here;
    }
    return toSchoolTime(from.addSecs(qint64(std::max(minutes, 0)) * 60));
}

qint64 schoolMinutesBetween(const QDateTime& from, const QDateTime& to, const model::Profile& profile)
{
    qint64 sum = 0; // milliseconds
    const auto last = toSchoolTime(to).date();
    for (auto day = toSchoolTime(from).date().addDays(-1); day <= last; day = day.addDays(1)) {
        if (!isSchoolDay(day, profile))
            continue;
        const auto open = openOn(day, profile);
        sum += std::max<qint64>(0, std::max(open.from, from).msecsTo(std::min(open.to, to)));
    }
    return sum / 60'000;
}

} // namespace heed::rules
