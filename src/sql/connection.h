#pragma once

#include "model/error.h"
#include "sql/statement.h"

#include <QStringList>

#include <chrono>
#include <memory>
#include <span>

namespace heed::sql {

class Core;

enum class Mode { ReadOnly, ReadWrite, Create };

struct Options {
    Mode mode = Mode::ReadWrite;
    int fileMode = 0600;                      ///< of a file that Create makes; its journal follows it
    std::chrono::milliseconds patience{5000}; ///< how long to wait for somebody else's lock before InUse
    const char* vfs = nullptr;                ///< for tests
};

constexpr std::size_t keyBytes = 32;

/// That SQLCipher 4 or later, and no plain SQLite, is what this process runs. To be called at start.
model::Result checkLibrary();

/// Stops what a connection is doing, from any thread and at any time, even after the connection is gone: it answers
/// Cancelled, and an open transaction is undone.
class Interrupter {
public:
    void interrupt() const;

private:
    friend class Connection;
    explicit Interrupter(std::weak_ptr<Core> core)
        : m_core(std::move(core))
    {
    }

    std::weak_ptr<Core> m_core;
};

/// One SQLCipher database in Heed's one fixed profile. One thread at a time uses it. While it is open, nothing else in
/// the process may open, read or copy its file.
///
/// Errors: InUse (locked), Damaged (wrong key, not a database, corrupt, without a table that is asked for), DiskFull,
/// NoPermission, NotFound, AlreadyExists (Create; a key that must be unique), Cancelled (interrupted), MachineFailed.
class Connection {
public:
    /// `key` is the raw key. Create refuses a file that exists; the others one that does not.
    static model::Expected<Connection> open(const QString& path, std::span<const unsigned char> key,
                                            const Options& options = {});
    static model::Expected<Connection> openInMemory();

    ~Connection();
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;

    /// A statement, taken from this connection's store of prepared ones or prepared. `sql` is one statement.
    model::Expected<Statement> prepare(const char* sql);

    /// Prepares, binds and runs one statement to its end.
    template <class... Values> model::Result run(const char* sql, const Values&... values)
    {
        HEED_TAKE(auto statement, prepare(sql));
        return statement.run(values...);
    }

    /// The first column of the first row, or nothing if there is no row.
    template <class T, class... Values>
    model::Expected<std::optional<T>> value(const char* sql, const Values&... values)
    {
        HEED_TAKE(auto statement, prepare(sql));
        statement.bind(values...);
        HEED_TAKE(const bool found, statement.step());
        return found ? std::optional<T>(statement.template get<T>(0)) : std::nullopt;
    }

    /// Several statements without values, such as a schema. Not a transaction by itself.
    model::Result runScript(const char* sql);

    qint64 lastRowId() const;
    qint64 changedRows() const; ///< by the last INSERT, UPDATE or DELETE
    bool inTransaction() const;
    bool isReadOnly() const;
    QString path() const; ///< empty in memory

    /// Changes when another connection has changed the database.
    model::Expected<qint64> dataVersion();
    model::Expected<int> userVersion();
    model::Result setUserVersion(int version);

    /// What quick_check and SQLCipher's page authentication find: nothing if all is well. It is a screen for a failing
    /// disk, not evidence against tampering. Reads the whole file.
    model::Expected<QStringList> integrityCheck();

    /// A consistent, compact copy of the database with the same key at `path`, which must not exist; durable when it
    /// returns. Not inside a transaction.
    model::Result vacuumInto(const QString& path, int fileMode = 0600);

    Interrupter interrupter() const;

private:
    friend class Transaction;
    explicit Connection(std::shared_ptr<Core> core);

    std::shared_ptr<Core> m_core;
};

} // namespace heed::sql
