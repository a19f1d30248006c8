#include "gui/child/figures_model.h"
#include "gui/child/timeline.h"
#include "qt_strings.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemModelTester>

using namespace heed;
using namespace heed::gui::child;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23); // a Monday

model::Case caseOf(const QString& reference, const QDate& logged, std::vector<model::SignSeen> seen,
                   const QString& other = {})
{
    model::Case record;
    record.reference = reference;
    record.loggedAt = QDateTime(logged, QTime(12, 0), Qt::UTC);
    record.logged.concern.signsSeen = std::move(seen);
    record.logged.concern.otherSign = other;
    return record;
}

const TimelineRow* find(const Timeline& timeline, const QString& code)
{
    for (const auto& row : timeline.rows)
        if (row.code == code)
            return &row;
    return nullptr;
}

} // namespace

TEST_CASE("the timeline counts and dates each sign, and scores nothing")
{
    const auto timeline =
        timelineOf({caseOf(u"A"_s, today, {{u"missing"_s, QDate(2026, 11, 20), model::Source::Saw, {}}}),
                    caseOf(u"B"_s, QDate(2026, 3, 2), {{u"missing"_s, {}, model::Source::Child, {}}})},
                   session::checklist(), today);
    REQUIRE(timeline.rows.size() == 13);
    const auto* missing = find(timeline, u"missing"_s);
    REQUIRE(missing);
    REQUIRE(missing->dots.size() == 2);
    CHECK(missing->first() == QDate(2026, 3, 2));
    CHECK(missing->dots.front().isLoggedDay);
    CHECK(missing->last() == QDate(2026, 11, 20));
    CHECK(missing->since(today.addDays(-27), today) == 1);
    CHECK(missing->since(today.addMonths(-6), today) == 1);
    CHECK(missing->since(today.addMonths(-12), today) == 2);
    CHECK(timeline.from == QDate(2026, 3, 2)); // itself a Monday
    CHECK(timeline.to == today);
    CHECK(find(timeline, u"crime"_s)->dots.empty());
}

TEST_CASE("a short history still shows twelve weeks, from a Monday")
{
    const auto timeline = timelineOf({}, session::checklist(), today);
    CHECK(timeline.weeks() == 12);
    CHECK(timeline.from.dayOfWeek() == 1);
}

TEST_CASE("signs of another list and other signs come after, with the words they were logged with")
{
    auto old = caseOf(u"A"_s, today, {{u"county-lines"_s, {}, {}, {}}, {u"other"_s, {}, model::Source::Record, {}}},
                      u"a second phone"_s);
    old.logged.checklist.signsListed = {{u"county-lines"_s, u"carrying for others"_s, {}, model::Meaning::Harm}};
    const auto timeline = timelineOf({old, caseOf(u"B"_s, today, {}, u"a note"_s)}, session::checklist(), today);
    REQUIRE(timeline.rows.size() == 15);
    CHECK(timeline.rows[13].label == u"carrying for others"_s);
    CHECK(timeline.rows[13].meaning == model::Meaning::Harm);
    CHECK(timeline.rows[14].code == u"other"_s);
    CHECK(timeline.rows[14].dots.size() == 2);
}

TEST_CASE("the table says what the chart shows")
{
    FiguresModel figures;
    QAbstractItemModelTester tester(&figures, QAbstractItemModelTester::FailureReportingMode::Fatal);
    figures.setTimeline(timelineOf({caseOf(u"A"_s, today, {{u"injuries"_s, today, model::Source::Child, {}}})},
                                   session::checklist(), today));
    REQUIRE(figures.rowCount() == 1);
    CHECK(figures.index(0, FiguresModel::Meaning).data().toString() == u"possible harm"_s);
    CHECK(figures.index(0, FiguresModel::FourWeeks).data().toString() == u"1"_s);
    CHECK(figures.index(0, FiguresModel::Sources).data().toString() == u"1 told by the child"_s);
    CHECK(figures.index(0, FiguresModel::Last).data().toString() == u"23 November 2026"_s);
}

TEST_CASE("the arrow keys find the next dot that way, and stop at the ends")
{
    // In the order of the checklist: unknown cars, then missing, with rows without dots around them.
    const auto on = [](int day) { return QDate(2026, 11, day); };
    const auto timeline =
        timelineOf({caseOf(u"A"_s, today, {{u"unknown-cars"_s, on(2), {}, {}}, {u"missing"_s, on(3), {}, {}}}),
                    caseOf(u"B"_s, today, {{u"unknown-cars"_s, on(10), {}, {}}, {u"missing"_s, on(20), {}, {}}}),
                    caseOf(u"C"_s, today, {{u"missing"_s, on(9), {}, {}}})},
                   session::checklist(), today);
    const auto rowOf = [&](const QString& code) {
        return static_cast<std::size_t>(find(timeline, code) - timeline.rows.data());
    };
    const auto cars = rowOf(u"unknown-cars"_s);
    const auto missing = rowOf(u"missing"_s);
    REQUIRE(cars < missing);
    CHECK(newestDot(timeline) == DotPlace{missing, 2});
    CHECK_FALSE(newestDot(timelineOf({}, session::checklist(), today)));

    const struct {
        DotPlace from;
        Way way;
        std::optional<DotPlace> to;
    } table[]{
        {{missing, 2}, Way::Earlier, DotPlace{missing, 1}},
        {{missing, 0}, Way::Earlier, {}},
        {{missing, 2}, Way::Later, {}},
        {{missing, 0}, Way::Later, DotPlace{missing, 1}},
        {{missing, 1}, Way::First, DotPlace{missing, 0}},
        {{missing, 1}, Way::Last, DotPlace{missing, 2}},
        {{missing, 2}, Way::Up, DotPlace{cars, 1}},
        {{missing, 0}, Way::Up, DotPlace{cars, 0}},
        {{cars, 1}, Way::Down, DotPlace{missing, 1}},
        {{cars, 0}, Way::Up, {}},
        {{missing, 0}, Way::Down, {}},
    };
    for (const auto& [from, way, to] : table) {
        CAPTURE(from.row, from.dot, int(way));
        CHECK(nextDot(timeline, from, way) == to);
    }
}
