#include "qt_strings.h"
#include "register/csv.h"
#include "register/whole_name.h"
#include "register/ctf.h"
#include "taken.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QFile>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;
using model::Expected;
using pupils::Column;
using pupils::Reading;

namespace {

const QDate today(2026, 11, 23);

QByteArray sample(const char* name)
{
    QFile file(QStringLiteral(HEED_TEST_DATA "/data/") + QString::fromLatin1(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

Expected<Reading> ctf(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return pupils::readCtf(buffer, today);
}

Expected<Reading> csv(const QByteArray& bytes)
{
    HEED_TAKE(const auto look, pupils::lookAt(bytes));
    return pupils::readCsv(bytes, look.mapping, today);
}

/// The five of every good sample.
void checkFive(const Reading& reading)
{
    REQUIRE(reading.pupils.size() == 5);
    CHECK(reading.refused.empty());
    const auto& jamie = reading.pupils[0].pupil;
    CHECK(jamie.child.forename == QStringLiteral("Jamie"));
    CHECK(jamie.facts.legalForename == QStringLiteral("Benjamin"));
    CHECK(jamie.child.surname == QStringLiteral("Made-up"));
    CHECK(jamie.child.dateOfBirth == QDate(2012, 5, 3));
    CHECK(jamie.child.yearGroup == QStringLiteral("9"));
    CHECK(jamie.child.upn.size() == 13);
    CHECK(jamie.child.onRoll == true);
    CHECK(jamie.facts.sex == QStringLiteral("M"));
    CHECK(jamie.facts.lookedAfter == true);
    CHECK(reading.pupils[1].pupil.child.surname == QStringLiteral("Núñez-Pretend"));
    CHECK(reading.pupils[3].pupil.child.surname == QStringLiteral("O'Invented"));
}

} // namespace

TEST_CASE("A Common Transfer File gives its pupils, in either of its forms")
{
    for (const char* name : {"ctf-25.xml", "ctf-15.xml"}) {
        INFO(name);
        const auto reading = taken(ctf(sample(name)));
        checkFive(reading);
        const auto& jamie = reading.pupils[0].pupil;
        CHECK(jamie.facts.caringAuthority == QStringLiteral("355"));
        CHECK(jamie.facts.sen == QStringLiteral("K"));
        CHECK(jamie.facts.ethnicity == QStringLiteral("WBRI"));
        CHECK(jamie.facts.language == QStringLiteral("ENG"));
        CHECK(jamie.facts.address == QStringLiteral("1 Invented Road"));
        REQUIRE(jamie.facts.contacts.size() == 1);
        CHECK(jamie.facts.contacts[0].name == QStringLiteral("Ms Parent Made-up"));
        CHECK(jamie.facts.contacts[0].parentalResponsibility);
        CHECK(jamie.facts.contacts[0].phone == QStringLiteral("0161 496 0100"));
        CHECK(reading.pupils[1].pupil.facts.formerUpns.size() == 1);
        CHECK(reading.pupils[2].pupil.facts.disabilities == QStringList{QStringLiteral("HEAR")});
        CHECK(reading.pupils[0].line > 10);
        CHECK(reading.pupils[0].cells.size() == reading.headers.size());
    }
}

TEST_CASE("A CSV file gives its pupils, whatever its delimiter, encoding and dates")
{
    for (const char* name : {"utf8.csv", "utf8-mark-semicolon.csv", "utf16-tab.csv", "windows-1252.csv"}) {
        INFO(name);
        const auto reading = taken(csv(sample(name)));
        checkFive(reading);
        CHECK(reading.pupils[0].pupil.className == QStringLiteral("9B"));
        CHECK(reading.pupils[0].pupil.facts.house == QStringLiteral("Otter"));
        CHECK(reading.pupils[1].pupil.facts.lookedAfter == false);
        CHECK(reading.pupils[3].pupil.facts.language == QStringLiteral("Welsh, English"));
        CHECK(reading.pupils[3].line == 5);
    }
    const auto look = taken(pupils::lookAt(sample("utf16-tab.csv")));
    CHECK(look.mapping.encoding == pupils::Encoding::Utf16Le);
    CHECK(look.mapping.delimiter == QStringLiteral("\t"));
    CHECK(look.mapping.dateForm == QStringLiteral("d.M.yyyy"));
    CHECK(look.mapping.columns[1] == Column::LegalForename);
    CHECK(look.mapping.columns[3] == Column::Forename);
    CHECK(look.rows.size() == 5);
}

TEST_CASE("A Common Transfer File in the encoding of old exports is read as well")
{
    for (const char* name : {"windows-1252", "Windows-1252", "iso-8859-1"}) {
        INFO(name);
        auto bytes = sample("ctf-25.xml");
        bytes.replace("UTF-8", name).replace("utf-8", name);
        checkFive(taken(ctf(QString::fromUtf8(bytes).toLatin1())));
    }
}

TEST_CASE("A file whose first row is a pupil is not read as if that were its headings")
{
    for (const char* first : {"B801200005001,Jamie,Made-up", "Jamie,Made-up,3/5/2012", "Jamie;Made-up;2012-05-03"}) {
        const auto look = pupils::lookAt(QByteArray(first) + "\n" + first + "\n");
        REQUIRE_FALSE(look);
        CHECK(look.error().message.startsWith(QStringLiteral("The first row is a pupil")));
    }
    CHECK(pupils::lookAt("Who,When\nJamie Made-up,3/5/2012\n")); // headings that say nothing are for a person to say
}

TEST_CASE("Both names in one column are parted at the comma, or before the last word")
{
    struct Whole {
        const char* text;
        bool surnameFirst;
        const char* forename;
        const char* surname;
    };
    for (const auto& one : std::vector<Whole>{
             {"Made-up, Jamie", true, "Jamie", "Made-up"},
             {"Made-up, Jamie", false, "Jamie", "Made-up"},
             {" Made up ,  Jamie   Lee ", true, "Jamie Lee", "Made up"},
             {"Made-up, Jamie, Lee", true, "Jamie Lee", "Made-up"},
             {"Jamie Made-up", false, "Jamie", "Made-up"},
             {"Jamie Lee Made-up", false, "Jamie Lee", "Made-up"},
             {"Ana van der Sample", false, "Ana", "van der Sample"},
             {"Mary St John", false, "Mary", "St John"},
             {"Al Sample", false, "Al", "Sample"},
             {"Made-up Jamie Lee", true, "Jamie Lee", "Made-up"},
             {"de la Sample Ana", true, "Ana", "de la Sample"},
             {"Made-up,", true, "", "Made-up"},
             {"Jamie", false, "", "Jamie"},
             {"", false, "", ""},
         }) {
        INFO(one.text);
        const auto parted = pupils::partName(QString::fromUtf8(one.text), one.surnameFirst);
        CHECK(parted.forename == QString::fromUtf8(one.forename));
        CHECK(parted.surname == QString::fromUtf8(one.surname));
    }
}

TEST_CASE("A CSV file with one column of names is read, and who has one name only is refused by line")
{
    const QByteArray rows(
        "Name,DOB,Class\n\"Made-up, Jamie\",3/5/2012,9B\n\"Pretend, Nia\",4/2/2012,9C\nRobin,5/2/2012,9C\n");
    const auto look = taken(pupils::lookAt(rows));
    CHECK(look.mapping.columns.front() == Column::SurnameForename);
    CHECK(look.mapping.partsNames());
    const auto reading = taken(csv(rows));
    REQUIRE(reading.pupils.size() == 2);
    CHECK(reading.pupils[0].pupil.child.forename == QStringLiteral("Jamie"));
    CHECK(reading.pupils[0].pupil.child.surname == QStringLiteral("Made-up"));
    REQUIRE(reading.refused.size() == 1);
    CHECK(reading.refused[0].line == 4);
    CHECK(reading.refused[0].reason == QStringLiteral("Robin lacks a forename: give both names."));

    const auto columns = [](const char* headings) {
        return taken(pupils::lookAt(QByteArray(headings) + "\nJamie Made-up,x,y\n")).mapping.columns;
    };
    using All = std::vector<Column>;
    CHECK(columns("Full name,UPN,Class") == All{Column::ForenameSurname, Column::Upn, Column::Class});
    CHECK(columns("\"Surname, Forename\",UPN,Class") == All{Column::SurnameForename, Column::Upn, Column::Class});
    CHECK(columns("Name,Surname,Class") == All{Column::Forename, Column::Surname, Column::Class});
    CHECK(columns("Full name,Surname,UPN") == All{Column::ForenameSurname, Column::Surname, Column::Upn});
    CHECK(columns("Name,Surname,Forename") == All{Column::Ignored, Column::Surname, Column::Forename});
    CHECK(columns("Pupil name,Legal full name,UPN") == All{Column::ForenameSurname, Column::Ignored, Column::Upn});
}

TEST_CASE("How dates are written is guessed where no heading speaks of a birth")
{
    CHECK(taken(pupils::lookAt("Forename,Surname,Came into the world\nJamie,Made-up,2012-05-03\n")).mapping.dateForm ==
          QStringLiteral("yyyy-M-d"));
}

TEST_CASE("A CSV file may name several contacts of a child")
{
    const auto reading =
        taken(csv("Forename,Surname,DOB,Contact 1 name,Contact 1 relationship,Contact 1 phone,Contact 2 name,Contact 2 "
                  "relationship,Contact 2 phone,Contact 3 name,Contact 3 phone\n"
                  "Jamie,Made-up,3/5/2012,Pat Made-up,Mother,0161 496 0101,Gran Made-up,,0161 496 0102,,0161 496 0103\n"
                  "Nia,Pretend,4/5/2012,Lee Pretend,,,Kim Pretend,Father,0161 496 0104,,\n"));
    const auto& jamies = reading.pupils.at(0).pupil.facts.contacts;
    REQUIRE(jamies.size() == 2);
    CHECK(jamies[0].relationship == QStringLiteral("Mother"));
    CHECK(jamies[1].name == QStringLiteral("Gran Made-up"));
    CHECK(jamies[1].phone == QStringLiteral("0161 496 0102"));
    const auto& nias = reading.pupils.at(1).pupil.facts.contacts;
    REQUIRE(nias.size() == 2);
    CHECK(nias[0].phone.isEmpty());
    CHECK(nias[1].phone == QStringLiteral("0161 496 0104"));
}

TEST_CASE("A file that cannot be read is refused in one sentence that says what to do")
{
    const std::vector<std::pair<const char*, const char*>> files{
        {"ctf-truncated.xml", "ends in the middle"},
        {"ctf-laughs.xml", "entities of its own"},
        {"ctf-external.xml", "entities of its own"},
        {"ctf-deep.xml", "nested too deep"},
        {"ctf-other.xml", "not a Common Transfer File"},
        {"quotes.csv", "quotation mark"},
        {"empty.csv", "is empty"},
        {"spreadsheet.csv", "spreadsheet under another name"},
        {"headings-only.csv", "names no pupils"},
    };
    for (const auto& [name, words] : files) {
        INFO(name);
        const auto bytes = sample(name);
        const auto read = bytes.startsWith('<') ? ctf(bytes) : csv(bytes);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::BadInput);
        INFO(read.error().message.toStdString());
        CHECK(read.error().message.contains(QString::fromLatin1(words)));
        CHECK(read.error().message.count(u'\n') == 0);
    }
    CHECK(codeOf(ctf({})) == ErrorCode::BadInput);
    CHECK(codeOf(csv(QByteArray(3000, '\0'))) == ErrorCode::BadInput);
    // The wrong encoding, by hand.
    auto mapping = taken(pupils::lookAt(sample("windows-1252.csv"))).mapping;
    mapping.encoding = pupils::Encoding::Utf8;
    CHECK(codeOf(pupils::readCsv(sample("windows-1252.csv"), mapping, today)) == ErrorCode::BadInput);
    for (const auto encoding : {pupils::Encoding::Utf16Le, pupils::Encoding::Utf16Be}) {
        pupils::Given given;
        given.encoding = encoding;
        const auto look = pupils::lookAt(sample("utf8.csv"), given);
        REQUIRE_FALSE(look);
        CHECK(look.error().message.contains(QStringLiteral("choose another encoding")));
    }
    mapping.encoding = pupils::Encoding::Windows1252;
    mapping.columns.front() = Column::Ignored;
    mapping.columns[5] = Column::Ignored;
    CHECK(codeOf(pupils::readCsv(sample("windows-1252.csv"), mapping, today)) == ErrorCode::BadInput);
    CHECK(codeOf(pupils::readCsv(sample("utf8.csv"), taken(pupils::lookAt(sample("utf8.csv"))).mapping, today,
                                 [] { return true; })) == ErrorCode::Cancelled);
}

TEST_CASE("A pupil who cannot be is refused by line, and the others are read")
{
    const auto reading = taken(csv(sample("refused.csv")));
    CHECK(reading.pupils.size() == 3);
    REQUIRE(reading.refused.size() == 2);
    CHECK(reading.refused[0].line == 2);
    CHECK(reading.refused[0].reason.startsWith(
        QStringLiteral("\"30/02/2012\" is not a day (days are read as in 25/12/2012)")));
    CHECK(reading.refused[1].line == 3);
    CHECK(reading.refused[1].reason.startsWith(QStringLiteral("The row has 13 cells where the headings name 12")));

    const auto born = taken(ctf(sample("ctf-bad-birth.xml")));
    CHECK(born.pupils.size() == 4);
    REQUIRE(born.refused.size() == 1);
    CHECK(born.refused[0].reason.contains(QStringLiteral("2012-02-30")));

    model::Pupil pupil;
    pupil.facts.legalForename = QStringLiteral("Jamie"); // and no other name
    CHECK(pupils::settle(pupil, today).contains(QStringLiteral("lacks a surname")));
    pupil.child.surname = QStringLiteral("Made-up");
    CHECK(pupils::settle(pupil, today).contains(QStringLiteral("neither a UPN nor a date of birth")));
    pupil.child.upn = QStringLiteral("A801200005001");
    CHECK_FALSE(pupils::settle(pupil, today).isEmpty());
    pupil.child.upn = QStringLiteral(" b801200005001 ");
    pupil.child.yearGroup = QStringLiteral("Year 09");
    CHECK(pupils::settle(pupil, today).isEmpty());
    CHECK(pupil.child.upn == QStringLiteral("B801200005001"));
    CHECK(pupil.child.yearGroup == QStringLiteral("9"));
    CHECK(pupil.child.forename == QStringLiteral("Jamie"));
    CHECK(pupil.facts.legalForename.isEmpty());
    pupil.child.dateOfBirth = today.addDays(1);
    CHECK_FALSE(pupils::settle(pupil, today).isEmpty());
}

TEST_CASE("A name as long as names can be is read, and a longer one is refused by line")
{
    const auto file = [](qsizetype letters) {
        return QByteArray("Forename,Surname,DOB\n" + QByteArray(letters, 'x') +
                          ",Made-up,3/5/2012\nNia,Pretend,4/5/2012\n");
    };
    const auto longest = taken(csv(file(200)));
    CHECK(longest.refused.empty());
    CHECK(longest.pupils[0].pupil.child.forename.size() == 200);
    for (const qsizetype letters : {201, 5000}) {
        const auto reading = taken(csv(file(letters)));
        REQUIRE(reading.refused.size() == 1);
        CHECK(reading.refused[0].line == 2);
        CHECK(reading.refused[0].reason.size() < 200); // a sentence, not the name
        CHECK(reading.pupils.size() == 1);
    }
    auto xml = sample("ctf-25.xml");
    xml.replace("<Surname>Made-up<", "<Surname>" + QByteArray(201, 'x') + "<");
    const auto reading = taken(ctf(xml));
    CHECK_FALSE(reading.refused.empty());
    CHECK(reading.pupils.size() + reading.refused.size() == 5);
    xml.replace(QByteArray(201, 'x'), QByteArray(70'000, 'x')); // longer than any text may be
    CHECK(codeOf(ctf(xml)) == ErrorCode::BadInput);
}

TEST_CASE("Refused rows are written so that they can be corrected, and no cell is a formula")
{
    Reading reading;
    reading.headers = {QStringLiteral("Name"), QStringLiteral("Note")};
    reading.refused = {{3, QStringLiteral("Why"), {QStringLiteral("=HYPERLINK(1)"), QStringLiteral("a \"b\", c")}}};
    const auto out = pupils::writeRefused(reading);
    CHECK(out.startsWith("\xEF\xBB\xBF\"Name\",\"Note\",\"Line\","));
    CHECK(out.contains("\"'=HYPERLINK(1)\",\"a \"\"b\"\", c\",\"3\",\"Why\"\r\n"));
}
