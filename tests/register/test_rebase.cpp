#include "pupils.h"
#include "qt_strings.h"
#include "register/rebase.h"
#include "taken.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;

TEST_CASE("What two leads change of one pupil at the same time is both kept, unless it is the same thing")
{
    auto opened = pupil("a", "Jamie", "Made-up", "B801200005001");
    opened.className = QStringLiteral("9B");
    opened.facts.house = QStringLiteral("Otter");
    auto now = opened;
    now.className = QStringLiteral("9C");
    now.facts.professionals.push_back(
        {QStringLiteral("social worker"), QStringLiteral("Sal Invented"), {}, {}, {}, {}});
    auto typed = opened;
    typed.child.surname = QStringLiteral("Renamed");
    typed.facts.house.clear();
    typed.facts.lookedAfter = true;

    auto both = now;
    both.child.surname = typed.child.surname;
    both.facts.house.clear();
    both.facts.lookedAfter = true;
    CHECK(taken(pupils::rebase(opened, typed, now)) == both);
    CHECK(taken(pupils::rebase(opened, typed, opened)) == typed);
    CHECK(taken(pupils::rebase(opened, opened, now)) == now);
    CHECK(taken(pupils::rebase(opened, now, now)) == now); // both wrote the same

    typed.className = QStringLiteral("9D");
    typed.facts.professionals.push_back({QStringLiteral("GP"), QStringLiteral("Dr Pretend"), {}, {}, {}, {}});
    const auto refused = pupils::rebase(opened, typed, now);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.contains(QStringLiteral("Class is \"9C\"")));
    CHECK(refused.error().message.contains(QStringLiteral("Professionals is \"social worker, Sal Invented\"")));
}
