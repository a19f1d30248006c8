#include "desk.h"
#include "hand.h"

#include "gui/cases/pages.h"
#include "gui/child/pages.h"
#include "gui/log/record_view.h"
#include "gui/widgets/banner.h"
#include "platform/clock.h"
#include "qt_strings.h"
#include "session/register.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QLabel>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// Two who have the same name are one child only where the date of birth says so.
QString logAbout(Desk& desk, const QString& forename, const QString& surname, const QString& plate,
                 const std::optional<QDate>& born = {})
{
    auto concern = sampleConcern();
    concern.child.forename = forename;
    concern.child.surname = surname;
    concern.child.dateOfBirth = born;
    concern.involved = {{model::InvolvedKind::Vehicle, plate, {}, {}}};
    const auto logged =
        desk.run([concern](session::Session& session) { return session::logConcern(session, concern); });
    REQUIRE(logged);
    return logged->reference;
}

} // namespace

TEST_CASE("two records of one child are merged after it was said what will happen, and that is taken back")
{
    School school;
    Desk lead(school, school.lead());
    const auto one = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s);
    const auto other = logAbout(lead, u"Tanzie"_s, u"Maydup"_s, u"XY70 ZZZ"_s);
    gui::PlacePage* page = nullptr;
    // As after a lock: what was typed is there again.
    const auto openAgain = [&] {
        if (page)
            page->beforeLock();
        page = lead.put(gui::child::makeChildPage);
        page->open(u"Tansy Madeup"_s);
        REQUIRE(seen(u"child.case."_s + one));
    };
    openAgain();
    CHECK(seen<gui::log::RecordView>(u"child.facts"_s)->toPlainText().contains(u"Born: Not known"_s));
    click(u"child.merge.open"_s);
    type(u"child.merge.other"_s, u"Tanzie Maydup"_s);
    type(u"child.merge.reason"_s, u"Her mother said so"_s);
    openAgain();
    REQUIRE(waitFor([] { return isSeen(u"child.merge.reason"_s); })); // as it was typed
    click(u"child.merge.save"_s);
    auto* preview = seen<gui::Banner>(u"child.merge.preview"_s);
    REQUIRE(preview);
    CHECK(preview->text().contains(u"one concern about Tanzie Maydup"_s));
    CHECK_FALSE(isSeen(u"child.case."_s + other)); // nothing has happened yet
    click(u"child.merge.do"_s);
    REQUIRE(waitFor([&] { return isSeen(u"child.case."_s + other) && isSeen(u"child.case."_s + one); }));
    click(u"child.unmerge.0"_s);
    type(u"child.unmerge.reason"_s, u"It was her cousin"_s);
    openAgain();
    REQUIRE(waitFor([] { return isSeen(u"child.unmerge.reason"_s); }));
    CHECK_FALSE(isSeen(u"child.merge.reason"_s));
    click(u"child.unmerge.save"_s);
    REQUIRE(waitFor([&] { return !isSeen(u"child.case."_s + other) && isSeen(u"child.case."_s + one); }));
    openAgain();
    CHECK_FALSE(isSeen(u"child.unmerge.reason"_s)); // what was sent lies no more
}

TEST_CASE("the front sheet says who lives with the child and, apart from them, whom to reach first")
{
    School school;
    Desk lead(school, school.lead());
    model::Pupil pupil;
    pupil.child.forename = u"Tansy"_s;
    pupil.child.surname = u"Madeup"_s;
    pupil.child.dateOfBirth = QDate(2012, 5, 3);
    pupil.facts.interpreter = u"Yes, Somali, for her mother"_s;
    pupil.facts.household.push_back({u"Mum Madeup"_s, u"mother"_s, {}, u"works nights"_s});
    model::ContactPerson aunt;
    aunt.name = u"Aunt Madeup"_s;
    aunt.relationship = u"aunt"_s;
    aunt.phone = u"0161 496 0001"_s;
    model::ContactPerson mother;
    mother.name = u"Mum Madeup"_s;
    mother.parentalResponsibility = true;
    pupil.facts.contacts = {aunt, mother};
    const auto id = lead.run([pupil](session::Session& session) { return session::registerPupil(session, pupil); });
    REQUIRE(id);
    REQUIRE(lead.run([id](session::Session& session) -> model::Result {
        model::Concern concern = sampleConcern();
        concern.child = {};
        concern.child.id = *id;
        concern.child.forename = u"Tansy"_s;
        concern.child.surname = u"Madeup"_s;
        return session::logConcern(session, concern).map([](const session::Logged&) {});
    }));
    auto* page = lead.put(gui::child::makeChildPage);
    page->open(u"Tansy Madeup"_s);
    auto* sheet = seen<gui::log::RecordView>(u"child.facts"_s);
    REQUIRE(waitFor([&] { return sheet->toPlainText().contains(u"Mum Madeup"_s); }));
    const auto text = sheet->toPlainText();
    INFO(text.toStdString());
    CHECK(text.contains(u"Interpreter needed: Yes, Somali, for her mother"_s));
    CHECK_FALSE(text.contains(u"Religion"_s)); // nobody said anything of it
    const auto home = text.indexOf(u"Who lives with the child"_s);
    const auto reach = text.indexOf(u"Whom to reach, in this order"_s);
    REQUIRE(home >= 0);
    REQUIRE(reach > home);
    CHECK(text.mid(home, reach - home).contains(u"works nights"_s));
    CHECK_FALSE(text.mid(home, reach - home).contains(u"Aunt Madeup"_s));
    const auto last = text.mid(reach);
    CHECK(last.indexOf(u"Aunt Madeup"_s) < last.indexOf(u"Mum Madeup"_s));
    CHECK(last.contains(u"has parental responsibility"_s));
}

