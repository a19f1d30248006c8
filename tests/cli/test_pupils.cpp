#include "cli.h"

#include "qt_strings.h"

#include <QFile>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;

namespace {

QString sample(const char* name)
{
    return QStringLiteral(HEED_TEST_DATA "/../register/data/") + QString::fromLatin1(name);
}

QStringList words(const char* verb, const QStringList& more)
{
    return QString::fromLatin1(verb).split(u' ') + more;
}

} // namespace

TEST_CASE("pupils are looked at, brought in, found and corrected")
{
    const World world;
    world.setUp();
    const auto import = [&](const char* file, const QStringList& flags = {}) {
        return world.as(lead, words("pupils import", QStringList{world.vault(), sample(file)} + flags));
    };
    const auto listed = [&](const QString& name) {
        return world.as(name, words("pupils list", {world.vault()})).json()[u"pupils"].toArray();
    };
    const auto dry = import("utf8.csv", {QStringLiteral("--dry-run")});
    INFO(dry.out.toStdString());
    REQUIRE(dry.exit == 0);
    CHECK(dry.json()[u"new"].toArray().size() == 5);
    CHECK(dry.json()[u"dryRun"].toBool());
    CHECK(dry.json()[u"mapping"][u"dateForm"].toString() == QStringLiteral("d/M/yyyy"));
    CHECK(listed(lead).isEmpty());

    // What the dry run said is what is done, to the letter.
    const auto done = import("utf8.csv");
    REQUIRE(done.exit == 0);
    auto said = dry.json();
    auto was = done.json();
    for (auto* each : {&said, &was}) {
        each->remove(u"dryRun"_s);
        auto added = (*each)[u"new"].toArray();
        for (auto&& one : added) {
            auto row = one.toObject();
            row.remove(u"id"_s); // given when they are written
            one = row;
        }
        (*each)[u"new"] = added;
    }
    CHECK(said == was);
    CHECK(listed(lead).size() == 5);
    const auto again = import("ctf-25.xml", {QStringLiteral("--dry-run")}).json();
    CHECK(again[u"new"].toArray().isEmpty());
    CHECK(again[u"changed"].toArray().size() == 5);
    CHECK(again[u"left"].toArray().isEmpty());
    REQUIRE(import("ctf-25.xml").exit == 0);
    CHECK(import("ctf-25.xml").json()[u"unchanged"].toInt() == 5);

    // Staff find a pupil and see no more than they may.
    const auto found = world.as(
        teacher, words("pupils list", {world.vault(), QStringLiteral("--query"), QStringLiteral("nunez jsoe")}));
    const auto seen = found.json()[u"pupils"].toArray();
    REQUIRE(seen.size() == 1);
    CHECK(seen[0][u"child"][u"surname"].toString() == QString::fromUtf8("Núñez-Pretend"));
    for (const char* secret : {"upn", "lookedAfter", "WBRI", "ethnicity", "Invented Road", "0161"})
        CHECK_FALSE(world.as(teacher, words("pupils list", {world.vault()})).out.contains(secret));
    CHECK(world.as(teacher, words("pupils import", {world.vault(), sample("utf8.csv")})).exit == 3);

    // A lead corrects; the concern of a registered child is found by UPN.
    const auto shown = world.as(lead, words("pupils show", {world.vault(), QStringLiteral("Jamie Made-up")})).json();
    auto pupil = shown[u"pupil"].toObject();
    auto facts = pupil[u"facts"].toObject();
    facts[u"professionals"] = QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("social worker")},
                                                     {QStringLiteral("name"), QStringLiteral("Sasha Made-up")}}};
    pupil[u"facts"] = facts;
    const auto file = world.write(QStringLiteral("pupil.json"), QJsonDocument(pupil).toJson());
    const auto id = pupil[u"child"][u"id"].toString();
    REQUIRE(world.as(lead, words("pupils correct", {world.vault(), id, QStringLiteral("--file"), file})).exit == 0);
    const auto concern = world.write(
        QStringLiteral("concern.json"),
        QJsonDocument(QJsonObject{{QStringLiteral("facts"), QStringLiteral("Came in with a new telephone.")},
                                  {QStringLiteral("child"), QJsonObject{{QStringLiteral("id"), id}}}})
            .toJson());
    REQUIRE(world.as(teacher, {QStringLiteral("log"), world.vault(), QStringLiteral("--file"), concern}).exit == 0);
    const auto child =
        world.as(lead, {QStringLiteral("child"), world.vault(), pupil[u"child"][u"upn"].toString()}).json();
    CHECK(child[u"id"].toString() == id);
    CHECK(child[u"concerns"].toArray().size() == 1);

    CHECK(world.as(lead, words("pupils siblings", {world.vault()})).json()[u"offers"].toArray().size() == 1);
    REQUIRE(world.as(lead, words("pupils leave", {world.vault(), QStringLiteral("Sian")})).exit == 0);
    const auto roll = [&](const QStringList& flags) {
        return world.as(lead, words("pupils roll-over", QStringList{world.vault()} + flags));
    };
    const auto wouldRoll = roll({QStringLiteral("--dry-run")}).json();
    CHECK(wouldRoll[u"dryRun"].toBool());
    CHECK(wouldRoll[u"leaving"].toString() == QStringLiteral("11"));
    REQUIRE(wouldRoll[u"years"].toArray().size() == 3);
    CHECK(wouldRoll[u"years"][0][u"next"].isNull());
    CHECK(wouldRoll[u"years"][1][u"next"].toString() == QStringLiteral("10"));
    const auto rolled = roll({}).json();
    CHECK(rolled[u"moved"].toInt() == 3);
    CHECK(rolled[u"left"].toInt() == 1);
    const auto twice = roll({});
    CHECK(twice.exit == 2);
    CHECK(twice.json()[u"error"][u"message"].toString().contains(lead));
    CHECK(roll({QStringLiteral("--again"), QStringLiteral("--leaving"), QString()}).json()[u"moved"].toInt() == 3);
    const auto history = world.as(lead, words("pupils history", {world.vault()})).json()[u"changes"].toArray();
    REQUIRE(history.size() == 5); // two years, three files
    CHECK(history[0][u"newYear"].toBool());
    CHECK(history[4][u"file"].toString() == QStringLiteral("utf8.csv"));
    CHECK(history[4][u"new"].toInt() == 5);
    CHECK(history[4][u"who"].toString() == lead);
    CHECK(world.as(teacher, words("pupils history", {world.vault()})).exit == 3);
    CHECK(world.as(lead, {QStringLiteral("verify"), world.vault()}).exit == 0);
}

