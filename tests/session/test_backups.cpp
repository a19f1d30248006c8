#include "file_bytes.h"
#include "qt_strings.h"
#include "school.h"
#include "taken.h"

#include "platform/clock.h"
#include "platform/settings.h"
#include "session/backups.h"
#include "session/review.h"
#include "session/upkeep.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <thread>

using namespace heed;
using namespace heed::tests;

namespace {

const QDateTime monday(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);

QString placeOf(const School& school)
{
    return school.path() + QStringLiteral("/backups");
}

QStringList foldersIn(const QString& place)
{
    auto names = QDir(place).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    names.removeAll(QStringLiteral("files"));
    return names;
}

} // namespace

TEST_CASE("A backup is made once a day, is checked, and becomes a vault again beside the old one")
{
    School school;
    platform::FixedClock clock(monday);
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    CHECK_FALSE(taken(session::backupStatus(*lead)).inVault);
    CHECK(taken(session::backUpIfDue(*lead)));
    CHECK_FALSE(taken(session::backUpIfDue(*lead)));
    const auto status = taken(session::backupStatus(*lead));
    REQUIRE(status.inVault);
    CHECK(status.inVault->at == monday);
    CHECK(status.inVault->madeBy == QStringLiteral("Testa Lead"));
    CHECK(status.inVault->entries == 1);
    CHECK(status.failures.empty());
    clock.advance(24 * 3600);
    CHECK(taken(session::backUpIfDue(*lead)));
    REQUIRE(session::logConcern(*lead, someConcern()));

    const auto rows = taken(session::listBackups(school.path()));
    REQUIRE(rows.size() == 2);
    const auto beside = school.filePath(QStringLiteral("Restored.heed"));
    const auto here = session::restoreBackup(rows.front().folder, school.path());
    CHECK(codeOf(here) == model::ErrorCode::AlreadyExists);
    const auto wrong = session::restoreBackup(rows.front().folder, beside, QStringLiteral("Testa Lead"),
                                              crypto::spanOf(QByteArray("not this one")));
    CHECK(codeOf(wrong) == model::ErrorCode::WrongPassword);
    CHECK_FALSE(QFile::exists(beside));
    const auto password = dslPassword.toUtf8();
    const auto made =
        taken(session::restoreBackup(school.path(), beside, QStringLiteral("Testa Lead"), crypto::spanOf(password)));
    CHECK(made.entries == 1);
    CHECK(made.checks.size() == 4);
    CHECK(made.notDone.isEmpty());
    CHECK(QDir(school.filePath({})).entryList({QStringLiteral("*.new-*")}, QDir::AllEntries).isEmpty());

    // On another computer, which has seen nothing, it is a vault like any other.
    school.usePc(QStringLiteral("pc-two"));
    auto restored = taken(session::Session::signIn(beside, QStringLiteral("Testa Lead"), crypto::spanOf(password)));
    CHECK_FALSE(restored->isReadOnly());
    CHECK(taken(session::queue(*restored)).rows.size() == 1);
    CHECK(taken(session::verify(*restored)).findings.empty());
}

