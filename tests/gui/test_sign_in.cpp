#include "help.h"

#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

TEST_CASE("Each reason why one cannot sign in is told beside its field")
{
    School school;
    auto window = school.window();

    click(u"signInButton"_s);
    CHECK(isSeen(u"signInNameError"_s));
    CHECK(isSeen(u"signInPasswordError"_s));

    type(u"signInName"_s, u"Nobody Here"_s);
    type(u"signInPassword"_s, u"something"_s);
    CHECK_FALSE(isSeen(u"signInNameError"_s));
    click(u"signInButton"_s);
    CHECK_FALSE(seen(u"signInButton"_s)->isEnabled());
    CHECK(waitFor([] { return isSeen(u"signInNameError"_s); }));
    CHECK_FALSE(isSeen(u"signInPasswordError"_s));

    type(u"signInName"_s, school.lead());
    type(u"signInPassword"_s, u"wrong"_s);
    click(u"signInButton"_s);
    CHECK(waitFor([] { return isSeen(u"signInPasswordError"_s); }));
    CHECK(seen<QLineEdit>(u"signInPassword"_s)->text().isEmpty());
    CHECK(window->shell() == nullptr);

    type(u"signInPassword"_s, school.password());
    click(u"signInButton"_s);
    CHECK(waitFor([&] { return window->shell() != nullptr; }));
}

TEST_CASE("Before anybody signs in one sees 999, who is on duty, and MASH")
{
    School school;
    auto window = school.window();
    CHECK(seen<QLabel>(u"dangerBannerTitle"_s)->text().contains(u"999"_s));
    CHECK(waitFor([] {
        return seen<QLabel>(u"dutyMash"_s)->text().replace(QChar(QChar::Nbsp), u' ').contains(u"0161 234 5001"_s);
    }));
    CHECK_FALSE(seen<QLabel>(u"dutyName"_s)->text().isEmpty());
    CHECK(seen<QLabel>(u"schoolName"_s)->text() == u"St Example"_s);
    click(u"printBlankForm"_s);
    CHECK(seen(u"paperDialog"_s));
    click(u"paperClose"_s);
}

TEST_CASE("A vault that is gone is told, and another can be opened")
{
    platform::Settings settings;
    gui::MainWindow window(settings);
    window.start(u"/nowhere/at all.heed"_s);
    window.show();
    REQUIRE(seen(u"signInErrorText"_s));
    CHECK_FALSE(seen<QLabel>(u"signInErrorText"_s)->text().isEmpty());
    click(u"otherVaultButton"_s);
    CHECK(seen(u"welcomePage"_s));
}

TEST_CASE("A colleague with a starting password chooses their own at the first sign-in")
{
    School school;
    QString starting;
    {
        auto window = school.signedIn();
        window->shell()->go(gui::Place::Settings);
        auto secret = school.password().toUtf8();
        auto session = session::Session::signIn(school.path(), school.lead(), crypto::spanOf(secret));
        REQUIRE(session);
        const auto added = session::addMember(**session, u"Nora New"_s, model::Role::Staff);
        REQUIRE(added);
        starting = added->startingPassword;
    }
    auto window = school.window();
    type(u"signInName"_s, u"Nora New"_s);
    type(u"signInPassword"_s, starting);
    click(u"signInButton"_s);
    REQUIRE(seen(u"choosePasswordPage"_s));

    type(u"firstPassword"_s, u"password"_s);
    type(u"firstPasswordAgain"_s, u"password"_s);
    click(u"firstPasswordButton"_s);
    CHECK(isSeen(u"firstPasswordError"_s));

    type(u"firstPassword"_s, school.password());
    type(u"firstPasswordAgain"_s, u"another"_s);
    click(u"firstPasswordButton"_s);
    CHECK(isSeen(u"firstPasswordAgainError"_s));

    type(u"firstPasswordAgain"_s, school.password());
    click(u"firstPasswordButton"_s);
    CHECK(waitFor([&] { return window->shell() != nullptr; }));
}
