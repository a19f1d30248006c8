#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>
#include <QJsonDocument>

namespace {

Answer route(const World& world, const QByteArray& facts, const QStringList& more = {})
{
    return world.run(QStringList{QStringLiteral("route"), QStringLiteral("--profile"), QStringLiteral(HEED_PROFILE),
                                 QStringLiteral("--facts"), QStringLiteral("-"), QStringLiteral("--at"),
                                 QStringLiteral("2026-11-23T10:00:00Z"), QStringLiteral("--json")} +
                         more,
                     facts);
}

} // namespace

TEST_CASE("route answers without a vault")
{
    const World world;
    const auto here = route(world, R"({"facts": "f", "child": {"onRoll": true}})").json();
    CHECK(here[u"kind"].toString() == QStringLiteral("dsl"));
    CHECK(here[u"contact"][u"name"].toString() == QStringLiteral("Donna Wealleans"));
    CHECK(here[u"deputies"].toArray().size() == 5);
    CHECK(here[u"emergencyFirst"] == QJsonValue(false));
    CHECK(here[u"reasons"][0][u"sentence"].isString());
    CHECK(here[u"clocks"][0][u"due"].isString());

    const auto own =
        route(world, R"({"facts": "f", "child": {"onRoll": true}})", {QStringLiteral("--author"), lead}).json();
    CHECK(own[u"contact"][u"name"].toString() == QStringLiteral("Amanda Clifton"));

    const auto elsewhere =
        route(world, R"({"facts": "f", "child": {"onRoll": false}, "immediateDanger": true})").json();
    CHECK(elsewhere[u"kind"].toString() == QStringLiteral("mash"));
    CHECK(elsewhere[u"contact"][u"phone"].toString() == QStringLiteral("0161 234 5001"));
    CHECK(elsewhere[u"emergencyFirst"] == QJsonValue(true));

    const auto wrong = route(world, R"({"facts": "f", "child": {"colour": "red"}})");
    CHECK(wrong.exit == 2);
    CHECK(wrong.json()[u"error"][u"message"].toString().contains(QStringLiteral("child.colour")));
    CHECK(world
              .run({QStringLiteral("route"), QStringLiteral("--profile"), QStringLiteral(HEED_PROFILE),
                    QStringLiteral("--facts"), QStringLiteral("-"), QStringLiteral("--at"), QStringLiteral("noon")},
                   R"({"facts": "f"})")
              .exit == 2);
    const auto words = world.run({QStringLiteral("route"), QStringLiteral("--profile"), QStringLiteral(HEED_PROFILE),
                                  QStringLiteral("--facts"), QStringLiteral("-"), QStringLiteral("--at"),
                                  QStringLiteral("2026-11-23T10:00")},
                                 R"({"facts": "f", "child": {"onRoll": false}})");
    CHECK(words.exit == 0);
    CHECK(words.out.startsWith("Ring: Manchester MASH, 0161 234 5001\n"));
}

TEST_CASE("guidance answers without a vault")
{
    const World world;
    const QStringList verb{QStringLiteral("guidance")};
    const QStringList json{QStringLiteral("--json")};
    const auto list = world.run(verb + QStringList{QStringLiteral("list")} + json).json();
    CHECK(list[u"entries"].toArray().size() > 30);
    const auto page = world.run(verb + QStringList{QStringLiteral("show"), QStringLiteral("missing")} + json).json();
    CHECK(page[u"entry"][u"sign"].toString() == QStringLiteral("missing"));
    const auto found =
        world.run(verb + QStringList{QStringLiteral("search"), QStringLiteral("going missing")} + json).json();
    CHECK_FALSE(found[u"hits"].toArray().isEmpty());
    const auto none = world.run(verb + QStringList{QStringLiteral("show"), QStringLiteral("no-such-page")} + json);
    CHECK(none.exit == 2);
    CHECK(none.errorCode() == QStringLiteral("not-found"));

    // Whom to tell is the profile's, as on the screen; and what is read can be printed.
    const auto todo = world.run(verb + QStringList{QStringLiteral("show"), QStringLiteral("what-to-do")});
    CHECK(todo.out.contains("Tell Donna Wealleans now"));
    for (const auto& words : {QStringList{QStringLiteral("show"), QStringLiteral("refresher")},
                              QStringList{QStringLiteral("call-sheet")}}) {
        INFO(words.join(u' ').toStdString());
        const auto path = world.path(words.back() + QStringLiteral(".pdf"));
        const auto written = world.run(verb + words + QStringList{QStringLiteral("--pdf"), path} + json);
        REQUIRE(written.exit == 0);
        CHECK(written.json()[u"pdf"].toString() == path);
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.read(5) == "%PDF-");
    }
    const auto nowhere = world.path(QStringLiteral("no-such-folder/x.pdf"));
    CHECK(world.run(verb + QStringList{QStringLiteral("call-sheet"), QStringLiteral("--pdf"), nowhere}).exit == 2);
}

