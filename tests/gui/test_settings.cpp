#include "hand.h"

#include "gui/frame/shell.h"
#include "gui/settings/contact_row.h"
#include "gui/settings/hours_text.h"
#include "gui/settings/what_if_panel.h"
#include "session/logging.h"
#include "session/state.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QTextBrowser>

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
    // Who changed it and why stands below.
    CHECK(waitFor([&] {
        const auto words = seen<QLabel>(u"profileHistory"_s)->text();
        return words.contains(school.lead()) && words.contains(u"New head"_s);
    }));
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

TEST_CASE("What a check finds is named with its entry in words, above what was checked and what could not be")
{
    School school;
    auto window = school.signedIn();
    std::optional<QString> reference;
    window->thread()->ask(
        window.get(),
        [](session::Session& session) -> model::Expected<QString> {
            model::Concern concern;
            concern.child.forename = u"Madeup"_s;
            concern.child.surname = u"Pupil"_s;
            concern.facts = u"Came in with a new telephone and would not say where it came from."_s;
            HEED_TAKE(const auto logged, session::logConcern(session, concern));
            // Somebody who can write the files takes its words away.
            HEED_TRY(session.state().journal.connection().run(
                "UPDATE entry SET slots = NULL, sealed = NULL WHERE sequence = (SELECT max(sequence) FROM entry)"));
            return logged.reference;
        },
        [&](const model::Expected<QString>& answer) { reference = answer.value_or(QString()); });
    REQUIRE(waitFor([&] { return reference.has_value(); }));
    REQUIRE(!reference->isEmpty());
    openSettings(*window, u"Checks"_s);
    click(u"verifyButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"verifyAnswer"_s); }));
    CHECK(seen<QLabel>(u"verifyAnswerTitle"_s)->text() == u"Something is wrong"_s);
    const auto at = [&](const QString& words) {
        const auto labels = window->findChildren<QLabel*>();
        const auto found = std::find_if(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
        return found == labels.end() ? -1 : (*found)->mapTo(window.get(), QPoint()).y();
    };
    REQUIRE(waitFor([&] { return at(u"no entry says that it was lawfully destroyed"_s) > 0; }));
    const auto found = at(u"no entry says that it was lawfully destroyed"_s);
    CHECK(at(u"As far as is known: the concern that "_s + school.lead() + u" wrote"_s) == found);
    CHECK(at(u"in "_s + *reference) == found);
    CHECK(at(u"\u2713 "_s) > found);
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

TEST_CASE("Closures, the school day, the clocks, bank holidays and how the school works are edited on screen")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"The school"_s);
    click(u"closuresAdd"_s);
    type(u"closureName1"_s, u"Half term"_s);
    seen<QDateEdit>(u"closureFrom1"_s)->setDate(QDate(2027, 2, 19));
    seen<QDateEdit>(u"closureTo1"_s)->setDate(QDate(2027, 2, 15));
    for (int day = 1; day <= 5; ++day)
        seen<QCheckBox>(u"schoolDay%1"_s.arg(day))->setChecked(false);
    type(u"schoolDayFrom"_s, u"8:45"_s);
    seen<QSpinBox>(u"acknowledgeMinutes"_s)->setValue(30);
    seen<QSpinBox>(u"writtenHours"_s)->setValue(48);
    click(u"bankHolidaysAdd"_s);
    seen<QDateEdit>(u"bankHolidayDay1"_s)->setDate(QDate(2027, 6, 4));
    auto* record = seen<QComboBox>(u"recordSystem"_s);
    CHECK(record->currentText().startsWith(u"CPOMS"_s));
    record->setCurrentIndex(1);
    CHECK_FALSE(seen<QCheckBox>(u"mandatoryReporting"_s)->isChecked());
    seen<QCheckBox>(u"secondAgreement"_s)->setChecked(true);
    type(u"profileReason"_s, u"The new year"_s);

    // No school day would be left, and a closure ends before it starts: both are said, and nothing is lost.
    click(u"profileSave"_s);
    REQUIRE(isSeen(u"profileErrors"_s));
    CHECK(isSeen(u"profileErrorsItem2"_s));
    for (int day = 1; day <= 4; ++day)
        seen<QCheckBox>(u"schoolDay%1"_s.arg(day))->setChecked(true);
    seen<QDateEdit>(u"closureFrom1"_s)->setDate(QDate(2027, 2, 15));
    seen<QDateEdit>(u"closureTo1"_s)->setDate(QDate(2027, 2, 19));
    type(u"schoolDayTo"_s, u"half past"_s);
    click(u"profileSave"_s);
    CHECK(isSeen(u"schoolDayToError"_s));
    type(u"schoolDayTo"_s, u"15:15"_s);
    click(u"profileSave"_s);
    REQUIRE(waitFor([] { return isSeen(u"profileAnswer"_s); }));

    const auto front = session::Session::frontPage(school.path());
    REQUIRE(front);
    const auto& profile = front->profile;
    REQUIRE(profile.closures.size() == 1);
    CHECK(profile.closures[0] == model::Closure{QDate(2027, 2, 15), QDate(2027, 2, 19), u"Half term"_s});
    CHECK(profile.schoolDay.days.size() == 4);
    CHECK(profile.schoolDay.from == QTime(8, 45));
    CHECK(profile.schoolDay.to == QTime(15, 15));
    CHECK(profile.clocks == model::ClockSettings{30, 48});
    CHECK(profile.bankHolidays.added == std::vector<QDate>{QDate(2027, 6, 4)});
    CHECK(profile.bankHolidays.removed.empty());
    CHECK(profile.record == model::RecordSystem::Heed);
    CHECK(profile.secondAgreement);
    CHECK_FALSE(profile.mandatoryReporting);
}

TEST_CASE("A number that was last checked over a year ago is shown as such, and one click checks it")
{
    model::Contact old{u"A council"_s, u"0161 000 0000"_s, {}, u"Its page"_s, QDate(2024, 1, 5)};
    gui::settings::ContactRow row(old, u"council"_s);
    row.setNumber(1);
    row.show();
    const auto says = [&](const QString& words) {
        for (const auto* label : row.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    CHECK(says(u"more than a year ago"_s));
    row.findChild<QPushButton*>(u"councilChecked1"_s)->click();
    CHECK_FALSE(says(u"more than a year ago"_s));
    CHECK(row.contact().checked > QDate(2024, 1, 5));
    // A number without a source is not shown to staff, and the row says so.
    row.findChild<QLineEdit*>(u"councilSource1"_s)->clear();
    Q_EMIT row.findChild<QLineEdit*>(u"councilSource1"_s)->textEdited({});
    CHECK(says(u"Staff do not see this number"_s));
}

TEST_CASE("A lead adds a page and a number of the school's own, changes them, and takes them out")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Our guidance"_s);
    click(u"ownPageAdd"_s);
    type(u"ownPage.title"_s, u"Our policy"_s);
    type(u"ownPage.summary"_s, u"What we agreed."_s);
    type(u"ownPage.source"_s, u"Governors, 2026"_s);
    seen<QPlainTextEdit>(u"ownPage.text"_s)->setPlainText(u"## At the gate\n\nRing <b>the office</b>."_s);
    click(u"ownPage.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"ownPage.error"_s); })); // HTML; nothing that was typed is lost
    seen<QPlainTextEdit>(u"ownPage.text"_s)->setPlainText(u"## At the gate\n\nRing the office first."_s);
    click(u"ownPage.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"ownTitle1"_s); }));
    click(u"ownCardAdd"_s);
    type(u"ownCard.name"_s, u"Site office"_s);
    type(u"ownCard.phone"_s, u"0161 496 0001"_s);
    type(u"ownCard.source"_s, u"The office itself"_s);
    seen<QPlainTextEdit>(u"ownCard.what"_s)->setPlainText(u"The people at the front desk."_s);
    click(u"ownCard.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"ownTitle2"_s); }));
    click(u"ownChange1"_s);
    CHECK(seen<QPlainTextEdit>(u"ownPage.text"_s)->toPlainText() == u"## At the gate\n\nRing the office first."_s);
    type(u"ownPage.title"_s, u"Our new policy"_s);
    click(u"ownPage.save"_s); // why is asked
    CHECK(seen<QLineEdit>(u"ownPage.title"_s)->text() == u"Our new policy"_s);
    type(u"ownPage.why"_s, u"The governors renamed it"_s);
    click(u"ownPage.save"_s);
    REQUIRE(
        waitFor([] { return isSeen(u"ownTitle1"_s) && seen<QLabel>(u"ownTitle1"_s)->text() == u"Our new policy"_s; }));

    // Colleagues find both in Guidance, marked as the school's own.
    window->shell()->go(gui::Place::Guidance);
    window->shell()->page(gui::Place::Guidance)->open(u"own/our-new-policy"_s);
    const auto text = [] { return seen<QTextBrowser>(u"guidanceReader"_s)->toPlainText(); };
    CHECK(text().startsWith(u"Our new policy"_s));
    CHECK(text().contains(u"Our school's own."_s));
    CHECK(text().contains(u"Governors, 2026"_s));
    window->shell()->page(gui::Place::Guidance)->open(u"own/site-office"_s);
    CHECK(text().contains(u"0161 496 0001"_s));

    window->shell()->go(gui::Place::Settings);
    click(u"ownRemove2"_s);
    type(u"ownRemoval.why"_s, u"The office has moved"_s);
    click(u"ownRemoval.save"_s);
    REQUIRE(waitFor([] { return !isSeen(u"ownTitle2"_s) && isSeen(u"ownTitle1"_s); }));
    const auto front = session::Session::frontPage(school.path());
    REQUIRE(front);
    REQUIRE(front->guidance.size() == 1);
    CHECK(front->guidance.front().name == u"our-new-policy.md"_s);
    openSettings(*window, u"The school"_s);
    REQUIRE(waitFor([] {
        const auto words = seen<QLabel>(u"profileHistory"_s)->text();
        return words.contains(u"The governors renamed it"_s) && words.contains(u"The office has moved"_s);
    }));

    // What is half written comes back after a lock.
    openSettings(*window, u"Our guidance"_s);
    click(u"ownPageAdd"_s);
    type(u"ownPage.title"_s, u"Half a page"_s);
    window->lock();
    type(u"signInPassword"_s, school.password());
    click(u"signInButton"_s);
    REQUIRE(waitFor([&] { return window->shell() != nullptr; }));
    openSettings(*window, u"Our guidance"_s);
    REQUIRE(waitFor([] { return isSeen(u"ownPage.title"_s); }));
    CHECK(seen<QLineEdit>(u"ownPage.title"_s)->text() == u"Half a page"_s);
}

TEST_CASE("A printed sheet is held against the vault, and one that is mistyped is no alarm")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Checks"_s);
    const auto check = [](const QString& text) {
        seen<QPlainTextEdit>(u"sheetText"_s)->setPlainText(text);
        click(u"sheetButton"_s);
        REQUIRE(waitFor([] { return isSeen(u"sheetAnswer"_s) || isSeen(u"sheetTextError"_s); }));
    };
    check(u"1f3a 90c2"_s);
    CHECK(seen<QLabel>(u"sheetTextError"_s)->text().contains(u"16 groups"_s));
    CHECK(seen<QPlainTextEdit>(u"sheetText"_s)->toPlainText() == u"1f3a 90c2"_s);
    check(u"1f3a "_s.repeated(16));
    CHECK(seen<QLabel>(u"sheetAnswerTitle"_s)->text() == u"This vault does not know the sheet"_s);
}
