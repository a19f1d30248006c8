#include "qt_strings.h"
#include "route_table.h"

#include "rules/clocks.h"
#include "rules/due_times.h"
#include "rules/routing.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;
using namespace heed::rules;

namespace {

struct Due {
    const char* what;
    const char* from;
    const char* due;
    QByteArray profile = "{}";
};

const QByteArray terms = R"({"closures": [{"from": "2026-10-26", "to": "2026-10-30", "name": "Half term"},
    {"from": "2026-12-19", "to": "2027-01-03", "name": "Christmas"}, {"from": "2027-04-03", "to": "2027-04-18", "name": "Spring"},
    {"from": "2027-07-22", "to": "2027-09-01", "name": "Summer"}]})";

} // namespace

TEST_CASE("Acknowledge counts minutes of school time")
{
    const std::vector<Due> rows = {
        {"in the morning", "2026-11-20T10:00", "2026-11-20T11:00"},
        {"at the start of the day", "2026-11-20T08:30", "2026-11-20T09:30"},
        {"before school", "2026-11-20T07:00", "2026-11-20T09:30"},
        {"at midnight", "2026-11-20T00:00", "2026-11-20T09:30"},
        {"a minute before midnight", "2026-11-19T23:59", "2026-11-20T09:30"},
        {"to the very end", "2026-11-20T14:30", "2026-11-20T15:30"},
        {"over the weekend", "2026-11-20T15:00", "2026-11-23T09:00"},
        {"the last minute of a Friday", "2026-11-20T15:29", "2026-11-23T09:29"},
        {"at the end of a Friday", "2026-11-20T15:30", "2026-11-23T09:30"},
        {"on a Saturday", "2026-11-21T12:00", "2026-11-23T09:30"},
        {"on a Sunday night", "2026-11-22T23:59", "2026-11-23T09:30"},
        {"over a night", "2026-11-18T15:10", "2026-11-19T09:10"},
        {"over Good Friday and Easter Monday", "2026-04-02T15:00", "2026-04-07T09:00"},
        {"over the early May holiday", "2026-05-01T15:00", "2026-05-05T09:00"},
        {"over half term, when the clocks go back", "2026-10-23T15:00", "2026-11-02T09:00", terms},
        {"over the weekend when the clocks go back", "2026-10-23T15:00", "2026-10-26T09:00"},
        {"over the weekend when the clocks go forward", "2027-03-25T15:00", "2027-03-30T09:00"},
        {"over the end of term", "2026-12-18T15:00", "2027-01-04T09:00", terms},
        {"in the holidays", "2026-12-29T11:00", "2027-01-04T09:30", terms},
        {"over the end of the summer term", "2027-07-21T15:00", "2027-09-02T09:00", terms},
        {"over Christmas without a closure entered", "2026-12-24T15:00", "2026-12-29T09:00"},
        {"over New Year", "2026-12-31T15:00", "2027-01-04T09:00"},
        {"over 29 February", "2028-02-28T15:00", "2028-02-29T09:00"},
        {"30 minutes", "2026-11-20T15:00", "2026-11-20T15:30", R"({"clocks": {"acknowledgeMinutes": 30}})"},
        {"a whole day and a minute", "2026-11-18T08:30", "2026-11-19T08:31",
         R"({"clocks": {"acknowledgeMinutes": 421}})"},
        {"three days", "2026-11-20T08:30", "2026-11-24T15:30", R"({"clocks": {"acknowledgeMinutes": 1260}})"},
        {"no minutes, in school", "2026-11-20T10:00", "2026-11-20T10:00", R"({"clocks": {"acknowledgeMinutes": 0}})"},
        {"a negative setting counts as none", "2026-11-20T10:00", "2026-11-20T10:00",
         R"({"clocks": {"acknowledgeMinutes": -5}})"},
        {"a bank holiday of the profile's own", "2026-11-19T15:00", "2026-11-23T09:00",
         R"({"bankHolidays": {"added": ["2026-11-20"]}})"},
        {"a bank holiday that was moved", "2026-05-01T15:00", "2026-05-04T09:00",
         R"({"bankHolidays": {"removed": ["2026-05-04"]}})"},
        {"school on four days", "2026-11-19T15:00", "2026-11-23T09:00",
         R"({"schoolDay": {"days": ["mon", "tue", "wed", "thu"], "from": "08:30", "to": "15:30"}})"},
        {"no school time at all: the wall clock", "2026-11-20T10:00", "2026-11-20T11:00",
         R"({"schoolDay": {"days": [], "from": "08:30", "to": "15:30"}})"},
        {"closed for years: the wall clock", "2026-11-20T10:00", "2026-11-20T11:00",
         R"({"closures": [{"from": "2026-01-01", "to": "2036-01-01"}]})"},
        {"given in UTC, in summer", "2026-06-19T14:00:00Z", "2026-06-22T09:00"},
        {"with seconds", "2026-11-20T14:30:30Z", "2026-11-23T08:30:30Z"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(acknowledgeDue(at(row.from), false, profileWith(row.profile)) == at(row.due));
    }
}

TEST_CASE("In danger, acknowledge counts by the wall clock")
{
    const std::vector<Due> rows = {
        {"in the morning", "2026-11-20T10:00", "2026-11-20T11:00"},
        {"at the end of the day", "2026-11-20T15:29", "2026-11-20T16:29"},
        {"on a Saturday", "2026-11-21T12:00", "2026-11-21T13:00"},
        {"across midnight", "2026-11-20T23:30", "2026-11-21T00:30"},
        {"across the year's end", "2026-12-31T23:30", "2027-01-01T00:30"},
        {"as the clocks go back, an hour is an hour", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"},
        {"as the clocks go forward, an hour is an hour", "2026-03-29T00:30", "2026-03-29T02:30"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(acknowledgeDue(at(row.from), true, profileWith(row.profile)) == at(row.due));
    }
}

TEST_CASE("A written confirmation is due after hours elapsed, night and day")
{
    const std::vector<Due> rows = {
        {"a day", "2026-11-18T10:00", "2026-11-19T10:00"},
        {"over the weekend just the same", "2026-11-20T10:00", "2026-11-21T10:00"},
        {"over Christmas just the same", "2026-12-24T16:00", "2026-12-25T16:00"},
        {"as the clocks go back: 24 hours, an hour earlier on the clock", "2026-10-24T12:00", "2026-10-25T11:00"},
        {"as the clocks go forward: an hour later on the clock", "2026-03-28T12:00", "2026-03-29T13:00"},
        {"48 hours", "2026-11-20T10:00", "2026-11-22T10:00", R"({"clocks": {"writtenConfirmationHours": 48}})"},
        {"a closure does not stop it", "2026-12-18T15:00", "2026-12-19T15:00", terms},
        {"across midnight", "2026-11-20T23:59", "2026-11-21T23:59"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(writtenConfirmationDue(at(row.from), profileWith(row.profile)) == at(row.due));
    }
}

TEST_CASE("The authority's decision is due one day later that is neither a weekend nor a bank holiday")
{
    const std::vector<Due> rows = {
        {"a weekday", "2026-11-18T10:00", "2026-11-19T10:00"},
        {"a Friday", "2026-11-20T10:00", "2026-11-23T10:00"},
        {"a Saturday", "2026-11-21T10:00", "2026-11-23T10:00"},
        {"a Sunday night", "2026-11-22T23:30", "2026-11-23T23:30"},
        {"midnight", "2026-11-20T00:00", "2026-11-23T00:00"},
        {"a minute before midnight", "2026-11-19T23:59", "2026-11-20T23:59"},
        {"before Good Friday", "2026-04-02T10:00", "2026-04-07T10:00"},
        {"Christmas Eve", "2026-12-24T10:00", "2026-12-29T10:00"},
        {"Christmas Day", "2026-12-25T10:00", "2026-12-29T10:00"},
        {"Christmas on a Saturday", "2027-12-24T10:00", "2027-12-29T10:00"},
        {"New Year's Eve", "2026-12-31T10:00", "2027-01-04T10:00"},
        {"New Year's Day on a Saturday", "2027-12-31T10:00", "2028-01-04T10:00"},
        {"the school's closures never stop it", "2026-12-29T10:00", "2026-12-30T10:00", terms},
        {"the end of term", "2026-12-18T15:30", "2026-12-21T15:30", terms},
        {"over the weekend when the clocks go back", "2026-10-23T10:00", "2026-10-26T10:00"},
        {"over the weekend when the clocks go forward", "2026-03-27T10:00", "2026-03-30T10:00"},
        {"in summer, late: the day is London's", "2026-06-18T23:30:00Z", "2026-06-22T00:30"},
        {"a bank holiday of the profile's own", "2026-11-19T10:00", "2026-11-23T10:00",
         R"({"bankHolidays": {"added": ["2026-11-20"]}})"},
        {"a bank holiday that was moved", "2026-05-01T10:00", "2026-05-04T10:00",
         R"({"bankHolidays": {"removed": ["2026-05-04"]}})"},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(oneWorkingDayAfter(at(row.from), profileWith(row.profile)) == at(row.due));
    }
}

TEST_CASE("A clock is on time, due, overdue, met or met late")
{
    struct Row {
        QString name;
        const char* now;
        const char* met;
        ClockState state;
    };
    const auto due = at("2026-11-20T11:00");
    const std::vector<Row> rows = {
        {acknowledgeClock, "2026-11-20T10:00", "", ClockState::OnTime},
        {acknowledgeClock, "2026-11-20T10:44", "", ClockState::OnTime},
        {acknowledgeClock, "2026-11-20T10:45", "", ClockState::Due},
        {acknowledgeClock, "2026-11-20T11:00", "", ClockState::Due},
        {acknowledgeClock, "2026-11-20T11:01", "", ClockState::Overdue},
        {acknowledgeClock, "2027-11-20T11:01", "2026-11-20T11:00", ClockState::Met},
        {acknowledgeClock, "2026-11-20T11:01", "2026-11-20T11:01", ClockState::MetLate},
        {writtenClock, "2026-11-20T08:59", "", ClockState::OnTime},
        {writtenClock, "2026-11-20T09:00", "", ClockState::Due},
        {decisionClock, "2026-11-20T11:01", "", ClockState::Overdue},
    };
    for (const auto& row : rows) {
        INFO(row.now);
        const auto met = *row.met ? std::optional(at(row.met)) : std::nullopt;
        CHECK(stateOf(row.name, due, met, at(row.now)) == row.state);
    }
}

namespace {

model::Case recordOf(const QByteArray& concern, const char* loggedAt)
{
    model::Case record;
    record.logged.concern = concernWith(concern);
    record.loggedAt = at(loggedAt);
    record.logged.route = route(record.logged.concern, profileWith(), record.loggedAt, QString());
    record.events.push_back({{}, model::Kind::Concern, {}, {}, record.loggedAt, false, record.logged});
    return record;
}

void happened(model::Case& record, model::Kind kind, const char* when, model::Body body)
{
    record.events.push_back({{}, kind, {}, {}, at(when), false, std::move(body)});
}

const ClockReading* find(const std::vector<ClockReading>& clocks, const QString& name)
{
    for (const auto& clock : clocks)
        if (clock.name == name)
            return &clock;
    return nullptr;
}

} // namespace

TEST_CASE("An unacknowledged concern names the next person, again and again, and MASH at last")
{
    auto record = recordOf("{}", "2026-11-20T10:00");
    const auto profile = profileWith();
    auto clocks = clocksOf(record, profile, at("2026-11-20T11:30"));
    REQUIRE(clocks.size() == 1);
    CHECK(clocks[0].state == ClockState::Overdue);
    CHECK(clocks[0].isMissed());
    CHECK(clocks[0].sentence.contains(QStringLiteral("Amanda Clifton")));
    CHECK(clocks[0].sentence.contains(QStringLiteral("11:00 on Friday 20 November 2026")));
    CHECK(nextClock(clocks)->due == at("2026-11-20T11:00"));
    for (const auto* name : {"Amanda Clifton", "Deborah Howard", "Helen Woolf", "Tracy Buckley", "Kieran Bentley"})
        happened(record, model::Kind::Told, "2026-11-20T11:31",
                 model::ToldBody{QString::fromLatin1(name), {}, {}, false, {}});
    CHECK(nextToTell(record, profile).name == QStringLiteral("Manchester MASH"));
    record.acknowledgedAt = at("2026-11-20T11:40");
    clocks = clocksOf(record, profile, at("2026-11-20T12:00"));
    CHECK(clocks[0].state == ClockState::MetLate);
    CHECK(clocks[0].sentence.contains(QStringLiteral("why it was late")));
    CHECK_FALSE(nextClock(clocks));
    record.acknowledgedAt = at("2026-11-20T10:40");
    CHECK(clocksOf(record, profile, at("2026-11-20T12:00"))[0].state == ClockState::Met);
}

TEST_CASE("A later profile does not rewrite when an old concern was to be acknowledged")
{
    const auto record = recordOf("{}", "2026-11-20T10:00");
    const auto later = profileWith(R"({"clocks": {"acknowledgeMinutes": 5}})");
    CHECK(clocksOf(record, later, at("2026-11-20T10:30"))[0].state == ClockState::OnTime);
}

TEST_CASE("A referral: confirm in writing, wait for the decision, chase, escalate")
{
    auto record = recordOf("{}", "2026-11-20T10:00");
    record.acknowledgedAt = at("2026-11-20T10:10");
    const auto profile = profileWith();
    const auto mash = QStringLiteral("Manchester MASH");
    happened(record, model::Kind::Referral, "2026-11-20T11:00",
             model::ReferralBody{mash, at("2026-11-20T10:50"), {}, {}, {}, {}});

    auto clocks = clocksOf(record, profile, at("2026-11-20T12:00"));
    REQUIRE(clocks.size() == 3);
    CHECK(find(clocks, writtenClock)->due == at("2026-11-21T10:50"));
    CHECK(find(clocks, decisionClock)->due == at("2026-11-23T10:50"));
    CHECK(find(clocks, decisionClock)->state == ClockState::OnTime);
    CHECK(nextClock(clocks)->due == at("2026-11-21T10:50"));

    clocks = clocksOf(record, profile, at("2026-11-23T11:00"));
    CHECK(find(clocks, writtenClock)->state == ClockState::Overdue);
    CHECK(find(clocks, decisionClock)->state == ClockState::Overdue);
    REQUIRE(find(clocks, chaseClock));
    CHECK(find(clocks, chaseClock)->state == ClockState::Due);
    CHECK(find(clocks, escalateClock)->due == at("2026-11-24T10:50"));
    CHECK(find(clocks, escalateClock)->state == ClockState::OnTime);

    clocks = clocksOf(record, profile, at("2026-11-24T11:00"));
    CHECK(find(clocks, chaseClock)->state == ClockState::Overdue);
    CHECK(find(clocks, escalateClock)->state == ClockState::Overdue);
    CHECK(find(clocks, escalateClock)->sentence.contains(QStringLiteral("manager")));

    happened(record, model::Kind::Referral, "2026-11-24T11:05",
             model::ReferralBody{mash, {}, at("2026-11-24T11:05"), {}, {}, {}});
    happened(record, model::Kind::ContactMade, "2026-11-24T11:10",
             model::ContactBody{QStringLiteral("Duty worker"), mash, at("2026-11-24T11:08"), {}, {}, {}, {}});
    clocks = clocksOf(record, profile, at("2026-11-24T11:15"));
    CHECK(find(clocks, writtenClock)->state == ClockState::MetLate);
    CHECK(find(clocks, chaseClock)->state == ClockState::Met);
    CHECK(find(clocks, escalateClock)->state == ClockState::Overdue);
    CHECK(find(clocks, decisionClock)->state == ClockState::Overdue);

    model::ContactBody answer{QStringLiteral("Duty worker"), mash, at("2026-11-24T12:00"), {}, {}, {}, {}};
    answer.decision = QStringLiteral("An assessment starts today.");
    happened(record, model::Kind::ContactMade, "2026-11-24T12:05", answer);
    clocks = clocksOf(record, profile, at("2026-11-24T13:00"));
    CHECK(find(clocks, decisionClock)->state == ClockState::MetLate);
    CHECK(find(clocks, escalateClock)->state == ClockState::MetLate);
    CHECK_FALSE(nextClock(clocks));
}

TEST_CASE("A referral answered in time has no chase, and a written one starts no clock")
{
    auto record = recordOf("{}", "2026-11-20T10:00");
    happened(record, model::Kind::Referral, "2026-11-20T11:00",
             model::ReferralBody{QStringLiteral("MASH"), at("2026-11-20T10:50"), at("2026-11-20T11:00"), {}, {}, {}});
    model::ContactBody answer{
        QStringLiteral("Duty worker, Manchester MASH"), {}, at("2026-11-20T15:00"), {}, {}, {}, {}};
    answer.decision = QStringLiteral("Strategy meeting.");
    happened(record, model::Kind::ContactMade, "2026-11-20T15:05", answer);
    const auto clocks = clocksOf(record, profileWith(), at("2026-12-20T13:00"));
    CHECK(find(clocks, writtenClock)->state == ClockState::Met);
    CHECK(find(clocks, decisionClock)->state == ClockState::Met);
    CHECK_FALSE(find(clocks, chaseClock));

    auto written = recordOf("{}", "2026-11-20T10:00");
    happened(written, model::Kind::Referral, "2026-11-20T11:00",
             model::ReferralBody{QStringLiteral("MASH"), {}, at("2026-11-20T11:00"), {}, {}, {}});
    CHECK(clocksOf(written, profileWith(), at("2026-11-20T12:00")).size() == 1);
}

TEST_CASE("A closed concern is read as of its closing")
{
    auto record = recordOf("{}", "2026-11-20T10:00");
    happened(record, model::Kind::Closed, "2026-11-20T10:30",
             model::ClosedBody{QStringLiteral("x"), QStringLiteral("y")});
    CHECK(clocksOf(record, profileWith(), at("2026-12-20T10:00"))[0].state == ClockState::Overdue);
    record.state = model::State::Closed;
    CHECK(clocksOf(record, profileWith(), at("2026-12-20T10:00"))[0].state == ClockState::OnTime);
}
