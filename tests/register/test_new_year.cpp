#include "pupils.h"
#include "qt_strings.h"
#include "register/new_year.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;

namespace {

const QDate lastDay(2026, 7, 20);

model::Pupil inYear(const char* year, const char* className)
{
    auto one = pupil(year, "Jamie", "Made-up");
    one.child.yearGroup = QString::fromLatin1(year);
    one.className = QString::fromLatin1(className);
    return one;
}

} // namespace

TEST_CASE("In a new school year everybody is a year on, in the class of the new year")
{
    struct Row {
        const char* year;
        const char* className;
        const char* nextYear;
        const char* nextClass;
    };
    for (const auto& [year, className, nextYear, nextClass] : std::vector<Row>{
             {"9", "9B", "10", "10B"},
             {"9", "9", "10", "10"},
             {"9", "Oak", "10", "Oak"},
             {"1", "1A", "2", "2A"},
             {"1", "11A", "2", "11A"}, // begins with another number
             {"10", "10-Maple", "11", "11-Maple"},
             {"R", "RB", "1", "1B"},
             {"N1", "N1 am", "N2", "N2 am"},
             {"N2", "", "R", ""},
             {"13", "13C", "14", "14C"},
         }) {
        INFO(year << " " << className);
        const auto change = pupils::newYear({inYear(year, className)}, {}, lastDay);
        REQUIRE(change.moved.size() == 1);
        CHECK(change.moved[0].after.child.yearGroup == QString::fromLatin1(nextYear));
        CHECK(change.moved[0].after.className == QString::fromLatin1(nextClass));
        CHECK(change.moved[0].after.child.onRoll == true);
    }
}

TEST_CASE("Who leaves is marked and otherwise as they were; who has left and who has no next year stay")
{
    auto gone = inYear("9", "9B");
    gone.child.onRoll = false;
    const std::vector all{inYear("11", "11A"),
                          inYear("13", "13B"),
                          inYear("12", "12C"),
                          inYear("14", "14D"),
                          inYear("X", ""),
                          inYear("", ""),
                          gone};
    const auto change = pupils::newYear(all, {QStringLiteral("11"), QStringLiteral("13")}, lastDay);
    REQUIRE(change.left.size() == 2);
    auto leaver = all[0];
    leaver.child.onRoll = false;
    leaver.facts.leavingDate = lastDay;
    CHECK(change.left[0].after == leaver);
    CHECK(change.left[0].before == all[0]);
    CHECK(change.moved.size() == 1);
    CHECK(change.stay == 3);
    CHECK(pupils::oldestYear(all) == QStringLiteral("14"));
    CHECK(pupils::oldestYear({gone}).isEmpty());
    CHECK(pupils::oldestYear({inYear("R", ""), inYear("6", ""), inYear("X", "")}) == QStringLiteral("6"));
}

TEST_CASE("Each year group is told once, the oldest first, with its classes")
{
    const std::vector all{inYear("9", "9B"), inYear("9", "9A"), inYear("9", "9B"), inYear("R", "Oak"),
                          inYear("11", "11A")};
    CHECK(pupils::stepsOf(pupils::newYear(all, {QStringLiteral("11")}, lastDay)) ==
          std::vector<pupils::YearStep>{
              {QStringLiteral("11"), {}, 1, {QStringLiteral("11A")}},
              {QStringLiteral("9"),
               QStringLiteral("10"),
               3,
               {QString::fromUtf8("9A → 10A"), QString::fromUtf8("9B → 10B")}},
              {QStringLiteral("R"), QStringLiteral("1"), 1, {QStringLiteral("Oak")}},
          });
}
