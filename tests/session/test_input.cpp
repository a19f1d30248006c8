#include "school.h"

#include "qt_strings.h"
#include "session/logging.h"
#include "taken.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace heed;
using namespace heed::tests;

TEST_CASE("whatever somebody writes is logged and read as it was written; what cannot be is refused in one sentence")
{
    School school;
    const auto lead = school.signInLead();
    const QString combining = QStringLiteral("Zoe\u0308 a\u0301\u0327 \u0644\u064e\u0627");
    const QString emoji = QStringLiteral("\U0001F62D\U0001F468\u200D\U0001F469\u200D\U0001F467 said nothing");
    const QString rightToLeft = QStringLiteral("قالت إنها خائفة من الرجل");
    QString longText;
    while (longText.size() < 100'000)
        longText += QStringLiteral("It went on and on. ");
    for (const auto& words : {combining, emoji, rightToLeft, longText}) {
        auto concern = someConcern();
        concern.child.forename = QStringLiteral("O");
        concern.child.surname.clear();
        concern.facts = concern.childsWords = concern.childsWishes = words;
        concern.precision = model::Precision::NotKnown;
        concern.missing = model::MissingFacts{model::Moment{QDate(2025, 11, 18), {}}, {}, false, words};
        concern.bodyMap = {{model::BodyView::LeftFoot, 0, 1000, {}, {}, {}, {}, true, words, {}, words}};
        const auto logged = taken(session::logConcern(*lead, concern));
        const auto mine = taken(session::myConcerns(*lead));
        const auto own = std::find_if(mine.begin(), mine.end(), [&](const session::OwnConcern& one) {
            return one.record.reference == logged.reference;
        });
        REQUIRE(own != mine.end());
        CHECK(own->record.logged.concern == concern);
    }

    const auto refusal = [&](auto change) {
        auto concern = someConcern();
        change(concern);
        const auto answer = session::logConcern(*lead, concern);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == model::ErrorCode::BadInput);
        return answer.error().message;
    };
    CHECK(refusal([](auto& concern) { concern.child.dateOfBirth = QDate(2099, 1, 1); }).contains(u"not come yet"));
    CHECK(refusal([](auto& concern) { concern.child.dateOfBirth = QDate(1996, 1, 1); }).contains(u"years old"));
    CHECK(refusal([](auto& concern) { concern.child.upn = QStringLiteral("A801200005001"); }).contains(u"child.upn"));
    CHECK(refusal([](auto& concern) { concern.facts = QStringLiteral("\u200b \u202e"); }).contains(u"facts"));
    CHECK(refusal([](auto& concern) {
              concern.bodyMap = {{model::BodyView::Front, 1001, 0, {}, {}, {}, {}, {}, {}, {}, {}}};
          }).contains(u"bodyMap[0]"));
    CHECK(refusal([](auto& concern) { concern.facts = QString(model::longText + 1, u'x'); }).contains(u"facts"));
    CHECK(taken(session::myConcerns(*lead)).size() == 4);
}
