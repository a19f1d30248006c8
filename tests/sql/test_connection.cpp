#include "as_nobody.h"
#include "fixture.h"
#include "qt_strings.h"

#include <QDir>
#include <QFileInfo>

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

#include <atomic>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace heed::sql;
using heed::model::ErrorCode;

namespace {

const QString secret = QStringLiteral("Unmistakeable Wording");

void fill(Connection& db, int rows)
{
    done(db.runScript("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
                      "CREATE VIRTUAL TABLE f USING fts5(body)"));
    auto all = taken(Transaction::write(db));
    for (int id = 1; id <= rows; ++id) {
        done(db.run("INSERT INTO t VALUES(?, ?)", id, QString(secret + QString::number(id))));
        done(db.run("INSERT INTO f VALUES(?)", secret));
    }
    done(all.commit());
}

void overwrite(const QString& path, qint64 offset, const QByteArray& bytes)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.seek(offset));
    REQUIRE(file.write(bytes) == bytes.size());
}

unsigned modeOf(const QString& path)
{
    struct stat status {};
    REQUIRE(::stat(QFile::encodeName(path).constData(), &status) == 0);
    return status.st_mode & 07777U;
}

template <class T> heed::model::Error errorOf(const heed::model::Expected<T>& result)
{
    REQUIRE_FALSE(result);
    INFO(result.error().message.toStdString());
    CHECK(result.error().message.endsWith(u'.'));
    return result.error();
}

} // namespace

TEST_CASE("SQLCipher, and no plain SQLite, is in the process")
{
    done(checkLibrary()); // which asks the library, whether it is a file of its own or part of the program
    QFile maps(QStringLiteral("/proc/self/maps"));
    REQUIRE(maps.open(QIODevice::ReadOnly));
    const auto text = maps.readAll();
    CHECK_FALSE(text.contains("libsqlite3"));
}

TEST_CASE("What is written is there after the connection is gone, for who has the key")
{
    const Place place;
    {
        auto db = place.create();
        fill(db, 3);
    }
    auto db = taken(place.open());
    CHECK(taken(db.value<QString>("SELECT body FROM t WHERE id = ?", 3)) == QString(secret + u'3'));
    CHECK(taken(db.value<int>("SELECT count(*) FROM f WHERE f MATCH ?", QStringLiteral("unmistakeable"))) == 3);
    CHECK_FALSE(taken(db.value<int>("SELECT id FROM t WHERE id = ?", 9)));
}

TEST_CASE("The profile is in force")
{
    const Place place;
    auto db = place.create();
    const auto now = [&](const char* pragma) { return taken(db.value<QString>(pragma)).value_or(QString()); };
    CHECK(now("PRAGMA journal_mode") == QStringLiteral("delete"));
    CHECK(now("PRAGMA synchronous") == QStringLiteral("3"));
    CHECK(now("PRAGMA temp_store") == QStringLiteral("2"));
    CHECK(now("PRAGMA foreign_keys") == QStringLiteral("1"));
    CHECK(now("PRAGMA trusted_schema") == QStringLiteral("0"));
    CHECK(now("PRAGMA secure_delete") == QStringLiteral("1"));
    CHECK(now("PRAGMA cell_size_check") == QStringLiteral("1"));
    CHECK(now("PRAGMA mmap_size") == QStringLiteral("0"));
    CHECK_FALSE(db.runScript("ATTACH ':memory:' AS other"));
    CHECK_FALSE(db.runScript("SELECT load_extension('x')"));
    CHECK_FALSE(db.runScript("SELECT \"not a column\""));
    done(db.runScript("PRAGMA writable_schema = ON"));
    CHECK_FALSE(db.runScript("DELETE FROM sqlite_schema"));
}

TEST_CASE("No file holds a word in the clear, nor does the journal of a transaction under way")
{
    const Place place;
    auto db = place.create();
    fill(db, 500);
    const auto transaction = taken(Transaction::write(db));
    done(db.runScript("PRAGMA cache_spill = 1; PRAGMA cache_size = 10"));
    done(db.run("UPDATE t SET body = body || body"));
    int journals = 0;
    for (const auto& file : QDir(place.folder.path()).entryInfoList(QDir::Files)) {
        const auto bytes = contents(file.filePath()); // drops our locks: nobody else is here
        CAPTURE(file.fileName());
        CHECK_FALSE(bytes.contains("Unmistakeable"));
        CHECK_FALSE(bytes.contains("CREATE"));
        CHECK_FALSE(bytes.contains("SQLite format"));
        journals += file.fileName().endsWith(QStringLiteral("-journal"));
    }
    CHECK(journals == 1);
}

