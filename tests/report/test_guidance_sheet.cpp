#include "report/call_sheet.h"
#include "report/guidance_sheet.h"
#include "report/layout.h"
#include "report/text.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::report;

namespace {

Printing printing()
{
    Printing made;
    made.school = QStringLiteral("St Example");
    made.recipient = QStringLiteral("Staff");
    made.printedAt = QDateTime::fromString(QStringLiteral("2026-11-26T10:00:00Z"), Qt::ISODate);
    return made;
}

} // namespace

TEST_CASE("A page of guidance on paper has all its words, its lists and its sources")
{
    const auto document = guidanceSheet(
        QStringLiteral("Going missing"),
        QStringLiteral("# Going missing\n\n*For: Staff.*\n\nA **strong** link. [1](heed:source/1)\n\n## In school\n\n"
                       "Look out for:\n\n- one thing\n- another *thing*\n\n1. first\n2. second\n\n"
                       "<b>not a tag</b>\n\n[https://example.org](<https://example.org>)\n"),
        printing());
    const auto text = plainBody(document);
    INFO(text.toStdString());
    for (const auto* words :
         {"GOING MISSING", "For: Staff.", "A strong link. 1", "In school", "Look out for:", "one thing",
          "another thing", "1. first", "2. second", "<b>not a tag</b>", "https://example.org"}) {
        INFO(words);
        CHECK(text.contains(QString::fromLatin1(words)));
    }
    int headings = 0;
    int points = 0;
    for (const auto& block : document.blocks) {
        headings += std::holds_alternative<Heading>(block);
        if (const auto* bullets = std::get_if<Bullets>(&block))
            points += static_cast<int>(bullets->items.size());
    }
    CHECK(headings == 2);
    CHECK(points == 2);
    CHECK(document.sheet.mark == QStringLiteral("Guidance"));
    CHECK(document.sheet.reference.isEmpty());
    CHECK(plainBody(guidanceSheet(QStringLiteral("Empty"), {}, printing())).trimmed().isEmpty());
}

TEST_CASE("A call sheet to write on fits a sheet of paper, front and back, and asks nothing of the child")
{
    CallSheet values;
    values.toRing = {QStringLiteral("Invented hub"), QStringLiteral("0100 000"), {}};
    values.caller.name = QStringLiteral("Testy Author");
    values.printing = printing();
    const auto document = blankCallSheet(values);
    const auto text = plainBody(document);
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("Ring Invented hub: 0100")));
    CHECK(text.contains(QStringLiteral("Testy Author; St Example")));
    CHECK(text.contains(QStringLiteral("999 first")));
    CHECK(text.contains(QStringLiteral("What they said and advised")));
    CHECK(text.contains(QStringLiteral("Do not ask the child for it")));
    CHECK(Layout(document).pageCount() == 2);

    values.toRing.phone = {};
    CHECK(plainBody(blankCallSheet(values)).contains(QStringLiteral("number not confirmed")));
}
