#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <mutex>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace heed::sql {

/// What a connection, its statements and its transactions share. Private to this library.
class Core {
public:
    Core(sqlite3* database, QString path, bool readOnly);
    ~Core();
    Core(const Core&) = delete;
    Core& operator=(const Core&) = delete;

    sqlite3* database() const { return m_database; }
    const QString& path() const { return m_path; }
    bool isReadOnly() const { return m_readOnly; }

    /// Lets go of the file. Statements that are still out are finalized as they come back.
    void close();
    void interrupt();

    sqlite3_stmt* takePrepared(const QByteArray& sql);
    void givePrepared(const QByteArray& sql, sqlite3_stmt* statement);

    /// Runs SQL that has no values and no rows.
    model::Result execute(const QByteArray& sql);

    /// The error of an SQLite result code, in a sentence. `preparing`: it was met while SQL was read, not while it ran.
    model::Error error(int code, bool preparing = false) const;

    // Transactions that are open, and of which kind.
    int depth = 0;
    bool writing = false;
    bool doomed = false; ///< a part could not be undone by itself, so the whole may not be committed

private:
    sqlite3* m_database;
    QString m_path;
    bool m_readOnly;
    std::mutex m_closing;
    std::unordered_map<QByteArray, sqlite3_stmt*> m_prepared;
};

} // namespace heed::sql
