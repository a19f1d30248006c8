#include "rules/pupil_check.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace heed;
using model::Pupil;

TEST_CASE("What a pupil of the register cannot be is said at its field")
{
    const QDate today(2026, 11, 24);
    Pupil good;
    good.child.forename = QStringLiteral("Jamie");
    good.child.surname = QStringLiteral("Made-up");
    good.child.upn = QStringLiteral("B801200005001");
    good.child.dateOfBirth = QDate(2012, 5, 3);
    good.facts.contacts.push_back({QStringLiteral("Ms Made-up"), {}, true, {}, {}, {}, {}});
    good.facts.household.push_back({QStringLiteral("Nan Made-up"), {}, {}, {}});
    good.facts.professionals.push_back({QStringLiteral("GP"), {}, {}, {}, {}, {}});
    good.facts.nhsNumber = QStringLiteral("999 000 0018"); // of the numbers that are set aside for tests
    CHECK(rules::checkPupil(good, today).empty());

    struct Row {
        const char* key;
        std::function<void(Pupil&)> change;
    };
    const std::vector<Row> rows{
        {"forename", [](Pupil& p) { p.child.forename = p.child.surname = QStringLiteral("  "); }},
        {"surname", [](Pupil& p) { p.child.surname = QString(201, u'x'); }},
        {"upn", [](Pupil& p) { p.child.upn = QStringLiteral("A801200005001"); }},
        {"dateOfBirth", [](Pupil& p) { p.child.dateOfBirth = QDate(2026, 11, 25); }},
        {"dateOfBirth", [](Pupil& p) { p.child.dateOfBirth = QDate(1990, 1, 1); }},
        {"nhsNumber", [](Pupil& p) { p.facts.nhsNumber = QStringLiteral("999 000 0019"); }},
        {"nhsNumber", [](Pupil& p) { p.facts.nhsNumber = QStringLiteral("999 000 001"); }},
        {"nhsNumber", [](Pupil& p) { p.facts.nhsNumber = QStringLiteral("9990000001"); }}, // checked by a ten: none is
        {"nhsNumber", [](Pupil& p) { p.facts.nhsNumber = QStringLiteral("not known"); }},
        {"leavingDate",
         [](Pupil& p) {
             p.facts.entryDate = QDate(2024, 9, 1);
             p.facts.leavingDate = QDate(2023, 7, 1);
         }},
        {"contacts[0]", [](Pupil& p) { p.facts.contacts[0].name.clear(); }},
        {"household[0]", [](Pupil& p) { p.facts.household[0].name = QStringLiteral(" "); }},
        {"household[0]", [](Pupil& p) { p.facts.household[0].dateOfBirth = QDate(2027, 1, 1); }},
        {"professionals[0]", [](Pupil& p) { p.facts.professionals[0].role.clear(); }},
    };
    for (const auto& row : rows) {
        INFO(row.key);
        auto wrong = good;
        row.change(wrong);
        const auto problems = rules::checkPupil(wrong, today);
        REQUIRE(problems.size() == 1);
        CHECK(problems[0].key == QString::fromLatin1(row.key));
        CHECK(problems[0].sentence.size() > 20);
    }
}
