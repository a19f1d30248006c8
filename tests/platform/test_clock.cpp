#include "platform/clock.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed::platform;

TEST_CASE("The clock can be stopped, moved, and goes on where it was")
{
    const QDateTime exam(QDate(2026, 11, 20), QTime(14, 10), Qt::UTC);
    {
        FixedClock clock(exam);
        CHECK(now() == exam);
        clock.advance(60);
        CHECK(now() == exam.addSecs(60));
        {
            const FixedClock inner(exam.addDays(1));
            CHECK(now() == exam.addDays(1));
        }
        CHECK(now() == exam.addSecs(60));
        clock.set(exam);
        CHECK(now() == exam);
    }
    CHECK(now().timeSpec() == Qt::UTC);
    CHECK(qAbs(now().secsTo(QDateTime::currentDateTimeUtc())) < 5);
}

TEST_CASE("The school's clocks are Britain's, summer and winter")
{
    const auto text = [](const QDateTime& time) { return inSchoolTime(time).toString(Qt::ISODate); };
    CHECK(text(QDateTime({2026, 11, 20}, {14, 10}, Qt::UTC)) == QStringLiteral("2026-11-20T14:10:00Z"));
    CHECK(text(QDateTime({2026, 7, 1}, {14, 10}, Qt::UTC)) == QStringLiteral("2026-07-01T15:10:00+01:00"));
    // The hour that comes twice, both times.
    CHECK(text(QDateTime({2026, 10, 25}, {0, 30}, Qt::UTC)) == QStringLiteral("2026-10-25T01:30:00+01:00"));
    CHECK(text(QDateTime({2026, 10, 25}, {1, 30}, Qt::UTC)) == QStringLiteral("2026-10-25T01:30:00Z"));
}
