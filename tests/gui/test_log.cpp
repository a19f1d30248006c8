#include "desk.h"

#include "gui/log/route_panel.h"
#include "hand.h"
#include "qt_strings.h"
#include "session/drafts.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString& name)
{
    auto* label = seen<QLabel>(name);
    INFO(name.toStdString());
    REQUIRE(label);
    return label->text();
}

bool waitForText(const QString& name, const QString& text)
{
    return waitFor([&] {
        auto* label = isSeen(name) ? seen<QLabel>(name) : nullptr;
        return label && label->text() == text;
    });
}

/// A person at the keyboard: counts what they press beside typing text.
struct Keys {
    int actions = 0;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++actions;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void write(const QString& text) { QTest::keyClicks(QApplication::focusWidget(), text); }
};

QString focused()
{
    return QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString();
}

/// The form with nothing in it.
gui::PlacePage* putFreshForm(Desk& desk, QSize size = {1280, 860})
{
    desk.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); });
    return desk.put(gui::log::makeLogPage, size);
}

void leftClick(const QString& name)
{
    INFO(name.toStdString());
    auto* widget = seen(name);
    REQUIRE(widget);
    QTest::mouseClick(widget, Qt::LeftButton, Qt::NoModifier,
                      qobject_cast<QAbstractButton*>(widget) ? QPoint(8, widget->height() / 2) : QPoint());
}

} // namespace

TEST_CASE("a typical concern takes no more than twelve actions by keyboard beside typing")
{
    Desk staff(sharedSchool(), staffName());
    putFreshForm(staff);
    Keys keys;
    REQUIRE(focused() == u"child.forename"_s);
    keys.write(u"Leah"_s);
    keys.press(Qt::Key_Tab);
    keys.write(u"Marsh"_s);
    keys.press(Qt::Key_Tab);
    keys.write(u"9"_s);
    keys.press(Qt::Key_Tab); // date of birth
    keys.press(Qt::Key_Tab);
    REQUIRE(focused() == u"child.onRoll.yes"_s);
    keys.press(Qt::Key_Space);
    keys.press(Qt::Key_W, Qt::AltModifier); // What I saw or heard
    REQUIRE(waitFor([] { return focused() == u"facts"_s; }));
    keys.write(u"Leah told me at 14:10 that she had been away from home since Friday."_s);
    keys.press(Qt::Key_Tab); // what the signs can look like, for whoever is not sure
    keys.press(Qt::Key_Tab);
    REQUIRE(focused() == u"sign.sexualised-behaviour"_s);
    keys.write(u"missing"_s);
    REQUIRE(focused() == u"sign.missing"_s);
    keys.press(Qt::Key_Space);
    keys.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitFor([] { return focused() == u"check.submit"_s; }));
    keys.press(Qt::Key_Return);
    REQUIRE(seen(u"afterView"_s));
    CHECK(keys.actions <= 12);
    INFO(keys.actions);

    REQUIRE(staff.logged);
    CHECK(textOf(u"after.reference"_s) == staff.logged->reference);
    CHECK(textOf(u"after.whom"_s) == u"Tell Donna Wealleans now, in person"_s);
    CHECK(focused() == u"after.told"_s);
    // And two more to say that she was told.
    keys.press(Qt::Key_Return);
    REQUIRE(focused() == u"after.save"_s);
    keys.press(Qt::Key_Return);
    CHECK(waitForText(u"after.done"_s, u"Recorded: you told Donna Wealleans."_s));
    // Nothing on the page asks for it any more, and the place offers an empty form to whoever comes back.
    CHECK(textOf(u"after.whom"_s) == u"You have told Donna Wealleans"_s);
    CHECK(focused() == u"after.another"_s);
    staff.page()->enter();
    CHECK(seen(u"concernForm"_s));
}

