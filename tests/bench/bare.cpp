#include "bare.h"

#include <sodium.h>
#include <sqlite3.h>

#include <stdexcept>

namespace heed::bench {

BareDatabase::BareDatabase(const std::string& path)
{
    if (sqlite3_open(path.c_str(), &m_database) != SQLITE_OK)
        throw std::runtime_error("cannot open the bare database");
    const std::string key = "x'" + std::string(64, 'a') + "'";
    sqlite3_key(m_database, key.data(), static_cast<int>(key.size()));
    run("PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA journal_mode = "
        "DELETE;"
        "CREATE TABLE entry (sequence INTEGER PRIMARY KEY, device BLOB, number INTEGER, sealed BLOB, UNIQUE (device, "
        "number));");
}

BareDatabase::~BareDatabase()
{
    sqlite3_close(m_database);
}

void BareDatabase::run(const char* sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_database));
}

void BareDatabase::insertAndCommit(int size)
{
    insertManyAndCommit(1, size);
}

void BareDatabase::insertManyAndCommit(int count, int size)
{
    run("BEGIN IMMEDIATE");
    for (int i = 0; i < count; ++i)
        insert(size);
    run("COMMIT");
}

void BareDatabase::insert(int size)
{
    const std::vector<unsigned char> bytes(static_cast<std::size_t>(size), 7);
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(m_database,
                       "INSERT INTO entry (device, number, sealed) VALUES (x'00', (SELECT coalesce(max(number), 0) + 1 "
                       "FROM entry), ?)",
                       -1, &statement, nullptr);
    sqlite3_bind_blob(statement, 1, bytes.data(), size, SQLITE_TRANSIENT);
    const int result = sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (result != SQLITE_DONE)
        throw std::runtime_error(sqlite3_errmsg(m_database));
}

void BareDatabase::makeNames(const std::string& table, int count, const std::function<std::string(int)>& name)
{
    run(("CREATE TABLE " + table + " (name TEXT)").c_str());
    run("BEGIN");
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(m_database, ("INSERT INTO " + table + " VALUES (?)").c_str(), -1, &statement, nullptr);
    for (int i = 0; i < count; ++i) {
        const auto text = name(i);
        sqlite3_bind_text(statement, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
        sqlite3_step(statement);
        sqlite3_reset(statement);
    }
    sqlite3_finalize(statement);
    run("COMMIT");
}

int BareDatabase::findNames(const std::string& table, const std::string& typed)
{
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(
        m_database, ("SELECT name FROM " + table + " WHERE name LIKE '%' || ? || '%' ORDER BY name LIMIT 12").c_str(),
        -1, &statement, nullptr);
    sqlite3_bind_text(statement, 1, typed.data(), static_cast<int>(typed.size()), SQLITE_TRANSIENT);
    int found = 0;
    while (sqlite3_step(statement) == SQLITE_ROW)
        ++found;
    sqlite3_finalize(statement);
    return found;
}

void bareArgon2id()
{
    unsigned char key[32];
    const unsigned char salt[crypto_pwhash_SALTBYTES] = {};
    const std::string password = "correct horse battery staple";
    if (crypto_pwhash(key, sizeof key, password.data(), password.size(), salt, 3, std::size_t(256) * 1024 * 1024,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw std::runtime_error("out of memory");
}

} // namespace heed::bench
