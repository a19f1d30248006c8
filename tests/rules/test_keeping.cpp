#include "rules/keeping.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using heed::rules::backupIsDue;
using heed::rules::backupsToDrop;

namespace {

QDateTime at(int year, int month, int day, int hour = 9)
{
    return {QDate(year, month, day), QTime(hour, 0), Qt::UTC};
}

/// What is left of one backup a day over `days`, tidied each day.
std::vector<QDateTime> keptAfter(int days, int perDay = 1)
{
    std::vector<QDateTime> kept;
    for (int day = 0; day < days; ++day)
        for (int one = 0; one < perDay; ++one) {
            kept.push_back(at(2025, 9, 1).addDays(day).addSecs(one * 3600));
            auto drop = backupsToDrop(kept);
            std::sort(drop.rbegin(), drop.rend());
            for (const auto index : drop)
                kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(index));
        }
    return kept;
}

} // namespace

TEST_CASE("A backup is due once on each of the school's days")
{
    CHECK(backupIsDue({}, at(2026, 11, 23)));
    CHECK_FALSE(backupIsDue({at(2026, 11, 23, 1)}, at(2026, 11, 23, 23)));
    CHECK(backupIsDue({at(2026, 11, 22, 23)}, at(2026, 11, 23, 0)));
    // In summer the school's day begins at 23:00 UTC.
    CHECK(backupIsDue({at(2026, 7, 1, 22)}, at(2026, 7, 1, 23)));
    // A clock that was in the future does not stop the next backup.
    CHECK(backupIsDue({at(2031, 1, 1)}, at(2026, 11, 23)));
}

TEST_CASE("Seven days, four weeks and twelve months are kept, and never more or less for making many in a day")
{
    for (const int perDay : {1, 3}) {
        const auto kept = keptAfter(500, perDay);
        const auto newest = at(2025, 9, 1).addDays(499);
        for (int back = 0; back < 7; ++back)
            CHECK(std::any_of(kept.begin(), kept.end(),
                              [&](const QDateTime& time) { return time.date() == newest.addDays(-back).date(); }));
        const auto since = [&](int days) {
            return std::count_if(kept.begin(), kept.end(),
                                 [&](const QDateTime& time) { return time.daysTo(newest) < days; });
        };
        CHECK(since(7) == 7);
        CHECK(since(29) >= 9);
        CHECK(since(29) <= 11);
        // The oldest is from eleven months ago.
        const auto oldest = *std::min_element(kept.begin(), kept.end());
        CHECK(oldest.daysTo(newest) > 300);
        CHECK(oldest.daysTo(newest) < 366);
        CHECK(kept.size() <= 7 + 4 + 12);
    }
    CHECK(backupsToDrop({at(2026, 1, 1)}).empty());
    CHECK(backupsToDrop({}).empty());
    // A holiday of weeks loses nothing: it is days with a backup that count.
    CHECK(backupsToDrop({at(2026, 7, 20), at(2026, 9, 1)}).empty());
}
