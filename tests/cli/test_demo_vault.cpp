#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QMap>

TEST_CASE("a demo says who can sign in, and its queue has every state")
{
    const World world;
    const auto vault = world.path(QStringLiteral("demo.heed"));
    const auto made = world.run({QStringLiteral("demo"), vault, QStringLiteral("--concerns"), QStringLiteral("24"),
                                 QStringLiteral("--seed"), QStringLiteral("3"), QStringLiteral("--json")});
    INFO(made.out.toStdString());
    INFO(made.error.toStdString());
    REQUIRE(made.exit == 0);
    QMap<QString, QString> passwords;
    for (const auto& member : made.json()[u"members"].toArray())
        passwords[member[u"role"].toString()] = member[u"name"].toString() + u'\n' + member[u"password"].toString();
    const auto as = [&](const QString& role, const QStringList& words) {
        return world.run(words + QStringList{QStringLiteral("--as"), passwords[role].section(u'\n', 0, 0),
                                             QStringLiteral("--password-file"), QStringLiteral("-"),
                                             QStringLiteral("--json")},
                         passwords[role].section(u'\n', 1).toUtf8());
    };
    const auto list = as(QStringLiteral("dsl"), {QStringLiteral("list"), vault}).json();
    const auto counts = list[u"counts"];
    CHECK(counts[u"waiting"].toInt() >= 1);
    CHECK(counts[u"open"].toInt() >= 1);
    CHECK(counts[u"closed"].toInt() >= 1);
    const auto atHead =
        as(QStringLiteral("head"), {QStringLiteral("list"), vault}).json()[u"concerns"].toArray().size();
    CHECK(list[u"concerns"].toArray().size() + atHead == 24);
    CHECK(as(QStringLiteral("staff"), {QStringLiteral("mine"), vault}).exit == 0);
    const auto verified = as(QStringLiteral("dsl"), {QStringLiteral("verify"), vault});
    INFO(verified.out.toStdString());
    CHECK(verified.exit == 0);
    const auto record =
        as(QStringLiteral("dsl"), {QStringLiteral("show"), vault, list[u"concerns"][0][u"reference"].toString()})
            .json();
    for (const auto& event : record[u"events"].toArray())
        CHECK_FALSE(event.toObject().contains(u"timeContradicted"));
}
