#include "pupils.h"
#include "qt_strings.h"
#include "register/field_words.h"
#include "register/known.h"
#include "register/plan.h"
#include "taken.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;
using pupils::Reading;

namespace {

const QDate today(2026, 11, 23);

Reading reading(const std::vector<model::Pupil>& pupils)
{
    Reading all;
    for (const auto& one : pupils)
        all.pupils.push_back({static_cast<qint64>(all.pupils.size()) + 2, one, {one.child.surname}});
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

TEST_CASE("Who may be in the register already is found when a pupil is added by hand")
{
    auto undated = pupil("b", "Robin", "Sample", "", {});
    undated.child.dateOfBirth.reset();
    const std::vector known{pupil("a", "Jamie", "Made-up", upnA), undated};
    const auto found = [&](const model::Pupil& one) { return pupils::alike(one, known); };
    CHECK(found(pupil("", "jamie", "Made-up")) == QList<std::size_t>{0});
    CHECK(found(pupil("", "Jamie", "Renamed")) == QList<std::size_t>{0});
    CHECK(found(pupil("", "Robin", "Sample")) == QList<std::size_t>{1});
    CHECK(found(pupil("", "Robin", "Pretend")).isEmpty());
    CHECK(found(pupil("", "Jamie", "Made-up", "", QDate(2012, 5, 4))).isEmpty()); // born on another day
    CHECK(found(pupil("", "Jamie", "Made-up", upnB)).isEmpty());
    CHECK(found(pupil("a", "Jamie", "Made-up")).isEmpty()); // it is they
}

TEST_CASE("One name is one however its apostrophes, hyphens, spaces and accents are written")
{
    const auto planOf = [](const char* knownAs, const char* comesAs, const char* forename = "Ada") {
        const std::vector known{pupil("a", "Ada", knownAs, upnA)};
        return pupils::plan(reading({pupil("", forename, comesAs)}), known, false, {}, today);
    };
    for (const auto& [knownAs, comesAs] : std::vector<std::pair<const char*, const char*>>{
             {"O'Made-up", "O\u2019Made-up"},
             {"O'Made-up", "O`Made-up"},
             {"O'Made-up", "O\u00B4Made-up"},
             {"OMade-up", "O\u02BCMade-up"},
             {"Made-up-Sample", "Made\u2013up\u2010Sample"},
             {"Made-up", "Made up"},
             {"Made  up", "Made\u00A0up"},
             {"N\u00FA\u00F1ez-Sample", "NUNEZ SAMPLE"},
             {"S\u00F8rensen Sample", "Sorensen Sample"},
             {"St. Sample", "St Sample"},
         }) {
        INFO(knownAs << " and " << comesAs);
        const auto plan = planOf(knownAs, comesAs);
        CHECK(plan.added.empty());
        CHECK(plan.asked.empty());
    }
    // What is only likely is asked about: a space more, another forename, an earlier surname.
    CHECK(planOf("Made-up", "Madeup").asked.size() == 1);
    CHECK(planOf("O'Made-up", "O\u2019Made-up", "Adah").asked.size() == 1);
    auto renamed = pupil("a", "Adah", "Sample", upnA);
    renamed.facts.formerNames << QStringLiteral("O'Made-up");
    CHECK(pupils::plan(reading({pupil("", "Ada", "O\u2019Made-up")}), {renamed}, false, {}, today).asked.size() == 1);
    CHECK(planOf("Made-up", "Sample", "Robin").added.size() == 1);
}

TEST_CASE("A birth date with day and month turned round is asked about, and said")
{
    const std::vector known{pupil("a", "Jamie", "Made-up", "", QDate(2012, 5, 3))};
    const auto plan =
        pupils::plan(reading({pupil("", "Jamie", "Made-up", upnA, QDate(2012, 3, 5))}), known, false, {}, today);
    REQUIRE(plan.asked.size() == 1);
    CHECK(plan.asked[0].why.contains(QStringLiteral("turned round")));
    CHECK(pupils::alike(pupil("", "Jamie", "Made-up", "", QDate(2012, 3, 5)), known).size() == 1);
    CHECK(pupils::alike(pupil("", "Jamie", "Other", "", QDate(2012, 3, 5)), known).isEmpty());
    CHECK(pupils::plan(reading({pupil("", "Robin", "Made-up", upnA, QDate(2012, 3, 5))}), known, false, {}, today)
              .added.size() == 1);
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
    CHECK(plan.refused[1].cells == QStringList{QStringLiteral("Other")}); // as they stood, to be corrected
    CHECK(plan.left.empty());
    CHECK(plan.changed.empty());
}

TEST_CASE("One child on two rows of a file does not become two pupils")
{
    SECTION("without UPNs both rows are refused, and who they are has not left")
    {
        const std::vector known{pupil("a", "Jamie", "Made-up")};
        for (const auto& upn : {"", upnA}) {
            const auto plan = pupils::plan(reading({pupil("", "Jamie", "Made-up", upn), pupil("", "Robin", "Other"),
                                                    pupil("", "JAMIE", "Made-Up")}),
                                           known, true, {}, today);
            REQUIRE(plan.refused.size() == 2);
            CHECK(plan.refused[0].reason.contains(QStringLiteral("stands on lines 2, 4")));
            CHECK(plan.added.size() == 1);
            CHECK(plan.left.empty());
        }
    }
    SECTION("with two UPNs the second is asked about, and can be new")
    {
        const auto file = reading({pupil("", "Jamie", "Made-up", upnA), pupil("", "Jamie", "Made-up", upnB)});
        const auto plan = pupils::plan(file, {}, true, {}, today);
        CHECK(plan.added.size() == 1);
        REQUIRE(plan.asked.size() == 1);
        CHECK(plan.asked[0].candidates.empty());
        CHECK(plan.asked[0].why.startsWith(QStringLiteral("Line 2 of the file")));
        CHECK(pupils::plan(file, {}, true, {{3, QString()}}, today).added.size() == 2);
        // The same where the first is in the register already.
        const auto again = pupils::plan(file, {pupil("a", "Jamie", "Made-up", upnA)}, true, {}, today);
        CHECK(again.added.empty());
        CHECK(again.asked.size() == 1);
    }
    SECTION("twins of other forenames are two")
    {
        CHECK(pupils::plan(reading({pupil("", "Jamie", "Made-up"), pupil("", "Robin", "Made-up")}), {}, true, {}, today)
                  .added.size() == 2);
    }
}

TEST_CASE("What a person decides of a row cannot make two pupils with one UPN, and loses no row")
{
    const std::vector known{pupil("a", "Jamie", "Made-up", upnA)};
    SECTION("a new pupil with the UPN of another is refused")
    {
        const auto file = reading({pupil("", "Robin", "Other", upnA, QDate(2013, 1, 1))});
        const auto asked = pupils::plan(file, known, true, {}, today).asked;
        REQUIRE(asked.size() == 1);
        CHECK_FALSE(asked[0].canBeNew);
        const auto plan = pupils::plan(file, known, true, {{2, QString()}}, today);
        REQUIRE(plan.refused.size() == 1);
        CHECK(plan.refused[0].reason.startsWith(QStringLiteral("Jamie Made-up has the UPN B801200005001 already")));
        CHECK(plan.added.empty());
        CHECK(plan.left.empty());
    }
    SECTION("two rows that are one pupil both count, once")
    {
        auto first = pupil("", "Jamie", "Renamed");
        first.className = QStringLiteral("9C");
        auto second = pupil("", "Robin", "Made-up");
        second.facts.house = QStringLiteral("Otter");
        const auto plan = pupils::plan(reading({first, second}), known, true,
                                       {{2, QStringLiteral("a")}, {3, QStringLiteral("a")}}, today);
        REQUIRE(plan.changed.size() == 1);
        CHECK(plan.changed[0].after.className == QStringLiteral("9C"));
        CHECK(plan.changed[0].after.facts.house == QStringLiteral("Otter"));
        CHECK(plan.changed[0].before == known[0]);
    }
    SECTION("a line or a pupil that is not there is said")
    {
        const auto file = reading({pupil("", "Jamie", "Renamed")});
        CHECK(pupils::checkDecisions(file, known, {{2, QStringLiteral("a")}}).has_value());
        CHECK(pupils::checkDecisions(file, known, {{2, QString()}}).has_value());
        for (const auto& [line, who] : {std::pair(qint64(3), QString()), std::pair(qint64(2), QStringLiteral("b"))})
            CHECK(codeOf(pupils::checkDecisions(file, known, {{line, who}})) == model::ErrorCode::BadInput);
    }
}

TEST_CASE("A contact who has parental responsibility from now on is a change that can be read")
{
    auto known = pupil("a", "Jamie", "Made-up", upnA);
    known.facts.contacts = {{QStringLiteral("Pat Made-up"), {}, false, {}, {}, {}, {}}};
    auto incoming = pupil("", "Jamie", "Made-up", upnA);
    incoming.facts.contacts = {{QStringLiteral("Pat Made-up"), {}, true, {}, {}, {}, {}}};
    const auto plan = pupils::plan(reading({incoming}), {known}, false, {}, today);
    REQUIRE(plan.changed.size() == 1);
    CHECK(plan.changed[0].changes ==
          std::vector<pupils::Change>{{QStringLiteral("contacts"), QStringLiteral("Pat Made-up"),
                                       QStringLiteral("Pat Made-up, parental responsibility")}});
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
