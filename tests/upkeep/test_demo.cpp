#include "upkeep/demo.h"

#include "model/json.h"
#include "qt_strings.h"
#include "rules/concern_check.h"
#include "rules/profile_check.h"
#include "rules/upn.h"
#include "vault/password.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QSet>

#include <map>

using namespace heed;

namespace {

const QDateTime now(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);

std::vector<upkeep::DemoConcern> all(const upkeep::DemoSchool& school)
{
    std::vector<upkeep::DemoConcern> concerns;
    upkeep::DemoConcerns source(school);
    while (auto concern = source.next())
        concerns.push_back(std::move(*concern));
    return concerns;
}

model::Checklist checklist()
{
    QFile file(QStringLiteral(HEED_CHECKLIST));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto map = model::parseJson(file.readAll(), QStringLiteral("The checklist"));
    REQUIRE(map);
    return model::fromShape<model::Checklist>(*map, QStringLiteral("The checklist")).value();
}

bool ends(const upkeep::DemoConcern& concern, model::Kind kind)
{
    return !concern.steps.empty() && concern.steps.back().kind == kind;
}

} // namespace

TEST_CASE("the same seed gives the same people and words")
{
    const auto one = upkeep::demoSchool(7, 120, now);
    const auto same = upkeep::demoSchool(7, 120, now);
    const auto other = upkeep::demoSchool(8, 120, now);
    CHECK(one.staff.front().password == same.staff.front().password);
    CHECK(one.staff.front().password != other.staff.front().password);
    const auto first = all(one);
    const auto second = all(same);
    REQUIRE(first.size() == 120);
    REQUIRE(second.size() == 120);
    for (std::size_t i = 0; i < first.size(); ++i) {
        CHECK(first[i].concern == second[i].concern);
        CHECK(first[i].at == second[i].at);
        CHECK(first[i].steps.size() == second[i].steps.size());
    }
    CHECK_FALSE(first[5].concern == all(other)[5].concern);
}

TEST_CASE("demo passwords are strong enough for whoever guards a desk")
{
    for (quint32 seed = 0; seed < 40; ++seed) {
        const auto school = upkeep::demoSchool(seed, 10, now);
        for (const auto& member : school.staff)
            CHECK(vault::checkPassword(member.password, model::Role::Dsl, {member.name, school.profile.school.name}));
    }
}

TEST_CASE("the demo profile leaves no route with nobody")
{
    const auto school = upkeep::demoSchool(1, 10, now);
    CHECK(rules::acceptable(school.profile));
    CHECK(rules::checkProfile(school.profile, now.date()).advice.empty());
    CHECK_FALSE(school.profile.head.name.isEmpty());
    CHECK_FALSE(school.profile.chair.name.isEmpty());
}

TEST_CASE("no pupil is called like another, and each has a right number")
{
    const auto school = upkeep::demoSchool(3, 40'000, now);
    QSet<QString> names;
    QSet<QString> numbers;
    for (int i = 0; i < school.pupilCount; ++i) {
        const auto pupil = school.pupil(i);
        names << model::nameOf(pupil);
        numbers << pupil.upn;
        if (i < 200)
            CHECK(rules::readUpn(pupil.upn).kind == rules::UpnKind::Permanent);
    }
    CHECK(names.size() == school.pupilCount);
    CHECK(numbers.size() == school.pupilCount);
}

TEST_CASE("demo concerns are right, in the order of time, and none is of the future")
{
    const auto list = checklist();
    for (const int count : {0, 1, 9, 60, 500}) {
        const auto school = upkeep::demoSchool(5, count, now);
        const auto concerns = all(school);
        REQUIRE(static_cast<int>(concerns.size()) == count);
        QDateTime before = now.addDays(-366);
        for (const auto& concern : concerns) {
            CHECK(concern.at >= before);
            CHECK(concern.at <= now);
            before = concern.at;
            const auto problems = rules::check(concern.concern, list, concern.at);
            CHECK_FALSE(rules::anyError(problems));
            CHECK_FALSE(concern.concern.facts.contains(u'{'));
            auto last = concern.at;
            for (const auto& step : concern.steps) {
                CHECK(step.at >= last);
                CHECK(step.at <= now);
                last = step.at;
            }
        }
    }
}

TEST_CASE("a demo has every state, mixed signs, and pupils with whom small things add up")
{
    const auto concerns = all(upkeep::demoSchool(1, 60, now));
    std::map<QString, std::vector<QDateTime>> ofPupil;
    QSet<QString> signs;
    int waiting = 0;
    int closed = 0;
    int open = 0;
    int outside = 0;
    int danger = 0;
    for (const auto& concern : concerns) {
        if (!concern.concern.child.upn.isEmpty())
            ofPupil[concern.concern.child.upn].push_back(concern.at);
        for (const auto& sign : concern.concern.signsSeen)
            signs << sign.code;
        const bool isWaiting = concern.steps.empty() || ends(concern, model::Kind::Told);
        waiting += isWaiting;
        closed += ends(concern, model::Kind::Closed);
        open += !isWaiting && !ends(concern, model::Kind::Closed);
        outside += concern.concern.child.onRoll == false;
        danger += concern.concern.immediateDanger;
    }
    CHECK(waiting >= 2);
    CHECK(open >= 3);
    CHECK(closed >= 10);
    CHECK(outside >= 2);
    CHECK(danger >= 1);
    CHECK(signs.size() >= 10);
    int gathering = 0;
    int few = 0;
    for (const auto& [upn, times] : ofPupil) {
        few += times.size() <= 2;
        gathering += times.size() >= 5 && times.front().daysTo(times.back()) <= 42;
    }
    CHECK(gathering >= 1);
    CHECK(few * 10 >= static_cast<int>(ofPupil.size()) * 8);
}

TEST_CASE("a hundred thousand concerns come one at a time")
{
    upkeep::DemoConcerns source(upkeep::demoSchool(2, 100'000, now));
    int count = 0;
    while (source.next())
        ++count;
    CHECK(count == 100'000);
}

TEST_CASE("The register of a demo knows where a pupil lives and with whom, the same each time")
{
    const auto school = upkeep::demoSchool(7, 20, now);
    int shared = 0;
    for (int i = 0; i < 60; ++i) {
        const auto facts = school.facts(i);
        CHECK(facts == upkeep::demoSchool(7, 20, now).facts(i));
        CHECK_FALSE(facts.address.isEmpty());
        REQUIRE_FALSE(facts.contacts.empty());
        CHECK(facts.contacts.front().phone.startsWith(QStringLiteral("0161 496 0"))); // kept free for plays and films
        CHECK(facts.contacts.front().parentalResponsibility != facts.lookedAfter.value_or(false));
        shared += facts.household.size() > 1 ? 1 : 0;
    }
    CHECK(shared > 20);
    CHECK_FALSE(school.facts(0) == upkeep::demoSchool(8, 20, now).facts(0));
}
