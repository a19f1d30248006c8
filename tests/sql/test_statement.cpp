#include "fixture.h"
#include "qt_strings.h"

#include <limits>
#include <stdexcept>

using namespace heed::sql;

TEST_CASE("Every kind of value comes back as it went in")
{
    auto db = taken(Connection::openInMemory());
    const auto largest = std::numeric_limits<qint64>::max();
    const QByteArray zeros("a\0b", 3);
    const QString text = QStringLiteral("Zoë 👩‍🏫 \"'; --");
    auto row = taken(db.prepare("SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?"));
    row.bind(largest, 7, true, 1.5, text, zeros, nullptr, std::optional<int>(), std::optional(text));
    REQUIRE(taken(row.step()));
    CHECK(row.columns() == 9);
    CHECK(row.integer(0) == largest);
    CHECK(row.get<int>(1) == 7);
    CHECK(row.get<bool>(2));
    CHECK(row.get<double>(3) == 1.5);
    CHECK(row.text(4) == text);
    CHECK(row.bytes(5) == zeros);
    CHECK(row.bytesView(5) == zeros);
    CHECK(row.isNull(6));
    CHECK_FALSE(row.get<std::optional<int>>(7));
    CHECK(row.get<std::optional<QString>>(8) == text);
    CHECK_FALSE(taken(row.step()));
}

TEST_CASE("Empty is not null")
{
    auto db = taken(Connection::openInMemory());
    auto row = taken(db.prepare("SELECT ?, ?, typeof(?), typeof(?)"));
    row.bind(QString(), QByteArray(), QString(), QByteArray());
    REQUIRE(taken(row.step()));
    CHECK_FALSE(row.isNull(0));
    CHECK_FALSE(row.isNull(1));
    CHECK(row.text(2) == QStringLiteral("text"));
    CHECK(row.text(3) == QStringLiteral("blob"));
}

TEST_CASE("A bound value is the statement's own: the caller may change or drop theirs")
{
    auto db = taken(Connection::openInMemory());
    auto row = taken(db.prepare("SELECT ?"));
    {
        QByteArray mine(100'000, 'x');
        row.bind(mine);
        mine.fill('y');
    }
    REQUIRE(taken(row.step()));
    CHECK(row.bytes(0) == QByteArray(100'000, 'x'));
}

TEST_CASE("Statements are prepared once, and two of the same text can be out at a time")
{
    auto db = taken(Connection::openInMemory());
    const char* sql = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n";
    auto outer = taken(db.prepare(sql));
    int pairs = 0;
    while (taken(outer.step())) {
        auto inner = taken(db.prepare(sql));
        while (taken(inner.step()))
            ++pairs;
    }
    CHECK(pairs == 9);
    Statement moved = std::move(outer);
    moved = taken(db.prepare("SELECT 1"));
    CHECK(taken(moved.step()));
}

TEST_CASE("A statement given back half-way holds no lock")
{
    const Place place;
    auto one = place.create();
    auto two = taken(place.open({.patience = std::chrono::milliseconds(30)}));
    done(one.runScript("CREATE TABLE t(id); INSERT INTO t VALUES(1), (2)"));
    {
        auto half = taken(one.prepare("SELECT id FROM t"));
        CHECK(taken(half.step()));
        CHECK_FALSE(two.run("INSERT INTO t VALUES(3)")); // the reader is still at it
    }
    done(two.run("INSERT INTO t VALUES(3)"));
}

TEST_CASE("A broken program is told at once")
{
    auto db = taken(Connection::openInMemory());
    CHECK_THROWS_AS(db.run("SELECT ?"), std::logic_error);
    CHECK_THROWS_AS(db.run("SELECT ?", 1, 2), std::logic_error);
    CHECK_THROWS_AS(db.run("SELECT 1; SELECT 2"), std::logic_error);
    CHECK_THROWS_AS(db.run(""), std::logic_error);
    CHECK_THROWS_AS(Connection::open(QStringLiteral("x"), std::array<unsigned char, 5>{}), std::logic_error);
}

TEST_CASE("A statement that outlives its connection keeps nothing alive that matters")
{
    const Place place;
    std::optional<Statement> late;
    {
        auto db = place.create();
        late = taken(db.prepare("SELECT 1"));
    }
    late.reset();
    CHECK(place.open());
}
