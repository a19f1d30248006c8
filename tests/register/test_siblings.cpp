#include "pupils.h"
#include "qt_strings.h"
#include "register/siblings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;

TEST_CASE("Siblings are offered by address or by contact, once")
{
    auto one = pupil("a", "Jamie", "Made-up");
    auto other = pupil("b", "Robin", "Sample");
    auto third = pupil("c", "Sam", "Pretend");
    one.facts.address = other.facts.address = QStringLiteral("1 Made-up Street");
    one.facts.postcode = QStringLiteral("ZZ1 1ZZ");
    other.facts.postcode = QStringLiteral("zz11zz");
    const model::ContactPerson parent{
        QStringLiteral("Pat Made-up"), {}, true, QStringLiteral("0161 496 0101"), {}, {}, {}};
    one.facts.contacts = other.facts.contacts = third.facts.contacts = {parent};
    CHECK(pupils::offerSiblings({one, other, third}).size() == 3);
    one.facts.siblings << QStringLiteral("b") << QStringLiteral("c");
    CHECK(pupils::offerSiblings({one, other, third}).size() == 1);
    other.child.onRoll = false;
    CHECK(pupils::offerSiblings({one, other, third}).empty());
}
