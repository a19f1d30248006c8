#include "cli.h"

#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

QJsonObject Answer::json() const
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(out, &problem);
    INFO(out.toStdString());
    INFO(error.toStdString());
    REQUIRE(problem.error == QJsonParseError::NoError);
    REQUIRE(document.isObject());
    return document.object();
}

World::World()
{
    REQUIRE(m_folder.isValid());
    for (const auto* folder : {"state", "config", "tmp", "cwd", "home"})
        QDir(m_folder.path()).mkdir(QLatin1StringView(folder));
}

QString World::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(path(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    return path(name);
}

std::unique_ptr<QProcess> World::start(const QStringList& words, const QByteArray& input, const QString& state) const
{
    auto process = std::make_unique<QProcess>();
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.insert(QStringLiteral("HOME"), path(QStringLiteral("home")));
    environment.insert(QStringLiteral("XDG_STATE_HOME"), path(state));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.insert(QStringLiteral("TMPDIR"), path(QStringLiteral("tmp")));
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(path(QStringLiteral("cwd")));
    process->start(QStringLiteral(HEED_CLI), words);
    REQUIRE(process->waitForStarted());
    process->write(input);
    process->closeWriteChannel();
    return process;
}

Answer World::finish(QProcess& process)
{
    REQUIRE((process.state() == QProcess::NotRunning || process.waitForFinished(60'000)));
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    return {process.exitCode(), process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
}

Answer World::run(const QStringList& words, const QByteArray& input) const
{
    return finish(*start(words, input));
}

Answer World::as(const QString& name, const QStringList& words) const
{
    return run(words + QStringList{QStringLiteral("--as"), name, QStringLiteral("--password-file"), QStringLiteral("-"),
                                   QStringLiteral("--json")},
               passwordOf(name).toUtf8() + '\n');
}

void World::setUp() const
{
    const auto password = write(QStringLiteral("lead-password"), passwordOf(lead).toUtf8() + "\nand a second line\n");
    const auto made =
        run({QStringLiteral("init"), vault(), QStringLiteral("--profile"), QStringLiteral(HEED_PROFILE),
             QStringLiteral("--member"), lead, QStringLiteral("--new-password-file"), password,
             QStringLiteral("--shares"), QStringLiteral("3"), QStringLiteral("--threshold"), QStringLiteral("2"),
             QStringLiteral("--shares-out"), path(QStringLiteral("shares")), QStringLiteral("--json")});
    INFO(made.out.toStdString());
    INFO(made.error.toStdString());
    REQUIRE(made.exit == 0);
    for (const auto& [name, role] : {std::pair(teacher, "staff"), std::pair(head, "head")}) {
        const auto own = write(QStringLiteral("new-password"), passwordOf(name).toUtf8());
        const auto added =
            as(lead, {QStringLiteral("member"), QStringLiteral("add"), vault(), QStringLiteral("--name"), name,
                      QStringLiteral("--role"), QLatin1StringView(role), QStringLiteral("--new-password-file"), own});
        INFO(added.out.toStdString());
        REQUIRE(added.exit == 0);
        QFile::remove(own);
    }
    QFile::remove(password);
}

QStringList World::files() const
{
    QStringList all;
    QDirIterator found(m_folder.path(), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (found.hasNext())
        all << found.next();
    return all;
}

const World& school()
{
    static const World world;
    static const bool ready = (world.setUp(), true);
    REQUIRE(ready);
    return world;
}

QString passwordOf(const QString& name)
{
    return name == lead      ? QStringLiteral("walnut-ferry-trombone-glacier")
           : name == teacher ? QStringLiteral("puffin-saffron-dynamo-lattice")
                             : QStringLiteral("gherkin-cobalt-orchid-pontoon");
}

QByteArray concernJson()
{
    return R"({"child": {"forename": "Zebedina", "surname": "Quillfeather", "dateOfBirth": "2012-05-03", "yearGroup": "9",
        "onRoll": true},
        "observedAt": "2026-11-20T14:10:00Z", "place": "the lighthouse flat",
        "facts": "Zebedina got into a marmalade taxi with two men whom nobody here knows.",
        "childsWords": "nobody asked me whether I wanted to",
        "signs": [{"code": "unknown-cars", "seen": "2026-11-19", "source": "saw"}]})";
}
