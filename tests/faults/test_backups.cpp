#include "hurt.h"

#include "session/backups.h"

#include <catch2/generators/catch_generators.hpp>

#include <QDirIterator>
#include <QFile>

#include <map>

using namespace heed;
using namespace heed::tests;
using disk::Fault;

namespace {

/// Every file below a folder, but locks, with its bytes.
std::map<QString, QByteArray> filesBelow(const QString& folder)
{
    std::map<QString, QByteArray> all;
    QDirIterator found(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        all.emplace(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    all.erase(QStringLiteral(".lock"));
    return all;
}

void attach(const School& school, const char* name)
{
    QFile file(school.path() + QStringLiteral("/files/") + QLatin1StringView(name));
    REQUIRE(file.open(QIODevice::WriteOnly));
    REQUIRE(file.write(QByteArray(70'000, *name)) > 0);
}

} // namespace

TEST_CASE("Killed or without room at any call while a backup is made: every backup that is listed can be restored")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    attach(school, "00aa");
    const auto first = taken(session::backUpNow(*lead));
    attach(school, "00bb"); // the next one has something to add to files/
    const auto place = school.path() + QStringLiteral("/backups");
    const auto beside = school.filePath(QStringLiteral("Restored.heed"));
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    const int faults = atEach(
        fault, 2, [&] { return said(session::backUpNow(*lead)); },
        [&](const disk::Run& run) {
            const auto rows = taken(session::listBackups(school.path()));
            CHECK_FALSE(rows.empty());
            for (const auto& row : rows) {
                taken(session::restoreBackup(row.folder, beside));
                REQUIRE(QDir(beside).removeRecursively());
            }
            if (run.hasAnswered)
                CHECK(halves(place).isEmpty());
            done(lead->refresh().map([](bool) {}));
            CHECK_FALSE(lead->isReadOnly());
            // Next time it is new again.
            REQUIRE(QFile::remove(school.path() + QStringLiteral("/files/00bb")));
            attach(school, "00bb");
        });
    CHECK(faults > 20);
    const auto last = taken(session::backUpNow(*lead));
    CHECK(last.folder != first.folder);
    CHECK(halves(place).isEmpty());
    CHECK(halves(place + QStringLiteral("/files")).isEmpty());
}

TEST_CASE("Killed or without room at any call while a backup is brought back: there is a whole vault or none, and the "
          "next try leaves nothing else")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    attach(school, "00aa");
    const auto row = taken(session::backUpNow(*lead));
    const auto inBackup = filesBelow(row.folder);
    const auto good = school.filePath(QStringLiteral("Good.heed"));
    taken(session::restoreBackup(row.folder, good));
    const auto whole = filesBelow(good);
    const auto target = school.filePath(QStringLiteral("Restored.heed"));
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    const int faults = atEach(
        fault, 1, [&] { return said(session::restoreBackup(row.folder, target)); },
        [&](const disk::Run& run) {
            CHECK(filesBelow(row.folder) == inBackup);
            CHECK((!run.didWell || QDir(target).exists()));
            if (QDir(target).exists())
                CHECK(filesBelow(target) == whole);
            if (run.hasAnswered)
                CHECK(halves(school.filePath({})).isEmpty());
            REQUIRE(QDir(target).removeRecursively());
        });
    CHECK(faults > 20);
    taken(session::restoreBackup(row.folder, target));
    CHECK(halves(school.filePath({})).isEmpty());
}