TEST_CASE("refused rows are named, written out, and the rest is brought in")
{
    const World world;
    world.setUp();
    const auto out = world.path(QStringLiteral("refused.csv"));
    const auto done = world.as(
        lead, words("pupils import", {world.vault(), sample("refused.csv"), QStringLiteral("--refused"), out}));
    REQUIRE(done.exit == 0);
    CHECK(done.json()[u"refused"].toArray().size() == 4); // a date, a cell too many, one UPN twice
    CHECK(done.json()[u"new"].toArray().size() == 1);
    QFile file(out);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto rows = file.readAll().split('\n');
    file.close();
    REQUIRE(rows.size() == 6); // headings, four rows, nothing
    CHECK(rows[1].contains("30/02/2012"));
    for (const int row : {0, 1, 3, 4})         // not of the one with a cell too many
        CHECK(rows[row].count("\",\"") == 13); // the twelve cells as they stood, the line and why

    // Corrected, and read again as it is: line and reason are passed over.
    const auto again = world.as(lead, words("pupils import", {world.vault(), out, QStringLiteral("--dry-run")})).json();
    CHECK(again[u"refused"].toArray().size() == 4);
    auto corrected = rows;
    corrected.removeAt(4);
    corrected.removeAt(2);
    corrected[1].replace("30/02/2012", "29/02/2012");
    const auto better = world.write(QStringLiteral("corrected.csv"), corrected.join('\n'));
    const auto taken = world.as(lead, words("pupils import", {world.vault(), better})).json();
    CHECK(taken[u"new"].toArray().size() == 2);
    CHECK(taken[u"refused"].toArray().isEmpty());
}

