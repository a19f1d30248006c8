#include "rules/small_numbers.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;

TEST_CASE("A number that could be somebody is not told")
{
    struct Row {
        qint64 count;
        const char* words;
    };
    for (const auto& row : {Row{0, "none"}, Row{1, "fewer than 5"}, Row{4, "fewer than 5"}, Row{5, "about 5"},
                            Row{7, "about 5"}, Row{8, "about 10"}, Row{12, "about 10"}, Row{13, "about 15"},
                            Row{1'000'003, "about 1000005"}, Row{-1, "none"}}) {
        INFO(row.count);
        CHECK(rules::smallNumber(row.count) == QString::fromLatin1(row.words));
    }
}
