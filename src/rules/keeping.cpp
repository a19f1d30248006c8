#include "rules/keeping.h"

#include "rules/school_time.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace heed::rules {
namespace {

constexpr std::size_t days = 7;
constexpr std::size_t weeks = 4;
constexpr std::size_t months = 12;

QDate schoolDay(const QDateTime& time)
{
    return toSchoolTime(time).date();
}

/// Whether a time is the first of its span, as long as there are spans left to keep one of.
template <class Key> bool isFirstOf(std::set<Key>& taken, const Key& span, std::size_t most)
{
    return taken.size() < most && taken.insert(span).second;
}

} // namespace

bool backupIsDue(const std::vector<QDateTime>& made, const QDateTime& now)
{
    return std::none_of(made.begin(), made.end(),
                        [&](const QDateTime& time) { return schoolDay(time) == schoolDay(now); });
}

std::vector<std::size_t> backupsToDrop(const std::vector<QDateTime>& made)
{
    std::vector<std::size_t> order(made.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return made[a] > made[b]; });
    std::set<QDate> ofDays;
    std::set<QDate> ofWeeks;
    std::set<QDate> ofMonths;
    std::vector<std::size_t> drop;
    for (const auto index : order) {
        const auto day = schoolDay(made[index]);
        // Each asked, so that one backup can stand for its day, its week and its month.
        const bool daily = isFirstOf(ofDays, day, days);
        const bool weekly = isFirstOf(ofWeeks, day.addDays(1 - day.dayOfWeek()), weeks);
        const bool monthly = isFirstOf(ofMonths, QDate(day.year(), day.month(), 1), months);
        if (!daily && !weekly && !monthly)
            drop.push_back(index);
    }
    return drop;
}

} // namespace heed::rules
