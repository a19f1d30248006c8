#include "hand.h"

#include "gui/frame/shell.h"
#include "gui/settings/hours_text.h"
#include "gui/settings/what_if_panel.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

TEST_CASE("Hours are read as people type them, and written the same")
{
    using gui::settings::hoursText;
    using gui::settings::readHours;
    const auto read = readHours(u"Mon-Wed 08:30-12:00; thu, Friday 9.15 - 15:30"_s);
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK(read->at(0).days.size() == 3);
    CHECK(read->at(1).from == QTime(9, 15));
    CHECK(hoursText(*read) == u"Mon-Wed 08:30-12:00; Thu, Fri 09:15-15:30"_s);
    CHECK(readHours(QString())->empty());
    for (const auto* wrong :
         {"Mon", "08:30-12:00", "Fri-Mon 08:00-09:00", "Mon 25:00-26:00", "Mon 08:00-08:00", "Mon-Tue-Wed 08:00-09:00"})
        CHECK_FALSE(readHours(QString::fromLatin1(wrong)));
}

TEST_CASE("The preview answers for any day and time")
{
    gui::settings::WhatIfPanel panel;
    auto profile = session::defaultProfile();
    profile.absences.push_back({u"Donna Wealleans"_s, {QDate(2026, 11, 23), {}}, {QDate(2026, 11, 27), {}}, {}});
    panel.setProfile(profile);
    panel.show();
    auto* when = panel.findChild<QDateTimeEdit*>(u"whatIfWhen"_s);
    const auto* answer = panel.findChild<QLabel*>(u"whatIfAnswer"_s);
    when->setDateTime(QDateTime(QDate(2026, 11, 24), QTime(10, 0)));
    CHECK(answer->text().startsWith(u"Amanda Clifton"_s));
    when->setDateTime(QDateTime(QDate(2026, 12, 1), QTime(10, 0)));
    CHECK(answer->text().startsWith(u"Donna Wealleans"_s));
    panel.findChild<QComboBox*>(u"whatIfWhat"_s)->setCurrentIndex(1);
    CHECK(answer->text().contains(u"0161 234 5001"_s));
}

TEST_CASE("A lead changes the school, and says why")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"The school"_s);
    CHECK_FALSE(seen(u"profileSave"_s)->isEnabled());
    type(u"headName"_s, u"Helen Head"_s);
    click(u"profileSave"_s);
    CHECK(isSeen(u"profileReasonError"_s));
    type(u"mashName"_s, QString());
    type(u"mashPhone"_s, QString());
    type(u"profileReason"_s, u"New head"_s);
    click(u"profileSave"_s);
    CHECK(isSeen(u"profileErrors"_s));
    type(u"mashName"_s, u"Manchester MASH"_s);
    type(u"mashPhone"_s, u"0161 234 5001"_s);
    click(u"profileSave"_s);
    REQUIRE(waitFor([] { return isSeen(u"profileAnswer"_s); }));
    CHECK(seen<QLabel>(u"profileAnswerText"_s)->text().startsWith(u"Saved"_s));
    const auto front = session::Session::frontPage(school.path());
    REQUIRE(front);
    CHECK(front->profile.head.name == u"Helen Head"_s);
}

TEST_CASE("A colleague is enrolled; the starting password is shown once and then forgotten")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Colleagues"_s);
    click(u"enrolButton"_s);
    click(u"enrol.save"_s);
    CHECK(isSeen(u"enrol.nameError"_s));
    CHECK(isSeen(u"enrol.roleError"_s));
    type(u"enrol.name"_s, u"Robin Supply"_s);
    choose(u"enrol.role"_s, u"Member of staff"_s);
    click(u"enrol.save"_s);
    REQUIRE(seen(u"startingPassword"_s));
    auto* shown = seen<QLabel>(u"startingPassword"_s);
    CHECK(shown->text().size() >= 8);
    auto* table = seen<QTableWidget>(u"membersTable"_s);
    CHECK(waitFor([&] { return table->rowCount() == 2; }));
    click(u"startingPasswordDone"_s);
    CHECK(shown->text().isEmpty());

    click(u"enrolButton"_s);
    type(u"enrol.name"_s, u"Robin Supply"_s);
    choose(u"enrol.role"_s, u"Member of staff"_s);
    click(u"enrol.save"_s);
    REQUIRE(seen(u"enrol.error"_s));
    CHECK(seen<QLineEdit>(u"enrol.name"_s)->text() == u"Robin Supply"_s);
}

TEST_CASE("Checks run with progress and say what they found")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Checks"_s);
    click(u"verifyButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"verifyAnswer"_s); }));
    CHECK(seen<QLabel>(u"verifyAnswerTitle"_s)->text() == u"All is well"_s);
}

TEST_CASE("Another size of the text takes hold of all pages at once, and nothing that was typed goes")
{
    School school;
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    window->shell()->go(gui::Place::Log);
    auto* facts = seen<QPlainTextEdit>(u"facts"_s);
    REQUIRE(facts);
    facts->setPlainText(u"He said that it was a present."_s);
    openSettings(*window, u"This computer"_s);
    const QPointer<gui::Shell> before = window->shell();
    const auto room = seen(u"settingsPage"_s)->layout()->contentsMargins().left();
    choose(u"textSize"_s, u"200 %"_s);
    REQUIRE(waitFor([&] { return before.isNull() && isSeen(u"textSize"_s); }));
    CHECK(seen(u"settingsPage"_s)->layout()->contentsMargins().left() > room);
    CHECK(waitFor([] { return seen(u"textSize"_s)->hasFocus(); }));
    window->shell()->go(gui::Place::Log);
    facts = seen<QPlainTextEdit>(u"facts"_s);
    CHECK(waitFor([&] { return facts->toPlainText() == u"He said that it was a present."_s; }));

    // What stands only on the screen stays until it is done with.
    openSettings(*window, u"The school"_s);
    REQUIRE(seen(u"headName"_s));
    type(u"headName"_s, u"Helen Head"_s);
    const auto* kept = window->shell();
    openSettings(*window, u"This computer"_s);
    choose(u"textSize"_s, u"100 %"_s);
    QTest::qWait(1);
    openSettings(*window, u"The school"_s);
    CHECK(window->shell() == kept);
    CHECK(seen<QLineEdit>(u"headName"_s)->text() == u"Helen Head"_s);
}

TEST_CASE("What is changed of the school and not saved comes back after a lock")
{
    School school;
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    openSettings(*window, u"The school"_s);
    type(u"headName"_s, u"Helen Head"_s);
    type(u"profileReason"_s, u"New h"_s);
    window->lock();
    type(u"signInPassword"_s, school.password());
    click(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"profileReason"_s); }));
    REQUIRE(waitFor([] { return seen<QLineEdit>(u"headName"_s)->text() == u"Helen Head"_s; }));
    CHECK(seen<QLineEdit>(u"profileReason"_s)->text() == u"New h"_s);
    CHECK(waitFor([] { return seen(u"profileReason"_s)->hasFocus(); }));
    CHECK(seen<QLineEdit>(u"profileReason"_s)->cursorPosition() == 5);
    click(u"profileUndo"_s);
    CHECK(seen<QLineEdit>(u"headName"_s)->text().isEmpty());
    window->lock();
    type(u"signInPassword"_s, school.password());
    click(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"headName"_s); }));
    CHECK(seen<QLineEdit>(u"headName"_s)->text().isEmpty());
}
