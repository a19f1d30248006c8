#include "hand.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// Gives the open dialog a file, as choosing it there does.
void choosePath(const QString& path)
{
    auto* dialog = seen<QFileDialog>(u"importDialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
}

void chooseSample(const QString& name)
{
    choosePath(QStringLiteral(HEED_REGISTER_DATA "/") + name);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// From the button to the preview.
void lookAt(const QString& path)
{
    click(u"pupilsImport"_s);
    choosePath(path);
    REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return isSeen(u"importTake"_s) && seen<QPushButton>(u"importTake"_s)->isEnabled(); }));
}

int rows(const QString& name)
{
    const auto* table = seen<QTableWidget>(name);
    return table ? table->rowCount() : -1;
}

/// How many columns of the file are asked about.
int columnsShown()
{
    int count = 0;
    while (isSeen(u"importColumn%1"_s.arg(count + 1)))
        ++count;
    return count;
}

} // namespace

TEST_CASE("A lead brings pupils in from a file, finds one and corrects them")
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
    REQUIRE(waitFor([] { return columnsShown() == 12; }));
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
    const auto writeMore = [&](const QByteArray& more) {
        // Months first, and a heading that says nothing: a guess has to be wrong.
        write(path, "Forename;Surname;DOB;Tutor\nJamie;Made-up;5/3/2012;9B\nNia;Pretend;4/2/2012;9C\n" + more);
    };
    const auto open = [&] {
        click(u"pupilsImport"_s);
        choosePath(path);
        REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    };
    writeMore({});
    open();
    CHECK_FALSE(isSeen(u"importAsLastTime"_s));
    CHECK(seen<QComboBox>(u"importDelimiter"_s)->currentText() == u"Semicolon"_s);
    choose(u"importColumn4"_s, u"Class"_s);

    // Another delimiter looks again, an encoding that cannot be is said, and what was chosen comes back.
    choose(u"importDelimiter"_s, u"Comma"_s);
    REQUIRE(waitFor([] { return columnsShown() == 1; }));
    choose(u"importDelimiter"_s, u"Semicolon"_s);
    REQUIRE(waitFor([] { return columnsShown() == 4; }));
    choose(u"importColumn4"_s, u"Class"_s);
    choose(u"importEncoding"_s, u"UTF-16"_s);
    REQUIRE(waitFor([] { return isSeen(u"importError"_s) || columnsShown() != 4; }));
    choose(u"importEncoding"_s, u"UTF-8"_s);
    REQUIRE(waitFor([] { return columnsShown() == 4 && !isSeen(u"importError"_s); }));
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
    writeMore("Robin;Invented;1/2/2012;9D\n");
    open();
    CHECK(isSeen(u"importAsLastTime"_s));
    CHECK(seen<QComboBox>(u"importColumn4"_s)->currentText() == u"Class"_s);
    CHECK(seen<QComboBox>(u"importDates"_s)->currentText() == u"As 12/25/2012"_s);
    click(u"importCancel"_s);
    write(path, "Forename;Surname;DOB;Tutor\nJamie;Made-up;5/3/2012;9B\n");
    open();
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"0 have left"_s); }));
    click(u"importWhole"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"1 have left"_s); }));
    click(u"importWhole"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"0 have left"_s); }));
}

TEST_CASE("Names that stand in one column are parted, and how is shown before anything changes")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"export.csv"_s);
    write(path, "Full name,DOB,Class\nMade-up Jamie,3/5/2012,9B\nPretend Nia,4/2/2012,9C\n");
    click(u"pupilsImport"_s);
    choosePath(path);
    REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    CHECK(seen<QComboBox>(u"importColumn1"_s)->currentText() == u"Whole name: forename surname"_s);
    CHECK(wordsOf(u"importParted"_s).contains(u"forename Made-up, surname Jamie"_s)); // a lead sees that it is wrong
    choose(u"importColumn1"_s, u"Whole name: surname, forename"_s);
    CHECK(wordsOf(u"importParted"_s).contains(u"forename Jamie, surname Made-up"_s));
    press(u"importLook"_s);
    REQUIRE(waitFor([] { return rows(u"importChanges"_s) == 2; }));
    CHECK(seen<QTableWidget>(u"importChanges"_s)->item(0, 2)->text() == u"forename Jamie, surname Made-up\nClass 9B"_s);
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 2; }));
    CHECK(seen<QTableWidget>(u"pupilsTable"_s)->item(0, 0)->text() == u"Made-up"_s);

    // The next file with these headings is read so, and a column that holds no name shows no parting.
    click(u"pupilsImport"_s);
    choosePath(path);
    REQUIRE(waitFor([] { return isSeen(u"importAsLastTime"_s); }));
    CHECK(seen<QComboBox>(u"importColumn1"_s)->currentText() == u"Whole name: surname, forename"_s);
    choose(u"importColumn1"_s, u"Surname, as used"_s);
    CHECK_FALSE(isSeen(u"importParted"_s));
    click(u"importCancel"_s);
}

