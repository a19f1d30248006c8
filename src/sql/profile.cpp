#include "sql/profile.h"

#include <array>
#include <optional>
#include <cstring>

#include <sqlite3.h>

namespace heed::sql {
namespace {

using model::ErrorCode;
using model::failure;
using model::Result;

constexpr qint64 applicationId = 0x48454544; // "HEED"

/// The first column of the last row, or nothing if there is none.
model::Expected<std::optional<QByteArray>> ask(Core& core, const char* sql)
{
    std::optional<QByteArray> answer;
    const auto keep = [](void* out, int columns, char** values, char**) {
        if (columns > 0)
            *static_cast<std::optional<QByteArray>*>(out) = QByteArray(values[0]);
        return 0;
    };
    const int code = sqlite3_exec(core.database(), sql, keep, &answer, nullptr);
    if (code != SQLITE_OK)
        return tl::make_unexpected(core.error(code));
    return answer;
}

tl::unexpected<model::Error> refused(const char* setting)
{
    return failure(
        ErrorCode::MachineFailed,
        QStringLiteral("The SQLCipher on this computer does not take the setting \"%1\": install the one that "
                       "scripts/run installs.")
            .arg(QString::fromLatin1(setting)));
}

struct Pragma {
    const char* set;
    const char* read;
    const char* expected;
    bool inMemory; ///< applies to a database without a file too
};

// temp_store: a library may be built to keep temporary tables and sorts in plain files. synchronous=EXTRA: with FULL
// the folder is not synced after the journal is deleted, so a power cut can bring the journal back and undo what was
// committed. mmap would read pages past the codec's error handling.
constexpr std::array pragmas{
    Pragma{"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2", true},
    Pragma{"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1", true},
    Pragma{"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0", true},
    Pragma{"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1", true},
    Pragma{"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1", true},
    Pragma{"PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3", true},
    Pragma{"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0", false},
    Pragma{"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete", false},
};

struct Switch {
    int option;
    int value;
    const char* name;
};

constexpr std::array switches{
    Switch{SQLITE_DBCONFIG_DEFENSIVE, 1, "defensive"},
    Switch{SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, "trusted schema"},
    Switch{SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, "load extension"},
    Switch{SQLITE_DBCONFIG_DQS_DML, 0, "double-quoted strings"},
    Switch{SQLITE_DBCONFIG_DQS_DDL, 0, "double-quoted strings"},
};

/// x'…' around the key in hex, which SQLCipher takes for the key itself and not for a passphrase. Wiped when it goes.
class KeyText {
public:
    explicit KeyText(std::span<const unsigned char> key)
    {
        constexpr auto digits = "0123456789abcdef";
        auto* next = m_text.data();
        *next++ = 'x';
        *next++ = '\'';
        for (const auto byte : key) {
            *next++ = digits[byte >> 4];
            *next++ = digits[byte & 15];
        }
        *next = '\'';
    }
    ~KeyText() { explicit_bzero(m_text.data(), m_text.size()); }
    KeyText(const KeyText&) = delete;
    KeyText& operator=(const KeyText&) = delete;

    const char* data() const { return m_text.data(); }
    static constexpr int size = 67;

private:
    std::array<char, size> m_text;
};

} // namespace

QString cipherVersion(Core& core)
{
    const auto version = ask(core, "PRAGMA cipher_version");
    return version && *version ? QString::fromUtf8(**version) : QString();
}

Result applyKey(Core& core, std::span<const unsigned char> key)
{
    const KeyText text(key);
    const int code = sqlite3_key_v2(core.database(), "main", text.data(), KeyText::size);
    if (code != SQLITE_OK)
        return tl::make_unexpected(core.error(code));
    // Its errors otherwise go to the terminal. The first key that is given in a process turns them on again, so: now.
    HEED_TRY(core.execute("PRAGMA cipher_log_level = NONE"));
    // The format of SQLCipher 4, whatever a later one takes for its default.
    HEED_TRY(core.execute("PRAGMA cipher_compatibility = 4"));
    HEED_TAKE(const auto page, ask(core, "PRAGMA cipher_page_size"));
    HEED_TAKE(const auto hmac, ask(core, "PRAGMA cipher_use_hmac"));
    if (page != "4096" || hmac != "1")
        return refused("cipher_compatibility");
    return {};
}

Result applyProfile(Core& core)
{
    auto* const database = core.database();
    for (const auto& item : switches) {
        int now = -1;
        if (sqlite3_db_config(database, item.option, item.value, &now) != SQLITE_OK || now != item.value)
            return refused(item.name);
    }
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    if (sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, -1) != 0)
        return refused("limit attached");
    for (const auto& pragma : pragmas) {
        if (core.path().isEmpty() && !pragma.inMemory)
            continue;
        HEED_TRY(ask(core, pragma.set));
        HEED_TAKE(const auto now, ask(core, pragma.read));
        if (now != pragma.expected)
            return refused(pragma.set);
    }
    return {};
}

Result checkIdentity(Core& core)
{
    HEED_TAKE(const auto id, ask(core, "PRAGMA application_id"));
    if (id && id->toLongLong() == applicationId)
        return {};
    return tl::make_unexpected(core.error(SQLITE_NOTADB));
}

Result writeIdentity(Core& core)
{
    return core.execute("PRAGMA application_id = " + QByteArray::number(applicationId));
}

} // namespace heed::sql