TEST_CASE("a school's own page is added, found, shown and taken out")
{
    const World world;
    world.setUp();
    const auto page = world.write(QStringLiteral("policy.md"),
                                  "---\ntitle: Our policy\nsummary: What we agreed.\naudience: staff\nsection: school\n"
                                  "reviewed: 2026-11-01\nsource: policy | 2026 | Our policy\n---\nRing the zebra room."
                                  "[^policy]\n");
    const auto vault = world.vault();
    const QStringList add{QStringLiteral("guidance"), QStringLiteral("add"), vault, QStringLiteral("--file"), page};
    CHECK(world.as(teacher, add).exit == 3);
    const auto added = world.as(lead, add + QStringList{QStringLiteral("--reason"), QStringLiteral("New")});
    REQUIRE(added.exit == 0);
    CHECK(added.json()[u"id"].toString() == QStringLiteral("own/policy"));
    const QStringList with{QStringLiteral("--vault"), vault, QStringLiteral("--json")};
    const auto ask = [&](const QStringList& words) {
        return world.run(QStringList{QStringLiteral("guidance")} + words + with).json();
    };
    CHECK(ask({QStringLiteral("search"), QStringLiteral("zebra")})[u"hits"][0][u"id"].toString() ==
          QStringLiteral("own/policy"));
    CHECK(ask({QStringLiteral("show"), QStringLiteral("own/policy")})[u"entry"][u"own"].toBool());
    const auto wrong = world.write(QStringLiteral("wrong.md"), "no header");
    const auto refused =
        world.as(lead, {QStringLiteral("guidance"), QStringLiteral("add"), vault, QStringLiteral("--file"), wrong});
    CHECK(refused.exit == 2);
    CHECK(
        world.as(lead, {QStringLiteral("guidance"), QStringLiteral("remove"), vault, QStringLiteral("policy")}).exit ==
        0);
    CHECK(ask({QStringLiteral("search"), QStringLiteral("zebra")})[u"hits"].toArray().isEmpty());
    CHECK(world.as(lead, {QStringLiteral("verify"), vault}).exit == 0);

    // Each change is an entry with its author and reason.
    const auto profile = world.as(lead, {QStringLiteral("profile"), QStringLiteral("show"), vault});
    auto changed = profile.json();
    changed.insert(QStringLiteral("record"), QStringLiteral("heed"));
    changed.insert(QStringLiteral("secondAgreement"), true);
    for (const auto& reason : {QStringLiteral("Back and forth"), QStringLiteral("We left CPOMS")}) {
        const auto file = world.write(QStringLiteral("changed.json"),
                                      reason.startsWith(u'B') ? profile.out : QJsonDocument(changed).toJson());
        REQUIRE(world
                    .as(lead, {QStringLiteral("profile"), QStringLiteral("set"), vault, QStringLiteral("--file"), file,
                               QStringLiteral("--reason"), reason})
                    .exit == 0);
    }
    const auto history = world.as(lead, {QStringLiteral("profile"), QStringLiteral("history"), vault}).json();
    const auto changes = history[u"changes"].toArray();
    REQUIRE(changes.size() == 4);
    CHECK(changes[0][u"author"].toString() == lead);
    CHECK(changes[0][u"reason"].toString() == QStringLiteral("We left CPOMS"));
    CHECK(changes[0][u"what"].toString() == QStringLiteral("The profile: record, secondAgreement"));
    CHECK(changes[3][u"what"].toString().endsWith(QStringLiteral("policy.md")));
    CHECK(world.as(teacher, {QStringLiteral("profile"), QStringLiteral("history"), vault}).exit == 3);

    // A profile that would leave a route with nobody is refused and says which.
    const auto alone =
        world.write(QStringLiteral("alone.json"), R"({"school": {"name": "S"}, "dsls": [], "mash": {"name": "M"}})");
    const auto nobody =
        world.as(lead, {QStringLiteral("profile"), QStringLiteral("set"), vault, QStringLiteral("--file"), alone});
    CHECK(nobody.exit == 2);
    const auto says = nobody.json()[u"error"][u"message"].toString();
    CHECK(says.contains(QStringLiteral("A worry about a child of this school would have nobody to go to")));
    CHECK(says.contains(QStringLiteral("A worry about a child from elsewhere would have nobody to go to")));
}
