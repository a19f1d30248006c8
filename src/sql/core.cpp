#include "sql/core.h"

#include "platform/atomic_file.h"

#include <QFileInfo>

#include <cerrno>

#include <sqlite3.h>

namespace heed::sql {
namespace {

using model::Error;
using model::ErrorCode;

constexpr std::size_t mostPrepared = 64;

ErrorCode codeOf(int code, int systemCode)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::InUse;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
    case SQLITE_FORMAT: return ErrorCode::Damaged;
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY: return ErrorCode::NoPermission;
    case SQLITE_INTERRUPT: return ErrorCode::Cancelled;
    case SQLITE_TOOBIG: return ErrorCode::BadInput;
    case SQLITE_CONSTRAINT:
        return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
                       code == SQLITE_CONSTRAINT_ROWID
                   ? ErrorCode::AlreadyExists
                   : ErrorCode::MachineFailed;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        if (systemCode == ENOSPC || systemCode == EDQUOT)
            return ErrorCode::DiskFull;
        if (systemCode == EACCES || systemCode == EPERM || systemCode == EROFS)
            return ErrorCode::NoPermission;
        return ErrorCode::MachineFailed;
    default: return ErrorCode::MachineFailed;
    }
}

} // namespace

Core::Core(sqlite3* database, QString path, bool readOnly)
    : m_database(database)
    , m_path(std::move(path))
    , m_readOnly(readOnly)
{
}

Core::~Core()
{
    close();
}

void Core::close()
{
    const std::lock_guard lock(m_closing);
    for (const auto& entry : m_prepared)
        sqlite3_finalize(entry.second);
    m_prepared.clear();
    sqlite3_close_v2(m_database);
    m_database = nullptr;
}

void Core::interrupt()
{
    const std::lock_guard lock(m_closing);
    if (m_database)
        sqlite3_interrupt(m_database);
}

sqlite3_stmt* Core::takePrepared(const QByteArray& sql)
{
    const auto found = m_prepared.find(sql);
    if (found == m_prepared.end())
        return nullptr;
    auto* const statement = found->second;
    m_prepared.erase(found);
    return statement;
}

void Core::givePrepared(const QByteArray& sql, sqlite3_stmt* statement)
{
    if (m_database && m_prepared.size() < mostPrepared && m_prepared.try_emplace(sql, statement).second)
        return;
    sqlite3_finalize(statement);
}

model::Result Core::execute(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_database, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::make_unexpected(error(code));
    return {};
}

Error Core::error(int code, bool preparing) const
{
    const auto name = m_path.isEmpty() ? QStringLiteral("the working memory") : QFileInfo(m_path).fileName();
    const auto say = [&](ErrorCode what, const char* sentence) {
        return Error{what, QString::fromLatin1(sentence).arg(name)};
    };
    const int systemCode = m_database ? sqlite3_system_errno(m_database) : 0;
    const int primary = code & 0xff;
    // A statement that cannot even be read asks for a table or column that is not there.
    if (preparing && primary == SQLITE_ERROR)
        return {ErrorCode::Damaged,
                QStringLiteral("\"%1\" does not hold what this version of Heed expects (%2): it is damaged, or was "
                               "written by another version.")
                    .arg(name, QString::fromUtf8(sqlite3_errmsg(m_database)))};
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY || code == SQLITE_READONLY_CANTLOCK)
        return say(
            ErrorCode::NoPermission,
            "Somebody's writing to \"%1\" was cut short, and to tidy it up needs permission to write: open it as "
            "somebody who has that.");
    // SQLCipher says just this, without a reason, of a page that was tampered with; SQLite always gives its reason.
    const bool unexplained = code == SQLITE_ERROR && m_database && sqlite3_errcode(m_database) == SQLITE_ERROR &&
                             qstrcmp(sqlite3_errmsg(m_database), sqlite3_errstr(SQLITE_ERROR)) == 0;
    switch (const auto what = unexplained ? ErrorCode::Damaged : codeOf(code, systemCode)) {
    case ErrorCode::InUse:
        return say(what, "\"%1\" is in use by another window or another person at this moment: wait a little and try "
                         "again.");
    case ErrorCode::Damaged:
        if (primary == SQLITE_NOTADB)
            return say(what,
                       "\"%1\" cannot be opened with its key: the file is damaged or belongs to another vault, so "
                       "restore it from a backup.");
        return say(what, "\"%1\" is damaged: restore it from a backup.");
    case ErrorCode::DiskFull: return platform::systemError(ENOSPC, m_path.isEmpty() ? name : m_path);
    case ErrorCode::NoPermission:
        return platform::systemError(systemCode == EROFS ? EROFS : EACCES, m_path.isEmpty() ? name : m_path);
    case ErrorCode::Cancelled: return {what, QStringLiteral("Stopped, as you asked; nothing was changed.")};
    case ErrorCode::BadInput: return say(what, "What was to be written to \"%1\" is too large: shorten it.");
    case ErrorCode::AlreadyExists:
        return say(what, "\"%1\" already holds something under the same name or number: choose another.");
    default: break;
    }
    return {ErrorCode::MachineFailed,
            QStringLiteral("\"%1\" could not be read or written (%2, %3): try again, and if it happens again have the "
                           "disk checked.")
                .arg(name, QString::fromUtf8(code == SQLITE_ERROR ? sqlite3_errmsg(m_database) : sqlite3_errstr(code)))
                .arg(code)};
}

} // namespace heed::sql
