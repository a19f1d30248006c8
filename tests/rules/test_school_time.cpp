#include "qt_strings.h"
#include "route_table.h"

#include "rules/school_time.h"
#include "rules/words.h"

#include <QTimeZone>

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;
using namespace heed::rules;

TEST_CASE("British summer time is what the system's zone database has")
{
    const QTimeZone london("Europe/London");
    if (!london.isValid())
        FAIL("this machine has no zone database: scripts/test installs it (tzdata)");
    for (auto instant = QDateTime(QDate(2023, 1, 1), QTime(0, 30), Qt::UTC); instant.date().year() < 2037;
         instant = instant.addSecs(3600 * 5))
        if (londonOffset(instant) != london.offsetFromUtc(instant))
            FAIL(instant.toString(Qt::ISODate).toStdString());
}

TEST_CASE("Summer time begins and ends at 01:00 UTC")
{
    CHECK(londonOffset(at("2026-03-29T00:59:59Z")) == 0);
    CHECK(londonOffset(at("2026-03-29T01:00:00Z")) == 3600);
    CHECK(londonOffset(at("2026-10-25T00:59:59Z")) == 3600);
    CHECK(londonOffset(at("2026-10-25T01:00:00Z")) == 0);
    CHECK(toSchoolTime(at("2026-06-30T23:30:00Z")).date() == QDate(2026, 7, 1));
}

TEST_CASE("A local time that is skipped comes an hour later, and one that is repeated comes the first time")
{
    CHECK(atSchoolTime({2026, 3, 29}, {1, 30}) == at("2026-03-29T01:30:00Z"));
    CHECK(toSchoolTime(atSchoolTime({2026, 3, 29}, {1, 30})).time() == QTime(2, 30));
    CHECK(atSchoolTime({2026, 3, 29}, {2, 0}) == at("2026-03-29T01:00:00Z"));
    CHECK(atSchoolTime({2026, 10, 25}, {1, 30}) == at("2026-10-25T00:30:00Z"));
    CHECK(atSchoolTime({2026, 10, 25}, {2, 0}) == at("2026-10-25T02:00:00Z"));
    CHECK(atSchoolTime({2026, 1, 1}, {0, 0}) == at("2026-01-01T00:00:00Z"));
    CHECK(atSchoolTime({2026, 7, 1}, {0, 0}) == at("2026-06-30T23:00:00Z"));
}

TEST_CASE("The machine's own zone has no part in it")
{
    const auto before = qgetenv("TZ");
    for (const auto* zone : {"Pacific/Auckland", "America/Los_Angeles", "UTC"}) {
        qputenv("TZ", zone);
        tzset();
        CHECK(isSchoolTime(at("2026-06-19T07:30:00Z"), profileWith()));
        CHECK_FALSE(isSchoolTime(at("2026-06-19T07:29:00Z"), profileWith()));
        CHECK(addSchoolMinutes(at("2026-11-20T15:00:00Z"), 60, profileWith()) == at("2026-11-23T09:00:00Z"));
        const auto local = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC).toLocalTime();
        CHECK(inWords(local) == QStringLiteral("12:00 on Friday 20 November 2026"));
    }
    qputenv("TZ", before);
    tzset();
}

TEST_CASE("School minutes between two instants are those that adding them counts")
{
    const auto profile =
        profileWith(R"({"closures": [{"from": "2026-12-19", "to": "2027-01-03", "name": "Christmas"}]})");
    for (const auto* start : {"2026-10-23T09:00", "2026-12-18T12:00", "2027-03-26T10:00", "2026-11-21T10:00"})
        for (const int minutes : {0, 1, 60, 419, 420, 421, 2000}) {
            INFO(start << " + " << minutes);
            CHECK(schoolMinutesBetween(at(start), addSchoolMinutes(at(start), minutes, profile), profile) == minutes);
        }
    CHECK(schoolMinutesBetween(at("2026-11-20T12:00"), at("2026-11-20T11:00"), profile) == 0);
}

TEST_CASE("A school day is in the profile's week, and neither a bank holiday nor in a closure")
{
    const auto profile = profileWith(R"({"closures": [{"from": "2026-11-23", "to": "2026-11-24", "name": "Training"}],
                                         "bankHolidays": {"added": ["2026-11-26"], "removed": ["2026-12-25"]}})");
    CHECK(isSchoolDay({2026, 11, 20}, profile));
    CHECK_FALSE(isSchoolDay({2026, 11, 21}, profile));
    CHECK_FALSE(isSchoolDay({2026, 11, 23}, profile));
    CHECK_FALSE(isSchoolDay({2026, 11, 24}, profile));
    CHECK(isSchoolDay({2026, 11, 25}, profile));
    CHECK_FALSE(isSchoolDay({2026, 11, 26}, profile));
    CHECK(isSchoolDay({2026, 12, 25}, profile));
}

TEST_CASE("Times, days and lists in words are British whatever the machine's language")
{
    CHECK(inWords(at("2026-06-19T08:05")) == QStringLiteral("08:05 on Friday 19 June 2026"));
    CHECK(inWords(QDate(2026, 11, 1)) == QStringLiteral("1 November 2026"));
    CHECK(listed({}).isEmpty());
    CHECK(listed({QStringLiteral("A")}) == QStringLiteral("A"));
    CHECK(listed({QStringLiteral("A"), QStringLiteral("B")}) == QStringLiteral("A and B"));
    CHECK(listed({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}) == QStringLiteral("A, B and C"));
}
