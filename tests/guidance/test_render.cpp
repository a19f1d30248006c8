#include "guidance/library.h"
#include "guidance/listing.h"
#include "guidance/render.h"
#include "guidance/whole.h"
#include "model/json.h"
#include "model/profile.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>

using namespace heed;
using namespace heed::guidance;

namespace {

const QDate today(2026, 11, 20);

Page pageWith(const QByteArray& body)
{
    auto read = parsePage(QStringLiteral("p.md"),
                          "---\ntitle: P\nsummary: S.\naudience: staff\nsection: act\nreviewed: 2026-11-15\n"
                          "source: old | 2012 | An old report | https://example.org/old\n"
                          "source: new | 2017 | A new report\nsource: web | read 2016 | A page on the web\n---\n" +
                              body + "\n\nUsed.[^old] Used.[^new] Used.[^web]\n");
    REQUIRE(read);
    return *read;
}

} // namespace

TEST_CASE("Markers are numbered in the order of reading, and each source is listed once")
{
    const auto rendered = render(pageWith("One.[^new] Two.[^old] Three.[^new]"), today);
    CHECK(rendered.markdown.startsWith(
        QStringLiteral("One. [\\[1\\]](heed:source/1) Two. [\\[2\\]](heed:source/2) Three. [\\[1\\]](heed:source/1)")));
    REQUIRE(rendered.sources.size() == 3);
    CHECK(rendered.sources[0].text == QStringLiteral("A new report"));
    CHECK(rendered.sources[1].old);
    CHECK_FALSE(rendered.sources[0].old);
    CHECK(sourceLine(rendered.sources[1]) == QStringLiteral("2. An old report (2012, more than ten years old)"));
    CHECK(sourceLine(rendered.sources[2]) == QStringLiteral("3. A page on the web (undated, read 2016)"));
    CHECK(plainText(rendered.markdown).startsWith(QStringLiteral("One. [1] Two. [2] Three. [1]")));
}

TEST_CASE("A figure is marked once its source is more than ten years old")
{
    const auto mark = QStringLiteral("*(figure from 2012: more than ten years old)*");
    const auto page = pageWith("Some 16% of children.[^old]");
    CHECK(render(page, QDate(2023, 1, 1)).markdown.contains(mark));
    CHECK_FALSE(render(page, QDate(2022, 12, 31)).markdown.contains(mark));
    CHECK(render(pageWith("About a quarter of them.[^old]"), today).markdown.contains(mark));
    CHECK(
        render(pageWith("From 2017: 3 of them.[^new] It is so. Some 70% of them.[^old]"), today).markdown.count(mark) ==
        1);
    CHECK_FALSE(render(pageWith("It is hidden.[^old]"), today).markdown.contains(mark));
    CHECK_FALSE(render(pageWith("There were 9.[^new] It is hidden.[^old]"), today).markdown.contains(mark));
    CHECK_FALSE(
        render(pageWith("There were 9.[^web]"), QDate(2050, 1, 1)).markdown.contains(QStringLiteral("from 2016")));
}

TEST_CASE("Slots are named, filled with escaped text, and said to be empty when they are")
{
    const auto page = pageWith("Tell **{{route.name}}** on {{route.phone}}, or {{route.name}}.");
    CHECK(slotNames(page) == QStringList{QStringLiteral("route.name"), QStringLiteral("route.phone")});
    const auto rendered =
        render(page, today, {{QStringLiteral("route.name"), QStringLiteral("A *B*\n[c](http://d.example)")}});
    CHECK(rendered.markdown.startsWith(
        QStringLiteral("Tell **A \\*B\\* \\[c\\]\\(http://d\\.example\\)** on *(not filled in yet)*")));
    CHECK(rendered.unfilled == QStringList{QStringLiteral("route.phone")});
    CHECK(terminalText(rendered.markdown)
              .startsWith(QStringLiteral("Tell A *B* [c](http://d.example) on (not filled in yet), or A *B*")));
}

