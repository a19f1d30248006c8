#include "rules/terms.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;

TEST_CASE("A day lies in the term that began last")
{
    struct Row {
        QDate day;
        QDate began;
    };
    const Row rows[] = {{{2026, 1, 1}, {2026, 1, 1}},  {{2026, 4, 5}, {2026, 1, 1}},  {{2026, 4, 6}, {2026, 4, 6}},
                        {{2026, 8, 31}, {2026, 4, 6}}, {{2026, 9, 1}, {2026, 9, 1}},  {{2026, 12, 31}, {2026, 9, 1}},
                        {{2027, 3, 28}, {2027, 1, 1}}, {{2027, 3, 29}, {2027, 3, 29}}};
    for (const auto& row : rows) {
        INFO(row.day.toString(Qt::ISODate).toStdString());
        CHECK(rules::termBegan(row.day) == row.began);
    }
}
