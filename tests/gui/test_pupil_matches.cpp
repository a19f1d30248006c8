#include "desk.h"

#include "qt_strings.h"
#include "session/drafts.h"
#include "session/logging.h"
#include "session/register.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// Two namesakes in the register; their ids, by year.
QMap<QString, QString> namesakes()
{
    static const auto ids = [] {
        QMap<QString, QString> made;
        Desk lead(sharedSchool(), sharedSchool().lead());
        for (const auto& [year, day] : {std::pair{u"7"_s, QDate(2015, 2, 1)}, {u"10"_s, QDate(2012, 3, 2)}}) {
            model::Pupil pupil;
            pupil.child.forename = u"Wrenna"_s;
            pupil.child.surname = u"Placeholder"_s;
            pupil.child.yearGroup = year;
            pupil.child.dateOfBirth = day;
            pupil.className = year + u"B"_s;
            const auto id =
                lead.run([pupil](session::Session& session) { return session::registerPupil(session, pupil); });
            REQUIRE(id);
            made.insert(year, *id);
        }
        return made;
    }();
    return ids;
}

void putFresh(Desk& desk)
{
    desk.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); });
    desk.put(gui::log::makeLogPage);
}

QListWidget* matches()
{
    REQUIRE(waitFor([] { return isSeen(u"child.matches"_s); }));
    return seen<QListWidget>(u"child.matches"_s);
}

int rowOf(const QListWidget* list, const QString& words)
{
    for (int row = 0; row < list->count(); ++row)
        if (list->item(row)->text().contains(words))
            return row;
    return -1;
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

TEST_CASE("a pupil is picked from the register by keyboard, and the concern says which of two namesakes it is")
{
    const auto ids = namesakes();
    Desk staff(sharedSchool(), staffName());
    putFresh(staff);
    // In any order, in one field, not quite as it is written.
    QTest::keyClicks(QApplication::focusWidget(), u"placeholder wrena"_s);
    auto* list = matches();
    REQUIRE(waitFor([&] { return list->count() >= 2 && rowOf(list, u"Year 10"_s) >= 0; }));
    CHECK(rowOf(list, u"7B"_s) >= 0);
    press(Qt::Key_Down);
    REQUIRE(list->hasFocus());
    while (list->currentRow() != rowOf(list, u"Year 10"_s))
        press(list->currentRow() < rowOf(list, u"Year 10"_s) ? Qt::Key_Down : Qt::Key_Up);
    press(Qt::Key_Return);
    CHECK_FALSE(isSeen(u"child.matches"_s));
    CHECK(isSeen(u"child.matches.wrong"_s));
    CHECK(seen<QLineEdit>(u"child.forename"_s)->text() == u"Wrenna"_s);
    CHECK(seen<QLineEdit>(u"child.surname"_s)->text() == u"Placeholder"_s);
    CHECK(seen<QAbstractButton>(u"child.onRoll.yes"_s)->isChecked());

    int actions = 2; // down, Enter: beside them one more where the namesake stands second
    press(Qt::Key_W, Qt::AltModifier);
    QTest::keyClicks(QApplication::focusWidget(), u"Seen in a car at 14:10."_s);
    press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitFor(
        [] { return QApplication::focusWidget() && QApplication::focusWidget()->objectName() == u"check.submit"_s; }));
    press(Qt::Key_Return);
    actions += 3;
    CHECK(actions <= 12);
    REQUIRE(seen(u"afterView"_s));
    const auto mine = staff.run([](session::Session& session) { return session::myConcerns(session); });
    REQUIRE(mine);
    const auto& child = mine->front().record.logged.concern.child;
    CHECK(child.id == ids[u"10"_s]);
    CHECK(child.yearGroup == u"10"_s);
    CHECK(child.dateOfBirth == QDate(2012, 3, 2));
}

TEST_CASE("a pick by mouse survives a lock, and is dropped when the name is changed or it is another child")
{
    const auto ids = namesakes();
    {
        Desk staff(sharedSchool(), staffName());
        putFresh(staff);
        type(u"child.forename"_s, u"Wrenna"_s);
        auto* list = matches();
        REQUIRE(waitFor([&] { return rowOf(list, u"7B"_s) >= 0; }));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->item(rowOf(list, u"7B"_s))).center());
        CHECK(seen<QLineEdit>(u"child.yearGroup"_s)->text() == u"7"_s);
        staff.lock();
    }
    Desk staff(sharedSchool(), staffName());
    staff.put(gui::log::makeLogPage);
    REQUIRE(seen(u"log.returned"_s));
    CHECK(isSeen(u"child.matches.wrong"_s));
    click(u"child.matches.wrong"_s);
    CHECK(seen<QLineEdit>(u"child.yearGroup"_s)->text().isEmpty());
    CHECK_FALSE(isSeen(u"child.matches.wrong"_s));

    type(u"child.forename"_s, u"Nobody of that name"_s);
    staff.run([](session::Session&) -> model::Result { return {}; });
    CHECK_FALSE(isSeen(u"child.matches"_s)); // and the fields themselves describe the child
    CHECK(seen<QLabel>(u"child.matches.remark"_s)->text().contains(u"knows nobody"_s));
    type(u"child.surname"_s, {});
    type(u"child.forename"_s, u"Q"_s); // too little to say so
    staff.run([](session::Session&) -> model::Result { return {}; });
    CHECK_FALSE(isSeen(u"child.matches.remark"_s));
    staff.run([](session::Session& session) { return session::dropDraft(session, u"concern"_s); });
}
