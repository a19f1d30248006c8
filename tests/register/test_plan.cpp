#include "qt_strings.h"
#include "register/field_words.h"
#include "register/plan.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using pupils::Incoming;
using pupils::Reading;

namespace {

const QDate today(2026, 11, 23);

model::Pupil pupil(const char* id, const char* forename, const char* surname, const char* upn = "",
                   QDate born = QDate(2012, 5, 3))
{
    model::Pupil one;
    one.child.id = QString::fromLatin1(id);
    one.child.forename = QString::fromUtf8(forename);
    one.child.surname = QString::fromUtf8(surname);
    one.child.upn = QString::fromLatin1(upn);
    one.child.dateOfBirth = born;
    one.child.onRoll = true;
    return one;
}

Reading reading(const std::vector<model::Pupil>& pupils)
{
    Reading all;
    for (const auto& one : pupils)
        all.pupils.push_back({static_cast<qint64>(all.pupils.size()) + 2, one});
    return all;
}

constexpr char upnA[] = "B801200005001";
constexpr char upnB[] = "H352400112001";

} // namespace

TEST_CASE("A pupil is matched by UPN, by a former UPN, or by name and date of birth")
{
    auto known = pupil("a", "Jamie", "Made-up", upnA);
    known.facts.formerUpns << QStringLiteral("U35240011200A");
    known.facts.household.push_back({QStringLiteral("Nan Made-up"), {}, {}, {}});
    SECTION("by UPN, with a new name")
    {
        const auto plan = pupils::plan(reading({pupil("", "Jamie", "Renamed", upnA)}), {known}, false, {}, today);
        REQUIRE(plan.changed.size() == 1);
        CHECK(plan.changed[0].changes ==
              std::vector<pupils::Change>{
                  {QStringLiteral("surname"), QStringLiteral("Made-up"), QStringLiteral("Renamed")}});
        CHECK(plan.changed[0].after.facts.household.size() == 1); // what a lead knows stays
    }
    SECTION("by a former one")
    {
        const auto plan =
            pupils::plan(reading({pupil("", "Jamie", "Made-up", "U35240011200A")}), {known}, false, {}, today);
        CHECK(plan.changed.size() + static_cast<std::size_t>(plan.unchanged) == 1);
        CHECK(plan.added.empty());
    }
    SECTION("by name and birth, and the UPN is learnt")
    {
        known.child.upn.clear();
        const auto plan = pupils::plan(reading({pupil("", "JAMIE", "Made-Up", upnA)}), {known}, false, {}, today);
        REQUIRE(plan.changed.size() == 1);
        CHECK(plan.changed[0].after.child.upn == QString::fromLatin1(upnA));
        CHECK(plan.changed[0].after.child.id == QStringLiteral("a"));
    }
    SECTION("by the name in law")
    {
        auto incoming = pupil("", "Benjamin", "Made-up");
        known.facts.legalForename = QStringLiteral("Benjamin");
        CHECK(pupils::plan(reading({incoming}), {known}, false, {}, today).asked.empty());
        CHECK(pupils::plan(reading({incoming}), {known}, false, {}, today).added.empty());
    }
    SECTION("the same again changes nothing")
    {
        CHECK(pupils::plan(reading({pupil("", "Jamie", "Made-up", upnA)}), {known}, true, {}, today).unchanged == 1);
    }
}

TEST_CASE("What is likely and not sure is asked, and left as it is until somebody says")
{
    const auto known = pupil("a", "Jamie", "Made-up", upnA);
    const auto asked = [&](const model::Pupil& incoming) {
        const auto plan = pupils::plan(reading({incoming}), {known}, true, {}, today);
        CHECK(plan.added.empty());
        CHECK(plan.changed.empty());
        CHECK(plan.left.empty());
        return plan.asked.size() == 1 && plan.asked[0].candidates == std::vector{known};
    };
    CHECK(asked(pupil("", "Jamie", "Made-up", upnB)));
    CHECK(asked(pupil("", "Jamie", "Renamed")));
    CHECK(asked(pupil("", "Robin", "Other", upnA, QDate(2013, 1, 1))));

    const auto file = reading({pupil("", "Jamie", "Renamed")});
    const auto same = pupils::plan(file, {known}, true, {{2, QStringLiteral("a")}}, today);
    CHECK(same.changed.size() == 1);
    CHECK(same.asked.empty());
    const auto other = pupils::plan(file, {known}, true, {{2, QString()}}, today);
    CHECK(other.added.size() == 1);
    CHECK(other.left.size() == 1);
}

