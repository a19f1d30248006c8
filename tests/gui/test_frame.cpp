#include "help.h"

#include "gui/frame/idle_watch.h"
#include "gui/frame/notifier.h"
#include "gui/frame/shell.h"
#include "gui/widgets/kit.h"
#include "platform/clock.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC);

} // namespace

TEST_CASE("The idle watch warns, lets one stay, and then locks")
{
    platform::FixedClock clock(start);
    gui::IdleWatch watch;
    QSignalSpy warned(&watch, &gui::IdleWatch::warned);
    QSignalSpy stayed(&watch, &gui::IdleWatch::stayed);
    QSignalSpy expired(&watch, &gui::IdleWatch::expired);
    watch.start(300, 20);

    clock.advance(279);
    watch.tick();
    CHECK(warned.isEmpty());
    clock.advance(1);
    watch.tick();
    REQUIRE(warned.size() == 1);
    CHECK(warned.first().first().toInt() == 20);

    QWidget widget;
    QKeyEvent key(QEvent::KeyPress, Qt::Key_Shift, Qt::NoModifier);
    QApplication::sendEvent(&widget, &key);
    CHECK(stayed.size() == 1);
    CHECK(expired.isEmpty());

    clock.advance(300);
    watch.tick();
    CHECK(expired.size() == 1);
    watch.tick();
    CHECK(expired.size() == 1);
}

TEST_CASE("A key after the time was up does not keep it open: a computer that slept wakes up locked")
{
    platform::FixedClock clock(start);
    gui::IdleWatch watch;
    QSignalSpy expired(&watch, &gui::IdleWatch::expired);
    watch.start(60);
    clock.advance(8 * 3600);
    QWidget widget;
    QKeyEvent key(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
    QApplication::sendEvent(&widget, &key);
    CHECK(expired.size() == 1);
}

TEST_CASE("Locking never asks: a dialog and a menu are gone, and the sign-in is there")
{
    School school;
    auto window = school.signedIn();
    QPointer<QDialog> dialog = new QDialog(window->shell());
    dialog->setModal(true);
    dialog->open();
    REQUIRE(dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_L, Qt::ControlModifier);
    CHECK(waitFor([&] { return isSeen(u"signInPage"_s); }));
    CHECK(waitFor([&] { return dialog.isNull(); }));
    CHECK_FALSE(window->shell());
    CHECK(seen<QLineEdit>(u"signInName"_s)->text() == school.lead());
}

TEST_CASE("A lock by idle time says so, and the warning is seen before")
{
    School school;
    platform::FixedClock clock(start);
    auto window = school.signedIn();
    clock.advance(5 * 60 - 10);
    window->idleWatch()->tick();
    CHECK(isSeen(u"idleWarning"_s));
    QTest::keyClick(window.get(), Qt::Key_Shift);
    CHECK_FALSE(isSeen(u"idleWarning"_s));
    clock.advance(5 * 60);
    window->idleWatch()->tick();
    REQUIRE(seen(u"signInNoticeText"_s));
    CHECK(seen<QLabel>(u"signInNoticeText"_s)->text().contains(u"locked itself"_s));
}

TEST_CASE("F12 covers everything at once and brings it back, dialogs too")
{
    School school;
    auto window = school.signedIn();
    QDialog dialog(window->shell());
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_F12);
    CHECK(isSeen(u"cover"_s));
    CHECK_FALSE(dialog.isVisible());
    CHECK_FALSE(isSeen(u"shell"_s));
    CHECK_FALSE(window->windowTitle().contains(u"Heed"_s));
    QTest::keyClick(window.get(), Qt::Key_F12);
    CHECK(isSeen(u"shell"_s));
    CHECK(dialog.isVisible());
}

