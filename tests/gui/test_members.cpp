#include "hand.h"

#include "gui/frame/shell.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractItemView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QStringList names()
{
    const auto* table = seen<QTableWidget>(u"membersTable"_s);
    QStringList all;
    for (int row = 0; row < table->rowCount(); ++row)
        all << table->item(row, 0)->text();
    return all;
}

/// By the keyboard: to the table, and down to the row.
void chooseMember(const QString& name)
{
    auto* table = seen<QTableWidget>(u"membersTable"_s);
    REQUIRE(waitFor([&] { return names().contains(name); }));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
    table->selectRow(0);
    for (auto row = names().indexOf(name); row > 0; --row)
        QTest::keyClick(table, Qt::Key_Down);
    REQUIRE(waitFor([&] { return wordsOf(u"memberName"_s) == name; }));
}

QString stateIn(const QString& name)
{
    const auto* table = seen<QTableWidget>(u"membersTable"_s);
    const auto row = static_cast<int>(names().indexOf(name));
    return row < 0 ? QString() : table->item(row, 1)->text() + u", "_s + table->item(row, 2)->text();
}

} // namespace

TEST_CASE("A colleague gets another role, and the form says what follows from it")
{
    School school;
    school.enrol(u"Robin Supply"_s, model::Role::Staff);
    auto window = school.signedIn();
    openSettings(*window, u"Colleagues"_s);
    chooseMember(u"Robin Supply"_s);
    CHECK(wordsOf(u"memberHistory"_s).startsWith(u"Enrolled by Donna Wealleans, "_s));
    press(u"memberRole"_s);
    REQUIRE(isSeen(u"memberRoleForm"_s));
    CHECK(seen(u"memberRoleForm.role"_s)->hasFocus());
    press(u"memberRoleForm.save"_s);
    CHECK(isSeen(u"memberRoleForm.roleError"_s));
    choose(u"memberRoleForm.role"_s, u"Designated safeguarding lead"_s);
    press(u"memberRoleForm.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"membersAnswer"_s); }));
    CHECK(waitFor([] { return stateIn(u"Robin Supply"_s) == u"Designated safeguarding lead, Signs in"_s; }));
    CHECK_FALSE(isSeen(u"memberRoleForm"_s));
}

TEST_CASE("A password is reset: the starting password is shown, and who did it stands at the colleague")
{
    School school;
    school.enrol(u"Robin Supply"_s, model::Role::Staff);
    auto window = school.signedIn();
    openSettings(*window, u"Colleagues"_s);
    chooseMember(u"Robin Supply"_s);
    press(u"memberReset"_s);
    REQUIRE(isSeen(u"memberResetForm"_s));
    press(u"memberResetForm.cancel"_s);
    CHECK_FALSE(isSeen(u"memberResetForm"_s));
    CHECK(seen(u"memberReset"_s)->hasFocus());
    press(u"memberReset"_s);
    press(u"memberResetForm.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"startingPasswordCard"_s); }));
    const auto password = wordsOf(u"startingPassword"_s);
    CHECK(waitFor([] { return stateIn(u"Robin Supply"_s).endsWith(u"Has not signed in yet"_s); }));
    CHECK(wordsOf(u"memberHistory"_s).contains(u"Password reset by Donna Wealleans"_s));
    CHECK_FALSE(session::Session::signIn(school.path(), u"Robin Supply"_s, crypto::spanOf(school.password().toUtf8())));
    const auto again = session::Session::signIn(school.path(), u"Robin Supply"_s, crypto::spanOf(password.toUtf8()));
    REQUIRE(again);
    CHECK((*again)->member().mustChoosePassword);
    // They see it themselves, too.
    REQUIRE((*again)->chooseFirstPassword(school.password()));
    window.reset();
    window = school.signedIn(u"Robin Supply"_s);
    openSettings(*window, u"My password"_s);
    CHECK(waitFor([] { return wordsOf(u"ownHistory"_s).contains(u"Password reset by Donna Wealleans"_s); }));
}

TEST_CASE("The last reader of a desk is kept, and it is said why; one of two can leave, and their work goes on")
{
    School school;
    school.enrol(u"Amanda Clifton"_s, model::Role::Dsl);
    school.enrol(u"Helen Head"_s, model::Role::Head);
    QString reference;
    {
        auto secret = school.password().toUtf8();
        auto lead = session::Session::signIn(school.path(), school.lead(), crypto::spanOf(secret));
        model::Concern concern;
        concern.child.forename = u"Madeup"_s;
        concern.child.surname = u"Pupil"_s;
        concern.child.onRoll = true;
        concern.facts = u"Came in with a new telephone and would not say where it came from."_s;
        const auto logged = session::logConcern(**lead, concern);
        REQUIRE(logged);
        reference = logged->reference;
        REQUIRE(session::handOver(**lead, reference, u"Amanda Clifton"_s, u"Knows the family"_s));
    }
    auto window = school.signedIn();
    openSettings(*window, u"Colleagues"_s);
    // Has not signed in: there is no desk of the head's yet.
    REQUIRE(seen(u"membersWaiting"_s));
    CHECK(wordsOf(u"membersWaitingText"_s).startsWith(u"Helen Head"_s));

    chooseMember(school.lead());
    CHECK(wordsOf(u"memberKept"_s).startsWith(u"This is you"_s));
    CHECK_FALSE(isSeen(u"memberEnd"_s));

    chooseMember(u"Amanda Clifton"_s);
    press(u"memberEnd"_s);
    REQUIRE(isSeen(u"memberEndForm"_s));
    REQUIRE(waitFor([] { return isSeen(u"memberEndOpenWork"_s); }));
    CHECK(wordsOf(u"memberEndOpenWork"_s).contains(reference));
    press(u"memberEndForm.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"openWorkCard"_s); }));
    choose(u"openWorkTo."_s + reference, school.lead());
    press(u"openWorkHandOver"_s);
    CHECK(waitFor([] { return wordsOf(u"openWorkAnswerText"_s) == u"Everything is handed over."_s; }));
    CHECK(waitFor([] { return stateIn(u"Amanda Clifton"_s) == u", Has left"_s; }));
    CHECK(names().back() == u"Amanda Clifton"_s);
}

TEST_CASE("Nobody can be taken from a desk that nobody else reads")
{
    School school;
    school.enrol(u"Helen Head"_s, model::Role::Head);
    {
        // The first sign-in makes the desk.
        auto secret = school.password().toUtf8();
        REQUIRE(session::Session::signIn(school.path(), u"Helen Head"_s, crypto::spanOf(secret)));
    }
    auto window = school.signedIn();
    openSettings(*window, u"Colleagues"_s);
    chooseMember(u"Helen Head"_s);
    CHECK(wordsOf(u"memberKept"_s).startsWith(u"Nobody else can open what is written to the head teacher"_s));
    CHECK_FALSE(seen(u"memberEnd"_s)->isEnabled());
    CHECK_FALSE(seen(u"memberRole"_s)->isEnabled());
    CHECK_FALSE(isSeen(u"membersWaiting"_s));
    // What the button would do is refused by the session, too, and said in the form.
    press(u"memberReset"_s);
    press(u"memberResetForm.save"_s);
    REQUIRE(waitFor([] { return isSeen(u"memberResetForm.error"_s); }));
    CHECK(wordsOf(u"memberResetForm.errorText"_s).contains(u"recovery shares"_s));

    type(u"membersFind"_s, u"donna"_s);
    CHECK(names() == QStringList{school.lead()});
    CHECK_FALSE(isSeen(u"memberCard"_s));
}
