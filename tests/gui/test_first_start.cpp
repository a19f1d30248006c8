#include "help.h"

#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<gui::MainWindow> firstStart()
{
    auto window = std::make_unique<gui::MainWindow>(platform::Settings{});
    window->start();
    window->show();
    return window;
}

void giveFile(const QString& dialog, const QString& path)
{
    auto* box = seen<QFileDialog>(dialog);
    REQUIRE(box);
    Q_EMIT box->fileSelected(path);
    box->close();
}

} // namespace

TEST_CASE("A school is set up step by step, and not finished before its recovery sheets are out")
{
    QTemporaryDir folder;
    auto window = firstStart();
    CHECK(seen(u"demoChoice"_s));
    CHECK(seen(u"openChoice"_s));
    click(u"setUpChoice"_s);

    type(u"setUpSchool"_s, QString());
    click(u"setUpNext"_s);
    CHECK(isSeen(u"setUpSchoolError"_s));
    type(u"setUpSchool"_s, u"St Example"_s);
    type(u"headName"_s, u"Helen Head"_s);
    CHECK(seen<QLineEdit>(u"mashPhone"_s)->text() == u"0161 234 5001"_s);
    click(u"setUpNext"_s);

    CHECK(seen<QLineEdit>(u"leadName1"_s)->text() == u"Donna Wealleans"_s);
    click(u"leadsDown1"_s);
    CHECK(seen<QLineEdit>(u"leadName1"_s)->text() == u"Amanda Clifton"_s);
    click(u"leadsUp2"_s);
    click(u"leadsRemove6"_s);
    click(u"setUpNext"_s);

    CHECK(seen<QLineEdit>(u"setUpFolder"_s)->text().endsWith(u"St Example.heed"_s));
    type(u"setUpFolder"_s, folder.path());
    click(u"setUpNext"_s);
    CHECK(isSeen(u"setUpFolderError"_s));
    type(u"setUpFolder"_s, folder.filePath(u"school.heed"_s));
    click(u"setUpNext"_s);

    CHECK(seen<QComboBox>(u"setUpMember"_s)->currentText() == u"Donna Wealleans"_s);
    type(u"setUpPassword"_s, u"weak"_s);
    type(u"setUpPasswordAgain"_s, u"weak"_s);
    click(u"setUpNext"_s);
    CHECK(isSeen(u"setUpPasswordError"_s));
    const auto good = u"correct horse battery staple wharf"_s;
    type(u"setUpPassword"_s, good);
    type(u"setUpPasswordAgain"_s, good);
    click(u"setUpNext"_s);

    CHECK(seen<QLineEdit>(u"setUpHolder1"_s)->text() == u"Helen Head"_s);
    click(u"setUpNext"_s);
    auto* finish = seen<QPushButton>(u"setUpFinish"_s);
    REQUIRE(finish);
    CHECK_FALSE(finish->isEnabled());
    click(u"openShares"_s);
    click(u"paperSave"_s);
    giveFile(u"paperFileDialog"_s, folder.filePath(u"sheet.pdf"_s));
    CHECK(waitFor([&] { return finish->isEnabled(); }));
    CHECK(QDir(folder.path()).entryList({u"sheet-*.pdf"_s}).size() == 3);
    click(u"paperClose"_s);
    click(u"setUpFinish"_s);

    type(u"signInPassword"_s, good);
    click(u"signInButton"_s);
    CHECK(waitFor([&] { return window->shell() != nullptr; }));
}

TEST_CASE("A folder that is no vault is refused in place")
{
    QTemporaryDir folder;
    auto window = firstStart();
    click(u"openChoice"_s);
    giveFile(u"openVaultDialog"_s, folder.path());
    REQUIRE(seen(u"welcomeErrorText"_s));
    CHECK_FALSE(seen<QLabel>(u"welcomeErrorText"_s)->text().isEmpty());
}