TEST_CASE("the whole form by mouse, with who will be told beside it changing as it does")
{
    Desk staff(sharedSchool(), staffName());
    putFreshForm(staff, {1280, 5200});
    REQUIRE(waitForText(u"route.contact"_s, u"Donna Wealleans"_s));
    CHECK(textOf(u"route.deputies"_s).contains(u"Amanda Clifton, then Deborah Howard"_s));
    CHECK(textOf(u"route.reasons"_s).contains(u"not sure"_s));

    leftClick(u"child.onRoll.no"_s);
    REQUIRE(waitForText(u"route.contact"_s, u"Manchester MASH"_s));
    CHECK(textOf(u"route.phone"_s) == u"0161 234 5001"_s);
    auto* panel = seen<gui::log::RoutePanel>(u"routePanel"_s);
    CHECK(panel->accessibleDescription().startsWith(u"Ring Manchester MASH now: 0161 234 5001."_s));

    CHECK_FALSE(isSeen(u"log.emergency"_s));
    leftClick(u"immediateDanger"_s);
    CHECK(isSeen(u"log.emergency"_s)); // at once, before any answer
    REQUIRE(waitFor([] { return isSeen(u"route.danger"_s); }));
    CHECK(panel->spoken().startsWith(u"First ring 999."_s));

    leftClick(u"child.onRoll.yes"_s);
    leftClick(u"immediateDanger"_s);
    REQUIRE(waitForText(u"route.contact"_s, u"Donna Wealleans"_s));
    CHECK_FALSE(isSeen(u"log.emergency"_s));

    for (const auto* part :
         {"childsWords", "observedAt", "opinion", "actionTaken", "involved", "children", "aboutStaff"})
        leftClick(u"part."_s + QLatin1StringView(part));
    leftClick(u"aboutStaff"_s);
    // The default school has not named its head: it is nobody who is on the list of leads.
    REQUIRE(waitFor([] { return textOf(u"route.contact"_s) != u"Donna Wealleans"_s; }));
    leftClick(u"aboutStaff"_s);
    REQUIRE(waitForText(u"route.contact"_s, u"Donna Wealleans"_s));

    leftClick(u"child.more"_s);
    for (const auto& [name, words] :
         std::vector<std::pair<QString, QString>>{{u"child.forename"_s, u"Leah"_s},
                                                  {u"child.surname"_s, u"Marsh"_s},
                                                  {u"child.yearGroup"_s, u"9"_s},
                                                  {u"child.dateOfBirth"_s, u"3/5/2012"_s},
                                                  {u"child.upn"_s, u"H352400112001"_s},
                                                  {u"facts"_s, u"She got out of a silver car."_s},
                                                  {u"childsWords"_s, u"He is my mate"_s},
                                                  {u"observedAt"_s, u"today"_s},
                                                  {u"observedTime"_s, u"00:00"_s},
                                                  {u"place"_s, u"Back gate"_s},
                                                  {u"opinion"_s, u"Somebody older gives her things."_s},
                                                  {u"actionTaken"_s, u"I asked if she was all right."_s},
                                                  {u"otherSign"_s, u"A second phone"_s}}) {
        leftClick(name);
        type(name, words);
    }
    leftClick(u"child.flag.looked-after"_s);
    leftClick(u"sign.unknown-cars"_s);
    type(u"sign.unknown-cars.seen"_s, u"today"_s);
    type(u"sign.unknown-cars.note"_s, u"Silver"_s);
    type(u"otherSign.seen"_s, u"yesterday"_s);
    choose(u"otherSign.source"_s, u"The child told me"_s);
    leftClick(u"involved.add"_s);
    type(u"involved0.name"_s, u"KX"_s);
    leftClick(u"children.add"_s);
    type(u"children0.forename"_s, u"Mia"_s);
    leftClick(u"children0.onRoll.yes"_s);
    type(u"children0.part"_s, u"Was in the car too"_s);

    leftClick(u"log.check"_s);
    REQUIRE(seen(u"checkView"_s));
    CHECK_FALSE(isSeen(u"check.problems"_s));
    leftClick(u"check.submit"_s);
    REQUIRE(seen(u"afterView"_s));
    REQUIRE(staff.logged);

    const auto mine = staff.run([](session::Session& session) { return session::myConcerns(session); });
    REQUIRE(mine);
    const auto& written = mine->front().record.logged.concern;
    CHECK(written.child.upn == u"H352400112001"_s);
    CHECK(written.child.vulnerabilities == std::vector{model::Vulnerability::LookedAfter});
    CHECK(written.childsWords == u"He is my mate"_s);
    CHECK(written.place == u"Back gate"_s);
    REQUIRE(written.observedAt);
    REQUIRE(written.signsSeen.size() == 2);
    CHECK(written.signsSeen[0].note == u"Silver"_s);
    CHECK(written.signsSeen[1].code == model::otherSignCode);
    CHECK(written.signsSeen[1].seen == QDate::currentDate().addDays(-1));
    CHECK(written.signsSeen[1].source == model::Source::Child);
    CHECK(written.otherSign == u"A second phone"_s);
    REQUIRE(written.involved.size() == 1);
    REQUIRE(written.children.size() == 1);
    CHECK(written.children[0].part == u"Was in the car too"_s);
}

