#include "desk.h"

#include "gui/frame/shell.h"
#include "gui/guidance/guidance_page.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

struct Library {
    Library()
    {
        context.navigator = &navigator;
        context.profile = session::defaultProfile();
        context.settings = &settings;
        page.reset(gui::guidance::makeGuidancePage(context, nullptr));
        page->resize(1000, 700);
        page->show();
        page->enter();
    }
    QTextBrowser* reader() const { return page->findChild<QTextBrowser*>(u"guidanceReader"_s); }

    gui::Navigator navigator;
    platform::Settings settings;
    gui::Context context;
    std::unique_ptr<gui::PlacePage> page;
};

} // namespace

TEST_CASE("What to do names the people of today's route")
{
    Library library;
    CHECK(library.reader()->toPlainText().contains(u"Donna Wealleans"_s));
    CHECK(library.reader()->toPlainText().contains(u"0161 234 5001"_s));
}

TEST_CASE("Every page and card opens, with its source")
{
    Library library;
    for (const auto& line : heed::guidance::list(heed::guidance::Library::builtIn()).entries) {
        library.page->open(line.id);
        INFO(line.id.toStdString());
        CHECK(library.reader()->toPlainText().startsWith(line.title));
    }
}

TEST_CASE("A sign's page leads to the form with that sign")
{
    Library library;
    QSignalSpy logged(&library.navigator, &gui::Navigator::logWithSign);
    library.page->open(u"missing"_s);
    click(u"logWithSign"_s);
    REQUIRE(logged.size() == 1);
    CHECK(logged.first().first().toString() == u"missing"_s);
    library.page->open(u"what-is-cse"_s);
    CHECK_FALSE(isSeen(u"logWithSign"_s));
}

TEST_CASE("A link out of Heed says where it leads before anything opens")
{
    Library library;
    Q_EMIT library.reader()->anchorClicked(QUrl(u"https://www.nspcc.org.uk/"_s));
    CHECK(isSeen(u"leavingBanner"_s));
    CHECK(seen<QLabel>(u"leavingBannerText"_s)->text().contains(u"www.nspcc.org.uk"_s));
    click(u"leavingStay"_s);
    CHECK_FALSE(isSeen(u"leavingBanner"_s));
}

TEST_CASE("Back and forward go through what was read; search finds")
{
    Library library;
    const auto first = library.reader()->toPlainText();
    library.page->open(u"what-is-cse"_s);
    click(u"guidanceBack"_s);
    CHECK(library.reader()->toPlainText() == first);
    click(u"guidanceForward"_s);
    CHECK(library.reader()->toPlainText() != first);
    type(u"guidanceSearch"_s, u"cars"_s);
    auto* contents = library.page->findChild<QTreeWidget*>(u"guidanceContents"_s);
    CHECK(waitFor(
        [&] { return contents->model()->index(0, 0).data().toString().contains(u"car"_s, Qt::CaseInsensitive); }));
}

TEST_CASE("Every row of the page that Heed grew from opens from the screen, with its source and its day")
{
    Library library;
    const QStringList rows{u"what-is-cse"_s,
                           u"going-missing"_s,
                           u"key-facts"_s,
                           u"signs"_s,
                           u"who-is-at-risk"_s,
                           u"what-to-do"_s,
                           u"cpoms"_s,
                           u"mash"_s,
                           u"manchester-mash"_s,
                           u"phoenix-and-hubs"_s,
                           u"gm-procedures"_s,
                           u"complex-safeguarding"_s,
                           u"nspcc-cse"_s,
                           u"nspcc-case-reviews"_s,
                           u"animation-my-story-is-real"_s,
                           u"animation-when-someone-cares"_s,
                           u"animation-jay"_s,
                           u"nspcc-therapeutic"_s,
                           u"nspcc-signs"_s,
                           u"nspcc-preventing"_s,
                           u"nwg"_s,
                           u"nwg-licensing"_s,
                           u"lga"_s,
                           u"pace-advice"_s,
                           u"pace-relational-safeguarding"_s,
                           u"barnardos-impacts"_s,
                           u"trauma-model"_s,
                           u"emergency"_s,
                           u"police-101"_s,
                           u"nspcc-helpline"_s,
                           u"childline"_s,
                           u"ceop"_s,
                           u"crimestoppers"_s,
                           u"nspcc-whistleblowing"_s,
                           u"missing-people"_s,
                           u"report-remove"_s,
                           u"refresher"_s};
    auto* tree = library.page->findChild<QTreeWidget*>(u"guidanceContents"_s);
    REQUIRE(tree);
    for (const auto& id : rows) {
        INFO(id.toStdString());
        QTreeWidgetItem* row = nullptr;
        for (QTreeWidgetItemIterator each(tree); *each && !row; ++each)
            if ((*each)->data(0, Qt::UserRole).toString() == id)
                row = *each;
        REQUIRE(row);
        Q_EMIT tree->itemActivated(row, 0);
        const auto text = library.reader()->toPlainText();
        CHECK(text.startsWith(row->text(0)));
        CHECK((text.contains(u"Where this comes from"_s) || text.contains(u"Source: "_s)));
        CHECK((text.contains(u"Last checked on "_s) || text.contains(u"last reviewed on "_s)));
    }
    // A link that is known to have moved shows both addresses.
    library.page->open(u"gm-procedures"_s);
    CHECK(library.reader()->toPlainText().contains(u"greatermanchesterscb.proceduresonline.com"_s));
    CHECK(library.reader()->toPlainText().contains(u"trixonline"_s));
}

TEST_CASE("The text of a page grows and shrinks, by button and by key")
{
    Library library;
    const auto size = [&] { return library.reader()->document()->defaultFont().pointSizeF(); };
    const auto before = size();
    click(u"guidanceLarger"_s);
    CHECK(size() > before);
    click(u"guidanceSmaller"_s);
    click(u"guidanceSmaller"_s);
    CHECK(size() < before);
    for (int i = 0; i < 40; ++i)
        click(u"guidanceLarger"_s);
    CHECK(size() < 3 * before);
}
