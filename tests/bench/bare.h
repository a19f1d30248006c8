#pragma once

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

private:
    void run(const char* sql);

    sqlite3* m_database = nullptr;
};

/// Argon2id at Heed's default cost, and nothing else.
void bareArgon2id();

} // namespace heed::bench