TEST_CASE("something else is asked about like a sign, once something stands there, and nothing of it is sent unseen")
{
    Desk staff(sharedSchool(), staffName());
    putFreshForm(staff);
    CHECK_FALSE(isSeen(u"otherSign.seen"_s));
    type(u"facts"_s, u"Jamie had a second telephone."_s);
    type(u"otherSign"_s, u"A second telephone"_s);
    REQUIRE(isSeen(u"otherSign.seen"_s));
    type(u"otherSign.seen"_s, u"1/1/2099"_s);
    click(u"log.check"_s);
    REQUIRE(seen(u"check.problems"_s));
    click(u"check.problems.go.0"_s);
    CHECK(waitFor([] { return focused() == u"otherSign.seen"_s; }));
    type(u"otherSign.seen"_s, u"not a day"_s);
    type(u"otherSign"_s, {});
    CHECK(isSeen(u"otherSign.seen"_s)); // it would stop the form: it stays in sight
    click(u"log.check"_s);
    REQUIRE(seen(u"check.problems"_s));
    click(u"check.problems.go.0"_s);
    CHECK(waitFor([] { return focused() == u"otherSign.seen"_s; }));
    type(u"otherSign.seen"_s, {});
    CHECK_FALSE(isSeen(u"otherSign.seen"_s));
}

TEST_CASE("what is wrong stands at the top of the check page and leads to its field; advice never stops")
{
    Desk staff(sharedSchool(), staffName());
    putFreshForm(staff);
    type(u"child.forename"_s, u"Leah"_s);
    type(u"child.dateOfBirth"_s, u"1/1/2099"_s);
    click(u"child.more"_s);
    type(u"child.upn"_s, u"A801200005001"_s);
    click(u"log.check"_s);
    REQUIRE(seen(u"check.problems"_s));
    CHECK_FALSE(seen<QAbstractButton>(u"check.submit"_s)->isEnabled());
    CHECK(isSeen(u"check.problems.go.2"_s)); // no facts, a birth to come, a UPN's letter
    click(u"check.problems.go.0"_s);
    CHECK(waitFor([] { return focused() == u"facts"_s; }));
    type(u"facts"_s, u"Leah is a liar and hangs out with AB."_s);
    click(u"log.check"_s);
    REQUIRE(seen(u"check.problems.go.1"_s));
    CHECK_FALSE(isSeen(u"check.problems.go.2"_s));
    CHECK(isSeen(u"check.advice"_s));
    click(u"check.problems.go.0"_s);
    CHECK(focused() == u"child.upn"_s);
    CHECK(seen<QLabel>(u"child.upnError"_s));
    type(u"child.upn"_s, u"B801200005001"_s);
    click(u"log.check"_s);
    REQUIRE(waitFor([] { return isSeen(u"checkView"_s) && !isSeen(u"check.problems.go.1"_s); }));
    click(u"check.problems.go.0"_s);
    CHECK(focused() == u"child.dateOfBirth"_s);
    type(u"child.dateOfBirth"_s, u"3/5/2012"_s);
    click(u"log.check"_s);
    REQUIRE(waitFor([] { return isSeen(u"checkView"_s) && !isSeen(u"check.problems"_s); }));
    CHECK(isSeen(u"check.advice"_s));
    CHECK(seen<QAbstractButton>(u"check.submit"_s)->isEnabled());
    // Back keeps it all.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    REQUIRE(seen(u"concernForm"_s));
    CHECK(seen<QPlainTextEdit>(u"facts"_s)->toPlainText() == u"Leah is a liar and hangs out with AB."_s);
}

