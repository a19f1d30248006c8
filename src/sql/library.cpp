#include "sql/connection.h"
#include "sql/profile.h"

#include <sqlite3.h>

namespace heed::sql {
namespace {

constexpr int oldestCipher = 4;

} // namespace

model::Result checkLibrary()
{
    const auto refuse = [](const QString& sentence) {
        return model::failure(model::ErrorCode::MachineFailed, sentence);
    };
    if (!sqlite3_compileoption_used("HAS_CODEC"))
        return refuse(QStringLiteral("Heed runs on a plain SQLite instead of SQLCipher: install what scripts/run "
                                     "installs, and start it without another program's libraries."));
    sqlite3* database = nullptr;
    const int code = sqlite3_open(":memory:", &database);
    Core core(database, {}, false);
    const auto version = code == SQLITE_OK ? cipherVersion(core) : QString();
    if (version.section(u'.', 0, 0).toInt() < oldestCipher)
        return refuse(
            QStringLiteral("Heed needs SQLCipher 4 or later and found \"%1\": install what scripts/run installs.")
                .arg(version));
    // The index of words needs both.
    constexpr int oldestSqlite = 3'043'000;
    if (!sqlite3_compileoption_used("ENABLE_FTS5") || sqlite3_libversion_number() < oldestSqlite)
        return refuse(
            QStringLiteral("This SQLCipher is older than 4.5.6, or was built without full-text search (FTS5), in "
                           "which Heed finds what was written: install what scripts/run installs."));
    if (!sqlite3_threadsafe())
        return refuse(
            QStringLiteral("This SQLCipher was built for one thread only: install what scripts/run installs."));
    return {};
}

} // namespace heed::sql
