#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace heed::bench {

/// A SQLCipher database in Heed's profile, through the C API and nothing else.
class BareDatabase {
public:
    explicit BareDatabase(const std::string& path);
    ~BareDatabase();
    BareDatabase(const BareDatabase&) = delete;
    BareDatabase& operator=(const BareDatabase&) = delete;

    /// Inserts a row of `size` bytes and commits it durably.
    void insertAndCommit(int size);
    /// The same for many rows in one transaction.
    void insertManyAndCommit(int count, int size);

    /// A table of names, and a search in it for those that hold `typed`, as SQL does it: 12 at most.
    void makeNames(const std::string& table, int count, const std::function<std::string(int)>& name);
    int findNames(const std::string& table, const std::string& typed);

private:
    void run(const char* sql);
    void insert(int size);

    sqlite3* m_database = nullptr;
};

/// The queries that a casebook cannot do without, put to its own file through the C API and nothing else.
class BareReader {
public:
    BareReader(const std::string& path, std::span<const unsigned char> key);
    ~BareReader();
    BareReader(const BareReader&) = delete;
    BareReader& operator=(const BareReader&) = delete;

    /// Every column of every row, as text or bytes: how many rows there were.
    int read(const std::string& sql, const std::vector<std::string>& values = {});
    /// The same, and for each of its rows the texts of the record, which the words are found in.
    int readWithTexts(const std::string& sql, const std::vector<std::string>& values);

private:
    sqlite3_stmt* prepare(const std::string& sql);

    sqlite3* m_database = nullptr;
};

/// As many entries as a journal has, each opened by a sealed box, one decryption and one signature, on all cores.
void bareOpenings(int count, int size);
/// As many rows of that size in two indexes that are in no order, and documents of words in a full-text index.
void bareRows(const std::string& path, int count, int size, int documents);

/// Argon2id at Heed's default cost, and nothing else.
void bareArgon2id();

} // namespace heed::bench