TEST_CASE("A CTF, however full it calls itself, marks nobody as having left until a lead says so")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"first.csv"_s);
    write(path, "Forename,Surname,DOB\nRobin,Placeholder,1/2/2012\n");
    lookAt(path);
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 1; }));
    CHECK(wordsOf(u"pupilsLast"_s).contains(u"brought in first.csv on"_s));

    click(u"pupilsImport"_s);
    chooseSample(u"ctf-25.xml"_s); // its header says "full"
    REQUIRE(waitFor([] { return isSeen(u"importTake"_s); }));
    CHECK(wordsOf(u"importCounts"_s).startsWith(u"5 new, 0 changed, 0 have left"_s));
    CHECK_FALSE(isSeen(u"importBack"_s)); // it has no columns
    click(u"importWhole"_s);
    REQUIRE(waitFor([] { return wordsOf(u"importCounts"_s).contains(u"1 have left"_s); }));
    CHECK(wordsOf(u"importCounts"_s).contains(u"More than half of the register"_s));
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 6; }));
    CHECK(seen<QTableWidget>(u"pupilsTable"_s)->item(5, 4)->text() == u"Has left"_s);
    CHECK(wordsOf(u"pupilsLast"_s).contains(u"5 new, 0 changed, 1 left"_s));
}

TEST_CASE("Who may be a pupil of the register is asked about, and brought in as the lead decides")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pupils.csv"_s);
    write(path, "Forename,Surname,DOB,Class\nRobin,Placeholder,1/2/2012,9A\nJamie,Made-up,3/5/2012,9B\n");
    lookAt(path);
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 2; }));

    // Each may be one of them under another name; one row is a child twice, and one has a day that never was.
    write(path, "Forename,Surname,DOB,Class\nRobin,Renamed,1/2/2012,9C\nJamie,Invented,3/5/2012,9D\n"
                "Nia,Pretend,4/2/2012,9E\nNia,Pretend,4/2/2012,9E\nSam,Pretend,30/2/2012,9E\n");
    lookAt(path);
    CHECK(wordsOf(u"importCounts"_s)
              .startsWith(u"0 new, 0 changed, 0 have left, 0 as they were, 3 refused, 2 to be decided"_s));
    const auto* changes = seen<QTableWidget>(u"importChanges"_s);
    REQUIRE(changes->rowCount() == 3);
    CHECK(changes->item(0, 1)->text() == u"Line 4"_s);
    CHECK(changes->item(0, 2)->text().contains(u"stands on lines 4, 5"_s));
    CHECK(changes->item(2, 2)->text().contains(u"30/2/2012"_s));
    const auto* robin = seen<QComboBox>(u"importAsked2"_s);
    REQUIRE(robin);
    CHECK(robin->currentText() == u"Decide later: leave as it is"_s);
    choose(u"importAsked2"_s, u"The same as Robin Placeholder, 9A, born 1 Feb 2012"_s);
    choose(u"importAsked3"_s, u"A new pupil"_s);
    // Another look keeps what was decided.
    click(u"importWhole"_s);
    REQUIRE(waitFor([] { return seen<QPushButton>(u"importTake"_s)->isEnabled(); }));
    CHECK(seen<QComboBox>(u"importAsked3"_s)->currentText() == u"A new pupil"_s);
    click(u"importWhole"_s);
    REQUIRE(waitFor([] { return seen<QPushButton>(u"importTake"_s)->isEnabled(); }));
    CHECK(seen<QComboBox>(u"importAsked2"_s)->currentText().startsWith(u"The same as Robin"_s));

    // The refused rows, to be corrected.
    click(u"importSaveRefused"_s);
    auto* dialog = seen<QFileDialog>(u"importRefusedDialog"_s);
    REQUIRE(dialog);
    const auto saved = folder.filePath(u"refused.csv"_s);
    Q_EMIT dialog->fileSelected(saved);
    dialog->reject();
    QFile file(saved);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto bytes = file.readAll();
    CHECK(bytes.count("\"Nia\",\"Pretend\",\"4/2/2012\",\"9E\",") == 2);
    CHECK(bytes.contains("30/2/2012"));

    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 3; }));
    const auto* table = seen<QTableWidget>(u"pupilsTable"_s);
    CHECK(table->item(0, 0)->text() == u"Invented"_s);
    CHECK(table->item(1, 0)->text() == u"Made-up"_s);
    CHECK(table->item(2, 0)->text() == u"Renamed"_s);
}