TEST_CASE("a file that is wrong is said in one sentence, and changes nothing")
{
    const World world;
    world.setUp();
    const auto import = [&](const QString& path, const QStringList& flags = {}) {
        return world.as(lead, words("pupils import", QStringList{world.vault(), path} + flags));
    };
    REQUIRE(import(sample("utf8.csv")).exit == 0);
    const auto register_ = [&] { return world.as(lead, words("pupils list", {world.vault()})).out; };
    const auto journal = [&] {
        return world.as(lead, {QStringLiteral("verify"), world.vault()}).json()[u"entries"].toInt();
    };
    const auto before = register_();
    const auto entries = journal();
    CHECK(entries > 10);
    struct Row {
        const char* what;
        QString path;
        const char* words;
        QStringList flags = {};
    };
    const auto utf16 = QStringList{QStringLiteral("--encoding"), QStringLiteral("utf-16le")};
    for (const auto& [what, path, says, flags] : std::vector<Row>{
             {"truncated XML", sample("ctf-truncated.xml"), "ends in the middle"},
             {"a billion laughs", sample("ctf-laughs.xml"), "entities of its own"},
             {"an external entity", sample("ctf-external.xml"), "entities of its own"},
             {"too deep", sample("ctf-deep.xml"), "nested too deep"},
             {"another XML", sample("ctf-other.xml"), "not a Common Transfer File"},
             {"a lost quotation mark", sample("quotes.csv"), "quotation mark"},
             {"wrong encoding", sample("utf8.csv"), "encoding", utf16},
             {"an empty file", sample("empty.csv"), "is empty"},
             {"no rows", sample("headings-only.csv"), "names no pupils"},
             {"a spreadsheet with a renamed ending", sample("spreadsheet.csv"), "spreadsheet under another name"},
             {"no file", sample("nowhere.csv"), "nowhere.csv"},
             {"a folder", world.path({}), ""},
             {"a line that is not there",
              sample("utf8.csv"),
              "Line 99",
              {QStringLiteral("--decide"), QStringLiteral("99=new")}},
             {"a pupil who is not there",
              sample("utf8.csv"),
              "no pupil of the register",
              {QStringLiteral("--decide"), QStringLiteral("2=0123456789abcdef")}},
         }) {
        INFO(what);
        const auto refused = import(path, flags);
        CHECK(refused.exit == 2);
        const auto message = refused.json()[u"error"][u"message"].toString();
        INFO(message.toStdString());
        CHECK(message.contains(QString::fromLatin1(says)));
        CHECK(message.size() > 20);
        CHECK(message.size() < 250);
        CHECK(message.endsWith(u'.'));
        CHECK_FALSE(message.contains(u'\n'));
        CHECK_FALSE(message.contains(QStringLiteral(". "))); // one sentence
    }
    CHECK(register_() == before);
    CHECK(journal() == entries);
}

TEST_CASE("how a file is written can be said, and is remembered for the next with its headings")
{
    const World world;
    world.setUp();
    const auto file =
        world.write(QStringLiteral("export.csv"), "Forename,Surname,DOB,Tutor\nJamie,Made-up,5/3/2012,9B\n"
                                                  "Nia,Pretend,4/2/2012,9C\n");
    const auto import = [&](const QStringList& flags) {
        return world.as(lead, words("pupils import", QStringList{world.vault(), file} + flags));
    };
    const auto dry = QStringLiteral("--dry-run");
    const auto dates = QStringLiteral("--dates");
    const auto american = QStringLiteral("M/d/yyyy");
    for (const QStringList& wrong : {QStringList{QStringLiteral("--encoding"), QStringLiteral("latin")},
                                     {QStringLiteral("--delimiter"), QStringLiteral("\"")},
                                     {QStringLiteral("--delimiter"), QStringLiteral(", ")},
                                     {dates, QStringLiteral("whenever")},
                                     {QStringLiteral("--encoding"), QStringLiteral("utf-16be")}}) {
        INFO(wrong.join(u' ').toStdString());
        CHECK(import(wrong + QStringList{dry}).exit == 2);
    }
    CHECK(import({dry}).json()[u"mapping"][u"dateForm"].toString() == QStringLiteral("d/M/yyyy"));
    const auto said = import({dry, dates, american}).json();
    CHECK(said[u"mapping"][u"dateForm"].toString() == american);
    CHECK_FALSE(import({dry}).json()[u"asLastTime"].toBool()); // a dry run is not remembered
    REQUIRE(import({dates, american}).exit == 0);
    const auto again = import({dry}).json();
    CHECK(again[u"asLastTime"].toBool());
    CHECK(again[u"mapping"][u"dateForm"].toString() == american);
    CHECK(again[u"unchanged"].toInt() == 2);
    CHECK_FALSE(again[u"whole"].toBool());
    CHECK(import({dry, dates, QStringLiteral("d/M/yyyy")}).json()[u"mapping"][u"dateForm"].toString() ==
          QStringLiteral("d/M/yyyy"));
    CHECK(import({dry, QStringLiteral("--whole")}).json()[u"whole"].toBool());
}

TEST_CASE("a file of two gigabytes is refused at once, whatever it calls itself")
{
    const World world;
    world.setUp();
    for (const char* name : {"large.csv", "large.xml"}) {
        INFO(name);
        // It takes no room on the disk, and would take 2 GiB of memory.
        QFile file(world.write(QString::fromLatin1(name), "Forename,Surname,DOB\nJamie,Made-up,3/5/2012\n"));
        REQUIRE(file.resize(2LL * 1024 * 1024 * 1024));
        const auto refused = world.as(lead, words("pupils import", {world.vault(), file.fileName()}));
        CHECK(refused.exit == 2);
        CHECK(refused.json()[u"error"][u"message"].toString().contains(QStringLiteral("larger than 256 MiB")));
        REQUIRE(file.remove());
    }
    CHECK(world.as(lead, words("pupils list", {world.vault()})).json()[u"pupils"].toArray().isEmpty());
}
