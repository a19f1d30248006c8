#include "rules/family_entries.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::rules;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

QString keysOf(const std::vector<Problem>& problems)
{
    QStringList keys;
    for (const auto& problem : problems) {
        keys << problem.key;
        CHECK(problem.sentence.endsWith(u'.'));
    }
    return keys.join(u' ');
}

} // namespace

TEST_CASE("whoever was not told needs a reason, and somebody else needs a name")
{
    using model::InformedBody;
    using model::Party;
    const struct {
        InformedBody body;
        QString problems;
    } table[]{
        {{Party::Parents, {}, true, {}, {}, {}, {}, {}}, {}},
        {{Party::Parents, {}, true, now, {}, {}, {}, {}}, {}},
        {{Party::Parents, {}, true, now.addSecs(1), {}, {}, {}, {}}, u"when"_s},
        {{Party::Parents, {}, false, {}, {}, {}, {}, {}}, u"reason"_s},
        {{Party::Parents, {}, false, {}, {}, {}, {}, u" \n"_s}, u"reason"_s},
        {{Party::Child, {}, false, {}, {}, {}, {}, u"It would put them at risk"_s}, {}},
        {{Party::Other, u" "_s, true, {}, {}, {}, {}, {}}, u"whom"_s},
        {{Party::Other, u"Her aunt"_s, true, {}, {}, {}, {}, {}}, {}},
        {{Party::Other, {}, false, now.addDays(1), {}, {}, {}, {}}, u"whom when told reason"_s},
        {{Party::Parents, {}, false, now, {}, {}, {}, u"Risk"_s}, u"told"_s},
        {{Party::Parents, {}, false, {}, u"Amanda"_s, {}, {}, u"Risk"_s}, u"told"_s},
        {{Party::Parents, {}, false, {}, {}, u"By letter"_s, {}, u"Risk"_s}, u"told"_s},
    };
    for (const auto& [body, problems] : table)
        CHECK(keysOf(checkInformed(body, now)) == problems);
}

TEST_CASE("consent is to something, and where nobody was asked there is a reason")
{
    using model::ConsentAnswer;
    using model::ConsentBody;
    using model::Party;
    const auto referral = u"The referral"_s;
    const struct {
        ConsentBody body;
        QString problems;
    } table[]{
        {{ConsentAnswer::Given, referral, Party::Parents, {}, {}, {}, {}}, {}},
        {{ConsentAnswer::Given, {}, Party::Parents, {}, {}, {}, {}}, u"to"_s},
        {{ConsentAnswer::Refused, referral, Party::Child, {}, {}, {}, {}}, {}},
        {{ConsentAnswer::Withdrawn, referral, Party::Other, {}, {}, {}, {}}, u"whom"_s},
        {{ConsentAnswer::NotSought, referral, Party::Parents, {}, {}, {}, {}}, u"reason"_s},
        {{ConsentAnswer::NotSought, referral, Party::Parents, {}, {}, {}, u"Significant harm"_s}, {}},
        {{ConsentAnswer::Given, referral, Party::Parents, {}, now.addSecs(60), {}, {}}, u"when"_s},
    };
    for (const auto& [body, problems] : table)
        CHECK(keysOf(checkConsent(body, now)) == problems);
}
