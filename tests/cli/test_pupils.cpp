#include "cli.h"

#include "qt_strings.h"

#include <QFile>
#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

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

TEST_CASE("pupils are looked at, taken over, found and corrected")
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

    // Nothing of a file that is wrong.
    for (const char* file : {"ctf-truncated.xml", "ctf-laughs.xml", "ctf-external.xml", "ctf-deep.xml", "quotes.csv",
                             "empty.csv", "spreadsheet.csv", "headings-only.csv", "nowhere.csv"}) {
        INFO(file);
        const auto refused = import(file);
        CHECK(refused.exit == 2);
        CHECK(refused.json()[u"error"][u"message"].toString().size() > 20);
    }
    CHECK(listed(lead).isEmpty());

    REQUIRE(import("utf8.csv").exit == 0);
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
    const auto rolled = world.as(lead, words("pupils roll-over", {world.vault()})).json();
    CHECK(rolled[u"moved"].toInt() == 3);
    CHECK(rolled[u"left"].toInt() == 1);
    CHECK(world.as(lead, {QStringLiteral("verify"), world.vault()}).exit == 0);
}

TEST_CASE("refused rows are named, written out, and the rest is taken over")
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
    CHECK(file.readAll().contains("30/02/2012"));
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
