#include "sql/transaction.h"

#include "sql/core.h"

#include <stdexcept>

#include <sqlite3.h>

namespace heed::sql {
namespace {

using model::Expected;
using model::Result;

Result executeAt(Core& core, const char* verb, int depth)
{
    return core.execute(verb + QByteArray(" heed_") + QByteArray::number(depth));
}

bool undone(const Core& core)
{
    // A full disk or a failing one makes SQLite undo the whole transaction by itself.
    return core.doomed || sqlite3_get_autocommit(core.database()) != 0;
}

} // namespace

Expected<Transaction> Transaction::write(Connection& connection)
{
    const auto& core = connection.m_core;
    if (core->depth > 0 && !core->writing)
        throw std::logic_error("a write transaction inside a read transaction");
    HEED_TRY(core->depth == 0 ? core->execute("BEGIN IMMEDIATE") : executeAt(*core, "SAVEPOINT", core->depth));
    core->writing = true;
    return Transaction(core, core->depth++);
}

Expected<Transaction> Transaction::read(Connection& connection)
{
    const auto& core = connection.m_core;
    if (core->depth > 0 && core->writing)
        return write(connection);
    if (core->depth == 0) {
        HEED_TRY(core->execute("BEGIN DEFERRED"));
        // The lock is taken by the first reading, not by BEGIN.
        if (auto begun = core->execute("SELECT 1 FROM sqlite_schema LIMIT 1"); !begun) {
            (void)core->execute("ROLLBACK");
            return tl::make_unexpected(std::move(begun).error());
        }
    }
    return Transaction(core, core->depth++);
}

Transaction::~Transaction()
{
    if (!m_core)
        return;
    auto& core = *m_core;
    if (m_depth > 0) {
        if (core.writing && !undone(core) &&
            (!executeAt(core, "ROLLBACK TO", m_depth) || !executeAt(core, "RELEASE", m_depth)))
            core.doomed = true;
    } else if (sqlite3_get_autocommit(core.database()) == 0) {
        (void)core.execute("ROLLBACK");
    }
    end();
}

Transaction::Transaction(Transaction&& other) noexcept
    : m_core(std::move(other.m_core))
    , m_depth(other.m_depth)
{
}

void Transaction::end()
{
    m_core->depth = m_depth;
    if (m_depth == 0) {
        m_core->writing = false;
        m_core->doomed = false;
    }
    m_core.reset();
}

Result Transaction::commit()
{
    if (!m_core || m_core->depth != m_depth + 1)
        throw std::logic_error("commit() of a transaction that has ended, or has another inside it");
    auto& core = *m_core;
    if (undone(core))
        return model::failure(model::ErrorCode::MachineFailed,
                              QStringLiteral("Nothing was changed, because a part of it failed: try again."));
    if (m_depth == 0 || core.writing)
        HEED_TRY(m_depth == 0 ? core.execute("COMMIT") : executeAt(core, "RELEASE", m_depth));
    end();
    return {};
}

} // namespace heed::sql
