#include "samples.h"

#include "report/text.h"
#include "report/words.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

const QString own = QStringLiteral("Sleeps in lessons since half term");

/// Nothing is ticked but a sign in the author's own words; `seen` is its tick, where they gave one.
model::Case withOwnSign(model::Case record, const std::optional<model::SignSeen>& seen)
{
    auto& concern = record.logged.concern;
    concern.signsSeen.clear();
    if (seen)
        concern.signsSeen.push_back(*seen);
    concern.otherSign = own;
    return record;
}

/// Every document that tells the signs.
QStringList tellings(const std::optional<model::SignSeen>& seen)
{
    auto sheet = samples::callSheet();
    sheet.record = withOwnSign(sheet.record, seen);
    auto entry = samples::cpoms();
    entry.record = withOwnSign(entry.record, seen);
    auto chronology = samples::chronology();
    for (auto& record : chronology.records)
        record = withOwnSign(record, seen);
    auto summary = samples::summary();
    summary.record = withOwnSign(summary.record, seen);
    auto others = samples::summary();
    for (auto& record : others.others)
        record = withOwnSign(record, seen);
    return {plainText(callSheet(sheet)), cpomsText(entry), plainText(report::chronology(chronology)),
            plainText(report::summary(summary)), plainText(report::summary(others))};
}

} // namespace

TEST_CASE("A sign in the author's own words stands in every document, with its day like any other")
{
    for (const auto& text : tellings(model::SignSeen{model::otherSignCode, QDate(2026, 11, 3), {}, {}})) {
        INFO(text.toStdString());
        CHECK(text.contains(own));
        CHECK(text.contains(QStringLiteral("3 November 2026")));
    }
    for (const auto& text : tellings({})) { // as JSON may say it, and as it was said before there was a day
        INFO(text.toStdString());
        CHECK(text.contains(own));
    }
}

TEST_CASE("The text for CPOMS says how a sign in the author's own words is known")
{
    auto entry = samples::cpoms();
    entry.record = withOwnSign(entry.record, model::SignSeen{model::otherSignCode, {}, model::Source::Child, {}});
    CHECK(cpomsText(entry).contains(own + QStringLiteral(" (date not known; ") + sourceText(model::Source::Child)));
}
