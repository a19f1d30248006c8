#include "failing_vfs.h"
#include "fixture.h"
#include "qt_strings.h"

#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>

using namespace heed::sql;
using heed::model::ErrorCode;
using heed::model::Result;
using Fault = FailingVfs::Fault;
using Kept = FailingVfs::Kept;

namespace {

constexpr int bodySize = 9000; // several pages, so that a transaction has something to tear

Connection withTwoRows(const Place& place, const Options& options)
{
    auto db = place.create(options);
    done(db.runScript("CREATE TABLE t(id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT"));
    for (int id : {1, 2})
        done(db.run("INSERT INTO t VALUES(?, ?)", id, QByteArray(bodySize, static_cast<char>('a' + id))));
    return db;
}

/// Adds rows 3 and 4 and changes row 1, all or nothing.
Result change(Connection& db)
{
    HEED_TAKE(auto all, Transaction::write(db));
    HEED_TRY(db.run("UPDATE t SET body = ? WHERE id = 1", QByteArray(bodySize, 'z')));
    for (int id : {3, 4})
        HEED_TRY(db.run("INSERT INTO t VALUES(?, ?)", id, QByteArray(bodySize, static_cast<char>('a' + id))));
    return all.commit();
}

enum class Found { Before, After, Neither };

Found look(const Place& place)
{
    auto db = taken(place.open());
    CHECK(taken(db.integrityCheck()).isEmpty());
    const auto rows = taken(db.value<int>("SELECT count(*) FROM t"));
    const auto first = taken(db.value<QByteArray>("SELECT body FROM t WHERE id = 1"));
    const auto second = taken(db.value<QByteArray>("SELECT body FROM t WHERE id = 2"));
    if (!first || second != QByteArray(bodySize, 'c'))
        return Found::Neither;
    if (rows == 2 && first == QByteArray(bodySize, 'b'))
        return Found::Before;
    return rows == 4 && first == QByteArray(bodySize, 'z') ? Found::After : Found::Neither;
}

} // namespace

TEST_CASE("Whenever the power goes, what was committed is there and what was not is not")
{
    const auto kept = GENERATE(Kept::Nothing, Kept::Everything, Kept::Some);
    const unsigned seeds = kept == Kept::Some ? 12 : 1;
    int cuts = 0;
    for (int call = 1;; ++call) {
        bool reached = true;
        for (unsigned seed = 0; seed < seeds; ++seed) {
            const Place place;
            FailingVfs disk;
            bool committed = false;
            {
                auto db = withTwoRows(place, {.vfs = disk.name()});
                disk.failAt(call, Fault::PowerCut);
                committed = change(db).has_value();
                reached = disk.failed();
                disk.cutPower(); // at the latest, right after commit() returned
            }
            disk.powerBack(kept, seed);
            INFO("call " << call << ", seed " << seed << ", committed " << committed);
            const auto found = look(place);
            CHECK(found != Found::Neither);
            if (committed)
                CHECK(found == Found::After);
            ++cuts;
        }
        if (!reached)
            break;
    }
    CHECK(cuts > 10);
}

TEST_CASE("synchronous=FULL would lose a commit, which is why the profile says EXTRA")
{
    const Place place;
    FailingVfs disk;
    {
        auto db = withTwoRows(place, {.vfs = disk.name()});
        done(db.runScript("PRAGMA synchronous = FULL"));
        done(change(db));
        disk.cutPower();
    }
    disk.powerBack(Kept::Nothing);
    CHECK(look(place) == Found::Before);
}

TEST_CASE("A disk that is full or fails at any call undoes the whole, says so, and works again once it can")
{
    const auto fault = GENERATE(Fault::Full, Fault::IoError);
    const bool forEver = GENERATE(true, false);
    for (int call = 1;; ++call) {
        const Place place;
        FailingVfs disk;
        auto db = withTwoRows(place, {.vfs = disk.name()});
        disk.failAt(call, fault, forEver);
        const auto result = change(db);
        if (!disk.failed()) {
            done(result);
            break;
        }
        INFO("call " << call);
        if (!result) {
            CAPTURE(result.error().message);
            CHECK((result.error().code == ErrorCode::DiskFull || result.error().code == ErrorCode::MachineFailed));
            if (fault == Fault::Full)
                CHECK(result.error().code == ErrorCode::DiskFull);
        }
        disk.heal();
        // The same connection goes on: row 3 is there or not, and can be written if not.
        const auto rows = taken(db.value<int>("SELECT count(*) FROM t"));
        CHECK(rows == (result ? 4 : 2));
        if (!result)
            done(change(db));
        CHECK(taken(db.integrityCheck()).isEmpty());
        db = taken(Connection::openInMemory());
        CHECK(look(place) == Found::After);
    }
}

TEST_CASE("What could not be copied leaves nothing behind")
{
    for (int call = 1;; ++call) {
        const Place place;
        FailingVfs disk;
        auto db = withTwoRows(place, {.vfs = disk.name()});
        const auto copy = place.folder.filePath(QStringLiteral("copy.db"));
        disk.failAt(call, Fault::Full, true);
        const auto result = db.vacuumInto(copy);
        INFO("call " << call);
        CHECK(result.has_value() == QFile::exists(copy));
        if (!disk.failed()) {
            done(result);
            break;
        }
        disk.heal();
        CHECK(taken(db.value<int>("SELECT count(*) FROM t")) == 2);
    }
}