TEST_CASE("Enter presses the button that has the focus, in every place and within dialogs")
{
    School school;
    auto window = school.signedIn();
    QDialog dialog(window->shell());
    const auto press = [](QPushButton* button) {
        button->show();
        button->setFocus();
        QSignalSpy pressed(button, &QPushButton::clicked);
        QTest::keyClick(button, Qt::Key_Return);
        QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
        CHECK(pressed.size() == 2);
        QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier); // sends a form
        button->setEnabled(false);
        QTest::keyClick(button, Qt::Key_Return);
        CHECK(pressed.size() == 2);
    };
    press(gui::button(u"onPage"_s, u"On a page"_s, window->shell()));
    auto* inDialog = gui::button(u"inDialog"_s, u"In a dialog"_s, &dialog);
    dialog.open();
    press(inDialog);
}

TEST_CASE("Places are reached by Alt and their number, by arrows and by Tab")
{
    School school;
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    const auto places = window->shell()->places();
    REQUIRE(places.size() == 7);
    for (int i = 0; i < places.size(); ++i) {
        QTest::keyClick(window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::AltModifier);
        CHECK(window->shell()->place() == places.at(i));
    }
    auto* log = seen(u"navLog"_s);
    log->setFocus();
    QTest::keyClick(log, Qt::Key_Down);
    CHECK(seen(u"navMyConcerns"_s)->hasFocus());
    QTest::keyClick(seen(u"navMyConcerns"_s), Qt::Key_Space);
    CHECK(window->shell()->place() == gui::Place::MyConcerns);
}

TEST_CASE("Staff have no cases and no children's pages")
{
    School school;
    school.enrol(u"Sam Staff"_s, model::Role::Staff);
    auto window = school.signedIn(u"Sam Staff"_s);
    CHECK(isSeen(u"navLog"_s));
    CHECK_FALSE(isSeen(u"navCases"_s));
    CHECK_FALSE(isSeen(u"navChildren"_s));
    CHECK(window->shell()->place() == gui::Place::Log);
}

TEST_CASE("A lead who is signed in is told that something came, without a word of it")
{
    struct FakeTray : gui::Tray {
        explicit FakeTray(QStringList* list)
            : told(list)
        {
        }
        void tell(const QString& title, const QString& text) override { *told << title + u'|' + text; }
        QStringList* told;
    };
    School school;
    school.enrol(u"Sam Staff"_s, model::Role::Staff);
    auto window = school.signedIn();
    QStringList told;
    window->shell()->notifier().setTray(std::make_unique<FakeTray>(&told));
    REQUIRE(waitFor([] { return isSeen(u"navCases"_s); }));

    // Somebody else logs a worry on another PC.
    model::Concern concern;
    concern.child.forename = u"Zebedina"_s;
    concern.child.surname = u"Quillfeather"_s;
    concern.child.onRoll = true;
    concern.facts = u"Zebedina got out of a marmalade taxi."_s;
    concern.signsSeen = {{u"unknown-cars"_s, {}, {}, {}}};
    auto password = school.password().toUtf8();
    auto other = session::Session::signIn(school.path(), u"Sam Staff"_s, crypto::spanOf(password));
    REQUIRE(other);
    const auto logged = session::logConcern(**other, concern);
    REQUIRE(logged);

    window->shell()->lookForNew();
    REQUIRE(waitFor([&] { return !told.isEmpty(); }));
    CHECK(told == QStringList{u"Heed|Something new is waiting for you."_s});
    CHECK(waitFor([] { return seen(u"navCases"_s)->accessibleName().contains(u"1 waiting"_s); }));
    CHECK(isSeen(u"waitingBanner"_s));
    for (const auto& word : {u"Zebedina"_s, u"Quillfeather"_s, u"taxi"_s, logged->reference, u"Sam"_s}) {
        INFO(word.toStdString());
        CHECK_FALSE(told.join(u' ').contains(word, Qt::CaseInsensitive));
        CHECK_FALSE(seen<QLabel>(u"waitingBannerText"_s)->text().contains(word, Qt::CaseInsensitive));
    }
    // Looking again tells nothing again.
    window->shell()->lookForNew();
    CHECK(told.size() == 1);
}