TEST_CASE("Attachments lie in a place once for all its backups, and go when no backup needs them")
{
    School school;
    platform::FixedClock clock(monday);
    auto lead = school.signInLead();
    const auto files = school.path() + QStringLiteral("/files/");
    write(files + QStringLiteral("00aa"), QByteArray(100'000, 'a'));
    done(session::backUpNow(*lead).map([](const auto&) {}));
    clock.advance(24 * 3600);
    write(files + QStringLiteral("00bb"), QByteArray(1000, 'b'));
    const auto second = taken(session::backUpNow(*lead));
    CHECK(second.bytes > 101'000);
    const QDir kept(placeOf(school) + QStringLiteral("/files"));
    CHECK(kept.entryList(QDir::Files) == QStringList{QStringLiteral("00aa"), QStringLiteral("00bb")});

    const auto beside = school.filePath(QStringLiteral("Restored.heed"));
    taken(session::restoreBackup(second.folder, beside));
    CHECK(read(beside + QStringLiteral("/files/00aa")) == QByteArray(100'000, 'a'));

    // One is lawfully destroyed, and a year later nothing holds it any more.
    REQUIRE(QFile::remove(files + QStringLiteral("00aa")));
    for (int month = 0; month < 13; ++month) {
        clock.advance(31LL * 24 * 3600);
        taken(session::backUpNow(*lead));
    }
    CHECK(kept.entryList(QDir::Files) == QStringList{QStringLiteral("00bb")});
    CHECK(foldersIn(placeOf(school)).size() == 12);
}

TEST_CASE("A backup of which any file was changed, taken out or put in is refused, and nothing is left")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    write(school.path() + QStringLiteral("/files/00aa"), QByteArray(5000, 'a'));
    const auto row = taken(session::backUpNow(*lead));
    const auto beside = school.filePath(QStringLiteral("Restored.heed"));
    QStringList all{placeOf(school) + QStringLiteral("/files/00aa")};
    QDirIterator walk(row.folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        all << walk.next();
    CHECK(all.size() >= 7);
    for (const auto& path : all) {
        INFO(path.toStdString());
        const auto good = read(path);
        for (const auto at : {qsizetype(0), good.size() / 2, good.size() - 1}) {
            auto bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 1);
            write(path, bad);
            CHECK(codeOf(session::restoreBackup(row.folder, beside)) == model::ErrorCode::Damaged);
        }
        REQUIRE(QFile::remove(path));
        if (!path.endsWith(QStringLiteral("backup.json")))
            CHECK(codeOf(session::restoreBackup(row.folder, beside)) == model::ErrorCode::Damaged);
        write(path, good);
    }
    write(row.folder + QStringLiteral("/members/0123456789abcdef.json"), "{}");
    CHECK(codeOf(session::restoreBackup(row.folder, beside)) == model::ErrorCode::Damaged);
    REQUIRE(QFile::remove(row.folder + QStringLiteral("/members/0123456789abcdef.json")));
    CHECK_FALSE(QFile::exists(beside));
    taken(session::restoreBackup(row.folder, beside));
}

TEST_CASE("The second place gets every backup once it can be reached, and says when it could not")
{
    School school;
    qputenv("XDG_CONFIG_HOME", school.filePath(QStringLiteral("config")).toLocal8Bit());
    platform::FixedClock clock(monday);
    auto lead = school.signInLead();
    const auto stick = school.filePath(QStringLiteral("stick"));
    CHECK(codeOf(session::setSecondPlace(*lead, stick)) == model::ErrorCode::BadInput);
    CHECK(codeOf(session::setSecondPlace(*lead, placeOf(school))) == model::ErrorCode::BadInput);
    REQUIRE(QDir().mkpath(stick));
    done(session::setSecondPlace(*lead, stick));
    taken(session::backUpNow(*lead));
    CHECK(taken(session::backupStatus(*lead)).second);
    CHECK(taken(session::listBackups(stick)).size() == 1);

    const auto away = school.filePath(QStringLiteral("in-a-pocket"));
    REQUIRE(QDir().rename(stick, away));
    clock.advance(24 * 3600);
    CHECK(taken(session::backUpIfDue(*lead)));
    auto status = taken(session::backupStatus(*lead));
    REQUIRE(status.failures.size() == 1);
    CHECK(status.failures.front().place == stick);
    CHECK_FALSE(status.second);

    REQUIRE(QDir().rename(away, stick));
    CHECK(taken(session::backUpIfDue(*lead)));
    status = taken(session::backupStatus(*lead));
    CHECK(status.failures.empty());
    CHECK(status.second->at == platform::now());
    qunsetenv("XDG_CONFIG_HOME");
}

TEST_CASE("A vault that is behind pushes no good backup out")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto old = read(school.path() + QStringLiteral("/vault.json"));
    const auto everyone = read(school.path() + QStringLiteral("/desks/everyone.json"));
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    taken(session::backUpNow(*lead));
    write(school.path() + QStringLiteral("/vault.json"), old);
    write(school.path() + QStringLiteral("/desks/everyone.json"), everyone);
    CHECK(codeOf(session::backUpNow(*lead)) == model::ErrorCode::Behind);
    CHECK_FALSE(taken(session::backUpIfDue(*lead)));
    CHECK(foldersIn(placeOf(school)).size() == 1);
}

TEST_CASE("A backup that is stopped, or finds no room, leaves the older ones and nothing else")
{
    School school;
    platform::FixedClock clock(monday);
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto first = taken(session::backUpNow(*lead));
    int asked = 0;
    for (int stop = 1; stop <= 12; stop += 3) {
        session::Progress progress;
        asked = 0;
        progress.cancelled = [&] { return ++asked >= stop; };
        CHECK(codeOf(session::backUpNow(*lead, progress)) == model::ErrorCode::Cancelled);
        CHECK(foldersIn(placeOf(school)).size() == 1);
    }
    CHECK(taken(session::backupStatus(*lead)).failures.size() == 1);
    // A place that cannot be written to.
    write(school.filePath(QStringLiteral("a file")), "x");
    CHECK_FALSE(session::backUpTo(*lead, school.filePath(QStringLiteral("a file"))));
    taken(session::restoreBackup(first.folder, school.filePath(QStringLiteral("Restored.heed"))));
}

TEST_CASE("A backup is consistent while another PC writes")
{
    School school;
    auto lead = school.signInLead();
    auto other = school.signInLead();
    std::atomic<bool> stop = false;
    std::thread writer([&] {
        while (!stop)
            if (!session::logConcern(*other, someConcern()))
                return;
    });
    std::vector<session::BackupRow> rows;
    for (int i = 0; i < 5; ++i)
        if (auto row = session::backUpTo(*lead, school.filePath(QStringLiteral("place%1").arg(i))))
            rows.push_back(std::move(*row));
    stop = true;
    writer.join();
    REQUIRE(rows.size() == 5);
    const auto password = dslPassword.toUtf8();
    const auto restored = taken(session::restoreBackup(rows.back().folder, school.filePath(QStringLiteral("R.heed")),
                                                       QStringLiteral("Testa Lead"), crypto::spanOf(password)));
    CHECK(restored.notDone.isEmpty());
    CHECK(restored.entries >= rows.front().entries);
}

TEST_CASE("Of two backups within one second the newer is kept, and what a killed program left half done goes")
{
    School school;
    platform::FixedClock clock(monday);
    auto lead = school.signInLead();
    taken(session::backUpNow(*lead));
    REQUIRE(session::logConcern(*lead, someConcern()));
    for (int i = 0; i < 3; ++i) {
        REQUIRE(session::logConcern(*lead, someConcern()));
        const auto half = placeOf(school) + QStringLiteral("/2026-11-23-090000-abcd.new-01234567");
        REQUIRE(QDir().mkpath(half + QStringLiteral("/desks")));
        write(half + QStringLiteral("/vault.json"), "{");
        const auto newest = taken(session::backUpNow(*lead));
        CHECK(newest.entries == 2 + i);
        CHECK(foldersIn(placeOf(school)) == QStringList{QDir(newest.folder).dirName()});
    }
}
