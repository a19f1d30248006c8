#include "qt_strings.h"
#include "register/name_index.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;

namespace {

const std::vector<pupils::Named>& school()
{
    static const auto all = [] {
        std::vector<pupils::Named> list;
        const auto add = [&](const char* forename, const char* surname, const char* className, const char* year,
                             bool onRoll = true) {
            list.push_back({QString::number(list.size()), QString::fromUtf8(forename), QString::fromUtf8(surname),
                            QString::fromUtf8(className), QString::fromUtf8(year), onRoll});
        };
        add("José", "Núñez-Pretend", "9B", "9");
        add("Josephine", "Madeup", "7A", "7");
        add("Anne-Marie", "O'Invented", "8C", "8");
        add("Jamie", "Sample", "9A", "9");
        add("Jamie", "Sample", "10A", "10");
        add("Jamie", "Example", "9A", "9", false);
        add("Łukasz", "Fictiński", "11D", "11");
        add("Catherine", "Makebelieve", "8A", "8");
        return list;
    }();
    return all;
}

std::string found(const char* typed, std::size_t limit = 10)
{
    static const pupils::NameIndex index(school());
    QStringList names;
    for (const auto place : index.find(QString::fromUtf8(typed), limit))
        names << school()[place].id;
    return names.join(u' ').toStdString();
}

} // namespace

TEST_CASE("A pupil is found in any order of words, by their beginnings, without accents and marks")
{
    for (const char* typed : {"jose nunez", "nunez jose", "NÚÑEZ JOSÉ", "jos nun", "pretend jose", "nunezpretend"})
        CHECK(found(typed).starts_with("0"));
    for (const char* typed : {"anne marie", "annemarie", "oinvented", "O'Invented anne", "o’inv"})
        CHECK(found(typed) == "2");
    CHECK(found("lukasz fictinski") == "6");
}

TEST_CASE("Class and year tell two of one name apart, and who has left comes last")
{
    CHECK(found("jamie") == "3 4 5");
    CHECK(found("jamie sample 9a") == "3");
    CHECK(found("year 10 jamie") == "4");
    CHECK(found("y10 jamie") == "4");
    CHECK(found("9b") == "0");
}

TEST_CASE("One wrong letter is forgiven, two in a long word, and what is right comes before it")
{
    CHECK(found("jaime sample 9a") == "3");
    CHECK(found("smaple jamie 10") == "4");
    CHECK(found("kathrine") == "7");
    CHECK(found("makebeleive") == "7");
    CHECK(found("jos").starts_with("0 1") == false); // by surname: Madeup before Núñez-Pretend
    CHECK(found("jos") == "1 0");
    CHECK(found("zzzz").empty());
    CHECK(found("xyz madeup").empty());
}

TEST_CASE("Nothing typed finds nobody, and no more are found than asked for")
{
    CHECK(found("").empty());
    CHECK(found("  -' ").empty());
    CHECK(found("jamie", 2) == "3 4");
    CHECK(found("jamie", 0).empty());
    CHECK(found(std::string(5000, 'a').c_str()).empty());
}
