#pragma once

#include <functional>
#include <string>
#include <vector>

struct sqlite3;

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

/// Argon2id at Heed's default cost, and nothing else.
void bareArgon2id();

} // namespace heed::bench