TEST_CASE("what was typed survives a lock in the middle of a word, and a concern that was logged leaves no draft")
{
    auto& school = sharedSchool();
    {
        Desk staff(school, staffName());
        putFreshForm(staff);
        type(u"child.forename"_s, u"Noor"_s);
        type(u"child.dateOfBirth"_s, u"30 Feb"_s);
        click(u"part.opinion"_s);
        type(u"opinion"_s, u"I worry ab"_s);
        staff.lock(); // no pause: nothing had been stored yet
    }
    {
        Desk staff(school, staffName());
        staff.put(gui::log::makeLogPage);
        REQUIRE(seen(u"log.returned"_s));
        CHECK(seen<QLineEdit>(u"child.forename"_s)->text() == u"Noor"_s);
        CHECK(seen<QLineEdit>(u"child.dateOfBirth"_s)->text() == u"30 Feb"_s);
        CHECK(seen<QPlainTextEdit>(u"opinion"_s)->toPlainText() == u"I worry ab"_s);
        CHECK(focused() == u"opinion"_s);
        CHECK(seen<QPlainTextEdit>(u"opinion"_s)->textCursor().position() == 10);
        type(u"child.dateOfBirth"_s, {});
        type(u"facts"_s, u"She was not at home."_s);
        click(u"log.check"_s);
        click(u"check.submit"_s);
        REQUIRE(seen(u"afterView"_s));
        staff.lock();
    }
    Desk staff(school, staffName());
    staff.put(gui::log::makeLogPage);
    QTest::qWait(100);
    CHECK_FALSE(isSeen(u"log.returned"_s));
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text().isEmpty());
}

TEST_CASE("a pause in typing stores the draft; somebody else never sees it")
{
    auto& school = sharedSchool();
    Desk staff(school, staffName());
    putFreshForm(staff);
    type(u"child.forename"_s, u"Paused"_s);
    QTest::qWait(2600);
    staff.page()->hide();
    {
        Desk lead(school, school.lead());
        lead.put(gui::log::makeLogPage);
        QTest::qWait(100);
        CHECK(seen<QLineEdit>(u"child.forename"_s)->text().isEmpty());
    }
    // Without a lock, as after a crash.
    Desk again(school, staffName());
    again.put(gui::log::makeLogPage);
    REQUIRE(seen(u"log.returned"_s));
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text() == u"Paused"_s);
    click(u"log.startAgain"_s);
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text().isEmpty());
    CHECK_FALSE(isSeen(u"log.returned"_s));
    // Not meant: it comes back, and is kept again.
    click(u"log.thrownBack"_s);
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text() == u"Paused"_s);
    CHECK_FALSE(isSeen(u"log.thrown"_s));
}

TEST_CASE("what was thrown away does not come back once something else is typed")
{
    auto& school = sharedSchool();
    {
        Desk staff(school, staffName());
        putFreshForm(staff);
        type(u"child.forename"_s, u"One"_s);
        staff.lock();
    }
    Desk staff(school, staffName());
    staff.put(gui::log::makeLogPage);
    REQUIRE(seen(u"log.returned"_s));
    click(u"log.startAgain"_s);
    REQUIRE(isSeen(u"log.thrown"_s));
    type(u"child.forename"_s, u"Another"_s);
    CHECK_FALSE(isSeen(u"log.thrown"_s));
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text() == u"Another"_s);
}

