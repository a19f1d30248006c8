#include "model/checklist.h"
#include "rules/signs.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;

TEST_CASE("A sign in the author's own words is a sign, told once")
{
    model::Concern concern;
    const auto codes = [&] {
        QStringList all;
        for (const auto& sign : rules::signsNoticed(concern))
            all << sign.code;
        return all.join(u' ');
    };
    CHECK(codes().isEmpty());
    concern.signsSeen.push_back({QStringLiteral("missing"), QDate(2026, 11, 20), {}, {}});
    CHECK(codes() == QStringLiteral("missing"));
    concern.otherSign = QStringLiteral(" \n");
    CHECK(codes() == QStringLiteral("missing"));
    concern.otherSign = QStringLiteral("A second telephone");
    CHECK(codes() == QStringLiteral("missing other"));
    concern.signsSeen.push_back({model::otherSignCode, QDate(2026, 11, 21), model::Source::Saw, {}});
    CHECK(codes() == QStringLiteral("missing other"));
    CHECK(rules::signsNoticed(concern).back().seen == QDate(2026, 11, 21));
}
