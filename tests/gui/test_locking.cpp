#include "hand.h"

#include "gui/frame/shell.h"
#include "gui/log/text_box.h"
#include "platform/desktop_lock.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QEventLoop>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

void signInAgain(const School& school)
{
    type(u"signInPassword"_s, school.password());
    click(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"shell"_s); }));
}

/// Runs `open`, which may have a loop of its own, as the program's own loop would; locks once `isOpen`.
void lockWhile(gui::MainWindow& window, const std::function<void()>& open, const std::function<bool()>& isOpen)
{
    QEventLoop program;
    QTimer watch;
    watch.setInterval(1);
    QObject::connect(&watch, &QTimer::timeout, &watch, [&] {
        if (!isOpen())
            return;
        watch.stop();
        window.lock();
    });
    QObject::connect(&window, &gui::MainWindow::locked, &program, &QEventLoop::quit);
    watch.start();
    QTimer::singleShot(0, &program, open);
    program.exec();
    CHECK_FALSE(window.shell());
    CHECK(waitFor([] { return isSeen(u"signInPage"_s); }));
    CHECK_FALSE(QApplication::activeModalWidget());
    CHECK_FALSE(QApplication::activePopupWidget());
}

QString logOne(const School& school)
{
    auto secret = school.password().toUtf8();
    auto lead = session::Session::signIn(school.path(), school.lead(), crypto::spanOf(secret));
    REQUIRE(lead);
    model::Concern concern;
    concern.child.forename = u"Madeup"_s;
    concern.child.surname = u"Pupil"_s;
    concern.child.onRoll = true;
    concern.facts = u"Came in with a new telephone and would not say where it came from."_s;
    const auto logged = session::logConcern(**lead, concern);
    REQUIRE(logged);
    REQUIRE(session::acknowledge(**lead, logged->reference));
    REQUIRE(session::addAction(**lead, logged->reference, {u"Ask the office who fetches them."_s, {}, {}, {}}));
    return logged->reference;
}

void openCase(gui::MainWindow& window, const QString& reference)
{
    window.shell()->go(gui::Place::Cases);
    window.shell()->page(gui::Place::Cases)->open(reference);
    REQUIRE(waitFor([] { return isSeen(u"case.print"_s) && seen(u"case.print"_s)->isEnabled(); }));
}

} // namespace

TEST_CASE("A menu, a question, a file dialog and its own question do not stop a lock")
{
    School school;
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    SECTION("a menu that runs a loop of its own")
    {
        lockWhile(
            *window,
            [&] {
                QMenu menu;
                menu.addAction(u"Something"_s);
                menu.exec(window->mapToGlobal(QPoint(50, 50)));
            },
            [] { return QApplication::activePopupWidget() != nullptr; });
    }
    SECTION("the list of a choice")
    {
        window->shell()->go(gui::Place::Settings);
        auto* combo = seen<QComboBox>(u"theme"_s);
        lockWhile(
            *window, [&] { combo->showPopup(); }, [] { return QApplication::activePopupWidget() != nullptr; });
    }
    SECTION("a question upon the stack, with a loop of its own")
    {
        bool isBack = false;
        lockWhile(
            *window,
            [&] {
                QMessageBox::question(window->shell(), u"Made up"_s, u"Throw it away?"_s);
                isBack = true;
            },
            [] { return qobject_cast<QMessageBox*>(QApplication::activeModalWidget()) != nullptr; });
        CHECK(waitFor([&] { return isBack; }));
    }
    SECTION("a file dialog that asks whether to replace a file")
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"there.pdf"_s));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.close();
        QPointer<QFileDialog> dialog = new QFileDialog(window->shell(), u"Save"_s);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDirectory(folder.path());
        dialog->selectFile(u"there.pdf"_s);
        dialog->open();
        QSignalSpy accepted(dialog, &QFileDialog::fileSelected);
        lockWhile(
            *window, [&] { QMetaObject::invokeMethod(dialog, "accept"); },
            [] { return qobject_cast<QMessageBox*>(QApplication::activeModalWidget()) != nullptr; });
        CHECK(accepted.isEmpty());
        CHECK(waitFor([&] { return dialog.isNull(); }));
    }
}

TEST_CASE("What is typed into the form is back after a lock, to the character and the cursor")
{
    School school;
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    window->shell()->go(gui::Place::Log);
    const auto words = u"She said: \u201cI\u2019m fine\u201d \u2026 then cried.\nWe sat in the library."_s;
    auto* facts = seen<gui::log::TextBox>(u"facts"_s);
    REQUIRE(facts);
    facts->setFocus();
    facts->insertPlainText(words);
    auto cursor = facts->textCursor();
    cursor.setPosition(9);
    facts->setTextCursor(cursor);
    QTest::keyClick(facts, Qt::Key_L, Qt::ControlModifier);
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    signInAgain(school);
    facts = seen<gui::log::TextBox>(u"facts"_s);
    REQUIRE(waitFor([&] { return facts->toPlainText() == words; }));
    CHECK(waitFor([&] { return facts->hasFocus(); }));
    CHECK(facts->textCursor().position() == 9);
}

