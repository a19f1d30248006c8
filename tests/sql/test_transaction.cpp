#include "fixture.h"
#include "qt_strings.h"

#include <stdexcept>
#include <thread>

using namespace heed::sql;
using heed::model::ErrorCode;

namespace {

struct Table : Place {
    Connection db = create();

    Table() { done(db.runScript("CREATE TABLE t(id INTEGER PRIMARY KEY)")); }

    void add(int id) { done(db.run("INSERT INTO t VALUES(?)", id)); }
    QString ids() { return taken(db.value<QString>("SELECT group_concat(id, ' ') FROM t")).value_or(QString()); }
};

} // namespace

TEST_CASE("What goes without commit is undone, the inner without the outer")
{
    Table t;
    {
        auto outer = taken(Transaction::write(t.db));
        t.add(1);
        {
            const auto dropped = taken(Transaction::write(t.db));
            t.add(2);
            auto kept = taken(Transaction::write(t.db));
            t.add(3);
            done(kept.commit());
        }
        {
            auto kept = taken(Transaction::write(t.db));
            t.add(4);
            done(kept.commit());
        }
        done(outer.commit());
        CHECK_FALSE(t.db.inTransaction());
    }
    CHECK(t.ids() == QStringLiteral("1 4"));
    {
        const auto dropped = taken(Transaction::write(t.db));
        t.add(5);
        auto inner = taken(Transaction::write(t.db));
        t.add(6);
        done(inner.commit());
    }
    CHECK(t.ids() == QStringLiteral("1 4"));
}

TEST_CASE("A transaction can be handed on")
{
    Table t;
    auto first = taken(Transaction::write(t.db));
    auto second = std::move(first);
    t.add(1);
    done(second.commit());
    CHECK(t.ids() == QStringLiteral("1"));
}

TEST_CASE("A writer has the lock from the start; another waits, and is told when it was too long")
{
    Table t;
    auto other = taken(t.open({.patience = std::chrono::milliseconds(30)}));
    {
        const auto writing = taken(Transaction::write(t.db));
        const auto second = Transaction::write(other);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::InUse);
        CHECK(taken(other.value<int>("SELECT count(*) FROM t")) == 0); // reading goes on
    }
    CHECK(Transaction::write(other));
}

TEST_CASE("A commit that a reader holds up can be tried again")
{
    Table t;
    auto writer = taken(t.open({.patience = std::chrono::milliseconds(30)}));
    auto writing = taken(Transaction::write(writer));
    done(writer.run("INSERT INTO t VALUES(1)"));
    {
        const auto reading = taken(Transaction::read(t.db));
        const auto held = writing.commit();
        REQUIRE_FALSE(held);
        CHECK(held.error().code == ErrorCode::InUse);
    }
    done(writing.commit());
    CHECK(t.ids() == QStringLiteral("1"));
}

TEST_CASE("A read transaction sees one state, and nests in a write")
{
    Table t;
    t.add(1);
    auto other = taken(t.open({.patience = std::chrono::milliseconds(30)}));
    {
        const auto reading = taken(Transaction::read(t.db));
        const auto again = taken(Transaction::read(t.db));
        CHECK_FALSE(other.run("INSERT INTO t VALUES(2)"));
        CHECK(t.ids() == QStringLiteral("1"));
    }
    done(other.run("INSERT INTO t VALUES(2)"));
    auto writing = taken(Transaction::write(t.db));
    {
        auto reading = taken(Transaction::read(t.db));
        done(reading.commit());
    }
    t.add(3);
    done(writing.commit());
    CHECK(t.ids() == QStringLiteral("1 2 3"));
}

TEST_CASE("Transactions out of order are a broken program")
{
    Table t;
    {
        auto reading = taken(Transaction::read(t.db));
        CHECK_THROWS_AS(Transaction::write(t.db), std::logic_error);
    }
    auto outer = taken(Transaction::write(t.db));
    {
        auto inner = taken(Transaction::write(t.db));
        CHECK_THROWS_AS(outer.commit(), std::logic_error);
    }
    done(outer.commit());
    CHECK_THROWS_AS(outer.commit(), std::logic_error);
    const auto open = taken(Transaction::write(t.db));
    CHECK_THROWS_AS(t.db.vacuumInto(t.folder.filePath(QStringLiteral("copy"))), std::logic_error);
}

TEST_CASE("When SQLite undoes the whole by itself, no part can be committed")
{
    Table t;
    auto outer = taken(Transaction::write(t.db));
    t.add(1);
    {
        auto inner = taken(Transaction::write(t.db));
        done(t.db.runScript("ROLLBACK")); // as a full disk does
        CHECK_FALSE(inner.commit());
    }
    const auto result = outer.commit();
    REQUIRE_FALSE(result);
    CHECK(t.ids().isEmpty());
}

TEST_CASE("Two threads, each with its connection, number without a gap and without a double")
{
    Table t;
    constexpr int each = 25;
    const auto work = [&] {
        auto db = taken(t.open());
        for (int i = 0; i < each; ++i) {
            auto all = taken(Transaction::write(db));
            const auto last = taken(db.value<qint64>("SELECT coalesce(max(id), 0) FROM t"));
            done(db.run("INSERT INTO t VALUES(?)", *last + 1));
            done(all.commit());
        }
    };
    std::thread one(work);
    std::thread two(work);
    one.join();
    two.join();
    CHECK(taken(t.db.value<int>("SELECT count(*) FROM t")) == 2 * each);
    CHECK(taken(t.db.value<int>("SELECT max(id) FROM t")) == 2 * each);
}
