#include "hand.h"

#include "gui/frame/shell.h"
#include "platform/clock.h"
#include "session/backups.h"
#include "session/logging.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

bool says(const QString& name, const QString& words)
{
    return waitFor([&] { return isSeen(name) && wordsOf(name).contains(words); });
}

} // namespace

TEST_CASE("A backup is made on the page, a second place is chosen, and a new folder is made from one and opened")
{
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC));
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Backups"_s);
    press(u"backupNow"_s);
    REQUIRE(says(u"backupAnswerTitle"_s, u"Backed up and checked"_s));
    CHECK(says(u"backupLast"_s, u"entr"_s));

    // In the vault itself is no second place.
    press(u"secondPlaceChoose"_s);
    auto* dialog = seen<QFileDialog>(u"secondPlaceDialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(school.path());
    dialog->close();
    CHECK(says(u"backupAnswerText"_s, u"lies in the vault itself"_s));
    QTemporaryDir stick;
    press(u"secondPlaceChoose"_s);
    dialog = seen<QFileDialog>(u"secondPlaceDialog"_s);
    Q_EMIT dialog->fileSelected(stick.path());
    dialog->close();
    REQUIRE(says(u"secondPlace"_s, stick.path()));
    clock.advance(60);
    press(u"backupNow"_s);
    CHECK(says(u"secondPlace"_s, u"The newest there"_s));

    // Something that the backup does not have.
    model::Concern concern;
    concern.child.forename = u"Madeup"_s;
    concern.child.onRoll = true;
    concern.facts = u"Came in with a new telephone and would not say where it came from."_s;
    bool isLogged = false;
    window->thread()->ask(
        window.get(), [concern](session::Session& session) { return session::logConcern(session, concern); },
        [&](const model::Expected<session::Logged>& logged) { isLogged = logged.has_value(); });
    REQUIRE(waitFor([&] { return isLogged; }));

    auto* which = seen<QComboBox>(u"restoreWhich"_s);
    REQUIRE(waitFor([&] { return which->count() >= 1; }));
    const auto path = QDir(stick.path()).filePath(u"Again.heed"_s);
    type(u"restorePath"_s, school.path());
    press(u"restoreGo"_s);
    CHECK(waitFor([] { return isSeen(u"restorePathError"_s); }));
    type(u"restorePath"_s, path);
    type(u"restorePassword"_s, u"not the password"_s);
    press(u"restoreGo"_s);
    CHECK(says(u"restoreAnswerTitle"_s, u"No new folder was made"_s));
    CHECK_FALSE(QDir(path).exists());
    type(u"restorePassword"_s, school.password());
    press(u"restoreGo"_s);
    REQUIRE(says(u"restoreAnswerTitle"_s, u"The backup is good"_s));
    press(u"restoreOpen"_s);
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    type(u"signInPassword"_s, school.password());
    press(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"shell"_s); }));
    // It is older than what this computer has seen, until this lead goes on with it and says why.
    REQUIRE(says(u"standingText"_s, u"is not there now"_s));
    press(u"standingAccept"_s);
    REQUIRE(isSeen(u"accept.reason"_s));
    press(u"accept.save"_s);
    CHECK(waitFor([] { return isSeen(u"accept.reasonError"_s); }));
    press(u"accept.cancel"_s);
    CHECK_FALSE(isSeen(u"accept.reason"_s));
    press(u"standingAccept"_s);
    type(u"accept.reason"_s, u"The disk failed, and this is the newest backup."_s);
    window->lock();
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    type(u"signInPassword"_s, school.password());
    press(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"accept.reason"_s); })); // as it was typed
    press(u"accept.save"_s);
    REQUIRE(waitFor([] { return !isSeen(u"standing"_s); }));
    isLogged = false;
    window->thread()->ask(
        window.get(), [concern](session::Session& session) { return session::logConcern(session, concern); },
        [&](const model::Expected<session::Logged>& logged) { isLogged = logged.has_value(); });
    CHECK(waitFor([&] { return isLogged; }));
}

TEST_CASE("A school is brought back from a backup before anybody signs in")
{
    School school;
    {
        auto secret = school.password().toUtf8();
        auto lead = session::Session::signIn(school.path(), school.lead(), crypto::spanOf(secret));
        REQUIRE(lead);
        REQUIRE(session::backUpNow(**lead));
    }
    gui::MainWindow window(platform::Settings{});
    window.showWelcome();
    window.show();
    QApplication::setActiveWindow(&window);
    press(u"restoreChoice"_s);
    press(u"restoreElsewhere"_s);
    auto* dialog = seen<QFileDialog>(u"restoreDialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(school.path());
    dialog->close();
    auto* which = seen<QComboBox>(u"restoreWhich"_s);
    REQUIRE(waitFor([&] { return which->count() == 1; }));
    QTemporaryDir place;
    type(u"restorePath"_s, place.filePath(u"Again.heed"_s));
    press(u"restoreGo"_s);
    REQUIRE(says(u"restoreAnswerTitle"_s, u"The backup is good"_s));
    press(u"restoreOpen"_s);
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    CHECK(says(u"schoolName"_s, u"St Example"_s));
}
