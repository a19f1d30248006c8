#include "register/csv.h"
#include "register/looked_after.h"
#include "taken.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::tests;

TEST_CASE("Looked after is only what says so; an unknown word says nothing")
{
    struct Row {
        const char* text;
        std::optional<bool> is;
        const char* authority;
    };
    const std::vector<Row> rows{
        {"Y", true, ""},
        {"yes", true, ""},
        {"TRUE", true, ""},
        {"1", true, ""},
        {" In  care ", true, ""},
        {"CLA", true, ""},
        {"Manchester", true, "Manchester"},
        {"stockton-on-tees", true, "stockton-on-tees"},
        {"355", true, "355"},
        {"Cardiff Council", true, "Cardiff Council"},
        {"London Borough of Camden", true, "London Borough of Camden"},
        {"N", false, ""},
        {"no", false, ""},
        {"False", false, ""},
        {"0", false, ""},
        {"unknown", {}, ""},
        {"n/a", {}, ""},
        {"N/A", {}, ""},
        {"not known", {}, ""},
        {"-", {}, ""},
        {"?", {}, ""},
        {"none", {}, ""},
        {"Previously looked after", {}, ""},
        {"No longer with Salford City Council", {}, ""},
        {"99", {}, ""},
        {"Invented Shire", {}, ""},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        const auto says = pupils::readLookedAfter(QString::fromUtf8(row.text));
        CHECK(says.isLookedAfter == row.is);
        CHECK(says.authority == QString::fromUtf8(row.authority));
    }
}

TEST_CASE("A column about looked-after children fills in the authority unless another column names it")
{
    const QByteArray file("Forename,Surname,DOB,Looked after,Care authority\n"
                          "Jamie,Made-up,3/5/2012,Manchester,\n"
                          "Robin,Made-up,4/5/2012,Yes,Salford\n"
                          "Alex,Made-up,5/5/2012,Bury,Bolton\n"
                          "Sam,Made-up,6/5/2012,not known,\n");
    const auto look = taken(pupils::lookAt(file));
    const auto reading = taken(pupils::readCsv(file, look.mapping, {2026, 11, 24}));
    REQUIRE(reading.pupils.size() == 4);
    const auto facts = [&](std::size_t i) { return reading.pupils[i].pupil.facts; };
    CHECK(facts(0).lookedAfter == true);
    CHECK(facts(0).caringAuthority == QStringLiteral("Manchester"));
    CHECK(facts(1).caringAuthority == QStringLiteral("Salford"));
    CHECK(facts(2).caringAuthority == QStringLiteral("Bolton"));
    CHECK_FALSE(facts(3).lookedAfter.has_value());
}