TEST_CASE("Twins are two: who is matched by another row is no candidate")
{
    const std::vector known{pupil("a", "Jamie", "Made-up", upnA)};
    const auto plan = pupils::plan(reading({pupil("", "Robin", "Made-up", upnB), pupil("", "Jamie", "Made-up", upnA)}),
                                   known, true, {}, today);
    CHECK(plan.added.size() == 1);
    CHECK(plan.unchanged == 1);
    CHECK(plan.asked.empty());
}

TEST_CASE("Two rows with one UPN are both refused, and who they are has not left")
{
    const std::vector known{pupil("a", "Jamie", "Made-up", upnA)};
    const auto plan = pupils::plan(reading({pupil("", "Jamie", "Made-up", upnA), pupil("", "Robin", "Other", upnA)}),
                                   known, true, {}, today);
    REQUIRE(plan.refused.size() == 2);
    CHECK(plan.refused[0].reason == QStringLiteral("The UPN B801200005001 stands on lines 2, 3: correct one of them."));
    CHECK(plan.left.empty());
    CHECK(plan.changed.empty());
}

TEST_CASE("Only a whole file says who has left, and who comes back is on roll again")
{
    const std::vector known{pupil("a", "Jamie", "Made-up", upnA),
                            pupil("b", "Robin", "Sample", upnB, QDate(2011, 1, 1))};
    const auto file = reading({pupil("", "Jamie", "Made-up", upnA)});
    CHECK(pupils::plan(file, known, false, {}, today).left.empty());
    const auto plan = pupils::plan(file, known, true, {}, today);
    REQUIRE(plan.left.size() == 1);
    CHECK(plan.left[0].after.child.onRoll == false);
    CHECK(plan.left[0].after.facts.leavingDate == today);
    const auto back = pupils::plan(reading({known[1]}), {plan.left[0].after}, true, {}, today);
    REQUIRE(back.changed.size() == 1);
    CHECK(back.changed[0].after == known[1]);
}

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

TEST_CASE("Every field that an import can change has words of its own")
{
    model::Pupil full = pupil("a", "Jamie", "Made-up", upnA);
    const auto some = QStringLiteral("some");
    auto& child = full.child;
    for (auto* text :
         {&child.yearGroup, &child.site, &child.homeAuthority, &child.description, &child.part, &full.className})
        *text = some;
    child.vulnerabilities = {model::Vulnerability::Sen};
    auto& facts = full.facts;
    facts.formerUpns = facts.formerNames = facts.disabilities = facts.siblings = {some};
    for (auto* text :
         {&facts.legalForename, &facts.legalSurname, &facts.middleNames, &facts.sex, &facts.ethnicity, &facts.language,
          &facts.sen, &facts.caringAuthority, &facts.address, &facts.postcode, &facts.phone, &facts.house})
        *text = some;
    facts.lookedAfter = true;
    facts.entryDate = facts.leavingDate = today;
    facts.contacts.resize(1);
    facts.household.resize(1);
    facts.professionals.resize(1);
    const auto changes = pupils::changesOf({}, full);
    CHECK(changes.size() == 35);
    QStringList seen;
    for (const auto& change : changes) {
        INFO(change.field.toStdString());
        const auto words = pupils::fieldWords(change.field);
        CHECK(words != change.field);
        CHECK_FALSE(seen.contains(words));
        seen << words;
    }
}