TEST_CASE("a plate that stands in another child's concern is shown on the case, and leads there")
{
    School school;
    Desk lead(school, school.lead());
    const auto one = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s);
    const auto other = logAbout(lead, u"Orrin"_s, u"Feigned"_s, u"mk21abc"_s);
    lead.put(gui::cases::makeCasesPage)->open(one);
    REQUIRE(seen<QLabel>(u"case.same.0"_s));
    CHECK(seen<QLabel>(u"case.same.0"_s)->text().contains(u"MK21 ABC"_s));
    click(u"case.same.0.0"_s);
    CHECK(lead.openedCase == other);
    // Whose it is can be put right: then it is no other child's.
    click(u"case.open.whose"_s);
    type(u"case.whose.child"_s, u"Orrin Feigned"_s);
    type(u"case.whose.reason"_s, u"The author mixed them up"_s);
    click(u"case.whose.save"_s);
    CHECK(waitFor([] { return !isSeen(u"case.same.0"_s); }));
}

TEST_CASE("a case says which one in six weeks it is, and leads to the others about the same child")
{
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC));
    School school;
    Desk lead(school, school.lead());
    const QDate born(2012, 3, 4);
    const auto first = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    auto* cases = lead.put(gui::cases::makeCasesPage);
    cases->open(first);
    REQUIRE(waitFor([&] { return seen<QLabel>(u"case.title"_s)->text() == u"Tansy Madeup"_s; }));
    CHECK_FALSE(isSeen(u"case.others"_s));
    clock.advance(60);
    const auto second = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    clock.advance(60);
    const auto third = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    logAbout(lead, u"Orrin"_s, u"Feigned"_s, u"XY70 ZZZ"_s);
    cases->open(third);
    REQUIRE(waitFor([] { return isSeen(u"case.others"_s); }));
    CHECK(seen<QLabel>(u"case.others.ordinal"_s)->text() == u"This is the 3rd in six weeks."_s);
    CHECK(isSeen(u"case.others.1"_s));
    CHECK_FALSE(isSeen(u"case.others.2"_s));
    click(u"case.others.0"_s);
    CHECK(lead.openedCase == second); // the newest first
}

TEST_CASE("before a name is typed, the children with several concerns lately are there, and lead to their pages")
{
    School school;
    Desk lead(school, school.lead());
    auto* page = lead.put(gui::child::makeChildPage);
    page->refresh();
    REQUIRE(waitFor([] { return isSeen(u"child.gathering.none"_s); }));
    const QDate born(2012, 3, 4);
    logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    const auto second = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    logAbout(lead, u"Orrin"_s, u"Feigned"_s, u"XY70 ZZZ"_s, born);
    page->refresh();
    REQUIRE(waitFor([] { return isSeen(u"child.gathering.0"_s); }));
    CHECK(seen(u"child.gathering.0"_s)->accessibleName().contains(u"2 concerns"_s));
    CHECK_FALSE(isSeen(u"child.gathering.1"_s));
    press(u"child.gathering.0"_s);
    REQUIRE(waitFor([&] { return isSeen(u"child.case."_s + second); }));
    CHECK_FALSE(isSeen(u"child.gathering"_s));
    // The keyboard goes on at the child, and stays at a concern when something new comes.
    CHECK(QApplication::focusWidget() == seen(u"child.facts"_s));
    const auto caret = seen<gui::log::RecordView>(u"child.facts"_s)->textCursor();
    CHECK(caret.atStart());
    CHECK_FALSE(caret.hasSelection());
    seen(u"child.case."_s + second)->setFocus();
    const auto third = logAbout(lead, u"Tansy"_s, u"Madeup"_s, u"MK21 ABC"_s, born);
    page->refresh();
    REQUIRE(waitFor([&] { return isSeen(u"child.case."_s + third); }));
    CHECK(QApplication::focusWidget() == seen(u"child.case."_s + second));
    // Wide or narrow, the figures are seen whole.
    for (const int width : {1280, 1000}) {
        page->window()->resize(width, 860);
        QTest::qWait(50);
        INFO(width);
        CHECK(seen<QTableView>(u"child.figures"_s)->horizontalScrollBar()->maximum() == 0);
    }
}
