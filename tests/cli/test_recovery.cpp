#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QFile>

namespace {

QStringList words(const char* line)
{
    return QString::fromLatin1(line).split(u' ');
}

QString share(const World& world, int number)
{
    return world.path(QStringLiteral("shares/share-%1-of-3.txt").arg(number));
}

} // namespace

TEST_CASE("two of three printed shares open the desk again, and no program ran before that knew them")
{
    const World world;
    world.setUp();
    const auto concern = world.write(QStringLiteral("concern.json"), concernJson());
    const auto logged =
        world.as(teacher, {QStringLiteral("log"), world.vault(), QStringLiteral("--file"), concern}).json();
    const auto reference = logged[u"reference"].toString();
    REQUIRE_FALSE(reference.isEmpty());

    const auto password = world.write(QStringLiteral("new-password"), "orbit walnut seventeen glaciers\n");
    const auto recover = [&](const QStringList& shares) {
        QStringList line{QStringLiteral("recover"), world.vault()};
        for (const auto& path : shares)
            line << QStringLiteral("--share") << path;
        return world.run(line + words("--member Newly --json --new-password-file") + QStringList{password});
    };
    const auto one = recover({share(world, 1)});
    CHECK(one.exit == 2);
    CHECK(one.errorCode() == QStringLiteral("bad-input"));
    const auto twice = recover({share(world, 1), share(world, 1)});
    CHECK(twice.exit == 2);
    CHECK(recover({share(world, 1), share(world, 3)}).json()[u"desk"].toString() == QStringLiteral("safeguarding"));

    const auto shown =
        world.run({QStringLiteral("show"), world.vault(), reference, QStringLiteral("--as"), QStringLiteral("Newly"),
                   QStringLiteral("--password-file"), password, QStringLiteral("--json")});
    INFO(shown.error.toStdString());
    CHECK(shown.exit == 0);

    // A role, an end and a new start, by the lead who was there before.
    const auto starting = world
                              .as(lead, {QStringLiteral("member"), QStringLiteral("reset"), world.vault(),
                                         QStringLiteral("--name"), teacher})
                              .json()[u"startingPassword"]
                              .toString();
    CHECK(starting.size() == 19);
    CHECK(world.as(teacher, {QStringLiteral("mine"), world.vault()}).exit == 3);
    const auto end = [&](const QString& name) {
        const QStringList line{QStringLiteral("member"), QStringLiteral("end"), world.vault(), QStringLiteral("--name"),
                               name};
        return world.as(lead, line).exit;
    };
    CHECK(end(lead) == 2);
    CHECK(end(QStringLiteral("Newly")) == 0);
    const auto verified = world.as(lead, {QStringLiteral("verify"), world.vault()});
    INFO(verified.out.toStdString());
    CHECK(verified.exit == 0);
}
