#include "desk.h"
#include "hand.h"

#include "gui/settings/pages.h"
#include "session/links.h"
#include "session/review.h"
#include "session/siblings.h"

#include <catch2/catch_test_macros.hpp>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

gui::PlacePage* makeSettings(gui::Context& context, QWidget* parent)
{
    static platform::Settings settings;
    context.settings = &settings;
    auto* page = gui::settings::makeSettingsPage(
        context, [] {}, parent);
    page->open(u"pupils"_s);
    return page;
}

model::Pupil pupilNamed(const QString& forename)
{
    model::Pupil pupil;
    pupil.child.forename = forename;
    pupil.child.surname = u"Makebelieve"_s;
    pupil.child.yearGroup = u"8"_s;
    pupil.className = u"8M"_s;
    pupil.facts.address = u"4 Invented Close"_s;
    return pupil;
}

QString registered(Desk& desk, const model::Pupil& pupil)
{
    const auto id = desk.run([pupil](session::Session& session) { return session::registerPupil(session, pupil); });
    REQUIRE(id);
    return *id;
}

model::Pupil pupilOf(Desk& desk, const QString& id)
{
    const auto pupil = desk.run([id](session::Session& session) { return session::pupil(session, id); });
    REQUIRE(pupil);
    return *pupil;
}

/// Finds somebody in the list and opens them by the keyboard.
void openPupil(const QString& name)
{
    type(u"pupilsFind"_s, name);
    auto* table = seen<QTableWidget>(u"pupilsTable"_s);
    REQUIRE(waitFor([&] { return table->rowCount() == 1 && table->item(0, 1)->text() == name; }));
    table->setFocus();
    table->setCurrentCell(0, 0);
    QTest::keyClick(table, Qt::Key_Return);
    REQUIRE(waitFor([] { return isSeen(u"pupil.save"_s); }));
}

void typeInto(const QString& name, const QString& text)
{
    INFO(name.toStdString());
    type(name, text);
}

} // namespace

TEST_CASE("A lead writes down who is around a child, and siblings only once it is said")
{
    School school;
    Desk desk(school, school.lead());
    const auto id = registered(desk, pupilNamed(u"Nia"_s));
    const auto brother = registered(desk, pupilNamed(u"Robin"_s));
    desk.put(makeSettings);
    openPupil(u"Nia"_s);
    CHECK_FALSE(seen<QPushButton>(u"pupil.save"_s)->isEnabled());

    press(u"pupilContactsAdd"_s);
    typeInto(u"pupil.contact1.name"_s, u"Ms Makebelieve"_s);
    typeInto(u"pupil.contact1.phone"_s, u"0161 496 0101"_s);
    seen<QCheckBox>(u"pupil.contact1.responsible"_s)->setChecked(true);
    press(u"pupilContactsAdd"_s);
    typeInto(u"pupil.contact2.name"_s, u"Gran Makebelieve"_s);
    press(u"pupilContactsUp2"_s);
    press(u"pupilHouseholdAdd"_s);
    typeInto(u"pupil.home1.name"_s, u"Uncle Makebelieve"_s);
    typeInto(u"pupil.home1.born"_s, u"31/2/1990"_s);
    press(u"pupilProfessionalsAdd"_s);
    choose(u"pupil.lookedAfter"_s, u"Yes"_s);
    typeInto(u"pupil.caringAuthority"_s, u"Salford"_s);
    seen<QCheckBox>(u"pupil.flag.previously-missing"_s)->setChecked(true);

    // A day that is none, and a professional without a role, stand at their fields; nothing is saved or lost.
    press(u"pupil.save"_s);
    CHECK(seen(u"pupil.home1.born"_s)->hasFocus());
    typeInto(u"pupil.home1.born"_s, u"1/2/1990"_s);
    press(u"pupil.save"_s);
    CHECK(isSeen(u"pupilErrors"_s));
    typeInto(u"pupil.professional1.role"_s, u"social worker"_s);
    typeInto(u"pupil.professional1.name"_s, u"Sasha Made-up"_s);

    REQUIRE(waitFor([] { return isSeen(u"pupilSibling1"_s); }));
    CHECK(wordsOf(u"pupilSibling1Words"_s).contains(u"Robin Makebelieve, 8M: may be. One address."_s));
    CHECK(pupilOf(desk, id).facts.siblings.isEmpty());
    press(u"pupilSibling1"_s);
    CHECK(wordsOf(u"pupilSibling1Words"_s).endsWith(u"brother or sister."_s));
    press(u"pupil.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilsAnswer"_s); }));

    const auto facts = pupilOf(desk, id).facts;
    REQUIRE(facts.contacts.size() == 2);
    CHECK(facts.contacts[0].name == u"Gran Makebelieve"_s);
    CHECK(facts.contacts[1].parentalResponsibility);
    CHECK(facts.contacts[1].phone == u"0161 496 0101"_s);
    REQUIRE(facts.household.size() == 1);
    CHECK(facts.household[0].dateOfBirth == QDate(1990, 2, 1));
    REQUIRE(facts.professionals.size() == 1);
    CHECK(facts.professionals[0].name == u"Sasha Made-up"_s);
    CHECK(facts.lookedAfter == true);
    CHECK(facts.caringAuthority == u"Salford"_s);
    CHECK(pupilOf(desk, id).child.vulnerabilities == std::vector{model::Vulnerability::PreviouslyMissing});
    CHECK(facts.siblings == QStringList{brother});
    CHECK(pupilOf(desk, brother).facts.siblings == QStringList{id});
    CHECK(facts.address == u"4 Invented Close"_s);
}

