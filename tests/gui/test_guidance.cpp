#include "help.h"

#include "gui/frame/shell.h"
#include "gui/guidance/guidance_page.h"
#include "gui/guidance/page_text.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemView>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

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
    auto* contents = library.page->findChild<QAbstractItemView*>(u"guidanceContents"_s);
    CHECK(waitFor(
        [&] { return contents->model()->index(0, 0).data().toString().contains(u"car"_s, Qt::CaseInsensitive); }));
}