TEST_CASE("Files are for their owner, or for the group that the school names, whatever the umask")
{
    const int mode = GENERATE(0600, 0660);
    const auto mask = ::umask(077);
    const Place place;
    auto db = place.create({.fileMode = mode});
    done(db.runScript("CREATE TABLE t(id INTEGER)"));
    const auto transaction = taken(Transaction::write(db));
    done(db.run("INSERT INTO t VALUES(1)"));
    CHECK(modeOf(place.path) == static_cast<unsigned>(mode));
    CHECK(modeOf(place.path + QStringLiteral("-journal")) == static_cast<unsigned>(mode));
    ::umask(mask);
}

TEST_CASE("Wrong key, damage, absence, a folder and a lock are told apart")
{
    const Place place;
    CHECK(errorOf(place.open()).code == ErrorCode::NotFound);
    {
        auto db = place.create();
        fill(db, 500);
    }
    CHECK(errorOf(place.open({.mode = Mode::Create})).code == ErrorCode::AlreadyExists);
    CHECK(QDir(place.folder.path()).entryList(QDir::Files).size() == 1);
    CHECK(errorOf(Connection::open(place.folder.path(), place.key)).code == ErrorCode::BadInput);

    const auto wrong = errorOf(Connection::open(place.path, keyOf(8)));
    CHECK(wrong.code == ErrorCode::Damaged);
    CHECK(wrong.message.contains(QStringLiteral("\"journal.db\" cannot be opened with its key")));

    auto holder = taken(place.open());
    done(holder.runScript("BEGIN EXCLUSIVE"));
    const auto busy = errorOf(place.open({.patience = std::chrono::milliseconds(30)}));
    CHECK(busy.code == ErrorCode::InUse);
    done(holder.runScript("COMMIT"));
    CHECK(place.open());
}

TEST_CASE("A damaged file is damaged, wherever the damage is")
{
    const Place place;
    {
        auto db = place.create();
        fill(db, 500);
    }
    const qint64 pages = QFileInfo(place.path).size() / 4096;
    REQUIRE(pages > 8);
    SECTION("in the first page")
    {
        overwrite(place.path, 100, "damage");
        CHECK(errorOf(place.open()).code == ErrorCode::Damaged);
    }
    SECTION("in any other page: found by the check, and by whoever reads there")
    {
        for (qint64 page = 1; page < pages; ++page)
            overwrite(place.path, page * 4096 + 100, "damage");
        auto db = taken(place.open());
        const auto read = errorOf(db.value<qint64>("SELECT sum(length(body)) FROM t"));
        CHECK(read.code == ErrorCode::Damaged);
        const auto findings = taken(db.integrityCheck());
        CHECK(findings.size() >= pages - 1);
        auto again = taken(place.open());
        CHECK(taken(again.integrityCheck()).size() >= pages - 1);
    }
    SECTION("emptied: never taken for a new one")
    {
        QFile(place.path).resize(0);
        CHECK(errorOf(place.open()).code == ErrorCode::Damaged);
        CHECK(errorOf(place.open({.mode = Mode::ReadOnly})).code == ErrorCode::Damaged);
    }
    SECTION("cut off")
    {
        QFile(place.path).resize((pages - 3) * 4096);
        auto db = place.open();
        CHECK((!db || !taken(db->integrityCheck()).isEmpty()));
    }
    SECTION("something else")
    {
        QFile(place.path).resize(0);
        overwrite(place.path, 0, QByteArray(8192, 'x'));
        CHECK(errorOf(place.open()).code == ErrorCode::Damaged);
    }
}

TEST_CASE("An unharmed database has no findings, and the check names the page that is harmed")
{
    const Place place;
    {
        auto db = place.create();
        fill(db, 500);
        CHECK(taken(db.integrityCheck()).isEmpty());
    }
    const auto good = contents(place.path);
    for (qint64 page = 2; page <= good.size() / 4096; ++page) {
        CAPTURE(page);
        auto bad = good;
        bad[page * 4096 - 2000] = static_cast<char>(bad.at(page * 4096 - 2000) ^ 1);
        overwrite(place.path, 0, bad);
        auto db = place.open();
        if (!db) {
            CHECK(db.error().code == ErrorCode::Damaged);
            continue;
        }
        const auto findings = taken(db->integrityCheck());
        REQUIRE_FALSE(findings.isEmpty());
        CHECK(findings.first().endsWith(QStringLiteral("page ") + QString::number(page)));
        for (const char* sql : {"SELECT sum(length(body)) FROM t", "SELECT count(*) FROM f WHERE f MATCH 'wording*'",
                                "INSERT INTO f(f) VALUES('integrity-check')"}) {
            auto again = taken(place.open());
            const auto read = again.value<qint64>(sql);
            CHECK((read || read.error().code == ErrorCode::Damaged));
        }
    }
}