TEST_CASE("an error leaves everything as it was typed")
{
    Desk staff(sharedSchool(), staffName());
    auto* page = putFreshForm(staff);
    type(u"child.forename"_s, u"Leah"_s);
    const QString tooLong(250'000, u'x');
    seen<QPlainTextEdit>(u"facts"_s)->setPlainText(tooLong);
    click(u"log.check"_s);
    REQUIRE(seen(u"checkView"_s));
    // Said before it is submitted, and at its field.
    CHECK_FALSE(seen<QAbstractButton>(u"check.submit"_s)->isEnabled());
    CHECK(textOf(u"check.problems.sentence.0"_s).contains(u"250,000 characters"_s));
    click(u"check.problems.go.0"_s);
    CHECK(focused() == u"facts"_s);
    CHECK(seen<QPlainTextEdit>(u"facts"_s)->toPlainText() == tooLong);
    page->beforeLock();
    click(u"part.opinion"_s);
    type(u"facts"_s, {});
    type(u"child.forename"_s, {});
    page->beforeLock();
    staff.run([](session::Session&) -> model::Result { return {}; });
    CHECK(staff.failed.empty());
}

TEST_CASE("a sign chosen elsewhere is ticked; could not reach names the next, then MASH; the slip is saved")
{
    Desk staff(sharedSchool(), staffName());
    auto* page = putFreshForm(staff);
    page->open(u"injuries"_s);
    CHECK(focused() == u"sign.injuries"_s);
    type(u"child.forename"_s, u"Ali"_s);
    click(u"child.onRoll.yes"_s);
    type(u"facts"_s, u"A bruise on the left arm, 5 cm."_s);
    click(u"log.check"_s);
    click(u"check.submit"_s);
    REQUIRE(seen(u"afterView"_s));
    const QStringList order{u"Donna Wealleans"_s, u"Amanda Clifton"_s, u"Deborah Howard"_s, u"Helen Woolf"_s,
                            u"Tracy Buckley"_s,   u"Kieran Bentley"_s, u"Manchester MASH"_s};
    for (const auto& name : order) {
        REQUIRE(waitFor([&] {
            auto* told = isSeen(u"after.told"_s) ? seen<QAbstractButton>(u"after.told"_s) : nullptr;
            return told && told->isEnabled() && told->text() == u"I have told "_s + name;
        }));
        if (name != order.back()) {
            CHECK(textOf(u"after.whom"_s) == u"Tell %1 now, in person"_s.arg(name));
            CHECK_FALSE(isSeen(u"after.call"_s));
            click(u"after.notReached"_s);
        }
    }
    CHECK(textOf(u"after.whom"_s) == u"Ring Manchester MASH now: 0161 234 5001"_s);
    CHECK(isSeen(u"after.call"_s));
    CHECK(textOf(u"after.question"_s).contains(u"0161 234 5001"_s));

    // Of a call there is room for who answered, what they said and their reference; all of it is in the record.
    click(u"after.told"_s);
    type(u"after.day"_s, u"1/1/2099"_s);
    click(u"after.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"after.error"_s); }));
    type(u"after.day"_s, u"today"_s);
    type(u"after.answered"_s, u"A duty worker"_s);
    type(u"after.theirReference"_s, u"INV-7"_s);
    seen<QPlainTextEdit>(u"after.said"_s)->setPlainText(u"They will ring back."_s);
    click(u"after.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"after.done"_s); }));
    const auto own = staff.run([](session::Session& session) { return session::myConcerns(session); });
    REQUIRE(own);
    QString said;
    for (const auto& event : own->front().record.events)
        if (const auto* body = std::get_if<model::ToldBody>(&event.body); body && body->reached)
            said = body->text;
    CHECK(said == u"Who answered: A duty worker\nWhat they said: They will ring back.\nTheir reference: INV-7"_s);

    const QTemporaryDir folder;
    click(u"after.saveSlip"_s);
    auto* dialog = seen<QFileDialog>(u"after.slipDialog"_s);
    REQUIRE(dialog);
    CHECK(dialog->selectedFiles().value(0).endsWith(staff.logged->reference + u".pdf"_s));
    const auto path = folder.filePath(u"slip.pdf"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.read(5) == "%PDF-");
}

TEST_CASE("A pile of paper forms is typed in one after the other, and the slip names who typed")
{
    Desk staff(sharedSchool(), staffName());
    putFreshForm(staff);
    type(u"child.forename"_s, u"Leah"_s);
    seen<QPlainTextEdit>(u"facts"_s)->setPlainText(u"Read from the form."_s);
    seen<QAbstractButton>(u"part.writtenBy"_s)->setChecked(true);
    type(u"writtenBy"_s, u"Sam Okafor"_s);
    QTest::keyClick(seen(u"facts"_s), Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitFor([] { return focused() == u"check.submit"_s; }));
    click(u"check.submit"_s);
    REQUIRE(waitFor([] { return isSeen(u"after.another"_s); }));
    CHECK(seen<QAbstractButton>(u"after.another"_s)->text() == u"Type in the next paper form"_s);
    click(u"after.another"_s);
    CHECK(waitFor([] { return focused() == u"writtenBy"_s; }));
    CHECK(seen<QLineEdit>(u"writtenBy"_s)->text().isEmpty());
    CHECK(seen<QPlainTextEdit>(u"facts"_s)->toPlainText().isEmpty());
}