TEST_CASE("Who may be in the register already is not added a second time without a word")
{
    School school;
    Desk desk(school, school.lead());
    auto robin = pupilNamed(u"Robin"_s);
    robin.child.dateOfBirth = QDate(2013, 6, 7);
    registered(desk, robin);
    desk.put(makeSettings);
    const auto count = [&] {
        return desk.run([](session::Session& session) { return session::pupils(session); }).value().size();
    };
    press(u"pupilsAdd"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupil.forename"_s); }));
    typeInto(u"pupil.forename"_s, u"robin"_s);
    typeInto(u"pupil.surname"_s, u"Makebelieve"_s);
    typeInto(u"pupil.dateOfBirth"_s, u"7/6/2013"_s);
    press(u"pupil.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilAnswer"_s); }));
    CHECK(wordsOf(u"pupilAnswerText"_s).contains(u"Robin Makebelieve, 8M, born 7 June 2013"_s));
    CHECK(seen<QLineEdit>(u"pupil.forename"_s)->text() == u"robin"_s);
    CHECK(count() == 1);
    REQUIRE(isSeen(u"pupilAnother"_s));
    press(u"pupilAnother"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilsAnswer"_s); }));
    CHECK(count() == 2);

    // Born on another day it is another child, without a question.
    press(u"pupilsAdd"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupil.forename"_s); }));
    CHECK_FALSE(isSeen(u"pupilAnswer"_s));
    typeInto(u"pupil.forename"_s, u"Robin"_s);
    typeInto(u"pupil.surname"_s, u"Makebelieve"_s);
    typeInto(u"pupil.dateOfBirth"_s, u"8/6/2013"_s);
    press(u"pupil.save"_s);
    REQUIRE(waitFor([&] { return count() == 3; }));
}

TEST_CASE("What is typed of a pupil and not saved comes back after a lock; going back forgets it")
{
    School school;
    {
        Desk desk(school, school.lead());
        registered(desk, pupilNamed(u"Nia"_s));
        desk.put(makeSettings);
        openPupil(u"Nia"_s);
        typeInto(u"pupil.class"_s, u"8Z"_s);
        typeInto(u"pupil.dateOfBirth"_s, u"31/2/2013"_s); // no day, and still what was typed
        press(u"pupilContactsAdd"_s);
        desk.lock();
    }
    {
        Desk desk(school, school.lead());
        desk.put(makeSettings);
        REQUIRE(waitFor([] { return isSeen(u"pupil.class"_s); }));
        CHECK(seen<QLineEdit>(u"pupil.class"_s)->text() == u"8Z"_s);
        CHECK(seen<QLineEdit>(u"pupil.dateOfBirth"_s)->text() == u"31/2/2013"_s);
        CHECK(isSeen(u"pupil.contact1.name"_s));
        CHECK(isSeen(u"pupilAnswer"_s));
        press(u"pupil.cancel"_s);
        REQUIRE(waitFor([] { return isSeen(u"pupilsTable"_s); }));
        desk.lock();
    }
    Desk desk(school, school.lead());
    desk.put(makeSettings);
    REQUIRE(waitFor([] { return isSeen(u"pupilsTable"_s) && seen<QTableWidget>(u"pupilsTable"_s)->rowCount() == 1; }));
    CHECK_FALSE(isSeen(u"pupil.class"_s));
    CHECK(seen<QTableWidget>(u"pupilsTable"_s)->item(0, 2)->text() == u"8M"_s);
}

TEST_CASE("A child who was not on roll becomes a pupil on screen, and the concerns follow")
{
    School school;
    Desk desk(school, school.lead());
    auto concern = sampleConcern();
    concern.child = {};
    concern.child.forename = u"Nia"_s;
    concern.child.surname = u"Makebelieve"_s;
    concern.child.onRoll = false;
    REQUIRE(desk.run([concern](session::Session& session) { return session::logConcern(session, concern); }));
    desk.put(makeSettings);

    press(u"pupilsAdd"_s);
    REQUIRE(isSeen(u"pupil.forename"_s));
    CHECK_FALSE(isSeen(u"describedCard"_s));
    typeInto(u"pupil.forename"_s, u"Nia"_s);
    typeInto(u"pupil.surname"_s, u"Makebelieve"_s);
    typeInto(u"pupil.dateOfBirth"_s, u"3/5/2013"_s);
    press(u"pupil.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilsAnswer"_s); }));
    openPupil(u"Nia"_s);
    const auto found = desk.run([](session::Session& session) { return session::pupils(session); });
    REQUIRE(found);
    const auto id = found->front().child.id;
    const auto concerns = [&] {
        const auto record = desk.run([id](session::Session& session) { return session::openChild(session, id); });
        return record ? record->cases.size() : 0U;
    };
    CHECK(concerns() == 0);
    REQUIRE(waitFor([] { return isSeen(u"described1"_s); }));
    CHECK(wordsOf(u"described1Words"_s).startsWith(u"Nia Makebelieve"_s));
    press(u"described1"_s);
    CHECK(seen(u"describedReason"_s)->hasFocus()); // not without saying how one knows
    CHECK(concerns() == 0);
    typeInto(u"describedReason"_s, u"Joined us today; the previous school rang"_s);
    press(u"described1"_s);
    REQUIRE(waitFor([] { return isSeen(u"describedAnswer"_s); }));
    CHECK(concerns() == 1);
    REQUIRE(waitFor([] { return !isSeen(u"described1"_s); }));
    press(u"pupilConcerns"_s);
    CHECK(desk.openedChild == id);
}
