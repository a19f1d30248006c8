#pragma once

#include "sql/connection.h"

namespace heed::sql {

/// All or nothing: undone when it goes without commit(). Inside another one it is a savepoint. Must not outlive the
/// connection; the innermost goes first.
class Transaction {
public:
    /// Takes the write lock at once (BEGIN IMMEDIATE), so that what is read inside is still true when it writes.
    /// Inside a read transaction it is a broken program, and throws.
    static model::Expected<Transaction> write(Connection& connection);

    /// A view of the database that nobody's writing changes. Ends when it goes; commit() does no more.
    static model::Expected<Transaction> read(Connection& connection);

    ~Transaction();
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;

    /// Durable when the outermost returns. After InUse it can be tried again. After MachineFailed, a disk that fails
    /// may yet have kept it: open again and look.
    model::Result commit();

private:
    Transaction(std::shared_ptr<Core> core, int depth)
        : m_core(std::move(core))
        , m_depth(depth)
    {
    }

    void end();

    std::shared_ptr<Core> m_core; ///< empty once it has ended
    int m_depth;                  ///< 0 for the outermost
};

} // namespace heed::sql