TEST_CASE("Read-only reads and does not write")
{
    const Place place;
    {
        auto db = place.create();
        fill(db, 3);
    }
    auto db = taken(place.open({.mode = Mode::ReadOnly}));
    CHECK(db.isReadOnly());
    CHECK(taken(db.value<int>("SELECT count(*) FROM t")) == 3);
    CHECK(errorOf(db.run("DELETE FROM t")).code == ErrorCode::NoPermission);
}

TEST_CASE("Who may not write is told so when opening, not when saving")
{
    const Place place;
    const AsNobody nobody(place.folder.path());
    {
        auto db = place.create();
        fill(db, 3);
    }
    REQUIRE(::chmod(QFile::encodeName(place.path).constData(), 0400) == 0);
    CHECK(errorOf(place.open()).code == ErrorCode::NoPermission);
    CHECK(place.open({.mode = Mode::ReadOnly}));
    REQUIRE(::chmod(QFile::encodeName(place.path).constData(), 0) == 0);
    CHECK(errorOf(place.open({.mode = Mode::ReadOnly})).code == ErrorCode::NoPermission);
}

TEST_CASE("Another's writing shows in the data version; one's own does not")
{
    const Place place;
    auto one = place.create();
    auto two = taken(place.open());
    const auto before = taken(one.dataVersion());
    done(one.runScript("CREATE TABLE t(id)"));
    CHECK(taken(one.dataVersion()) == before);
    done(two.run("INSERT INTO t VALUES(1)"));
    CHECK(taken(one.dataVersion()) != before);
    CHECK(taken(one.userVersion()) == 0);
    done(one.setUserVersion(12));
    CHECK(taken(two.userVersion()) == 12);
}

TEST_CASE("A copy has the same key, keeps the versions, is compact and consistent, and replaces nothing")
{
    const Place place;
    auto db = place.create();
    fill(db, 500);
    done(db.setUserVersion(7));
    done(db.run("DELETE FROM t WHERE id > 3"));
    const auto path = place.folder.filePath(QStringLiteral("it's a copy.db"));
    done(db.vacuumInto(path));
    CHECK(errorOf(db.vacuumInto(path)).code == ErrorCode::AlreadyExists);
    CHECK(modeOf(path) == 0600);
    CHECK_FALSE(contents(path).contains("Unmistakeable"));
    CHECK_FALSE(db.runScript("ATTACH ':memory:' AS other"));
    CHECK(errorOf(Connection::open(path, keyOf(8))).code == ErrorCode::Damaged);
    auto copy = taken(Connection::open(path, place.key));
    CHECK(taken(copy.userVersion()) == 7);
    CHECK(taken(copy.value<int>("SELECT count(*) FROM t")) == 3);
    CHECK(taken(copy.integrityCheck()).isEmpty());
}

TEST_CASE("A long question can be stopped from another thread, and the connection goes on")
{
    auto db = taken(Connection::openInMemory());
    const auto interrupter = db.interrupter();
    interrupter.interrupt(); // nothing runs: nothing happens
    CHECK(taken(db.value<int>("SELECT 5")) == 5);
    std::atomic<bool> stop = false;
    std::thread other([&] {
        while (!stop) {
            interrupter.interrupt();
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    });
    const auto endless =
        db.value<qint64>("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n");
    stop = true;
    other.join();
    CHECK(errorOf(endless).code == ErrorCode::Cancelled);
    CHECK(taken(db.value<int>("SELECT 5")) == 5);
    db = taken(Connection::openInMemory());
    interrupter.interrupt(); // long gone
}

TEST_CASE("What the database does not hold is damage, not a broken program")
{
    auto db = taken(Connection::openInMemory());
    const auto error = errorOf(db.run("SELECT * FROM missing"));
    CHECK(error.code == ErrorCode::Damaged);
    CHECK(error.message.contains(QStringLiteral("no such table")));
}

TEST_CASE("Two that must be unique are told from other failures")
{
    auto db = taken(Connection::openInMemory());
    done(db.runScript("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT NOT NULL)"));
    done(db.run("INSERT INTO t VALUES(1, 'x')"));
    CHECK(errorOf(db.run("INSERT INTO t VALUES(1, 'y')")).code == ErrorCode::AlreadyExists);
    CHECK(errorOf(db.run("INSERT INTO t VALUES(2, NULL)")).code == ErrorCode::MachineFailed);
}
