#include "rules/alike.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using model::InvolvedKind;

TEST_CASE("The same thing has one comparable form however it was typed")
{
    struct Row {
        InvolvedKind kind;
        const char* typed;
        const char* expected;
    };
    const std::vector<Row> rows{
        {InvolvedKind::Vehicle, "MK21 ABC", "mk21abc"},
        {InvolvedKind::Vehicle, "a grey van, mk21abc", "mk21abc"},
        {InvolvedKind::Vehicle, "A123 BCD", "a123bcd"},
        {InvolvedKind::Vehicle, "silver Corsa ending 21 ABC", "21abc"},
        {InvolvedKind::Vehicle, "A White  Van", "a white van"},
        {InvolvedKind::Vehicle, "", ""},
        {InvolvedKind::Phone, "0161 496 0201", "01614960201"},
        {InvolvedKind::Phone, "+44 161 496 0201", "01614960201"},
        {InvolvedKind::Phone, "0161-496-0201 (mum)", "01614960201"},
        {InvolvedKind::Phone, "123", ""},
        {InvolvedKind::Username, "@Kat_X99", "kat_x99"},
        {InvolvedKind::Username, "@", ""},
        {InvolvedKind::Adult, "  Zoë  Mock ", "zoe mock"},
        {InvolvedKind::Place, "The Retail Park", "the retail park"},
        {InvolvedKind::Adult, "K", ""},
    };
    for (const auto& row : rows) {
        INFO(row.typed);
        CHECK(rules::comparable(row.kind, QString::fromUtf8(row.typed)) == QString::fromUtf8(row.expected));
    }
}

TEST_CASE("A part of a plate stands for the whole; of nothing else")
{
    const auto alike = [](InvolvedKind kind, const char* one, const char* other) {
        return rules::isAlike(kind, QString::fromUtf8(one), QString::fromUtf8(other)) &&
               rules::isAlike(kind, QString::fromUtf8(other), QString::fromUtf8(one));
    };
    CHECK(alike(InvolvedKind::Vehicle, "mk21abc", "mk21abc"));
    CHECK(alike(InvolvedKind::Vehicle, "mk21abc", "21ab"));
    CHECK_FALSE(alike(InvolvedKind::Vehicle, "mk21abc", "abc"));
    CHECK_FALSE(alike(InvolvedKind::Vehicle, "a white van", "white van"));
    CHECK_FALSE(alike(InvolvedKind::Adult, "zoe mock", "zoe"));
    CHECK_FALSE(alike(InvolvedKind::Phone, "01614960201", "4960201"));
    CHECK_FALSE(alike(InvolvedKind::Vehicle, "", ""));
}

TEST_CASE("Plates and telephone numbers are found in running text, and words are not taken for them")
{
    const auto found = rules::mentionsIn(
        QString::fromUtf8("Got into MK21 ABC at 14:10, rang 0161 496 0201 and +441614960201, again mk21abc. "
                          "In the year 2026 she was at the gate in year 11 abc, room B12 the end."));
    QStringList values;
    for (const auto& one : found)
        values << one.value;
    CHECK(values.contains(QStringLiteral("mk21abc")));
    CHECK(values.contains(QStringLiteral("01614960201")));
    values.removeDuplicates();
    CHECK(values.size() == 2);
    CHECK(rules::mentionsIn(QString()).empty());
    CHECK(rules::mentionsIn(QString(10'000, u'0')).empty());
}
