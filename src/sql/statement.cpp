#include "sql/statement.h"

#include "sql/core.h"

#include <stdexcept>
#include <utility>

#include <sqlite3.h>

namespace heed::sql {

Statement::Statement(std::shared_ptr<Core> core, sqlite3_stmt* statement, QByteArray sql)
    : m_core(std::move(core))
    , m_statement(statement)
    , m_sql(std::move(sql))
{
}

Statement::~Statement()
{
    giveBack();
}

Statement::Statement(Statement&& other) noexcept
    : m_core(std::move(other.m_core))
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_sql(std::move(other.m_sql))
    , m_held(std::move(other.m_held))
    , m_bindError(other.m_bindError)
{
}

Statement& Statement::operator=(Statement&& other) noexcept
{
    if (this != &other) {
        giveBack();
        m_core = std::move(other.m_core);
        m_statement = std::exchange(other.m_statement, nullptr);
        m_sql = std::move(other.m_sql);
        m_held = std::move(other.m_held);
        m_bindError = other.m_bindError;
    }
    return *this;
}

void Statement::giveBack()
{
    if (!m_statement)
        return;
    reset();
    m_core->givePrepared(m_sql, std::exchange(m_statement, nullptr));
}

model::Expected<bool> Statement::step()
{
    if (m_bindError != SQLITE_OK)
        return tl::make_unexpected(m_core->error(m_bindError));
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return tl::make_unexpected(m_core->error(code));
}

model::Result Statement::finish()
{
    for (;;) {
        HEED_TAKE(const bool more, step());
        if (!more)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_held.clear();
    m_bindError = SQLITE_OK;
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto* const data = sqlite3_column_text(m_statement, column);
    return QString::fromUtf8(reinterpret_cast<const char*>(data), sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::bytes(int column) const
{
    return bytesView(column).toByteArray();
}

QByteArrayView Statement::bytesView(int column) const
{
    const auto* const data = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char*>(data), sqlite3_column_bytes(m_statement, column)};
}

void Statement::bindInteger(int index, qint64 value)
{
    bound(sqlite3_bind_int64(m_statement, index, value));
}

void Statement::bindValue(int index, double value)
{
    bound(sqlite3_bind_double(m_statement, index, value));
}

void Statement::bindValue(int index, const QString& value)
{
    const auto& held = m_held.emplace_back(value.toUtf8());
    bound(sqlite3_bind_text64(m_statement, index, held.constData(), static_cast<sqlite3_uint64>(held.size()),
                              SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bindValue(int index, const QByteArray& value)
{
    // Shared, not copied: the caller's own changes to it detach from ours.
    const auto& held = m_held.emplace_back(value);
    bound(sqlite3_bind_blob64(m_statement, index, held.constData(), static_cast<sqlite3_uint64>(held.size()),
                              SQLITE_STATIC));
}

void Statement::bindValue(int index, std::nullptr_t)
{
    bound(sqlite3_bind_null(m_statement, index));
}

void Statement::expectParameters(int count) const
{
    if (sqlite3_bind_parameter_count(m_statement) != count)
        throw std::logic_error("a statement was given more or fewer values than it has parameters: " +
                               m_sql.toStdString());
}

void Statement::bound(int code)
{
    if (code == SQLITE_RANGE || code == SQLITE_MISUSE)
        throw std::logic_error("a value for a parameter that is not there, or not now: " + m_sql.toStdString());
    if (m_bindError == SQLITE_OK)
        m_bindError = code;
}

} // namespace heed::sql
