#include "bare.h"

#include <sodium.h>
#include <sqlite3.h>

#include <random>
#include <stdexcept>
#include <thread>

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

BareReader::BareReader(const std::string& path, std::span<const unsigned char> key)
{
    if (sqlite3_open_v2(path.c_str(), &m_database, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK)
        throw std::runtime_error("cannot open the casebook");
    std::string hex = "x'";
    for (const auto byte : key) {
        hex += "0123456789abcdef"[byte >> 4];
        hex += "0123456789abcdef"[byte & 15];
    }
    hex += "'";
    sqlite3_key(m_database, hex.data(), static_cast<int>(hex.size()));
    // The same room for pages as Heed takes.
    sqlite3_exec(m_database, "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384", nullptr, nullptr, nullptr);
    sqlite3_busy_timeout(m_database, 10'000);
}

BareReader::~BareReader()
{
    sqlite3_close_v2(m_database);
}

sqlite3_stmt* BareReader::prepare(const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sqlite3_errmsg(m_database));
    return statement;
}

namespace {

int readAll(sqlite3_stmt* statement, const std::function<void(sqlite3_stmt*)>& each)
{
    int rows = 0;
    std::size_t sum = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        ++rows;
        for (int i = 0; i < sqlite3_column_count(statement); ++i)
            if (sqlite3_column_blob(statement, i))
                sum += static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
        if (each)
            each(statement);
    }
    if (rows > 0 && sum == 0)
        throw std::runtime_error("nothing was read");
    return rows;
}

void bindAll(sqlite3_stmt* statement, const std::vector<std::string>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        sqlite3_bind_text(statement, static_cast<int>(i + 1), values[i].data(), static_cast<int>(values[i].size()),
                          SQLITE_TRANSIENT);
}

} // namespace

int BareReader::read(const std::string& sql, const std::vector<std::string>& values)
{
    auto* statement = prepare(sql);
    bindAll(statement, values);
    const int rows = readAll(statement, {});
    sqlite3_finalize(statement);
    return rows;
}

int BareReader::readWithTexts(const std::string& sql, const std::vector<std::string>& values)
{
    auto* statement = prepare(sql);
    auto* texts = prepare("SELECT texts FROM shown WHERE line = ?");
    bindAll(statement, values);
    const int rows = readAll(statement, [&](sqlite3_stmt* row) {
        sqlite3_bind_value(texts, 1, sqlite3_column_value(row, 0));
        readAll(texts, {});
        sqlite3_reset(texts);
    });
    sqlite3_finalize(texts);
    sqlite3_finalize(statement);
    return rows;
}

void bareOpenings(int count, int size)
{
    unsigned char publicKey[crypto_box_PUBLICKEYBYTES];
    unsigned char secretKey[crypto_box_SECRETKEYBYTES];
    crypto_box_keypair(publicKey, secretKey);
    unsigned char signer[crypto_sign_PUBLICKEYBYTES];
    unsigned char signing[crypto_sign_SECRETKEYBYTES];
    crypto_sign_keypair(signer, signing);
    unsigned char key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
    randombytes_buf(key, sizeof key);
    unsigned char slot[crypto_box_SEALBYTES + sizeof key];
    crypto_box_seal(slot, key, sizeof key, publicKey);
    const std::vector<unsigned char> plain(static_cast<std::size_t>(size), 7);
    std::vector<unsigned char> sealed(plain.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    const unsigned char nonce[crypto_aead_xchacha20poly1305_ietf_NPUBBYTES] = {};
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, plain.data(), plain.size(), nullptr, 0, nullptr,
                                               nonce, key);
    unsigned char signature[crypto_sign_BYTES];
    crypto_sign_state state;
    crypto_sign_init(&state);
    crypto_sign_update(&state, plain.data(), plain.size());
    crypto_sign_final_create(&state, signature, nullptr, signing);
    const auto open = [&](int some) {
        std::vector<unsigned char> opened(plain.size());
        unsigned char found[sizeof key];
        for (int i = 0; i < some; ++i) {
            crypto_sign_state check;
            crypto_sign_init(&check);
            if (crypto_box_seal_open(found, slot, sizeof slot, publicKey, secretKey) != 0 ||
                crypto_aead_xchacha20poly1305_ietf_decrypt(opened.data(), nullptr, nullptr, sealed.data(),
                                                           sealed.size(), nullptr, 0, nonce, found) != 0 ||
                crypto_sign_update(&check, opened.data(), opened.size()) != 0 ||
                crypto_sign_final_verify(&check, signature, signer) != 0)
                std::terminate();
        }
    };
    const int cores = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    std::vector<std::jthread> threads;
    threads.reserve(static_cast<std::size_t>(cores));
    for (int i = 0; i < cores; ++i)
        threads.emplace_back(open, count / cores);
}

void bareRows(const std::string& path, int count, int size, int documents)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(path.c_str(), &database) != SQLITE_OK)
        throw std::runtime_error("cannot open the bare database");
    const std::string key = "x'" + std::string(64, 'b') + "'";
    sqlite3_key(database, key.data(), static_cast<int>(key.size()));
    const auto run = [&](const char* sql) {
        if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database));
    };
    run("PRAGMA temp_store = MEMORY; PRAGMA synchronous = EXTRA; PRAGMA secure_delete = ON; PRAGMA cache_size = -98304;"
        "CREATE TABLE event (id BLOB NOT NULL UNIQUE, record BLOB NOT NULL, body BLOB NOT NULL);"
        "CREATE INDEX event_of_record ON event (record);"
        "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', contentless_delete = 1, detail = none, prefix = '2 "
        "3');");
    sqlite3_stmt* entry = nullptr;
    sqlite3_stmt* words = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO event VALUES (randomblob(16), randomblob(16), ?)", -1, &entry, nullptr);
    sqlite3_prepare_v2(database, "INSERT INTO words VALUES (?)", -1, &words, nullptr);
    const std::vector<unsigned char> body(static_cast<std::size_t>(size), 7);
    std::mt19937 dice(1);
    constexpr int eachDocument = 90; // words
    constexpr int vocabulary = 3000;
    constexpr int together = 4000;
    int written = 0;
    for (int i = 0; i < count; ++i) {
        if (i % together == 0)
            run(i == 0 ? "BEGIN" : "COMMIT; BEGIN");
        sqlite3_bind_blob(entry, 1, body.data(), size, SQLITE_STATIC);
        sqlite3_step(entry);
        sqlite3_reset(entry);
        for (; written < static_cast<long long>(documents) * (i + 1) / count; ++written) {
            std::string text;
            for (int word = 0; word < eachDocument; ++word)
                text += "w" + std::to_string(dice() % vocabulary) + ' ';
            sqlite3_bind_text(words, 1, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
            sqlite3_step(words);
            sqlite3_reset(words);
        }
    }
    run("COMMIT");
    sqlite3_finalize(entry);
    sqlite3_finalize(words);
    sqlite3_close(database);
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
