#include "home.h"
#include "platform/atomic_file.h"
#include "platform/installation.h"
#include "qt_strings.h"

#include <catch2/generators/catch_generators.hpp>

using namespace heed::platform;
using heed::model::ErrorCode;

namespace {

const QByteArray vault("\x01\x02\xff", 3);

} // namespace

TEST_CASE("What an installation remembers of a vault comes back, and each vault has its own")
{
    const Home home;
    const auto file = taken(InstallationFile::of(vault));
    CHECK(taken(file.load()) == Installation());

    Installation memory;
    memory.device = QByteArray(16, '\x9c');
    memory.number = 41;
    memory.hash = QByteArray(32, '\x00');
    memory.pending = RememberedEntry{42, QByteArray(32, 'p')};
    memory.remember(RememberedStatement{QStringLiteral("vault"), 3, "three"});
    memory.remember(RememberedStatement{QStringLiteral("head"), 1, "one"});
    memory.remember(RememberedStatement{QStringLiteral("vault"), 4, "four"});
    memory.remember(RememberedHead{QByteArray(16, 'd'), 7, "seven"});
    memory.remember(RememberedHead{QByteArray(16, 'd'), 8, "eight"});
    CHECK(memory.statements.size() == 2);
    CHECK(memory.statement(QStringLiteral("vault"))->counter == 4);
    CHECK_FALSE(memory.statement(QStringLiteral("chair")));
    CHECK(memory.head(QByteArray(16, 'd'))->hash == "eight");
    CHECK_FALSE(memory.head("x"));
    {
        const auto lock = taken(file.lock());
        done(file.save(memory));
        CHECK_FALSE(file.lock(std::chrono::milliseconds(0)));
    }
    CHECK(taken(taken(InstallationFile::of(vault)).load()) == memory);
    CHECK(taken(taken(InstallationFile::of("other")).load()) == Installation());

    memory.pending.reset();
    done(file.save(memory));
    CHECK(taken(file.load()) == memory);
    done(file.forget());
    CHECK(taken(file.load()) == Installation());
}

TEST_CASE("A memory that cannot be read is said to be damaged, never taken for an empty one")
{
    const Home home;
    const auto file = taken(InstallationFile::of(vault));
    const QByteArray bad = GENERATE("", "{", "{}", "[]", R"({"format": 2})", R"({"format": 1, "number": "x"})",
                                    R"({"format": 1, "unknown": 1})", R"({"format": 1, "heads": [{"number": 1}]})");
    CAPTURE(bad);
    done(replaceFile(home.path("state/heed/vaults/0102ff.json"), bad));
    CHECK(errorOf(file.load()).code == ErrorCode::Damaged);
}
