#include "bad_input.h"
#include "home.h"
#include "platform/atomic_file.h"
#include "platform/installation.h"
#include "qt_strings.h"

#include <catch2/generators/catch_generators.hpp>

using namespace heed::platform;
using namespace heed::tests;
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
    memory.remember(RememberedStatement{QStringLiteral("vault"), 3, QByteArray(32, '3')});
    memory.remember(RememberedStatement{QStringLiteral("head"), 1, QByteArray(32, '1')});
    memory.remember(RememberedStatement{QStringLiteral("vault"), 4, QByteArray(32, '4')});
    memory.remember(RememberedHead{QByteArray(16, 'd'), 7, QByteArray(32, '7')});
    memory.remember(RememberedHead{QByteArray(16, 'd'), 8, QByteArray(32, '8')});
    CHECK(memory.statements.size() == 2);
    CHECK(memory.statement(QStringLiteral("vault"))->counter == 4);
    CHECK_FALSE(memory.statement(QStringLiteral("chair")));
    CHECK(memory.head(QByteArray(16, 'd'))->hash == QByteArray(32, '8'));
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

TEST_CASE("Every field of what is remembered that is mistyped, out of range, doubled or unknown is refused by name")
{
    const Home home;
    const auto path = home.path("state/heed/vaults/0102ff.json");
    const auto file = taken(InstallationFile::of(vault));
    Installation memory;
    memory.device = QByteArray(16, 'd');
    memory.number = 41;
    memory.hash = QByteArray(32, 'h');
    memory.pending = RememberedEntry{42, QByteArray(32, 'p')};
    memory.statements = {{QStringLiteral("vault"), 4, QByteArray(32, '4')},
                         {QStringLiteral("head"), 1, QByteArray(32, '1')}};
    memory.heads = {{QByteArray(16, 'a'), 7, QByteArray(32, '7')}, {QByteArray(16, 'b'), 8, QByteArray(32, '8')}};
    memory.leads = {QByteArray(32, 'l')};
    const QDateTime then(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    memory.backupFailures = {{QStringLiteral("/media/stick"), then, QStringLiteral("It is not there.")}};
    memory.refusals = 3;
    memory.refusedAt = then;
    done(file.save(memory));
    REQUIRE(taken(file.load()) == memory);
    const auto good = taken(readFile(path, 100'000));
    const auto fields = fieldsOf(memory);
    QSet<QString> seen;
    for (const auto& field : fields)
        if (field.isThere)
            seen << field.type;
    CHECK(neverThere(fields, seen).isEmpty());
    // A PC may have written as many entries, and a school may have changed its files as often.
    const QStringList anyValue{QStringLiteral("number"), QStringLiteral("pending.number"),
                               QStringLiteral("heads.number"), QStringLiteral("statements.counter")};
    auto cases = badInputs(good, fields, anyValue);
    const auto twice = [&](auto change, const char* name) {
        auto doubled = memory;
        change(doubled);
        done(file.save(doubled));
        cases.push_back({QString::fromLatin1(name), taken(readFile(path, 100'000)), {QString::fromLatin1(name)}});
    };
    twice([](Installation& bad) { bad.statements[1].file = QStringLiteral("vault"); }, "statements[1].file");
    twice([](Installation& bad) { bad.heads[1].device = bad.heads[0].device; }, "heads[1].device");
    twice([](Installation& bad) { bad.device.clear(); }, "number");
    for (const auto& one : cases) {
        INFO(one.what.toStdString());
        done(replaceFile(path, one.document));
        const auto error = errorOf(file.load());
        INFO(error.message.toStdString());
        CHECK(error.code == ErrorCode::Damaged);
        CHECK(std::any_of(one.anyOf.begin(), one.anyOf.end(),
                          [&](const QString& name) { return error.message.contains(name); }));
        CHECK(error.message.contains(path)); // which file a lead can remove
    }
    CHECK(cases.size() > 60);
    done(replaceFile(path, good));
    CHECK(taken(file.load()) == memory);
}