TEST_CASE("A long preview says how much of it is shown, and leaving stops what is being written")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"many.csv"_s);
    QByteArray bytes("Forename,Surname,DOB\n");
    for (int i = 0; i < 3000; ++i)
        bytes += "Pupil" + QByteArray::number(i) + ",Made-up" + QByteArray::number(i) + ",1/2/2012\n";
    write(path, bytes);
    lookAt(path);
    CHECK(wordsOf(u"importShown"_s) == u"The first 500 of 3000 are shown."_s);
    press(u"importTake"_s);
    click(u"importCancel"_s);
    REQUIRE(waitFor([] { return isSeen(u"importError"_s); }));
    CHECK(isSeen(u"importTake"_s)); // the preview is still there
    click(u"importCancel"_s);
    CHECK_FALSE(isSeen(u"importCard"_s));
    CHECK(rows(u"pupilsTable"_s) == 0);
}

TEST_CASE("A lead reads what a new school year would do before it is begun, and is warned of a second one")
{
    School school;
    auto window = school.signedIn();
    openSettings(*window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pupils.csv"_s);
    write(path, "Forename,Surname,DOB,Year,Class\nRobin,Placeholder,1/2/2012,9,9A\nJamie,Made-up,3/5/2010,11,11B\n"
                "Nia,Pretend,4/2/2009,12,12C\n");
    lookAt(path);
    press(u"importTake"_s);
    REQUIRE(waitFor([] { return rows(u"pupilsTable"_s) == 3; }));

    press(u"pupilsNewYear"_s);
    REQUIRE(waitFor([] { return rows(u"newYearSteps"_s) == 3; }));
    CHECK(seen<QLineEdit>(u"newYear.leaving"_s)->text() == u"12"_s); // the oldest there is
    const auto* steps = seen<QTableWidget>(u"newYearSteps"_s);
    CHECK(steps->item(0, 2)->text() == u"They leave"_s);
    CHECK(steps->item(1, 3)->text() == u"11B \u2192 12B"_s);
    type(u"newYear.leaving"_s, u"11, 12"_s);
    REQUIRE(waitFor([] { return wordsOf(u"newYearCounts"_s).startsWith(u"1 would be a year on, and 2"_s); }));
    CHECK_FALSE(isSeen(u"newYearRecently"_s));
    REQUIRE(waitFor([] { return seen<QPushButton>(u"newYear.save"_s)->isEnabled(); }));
    press(u"newYear.save"_s);
    REQUIRE(waitFor([] { return !isSeen(u"newYear"_s); }));
    CHECK(isSeen(u"pupilsAnswer"_s));
    REQUIRE(waitFor([] {
        const auto* table = seen<QTableWidget>(u"pupilsTable"_s);
        return table && table->rowCount() == 3 && table->item(0, 2)->text() == u"10A"_s;
    }));
    REQUIRE(waitFor([] { return wordsOf(u"pupilsLast"_s).contains(u"began a school year on"_s); }));

    press(u"pupilsNewYear"_s);
    REQUIRE(waitFor([] { return isSeen(u"newYearRecently"_s); }));
    CHECK_FALSE(seen<QPushButton>(u"newYear.save"_s)->isEnabled());
    click(u"newYearAgain"_s);
    CHECK(seen<QPushButton>(u"newYear.save"_s)->isEnabled());
    click(u"newYear.cancel"_s);
    CHECK_FALSE(isSeen(u"newYear"_s));
}
