#include "fixture.h"
#include "qt_strings.h"

using namespace heed::sql;
using heed::model::ErrorCode;

TEST_CASE("What is written is there after the connection is gone, for who has the key")
{
    const Place place;
    {
        auto db = place.create();
        done(db.runScript("CREATE TABLE t(id INTEGER PRIMARY KEY, body TEXT) STRICT"));
        done(db.run("INSERT INTO t VALUES(?, ?)", 3, QStringLiteral("wörd")));
    }
    auto db = taken(place.open());
    CHECK(taken(db.value<QString>("SELECT body FROM t WHERE id = ?", 3)) == QStringLiteral("wörd"));
    const auto other = Connection::open(place.path, keyOf(8));
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::Damaged);
    WARN(other.error().message.toStdString());
    done(db.vacuumInto(place.path + QStringLiteral("2")));
}
