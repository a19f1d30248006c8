#include "hand.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// Gives the open dialog a file, as choosing it there does.
void chooseSample(const QString& name)
{
    auto* dialog = seen<QFileDialog>(u"importDialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(QStringLiteral(HEED_REGISTER_DATA "/") + name);
    dialog->reject();
}

int rows(const QString& name)
{
    const auto* table = seen<QTableWidget>(name);
    return table ? table->rowCount() : -1;
}

} // namespace

TEST_CASE("A lead takes pupils over from a file, finds one and corrects them")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    REQUIRE(waitFor([] { return wordsOf(u"pupilsCount"_s).startsWith(u"The register is empty"_s); }));

    // A file that cannot be read is said on the page.
    click(u"pupilsImport"_s);
    chooseSample(u"spreadsheet.csv"_s);
    REQUIRE(waitFor([] { return isSeen(u"importError"_s); }));
    click(u"importCancel"_s);

    click(u"pupilsImport"_s);
    chooseSample(u"utf8.csv"_s);
    REQUIRE(waitFor([] { return rows(u"importColumns"_s) == 12; }));
    CHECK(seen<QComboBox>(u"importColumn4"_s)->currentText() == u"Forename, as used"_s);
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return rows(u"importChanges"_s) == 5; }));
    CHECK(wordsOf(u"importCounts"_s).startsWith(u"5 new, 0 changed"_s));
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilsAnswer"_s); }));
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 5; }));

    type(u"pupilsFind"_s, u"jaimie made"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 1; }));
    auto* table = seen<QTableWidget>(u"pupilsTable"_s);
    CHECK(table->item(0, 0)->text() == u"Made-up"_s);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    table->selectRow(0);
    press(u"pupilsCorrect"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupil.class"_s); }));
    CHECK(seen<QLineEdit>(u"pupil.class"_s)->text() == u"9B"_s);
    type(u"pupil.class"_s, u"9C"_s);
    type(u"pupil.dateOfBirth"_s, u"30/2/2012"_s);
    press(u"pupil.save"_s);
    CHECK(seen<QLineEdit>(u"pupil.class"_s)->text() == u"9C"_s); // what was typed is kept
    type(u"pupil.dateOfBirth"_s, u"3/5/2012"_s);
    press(u"pupil.save"_s);
    REQUIRE(waitFor([&] { return rows(u"pupilsTable"_s) == 1 && table->item(0, 2)->text() == u"9C"_s; }));

    // The same file again, with one pupil's class as it was.
    click(u"pupilsImport"_s);
    chooseSample(u"utf8.csv"_s);
    REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return rows(u"importChanges"_s) == 1; }));
    CHECK(wordsOf(u"importCounts"_s).startsWith(u"0 new, 1 changed"_s));
    CHECK(seen<QTableWidget>(u"importChanges"_s)->item(0, 2)->text() == u"Class: 9C \u2192 9B"_s);
    click(u"importCancel"_s);
    CHECK_FALSE(isSeen(u"importCard"_s));
}

TEST_CASE("A file that Heed misreads is put right on the page, and read so the next time")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"export.csv"_s);
    const auto write = [&](const QByteArray& more) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        // Months first, and a heading that says nothing: a guess has to be wrong.
        file.write("Forename;Surname;DOB;Tutor\nJamie;Made-up;5/3/2012;9B\nNia;Pretend;4/2/2012;9C\n" + more);
    };
    const auto open = [&] {
        click(u"pupilsImport"_s);
        auto* dialog = seen<QFileDialog>(u"importDialog"_s);
        REQUIRE(dialog);
        Q_EMIT dialog->fileSelected(path);
        dialog->reject();
        REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    };
    write({});
    open();
    CHECK_FALSE(isSeen(u"importAsLastTime"_s));
    CHECK(seen<QComboBox>(u"importDelimiter"_s)->currentText() == u"Semicolon"_s);
    choose(u"importColumn4"_s, u"Class"_s);

    // Another delimiter looks again, an encoding that cannot be is said, and what was chosen comes back.
    choose(u"importDelimiter"_s, u"Comma"_s);
    REQUIRE(waitFor([] { return rows(u"importColumns"_s) == 1; }));
    choose(u"importDelimiter"_s, u"Semicolon"_s);
    REQUIRE(waitFor([] { return rows(u"importColumns"_s) == 4; }));
    choose(u"importColumn4"_s, u"Class"_s);
    choose(u"importEncoding"_s, u"UTF-16"_s);
    REQUIRE(waitFor([] { return isSeen(u"importError"_s) || rows(u"importColumns"_s) != 4; }));
    choose(u"importEncoding"_s, u"UTF-8"_s);
    REQUIRE(waitFor([] { return rows(u"importColumns"_s) == 4 && !isSeen(u"importError"_s); }));
    choose(u"importColumn4"_s, u"Class"_s);
    choose(u"importDates"_s, u"As 12/25/2012"_s);
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return rows(u"importChanges"_s) == 2; }));
    press(u"importBack"_s);
    CHECK(seen<QComboBox>(u"importColumn4"_s)->currentText() == u"Class"_s);
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return isSeen(u"importTake"_s); }));
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 2; }));
    auto* table = seen<QTableWidget>(u"pupilsTable"_s);
    CHECK(table->item(0, 2)->text() == u"9B"_s);
    CHECK(table->item(0, 3)->text() == u"3 May 2012"_s);

    // Next time it is read so, and said; a file of everybody marks who is not in it.
    write("Robin;Invented;1/2/2012;9D\n");
    open();
    CHECK(isSeen(u"importAsLastTime"_s));
    CHECK(seen<QComboBox>(u"importColumn4"_s)->currentText() == u"Class"_s);
    CHECK(seen<QComboBox>(u"importDates"_s)->currentText() == u"As 12/25/2012"_s);
    click(u"importCancel"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Forename;Surname;DOB;Tutor\nJamie;Made-up;5/3/2012;9B\n");
    file.close();
    open();
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"0 have left"_s); }));
    press(u"importBack"_s);
    click(u"importWhole"_s);
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"1 have left"_s); }));
    CHECK(wordsOf(u"importCounts"_s).contains(u"names everybody"_s));
}
