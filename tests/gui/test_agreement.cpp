#include "desk.h"

#include "gui/cases/pages.h"
#include "qt_strings.h"
#include "session/people.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString logBy(School& school, const QString& name)
{
    Desk desk(school, name);
    const auto answer =
        desk.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    REQUIRE(answer);
    return answer->reference;
}

void askForTwo(School& school)
{
    Desk lead(school, school.lead());
    REQUIRE(lead.run([](session::Session& session) {
        auto profile = session.profile();
        profile.secondAgreement = true;
        return session::setProfile(session, profile, u"Two leads close a case"_s);
    }));
}

void open(Desk& desk, const QString& reference)
{
    desk.put(gui::cases::makeCasesPage)->open(reference);
    REQUIRE(waitFor([] { return isOffered(u"case.open.note"_s); }));
}

void tryToClose()
{
    click(u"case.open.close"_s);
    auto* outcome = seen<QComboBox>(u"case.close.outcome"_s);
    outcome->setCurrentIndex(1);
    type(u"case.close.reason"_s, u"Others lead now"_s);
    click(u"case.close.save"_s);
}

void ask(const QString& reason)
{
    click(u"case.agreement.ask"_s);
    seen<QComboBox>(u"case.askToAgree.to"_s)->setCurrentText(u"Amanda Clifton"_s);
    type(u"case.askToAgree.reason"_s, reason);
    click(u"case.askToAgree.save"_s);
}

bool agreementSays(const QString& words)
{
    return waitFor([&] {
        const auto* label = seen<QLabel>(u"case.agreement.words"_s);
        return label && label->text().contains(words);
    });
}

} // namespace

TEST_CASE("a second lead is asked, refuses, agrees, and only then can the first close; never the author")
{
    School school;
    school.enrol(u"Amanda Clifton"_s, model::Role::Dsl);
    school.enrol(staffName(), model::Role::Staff);
    const auto reference = logBy(school, staffName());
    const auto amandas = logBy(school, u"Amanda Clifton"_s);
    {
        Desk lead(school, school.lead());
        open(lead, reference);
        CHECK_FALSE(isSeen(u"case.agreement"_s)); // this school does not ask for it
    }
    askForTwo(school);

    // One at a time: what is clicked is looked for on the screen.
    {
        Desk lead(school, school.lead());
        open(lead, reference);
        REQUIRE(agreementSays(u"This school asks a second safeguarding lead to agree first"_s));
        tryToClose();
        REQUIRE(waitFor([] { return isSeen(u"case.close.error"_s); }));
        CHECK(seen<QPlainTextEdit>(u"case.close.reason"_s)->toPlainText() == u"Others lead now"_s);
        click(u"case.close.cancel"_s);
        ask(u"Social care leads now"_s);
        REQUIRE(waitFor([] { return isSeen(u"case.action.text.0"_s); }));
        CHECK(seen<QLabel>(u"case.action.text.0"_s)->text().contains(u"Amanda Clifton"_s));
    }
    {
        Desk second(school, u"Amanda Clifton"_s);
        open(second, reference);
        click(u"case.agreement.refuse"_s);
        type(u"case.refuse.reason"_s, u"Nobody has spoken with Leah"_s);
        click(u"case.refuse.save"_s);
        REQUIRE(agreementSays(u"Amanda Clifton does not agree"_s));
        CHECK(waitFor([] { return !isSeen(u"case.action.done.0"_s); })); // what she was asked is done
        click(u"case.agreement.agree"_s);
        type(u"case.agree.reason"_s, u"Now somebody has"_s);
        click(u"case.agree.save"_s);
        // She has agreed, and so it is not hers to close.
        REQUIRE(agreementSays(u"another safeguarding lead closes it"_s));

        // Her own concern is not hers to agree to.
        open(second, amandas);
        REQUIRE(seen(u"case.agreement.own"_s));
        CHECK_FALSE(isSeen(u"case.agreement.agree"_s));
        CHECK_FALSE(isSeen(u"case.agreement.refuse"_s));
    }
    Desk lead(school, school.lead());
    open(lead, amandas);
    ask(u"Enough is done"_s);
    REQUIRE(waitFor([] { return isSeen(u"case.askToAgree.error"_s); }));
    open(lead, reference);
    REQUIRE(agreementSays(u"Amanda Clifton has agreed"_s));
    tryToClose();
    REQUIRE(waitFor([] { return seen<QLabel>(u"case.standing"_s)->text().startsWith(u"Closed"_s); }));
    CHECK_FALSE(isSeen(u"case.agreement"_s));
}

TEST_CASE("a case offers one primary thing, then what every case needs, and all the rest by keyboard in one menu")
{
    auto& school = sharedSchool();
    const auto reference = logBy(school, staffName());
    Desk lead(school, school.lead());
    open(lead, reference);
    const auto primary = [&] {
        QStringList names;
        for (const auto* button : seen(u"case.actions"_s)->findChildren<QPushButton*>())
            if (button->isVisible() && button->property("role").toString() == u"primary"_s)
                names << button->objectName();
        return names;
    };
    CHECK(primary() == QStringList{u"case.acknowledge"_s});
    click(u"case.acknowledge"_s);
    REQUIRE(waitFor([&] { return primary() == QStringList{u"case.open.decision"_s}; }));
    const auto* decide = seen(u"case.open.decision"_s);
    const auto* note = seen(u"case.open.note"_s);
    CHECK(waitFor([&] { return decide->x() < note->x(); }));

    auto* more = seen(u"case.more"_s);
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    REQUIRE(waitFor([] { return QApplication::activePopupWidget() != nullptr; }));
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    REQUIRE(menu);
    QStringList keys;
    for (const auto* entry : menu->actions()) {
        if (entry->isSeparator())
            continue;
        const auto at = entry->text().indexOf(u'&');
        REQUIRE(at >= 0);
        keys << entry->text().mid(at + 1, 1).toLower();
    }
    CHECK(keys.removeDuplicates() == 0);
    QTest::keyClick(menu, Qt::Key_L); // the level
    REQUIRE(waitFor([] { return isSeen(u"case.level.level"_s); }));
    CHECK(QApplication::activePopupWidget() == nullptr);
}