TEST_CASE("The profile fills every slot that does not depend on the hour")
{
    QFile file(QStringLiteral(HEED_PROFILE));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto profile =
        model::fromShape<model::Profile>(*model::parseJson(file.readAll(), QStringLiteral("The profile")), QString());
    REQUIRE(profile);
    const auto filling = fillingFrom(*profile);
    for (const auto& slot : knownSlots())
        CHECK(filling.contains(slot.name) == !slot.name.startsWith(QStringLiteral("route.")));
    CHECK(filling.value(QStringLiteral("mash.phone")) == QStringLiteral("0161 234 5001"));
    CHECK(filling.value(QStringLiteral("dsl.names")).startsWith(QStringLiteral("Donna Wealleans, Amanda Clifton")));

    const auto shown = show(Library::builtIn(), QStringLiteral("mash"), today, filling);
    REQUIRE(shown);
    CHECK(shown->text.contains(QStringLiteral("Manchester MASH, 0161 234 5001")));
    CHECK(shown->unfilled.isEmpty());
    const auto card = [&](const Filling& known) {
        return show(Library::builtIn(), QStringLiteral("manchester-mash"), today, known)->text;
    };
    CHECK(card(filling).contains(QStringLiteral("\nHours: Not confirmed: ask when you ring. No answer out of hours?")));
    CHECK(card({}).contains(QStringLiteral("\nHours: Not confirmed: ask when you ring. No answer out of hours?")));
    auto confirmed = *profile;
    confirmed.mash.hours = QStringLiteral("Day and night");
    CHECK(card(fillingFrom(confirmed)).contains(QStringLiteral("\nHours: Day and night\n")));
    confirmed.mash.phone = QStringLiteral("0161 496 0000"); // another line: that card is not about it
    CHECK(card(fillingFrom(confirmed)).contains(QStringLiteral("\nHours: Not confirmed")));
    // The profile that comes with Heed states no hours: nobody has confirmed them, and the page says so.
    CHECK(shown->text.contains(
        QStringLiteral("Hours: Not confirmed: ask when you ring. No answer out of hours? Call 101")));
}

TEST_CASE("What the command line shows has a written shape")
{
    const auto& library = Library::builtIn();
    const auto all = list(library);
    CHECK(all.entries.size() == library.pages().size() + library.cards().size());
    CHECK(*model::fromShape<Listing>(model::toShape(all), QStringLiteral("The list")) == all);
    CHECK(list(library, Audience::Businesses).entries.size() < all.entries.size());

    const auto page = show(library, QStringLiteral("older-partner"), today);
    REQUIRE(page);
    CHECK(page->line.id == QStringLiteral("sign-older-partner"));
    CHECK(page->text.contains(QStringLiteral("Sources\n1. ")));
    CHECK_FALSE(page->text.contains(QStringLiteral("heed:")));
    CHECK(*model::fromShape<Shown>(model::toShape(*page), QStringLiteral("The page")) == *page);

    const auto card = show(library, QStringLiteral("gm-procedures"), today);
    REQUIRE(card);
    CHECK(card->text.contains(QStringLiteral("Old address: http://greatermanchesterscb.proceduresonline.com/")));
    CHECK_FALSE(card->needsChecking);
    CHECK(show(library, QStringLiteral("childline"), QDate(2028, 1, 1))->needsChecking);

    const auto none = show(library, QStringLiteral("missing persons"), today);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == model::ErrorCode::NotFound);
    CHECK(none.error().message.contains(QStringLiteral("Nearest: ")));

    const auto found = search(library, QStringLiteral("hotel"));
    CHECK(*model::fromShape<Found>(model::toShape(found), QStringLiteral("The hits")) == found);
}

TEST_CASE("A whole page numbers each source once, as its markers do")
{
    const auto shown = show(Library::builtIn(), QStringLiteral("key-facts"), QDate(2026, 11, 26));
    REQUIRE(shown);
    const auto text = wholeText(*shown);
    const auto list = text.mid(text.indexOf(QStringLiteral("## Where this comes from")));
    CHECK(list.contains(QStringLiteral("\n1. Department for Education")));
    CHECK_FALSE(list.contains(QStringLiteral("1. 1")));
    CHECK(text.contains(QStringLiteral("*For: Staff, parents and safeguarding leads")));
}
