#include "qt_strings.h"

#include "rules/working_days.h"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace heed;
using namespace heed::rules;

namespace {

struct Year {
    int year;
    std::vector<const char*> days;
};

QDate day(const char* text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

TEST_CASE("Bank holidays are those published for England and Wales")
{
    // www.gov.uk/bank-holidays
    const std::vector<Year> published = {
        {2020,
         {"2020-01-01", "2020-04-10", "2020-04-13", "2020-05-08", "2020-05-25", "2020-08-31", "2020-12-25",
          "2020-12-28"}},
        {2021,
         {"2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03", "2021-05-31", "2021-08-30", "2021-12-27",
          "2021-12-28"}},
        {2022,
         {"2022-01-03", "2022-04-15", "2022-04-18", "2022-05-02", "2022-06-02", "2022-06-03", "2022-08-29",
          "2022-09-19", "2022-12-26", "2022-12-27"}},
        {2023,
         {"2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01", "2023-05-08", "2023-05-29", "2023-08-28",
          "2023-12-25", "2023-12-26"}},
        {2024,
         {"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-06", "2024-05-27", "2024-08-26", "2024-12-25",
          "2024-12-26"}},
        {2025,
         {"2025-01-01", "2025-04-18", "2025-04-21", "2025-05-05", "2025-05-26", "2025-08-25", "2025-12-25",
          "2025-12-26"}},
        {2026,
         {"2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25",
          "2026-12-28"}},
        {2027,
         {"2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27",
          "2027-12-28"}},
        {2028,
         {"2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25",
          "2028-12-26"}},
    };
    for (const auto& year : published) {
        INFO(year.year);
        std::vector<QDate> expected;
        for (const auto* text : year.days)
            expected.push_back(day(text));
        CHECK(bankHolidays(year.year) == expected);
        for (auto one = QDate(year.year, 1, 1); one.year() == year.year; one = one.addDays(1)) {
            const bool isHoliday = std::find(expected.begin(), expected.end(), one) != expected.end();
            CHECK(isBankHoliday(one) == isHoliday);
            CHECK(isWorkingDay(one) == (!isHoliday && one.dayOfWeek() < 6));
        }
    }
}

TEST_CASE("Easter is where the tables have it")
{
    for (const auto* text :
         {"1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31", "2025-04-20",
          "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25", "2049-04-18"})
        CHECK(easterSunday(day(text).year()) == day(text));
}

TEST_CASE("There are eight bank holidays in every ordinary year, all on weekdays and all different")
{
    for (int year = 2024; year <= 2100; ++year) {
        const auto days = bankHolidays(year);
        CHECK(days.size() == 8);
        CHECK(std::adjacent_find(days.begin(), days.end()) == days.end());
        for (const auto one : days)
            CHECK(one.dayOfWeek() < 6);
    }
}

TEST_CASE("A profile adds and removes bank holidays")
{
    const model::BankHolidayChanges changes{{day("2026-06-15")}, {day("2026-05-04"), day("2026-06-15")}};
    CHECK(isBankHoliday(day("2026-06-15"), changes));
    CHECK_FALSE(isBankHoliday(day("2026-05-04"), changes));
    CHECK(nextWorkingDay(day("2026-06-12"), changes) == day("2026-06-16"));
    CHECK(nextWorkingDay(day("2026-05-01"), changes) == day("2026-05-04"));
    CHECK_FALSE(isBankHoliday(QDate(), changes));
}

TEST_CASE("The next working day")
{
    const std::array<std::array<const char*, 2>, 9> pairs = {{{"2026-11-19", "2026-11-20"},
                                                              {"2026-11-20", "2026-11-23"},
                                                              {"2026-11-21", "2026-11-23"},
                                                              {"2026-12-24", "2026-12-29"},
                                                              {"2026-12-31", "2027-01-04"},
                                                              {"2026-04-02", "2026-04-07"},
                                                              {"2027-12-24", "2027-12-29"},
                                                              {"2027-12-31", "2028-01-04"},
                                                              {"2028-02-28", "2028-02-29"}}};
    for (const auto& pair : pairs)
        CHECK(nextWorkingDay(day(pair[0])) == day(pair[1]));
}