TEST_CASE("A case, what is typed there, and the action that is being finished come back after a lock")
{
    School school;
    const auto reference = logOne(school);
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    openCase(*window, reference);
    press(u"case.action.done.0"_s);
    auto* result = seen<gui::log::TextBox>(u"case.done.text"_s);
    REQUIRE(result);
    QTest::keyClicks(result, u"Her uncle does"_s);
    window->lock();
    signInAgain(school);
    REQUIRE(waitFor([] { return isSeen(u"case.done.text"_s); }));
    result = seen<gui::log::TextBox>(u"case.done.text"_s);
    CHECK(result->words() == u"Her uncle does"_s);
    CHECK(waitFor([&] { return result->hasFocus(); }));
    CHECK(result->textCursor().position() == 14);
    // It still knows which action it finishes.
    press(u"case.done.save"_s);
    CHECK(waitFor([] { return isSeen(u"case.action.text.0"_s) && !isSeen(u"case.action.done.0"_s); }));
}

TEST_CASE("For whom and why something is printed is kept over a lock, and goes once it has left")
{
    School school;
    const auto reference = logOne(school);
    auto window = school.signedIn();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    openCase(*window, reference);
    press(u"case.print"_s);
    choose(u"print.kind"_s, u"Chronology of this child"_s);
    type(u"print.recipient"_s, u"Manchester MASH"_s);
    type(u"print.reason"_s, u"Referral"_s);
    // Also with the dialog open that asks where to.
    press(u"print.preview"_s);
    REQUIRE(waitFor([] { return seen(u"print.save"_s)->isEnabled(); }));
    press(u"print.save"_s);
    REQUIRE(isSeen(u"print.dialog"_s));
    Q_EMIT window->desktopLock()->locking();
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    CHECK_FALSE(isSeen(u"print.dialog"_s));
    CHECK(wordsOf(u"signInNoticeText"_s).contains(u"together with the computer"_s));
    signInAgain(school);
    REQUIRE(waitFor([] { return isSeen(u"print.recipient"_s); }));
    CHECK(waitFor([] { return seen<QLineEdit>(u"print.recipient"_s)->text() == u"Manchester MASH"_s; }));
    CHECK(seen<QLineEdit>(u"print.reason"_s)->text() == u"Referral"_s);
    CHECK(seen<QComboBox>(u"print.kind"_s)->currentText() == u"Chronology of this child"_s);

    press(u"print.preview"_s);
    REQUIRE(waitFor([] { return seen(u"print.save"_s)->isEnabled(); }));
    press(u"print.save"_s);
    QTemporaryDir folder;
    auto* dialog = seen<QFileDialog>(u"print.dialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(folder.filePath(u"out.pdf"_s));
    dialog->close();
    REQUIRE(waitFor([] { return isSeen(u"print.done"_s); }));
    window->lock();
    signInAgain(school);
    REQUIRE(waitFor([] { return isSeen(u"print.recipient"_s); }));
    auto flushed = false;
    window->thread()->ask(
        window.get(), [](session::Session&) { return model::Result(); }, [&](const model::Result&) { flushed = true; });
    REQUIRE(waitFor([&] { return flushed; }));
    CHECK(seen<QLineEdit>(u"print.recipient"_s)->text().isEmpty());
}

TEST_CASE("The desktop's lock does not disturb who is not signed in, and a change of user names nobody")
{
    School school;
    auto window = school.window();
    REQUIRE(seen(u"signInPage"_s));
    type(u"signInName"_s, u"Half a na"_s);
    QSignalSpy locked(window.get(), &gui::MainWindow::locked);
    Q_EMIT window->desktopLock()->locking();
    CHECK(locked.isEmpty());
    CHECK(seen<QLineEdit>(u"signInName"_s)->text() == u"Half a na"_s);

    type(u"signInName"_s, school.lead());
    signInAgain(school);
    press(u"changeUserButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    CHECK(seen<QLineEdit>(u"signInName"_s)->text().isEmpty());
    CHECK(locked.size() == 1);
}

TEST_CASE("Refused sign-ins slow down, for all to see, also after going away and back")
{
    School school;
    auto window = school.window();
    for (int i = 0; i < 4; ++i) {
        REQUIRE(waitFor([] { return seen(u"signInButton"_s)->isEnabled(); }));
        type(u"signInName"_s, u"Nobody Atall"_s);
        type(u"signInPassword"_s, u"wrong"_s);
        press(u"signInButton"_s);
        REQUIRE(waitFor([] { return isSeen(u"signInNameError"_s); }));
    }
    CHECK_FALSE(seen(u"signInButton"_s)->isEnabled());
    CHECK(wordsOf(u"signInNoticeText"_s).startsWith(u"Wait "_s));
    window->showSignIn(school.path());
    REQUIRE(waitFor([] { return isSeen(u"signInNoticeText"_s); }));
    CHECK_FALSE(seen(u"signInButton"_s)->isEnabled());
    CHECK(waitFor([] { return seen(u"signInButton"_s)->isEnabled(); }));
}
