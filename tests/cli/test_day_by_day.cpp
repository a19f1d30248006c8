#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QDir>
#include <QFile>
#include <QSet>

namespace {

QStringList backupsOf(const World& world)
{
    auto names = QDir(world.vault() + QStringLiteral("/backups")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    names.removeAll(QStringLiteral("files"));
    return names;
}

/// Words of a verb with its password in a file, so that standard input is free.
QStringList signedIn(const World& world, const QString& name, const QStringList& words)
{
    const auto file = world.write(QStringLiteral("password of ") + name, passwordOf(name).toUtf8());
    return words +
           QStringList{QStringLiteral("--as"), name, QStringLiteral("--password-file"), file, QStringLiteral("--json")};
}

} // namespace

TEST_CASE("the first use of a day makes its backup, once the answer is out, and a backup that fails changes no answer")
{
    const World world;
    world.setUp();
    CHECK(backupsOf(world).size() == 1); // set-up enrols two people
    CHECK(world.as(lead, {QStringLiteral("list"), world.vault()}).exit == 0);
    const auto names = backupsOf(world);
    CHECK(names.size() == 1);
    const auto beside = world.path(QStringLiteral("Beside.heed"));
    const auto restored = world.run({QStringLiteral("restore"), world.vault(), beside, QStringLiteral("--json")});
    CHECK(restored.exit == 0);

    QDir folder(world.vault());
    REQUIRE(folder.rename(QStringLiteral("backups"), QStringLiteral("moved")));
    world.write(QStringLiteral("Our school.heed/backups"), "in the way");
    const auto answer = world.as(lead, {QStringLiteral("list"), world.vault()});
    CHECK(answer.exit == 0);
    CHECK(answer.json().contains(QStringLiteral("concerns")));
    INFO(answer.error.toStdString());
    CHECK(answer.error.startsWith(QStringLiteral("Warning: Today's backup was not made.")));
    REQUIRE(QFile::remove(folder.filePath(QStringLiteral("backups"))));
    REQUIRE(folder.rename(QStringLiteral("moved"), QStringLiteral("backups")));
    // Who was refused made none.
    REQUIRE(QDir(folder.filePath(QStringLiteral("backups/")) + names.front()).removeRecursively());
    const auto wrong = world.write(QStringLiteral("wrong"), "not the password\n");
    CHECK(world
              .run({QStringLiteral("list"), world.vault(), QStringLiteral("--as"), lead,
                    QStringLiteral("--password-file"), wrong})
              .exit == 3);
    CHECK(backupsOf(world).isEmpty());
}

TEST_CASE(
    "programs on one vault at the same time: every concern that was acknowledged is there, and a check is content")
{
    const World world;
    world.setUp();
    for (const auto* state : {"state-two", "state-three"})
        QDir(world.path({})).mkdir(QLatin1StringView(state));
    const auto log =
        signedIn(world, teacher, {QStringLiteral("log"), world.vault(), QStringLiteral("--file"), QStringLiteral("-")});
    const auto list = signedIn(world, lead, {QStringLiteral("list"), world.vault()});
    QSet<QString> references;
    for (int round = 0; round < 2; ++round) {
        // Two of one account, one of another computer, and one that reads what they write.
        const auto one = world.start(log, concernJson());
        const auto two = world.start(log, concernJson());
        const auto three = world.start(log, concernJson(), QStringLiteral("state-two"));
        const auto reading = world.start(list, {}, QStringLiteral("state-three"));
        for (auto* process : {one.get(), two.get(), three.get()}) {
            const auto answer = World::finish(*process);
            INFO(answer.out.toStdString());
            INFO(answer.error.toStdString());
            CHECK(answer.exit == 0);
            references << answer.json()[u"reference"].toString();
        }
        const auto answer = World::finish(*reading);
        INFO(answer.out.toStdString());
        CHECK(answer.exit == 0);
    }
    CHECK(references.size() == 6);
    QSet<QString> listed;
    for (const auto& row : world.as(lead, {QStringLiteral("list"), world.vault()}).json()[u"concerns"].toArray())
        listed << row.toObject()[u"reference"].toString();
    CHECK(listed == references);
    const auto checked = world.as(lead, {QStringLiteral("verify"), world.vault()});
    INFO(checked.out.toStdString());
    CHECK(checked.exit == 0);
}
