#include "hand.h"

#include "gui/frame/shell.h"
#include "gui/log/text_box.h"
#include "gui/widgets/paper_dialog.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// As a barcode reader does, or a person who pastes.
void paste(const QString& name, const QString& text)
{
    auto* box = seen<gui::log::TextBox>(name);
    REQUIRE(box);
    box->setFocus();
    box->setPlainText(text);
}

bool says(const QString& name, const QString& words)
{
    return waitFor([&] { return isSeen(name) && wordsOf(name).contains(words); });
}

/// Set 2: the sheets of the set-up are not kept.
std::vector<session::ShareSheet> newSheets(const School& school)
{
    auto secret = school.password().toUtf8();
    auto lead = session::Session::signIn(school.path(), school.lead(), crypto::spanOf(secret));
    REQUIRE(lead);
    auto made = session::reissueShares(**lead, 3, 2, {u"One"_s, u"Two"_s, u"Three"_s});
    REQUIRE(made);
    return std::move(*made);
}

QString textOf(const session::ShareSheet& sheet)
{
    return sheet.groups.join(u' ');
}

} // namespace

TEST_CASE("Sheets are checked group by group as they are typed, and each is named for what is wrong with it")
{
    School school;
    School elsewhere;
    const auto sheets = newSheets(school);
    const auto foreign = newSheets(elsewhere);
    auto window = school.window();
    click(u"recoverButton"_s);
    REQUIRE(isSeen(u"recoverPage"_s));
    auto* first = seen<gui::log::TextBox>(u"share1"_s);
    first->setFocus();
    QTest::keyClicks(first, sheets[0].groups.mid(0, 3).join(u' ').toLower());
    CHECK(says(u"share1Says"_s, u"3 of 18 groups so far"_s));
    QTest::keyClicks(first, u" QQQQQ"_s);
    CHECK(says(u"share1Says"_s, u"Group 4 (\"QQQQQ\") is mistyped"_s));
    paste(u"share1"_s, textOf(sheets[0]));
    CHECK(says(u"share1Says"_s, u"Sheet 1 of set 2"_s));
    paste(u"share2"_s, textOf(sheets[0]));
    CHECK(says(u"share2Says"_s, u"given already"_s));
    paste(u"share2"_s, textOf(foreign[1]));
    CHECK(says(u"share2Says"_s, u"another vault"_s));
    CHECK(wordsOf(u"recoverStanding"_s).contains(u"Any 2 sheets"_s));
    press(u"recoverGo"_s);
    CHECK(isSeen(u"recoverError"_s));
    press(u"recoverBack"_s);
    CHECK(waitFor([] { return isSeen(u"signInPage"_s); }));
}

TEST_CASE("Two of three sheets let a new lead in, and every reader is told until they have seen it")
{
    School school;
    const auto sheets = newSheets(school);
    auto window = school.window();
    click(u"recoverButton"_s);
    paste(u"share1"_s, textOf(sheets[2]));
    paste(u"share2"_s, textOf(sheets[0]).toLower());
    REQUIRE(says(u"share2Says"_s, u"Sheet 1 of set 2"_s));
    press(u"recoverGo"_s);
    CHECK(isSeen(u"recoverNameError"_s));
    type(u"recoverName"_s, u"Newly Trusted"_s);
    type(u"recoverPassword"_s, u"abc"_s);
    press(u"recoverGo"_s);
    CHECK(isSeen(u"recoverPasswordError"_s));
    const auto password = u"seven copper kettles whistle twice"_s;
    type(u"recoverPassword"_s, password);
    type(u"recoverPasswordAgain"_s, password);
    press(u"recoverGo"_s);
    REQUIRE(waitFor([] { return isSeen(u"recoverDone"_s) || isSeen(u"recoverError"_s); }));
    CHECK(wordsOf(u"recoverDoneTitle"_s) == u"Newly Trusted can sign in"_s);
    press(u"recoverSignIn"_s);
    REQUIRE(waitFor([] { return isSeen(u"signInPage"_s); }));
    CHECK(seen<QLineEdit>(u"signInName"_s)->text() == u"Newly Trusted"_s);

    // The reader who was there before meets it, until they say that they have seen it.
    type(u"signInName"_s, school.lead());
    type(u"signInPassword"_s, school.password());
    press(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"recoveryNotice1"_s); }));
    CHECK(wordsOf(u"recoveryNotice1Text"_s).contains(u"Newly Trusted"_s));
    press(u"recoverySeen1"_s);
    CHECK(waitFor([] { return !isSeen(u"recoveryNotice1"_s); }));
    window->lock();
    type(u"signInPassword"_s, school.password());
    press(u"signInButton"_s);
    REQUIRE(waitFor([] { return isSeen(u"shell"_s); }));
    openSettings(*window, u"Recovery"_s);
    REQUIRE(waitFor([] { return isSeen(u"recoveryDrill"_s); }));
    CHECK_FALSE(isSeen(u"recoveryNotice1"_s));
}

