#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

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
}
