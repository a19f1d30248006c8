#include "desk.h"
#include "hand.h"

#include "gui/cases/pages.h"
#include "gui/child/pages.h"
#include "gui/frame/main_window.h"
#include "gui/frame/shell.h"
#include "gui/guidance/pages.h"
#include "gui/overview/pages.h"
#include "gui/settings/pages.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString called(const QWidget* widget)
{
    return widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className())
                                          : widget->objectName();
}

/// Presses Tab until the focus is where it began: it meets everything that takes it, each once.
void goRound(QWidget* page)
{
    constexpr int most = 600;
    REQUIRE(QApplication::focusWidget());
    if (!(QApplication::focusWidget()->focusPolicy() & Qt::TabFocus))
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    auto* begin = QApplication::focusWidget();
    REQUIRE(page->isAncestorOf(begin));
    QList<QWidget*> met;
    QStringList way;
    for (auto* at = begin; met.size() < most; at = QApplication::focusWidget()) {
        REQUIRE(at);
        if (at == begin && !met.isEmpty() && met.last() != begin)
            break;
        // Within a text, Tab goes from link to link.
        if (met.isEmpty() || met.last() != at) {
            if (met.contains(at)) {
                UNSCOPED_INFO("after " << way.join(u", "_s).toStdString());
                FAIL_CHECK("Tab comes again to " << called(at).toStdString());
                return;
            }
            met << at;
            way << called(at);
        }
        QTest::keyClick(at, Qt::Key_Tab);
    }
    INFO(way.join(u", "_s).toStdString());
    CHECK(met.size() < most);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    CHECK(QApplication::focusWidget() == met.last());
    for (int i = 0; i < most && QApplication::focusWidget() == met.last(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == begin);
    for (const auto* widget : page->findChildren<QWidget*>())
        if ((widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy() && widget->isVisible() &&
            widget->isEnabled() && !met.contains(widget))
            FAIL_CHECK("Tab never comes to " << called(widget).toStdString());
}

} // namespace

TEST_CASE("Tab goes once round each page, past everything on it, and is caught nowhere")
{
    auto& school = sharedSchool();
    QString reference;
    {
        Desk staff(school, staffName());
        const auto logged =
            staff.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
        REQUIRE(logged);
        reference = logged->reference;
        SECTION("the form")
        {
            goRound(staff.put(gui::log::makeLogPage));
        }
        SECTION("the form, with all of it open")
        {
            auto* page = staff.put(gui::log::makeLogPage);
            int opened = 0;
            for (auto* opens : page->findChildren<QPushButton*>()) {
                if (!opens->isVisible() || !opens->isCheckable() || opens->isChecked())
                    continue;
                opens->click();
                ++opened;
            }
            CHECK(opened > 2);
            goRound(page);
        }
        SECTION("one's own concerns")
        {
            auto* page = staff.put(gui::log::makeMyConcernsPage);
            REQUIRE(seen(u"mine.add."_s + reference));
            click(u"mine.add."_s + reference);
            goRound(page);
        }
        SECTION("the guidance")
        {
            goRound(staff.put(gui::guidance::makeGuidancePage));
        }
    }
    SECTION("a lead's pages")
    {
        Desk lead(school, school.lead());
        {
            INFO("the queue");
            auto* page = lead.put(gui::cases::makeCasesPage);
            REQUIRE(seen(u"queue.table"_s));
            click(u"queue.more"_s);
            goRound(page);
        }
        {
            INFO("a case");
            auto* page = lead.put(gui::cases::makeCasesPage);
            page->open(reference);
            REQUIRE(seen(u"case.open.note"_s));
            click(u"case.open.note"_s);
            goRound(page);
        }
        {
            INFO("a child");
            auto* page = lead.put(gui::child::makeChildPage);
            REQUIRE(page);
            page->open(u"Leah Marsh"_s);
            REQUIRE(seen(u"child.facts"_s));
            goRound(page);
        }
        {
            INFO("the overview");
            auto* page = lead.put(gui::overview::makeOverviewPage);
            QTest::qWait(300);
            goRound(page);
        }
    }
}

TEST_CASE("Tab goes round the whole window, from the page to the places beside it and back, in every place")
{
    School school;
    {
        gui::MainWindow welcome(platform::Settings{});
        welcome.start();
        welcome.show();
        REQUIRE(waitFor([] { return QApplication::focusWidget() != nullptr; }));
        goRound(&welcome);
        welcome.showSignIn(school.path());
        REQUIRE(seen(u"signInName"_s));
        goRound(&welcome);
    }
    auto window = school.signedIn();
    for (const auto place : window->shell()->places()) {
        window->shell()->go(place);
        INFO("place " << static_cast<int>(place));
        REQUIRE(waitFor([&] { return QApplication::focusWidget() != nullptr; }));
        QTest::qWait(200); // what the page asked for has come
        goRound(window.get());
    }
    auto* tabs = seen<QTabWidget>(u"settingsTabs"_s);
    REQUIRE(tabs);
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        INFO(tabs->tabText(i).toStdString());
        QTest::qWait(200);
        tabs->setFocus();
        goRound(window.get());
    }
    window->toggleCover();
    REQUIRE(window->isCovered());
    auto* cover = seen(u"cover"_s);
    REQUIRE(cover);
    QTest::keyClick(window.get(), Qt::Key_Tab);
    CHECK((!QApplication::focusWidget() || QApplication::focusWidget() == window.get() ||
           cover == QApplication::focusWidget() || cover->isAncestorOf(QApplication::focusWidget())));
}