TEST_CASE("A drill proves the sheets and changes nothing; new sheets are shown once, and the old ones are outdated")
{
    School school;
    const auto sheets = newSheets(school);
    auto window = school.signedIn();
    openSettings(*window, u"Recovery"_s);
    CHECK(says(u"recoveryFacts"_s, u"Any 2 of 3 sheets"_s));
    CHECK(wordsOf(u"recoveryFacts"_s).contains(u"Never tried yet"_s));
    press(u"recoveryDrill"_s);
    paste(u"share1"_s, textOf(sheets[0]));
    press(u"drillTry"_s);
    CHECK(says(u"recoveryAnswerText"_s, u"2 shares are needed"_s));
    paste(u"share2"_s, textOf(sheets[1]));
    REQUIRE(says(u"share2Says"_s, u"Sheet 2 of set 2"_s));
    press(u"drillTry"_s);
    REQUIRE(says(u"recoveryAnswerTitle"_s, u"The sheets work"_s));
    CHECK(says(u"recoveryFacts"_s, u"Last tried"_s));

    press(u"recoveryReissue"_s);
    auto* count = seen<QSpinBox>(u"reissueShares"_s);
    REQUIRE(count);
    count->setValue(4);
    REQUIRE(seen(u"reissueHolder4"_s));
    press(u"reissueMake"_s);
    CHECK(isSeen(u"reissueHolder4Error"_s));
    type(u"reissueHolder4"_s, u"Four"_s);
    press(u"reissueMake"_s);
    REQUIRE(waitFor([] { return isSeen(u"newSheets"_s); }));
    CHECK_FALSE(seen(u"newSheetsDone"_s)->isEnabled());
    CHECK(says(u"recoveryFacts"_s, u"This is set 3"_s));
    press(u"newSheetsOpen"_s);
    auto* dialog = seen<gui::PaperDialog>(u"paperDialog"_s);
    REQUIRE(dialog);
    const QTemporaryDir folder;
    dialog->saveAs(folder.filePath(u"sheet.pdf"_s));
    press(u"paperClose"_s);
    const auto files = QDir(folder.path()).entryInfoList({u"*.pdf"_s});
    REQUIRE(files.size() == 4);
    CHECK(files.front().permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    press(u"newSheetsDone"_s);
    CHECK_FALSE(isSeen(u"newSheets"_s));

    press(u"recoveryDrill"_s);
    paste(u"share1"_s, textOf(sheets[0]));
    CHECK(says(u"share1Says"_s, u"set 3 has replaced it"_s));
    press(u"drillCancel"_s);
    CHECK_FALSE(isSeen(u"drillForm"_s));
}

TEST_CASE("A head who signs in for the first time is offered recovery sheets")
{
    School school;
    school.enrol(u"Helen Head"_s, model::Role::Head);
    auto window = school.signedIn(u"Helen Head"_s);
    REQUIRE(waitFor([] { return isSeen(u"noShares"_s); }));
    press(u"noSharesMake"_s);
    REQUIRE(waitFor([] { return isSeen(u"recoveryReissue"_s); }));
    CHECK(seen<QPushButton>(u"recoveryReissue"_s)->text().startsWith(u"Make recovery sheets"_s));
    press(u"recoveryReissue"_s);
    for (int i = 1; i <= 3; ++i)
        type(u"reissueHolder%1"_s.arg(i), u"Holder %1"_s.arg(i));
    press(u"reissueMake"_s);
    REQUIRE(waitFor([] { return isSeen(u"newSheets"_s); }));
    CHECK(waitFor([] { return !isSeen(u"noShares"_s); }));
}

TEST_CASE("A reader is told how many drafts lie unsent and since when, never whose or of what")
{
    School school;
    QFile draft(school.path() + u"/drafts/0123456789abcdef0123456789abcdef"_s);
    REQUIRE(draft.open(QIODevice::WriteOnly));
    REQUIRE(draft.setFileTime(QDateTime::currentDateTimeUtc().addDays(-3), QFileDevice::FileModificationTime));
    draft.close();
    auto window = school.signedIn();
    REQUIRE(waitFor([] { return isSeen(u"unsentDrafts"_s); }));
    CHECK(wordsOf(u"unsentDrafts"_s).startsWith(u"One draft lies unsent, since"_s));
    window->shell()->go(gui::Place::Guidance);
    CHECK_FALSE(isSeen(u"unsentDrafts"_s));
}
