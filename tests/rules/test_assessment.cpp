#include "rules/assessment.h"

#include <catch2/catch_test_macros.hpp>

#include <QStringList>

using namespace heed;
using namespace Qt::StringLiterals;

TEST_CASE("An assessment says its tool, level, day, assessor and what it rests on, or that it is not known")
{
    const QDate today(2026, 11, 26);
    const model::AssessmentBody whole{
        u"An invented tool"_s, u"amber"_s, QDate(2026, 11, 3), u"A worker"_s, u"Two visits"_s, {}, {}, false};
    const auto wanting = [&](auto change) {
        auto assessment = whole;
        change(assessment);
        QStringList keys;
        for (const auto& problem : rules::checkAssessment(assessment, today)) {
            CHECK(problem.severity == rules::Severity::Error);
            keys << problem.key;
        }
        return keys.join(u' ');
    };
    using Body = model::AssessmentBody;
    CHECK(wanting([](Body&) {}).isEmpty());
    CHECK(wanting([](Body& of) { of.tool = u"  "_s; }) == u"tool"_s);
    CHECK(wanting([](Body& of) { of.level.clear(); }) == u"level"_s);
    CHECK(wanting([](Body& of) { of.assessor.clear(); }) == u"assessor"_s);
    CHECK(wanting([](Body& of) { of.basis = u"\n"_s; }) == u"basis"_s);
    CHECK(wanting([](Body& of) { of.date.reset(); }) == u"date"_s);
    CHECK(wanting([](Body& of) { of.date = QDate(2026, 11, 27); }) == u"date"_s);
    CHECK(wanting([](Body& of) { of.dateNotKnown = true; }) == u"date"_s); // both a day and none
    CHECK(wanting([](Body& of) { of = {}; }) == u"tool level assessor date basis"_s);
    // Nobody is made to fill in what they do not know.
    CHECK(wanting([](Body& of) {
              of = {u"Not known"_s, u"not known"_s, {}, u"Not known"_s, u"Not known"_s, {}, {}, true};
          }).isEmpty());
    // Whatever else it says, or does not, is no condition.
    CHECK(wanting([](Body& of) { of.trend = model::Trend::Same; }).isEmpty());
}
