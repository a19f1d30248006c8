#include "sql/connection.h"

#include "platform/atomic_file.h"
#include "sql/profile.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <stdexcept>

#include <sqlite3.h>

namespace heed::sql {
namespace {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

Expected<std::shared_ptr<Core>> openCore(const QString& path, int flags, const Options& options)
{
    // Checked once: the library cannot change under a running program.
    static const Result library = checkLibrary();
    HEED_TRY(Result(library));
    sqlite3* database = nullptr;
    const auto name = path.isEmpty() ? QByteArray(":memory:") : QFileInfo(path).absoluteFilePath().toUtf8();
    const int code = sqlite3_open_v2(name.constData(), &database, flags | SQLITE_OPEN_FULLMUTEX | SQLITE_OPEN_EXRESCODE,
                                     options.vfs);
    auto core = std::make_shared<Core>(database, path, (flags & SQLITE_OPEN_READONLY) != 0);
    if (code != SQLITE_OK)
        return tl::make_unexpected(core->error(code));
    sqlite3_busy_timeout(database, static_cast<int>(options.patience.count()));
    return core;
}

/// A new database is made under another name and then gets its own, so that nobody meets a half-made one.
Result create(const QString& path, std::span<const unsigned char> key, const Options& options)
{
    const QString beside =
        path + QStringLiteral(".new-") + QString::number(QRandomGenerator::system()->generate64(), 36);
    HEED_TRY(platform::createFile(beside, {}, options.fileMode));
    const auto make = [&]() -> Result {
        HEED_TAKE(const auto core, openCore(beside, SQLITE_OPEN_READWRITE, options));
        HEED_TRY(applyKey(*core, key));
        HEED_TRY(applyProfile(*core));
        return writeIdentity(*core);
    };
    auto made = make();
    if (made)
        made = platform::publishFile(beside, path);
    if (!made)
        (void)platform::removeFile(beside);
    return made;
}

} // namespace

void Interrupter::interrupt() const
{
    if (const auto core = m_core.lock())
        core->interrupt();
}

Connection::Connection(std::shared_ptr<Core> core)
    : m_core(std::move(core))
{
}

Connection::~Connection()
{
    if (m_core)
        m_core->close();
}

Connection::Connection(Connection&&) noexcept = default;

Connection& Connection::operator=(Connection&& other) noexcept
{
    std::swap(m_core, other.m_core);
    return *this;
}

Expected<Connection> Connection::open(const QString& path, std::span<const unsigned char> key, const Options& options)
{
    if (key.size() != keyBytes)
        throw std::logic_error("a database key has 32 bytes");
    if (options.mode == Mode::Create)
        HEED_TRY(create(path, key, options));
    // Looked at, never opened: to open and close the file of an open database drops the locks on it.
    const QFileInfo file(path);
    if (!file.exists())
        return tl::make_unexpected(platform::systemError(ENOENT, path));
    if (!file.isFile())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" is not a file: check the path.").arg(file.fileName()));
    const bool readOnly = options.mode == Mode::ReadOnly;
    HEED_TAKE(auto core, openCore(path, readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, options));
    // SQLite falls back to reading where it may not write; whoever asks to write is told now.
    if (!readOnly && sqlite3_db_readonly(core->database(), "main") != 0)
        return tl::make_unexpected(core->error(SQLITE_READONLY));
    HEED_TRY(applyKey(*core, key));
    HEED_TRY(applyProfile(*core));
    HEED_TRY(checkIdentity(*core));
    return Connection(std::move(core));
}

Expected<Connection> Connection::openInMemory()
{
    HEED_TAKE(auto core, openCore({}, SQLITE_OPEN_READWRITE, {}));
    HEED_TRY(applyProfile(*core));
    return Connection(std::move(core));
}

Expected<Statement> Connection::prepare(const char* sql)
{
    QByteArray text(sql);
    if (auto* const prepared = m_core->takePrepared(text))
        return Statement(m_core, prepared, std::move(text));
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    const int code = sqlite3_prepare_v3(m_core->database(), text.constData(), static_cast<int>(text.size() + 1),
                                        SQLITE_PREPARE_PERSISTENT, &statement, &rest);
    if (code != SQLITE_OK)
        return tl::make_unexpected(m_core->error(code, true));
    if (!statement || !QByteArray(rest).trimmed().isEmpty()) {
        sqlite3_finalize(statement);
        throw std::logic_error("prepare() takes exactly one statement");
    }
    return Statement(m_core, statement, std::move(text));
}

Result Connection::runScript(const char* sql)
{
    return m_core->execute(sql);
}

qint64 Connection::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_core->database());
}

qint64 Connection::changedRows() const
{
    return sqlite3_changes64(m_core->database());
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_core->database()) == 0;
}

bool Connection::isReadOnly() const
{
    return m_core->isReadOnly();
}

QString Connection::path() const
{
    return m_core->path();
}

Expected<qint64> Connection::dataVersion()
{
    HEED_TAKE(const auto version, value<qint64>("PRAGMA data_version"));
    return version.value_or(0);
}

Expected<int> Connection::userVersion()
{
    HEED_TAKE(const auto version, value<int>("PRAGMA user_version"));
    return version.value_or(0);
}

Result Connection::setUserVersion(int version)
{
    return m_core->execute("PRAGMA user_version = " + QByteArray::number(version));
}

Expected<QStringList> Connection::integrityCheck()
{
    QStringList findings;
    for (const char* sql : {"PRAGMA cipher_integrity_check", "PRAGMA quick_check"}) {
        const auto check = [&]() -> Result {
            HEED_TAKE(auto statement, prepare(sql));
            for (;;) {
                HEED_TAKE(const bool found, statement.step());
                if (!found)
                    return {};
                const auto finding = statement.text(0);
                if (finding != QStringLiteral("ok") && !findings.contains(finding))
                    findings << finding;
            }
        };
        const auto result = check();
        if (result)
            continue;
        // A check that stumbles over the damage has found it.
        if (result.error().code != ErrorCode::Damaged)
            return tl::make_unexpected(result.error());
        findings << result.error().message;
    }
    return findings;
}

Result Connection::vacuumInto(const QString& path, int fileMode)
{
    if (inTransaction())
        throw std::logic_error("vacuumInto() inside a transaction");
    HEED_TRY(platform::createFile(path, {}, fileMode));
    const auto copy = [&]() -> Result {
        // VACUUM attaches its target; nothing else may attach anything.
        sqlite3_limit(m_core->database(), SQLITE_LIMIT_ATTACHED, 1);
        auto result = run("VACUUM INTO ?", QFileInfo(path).absoluteFilePath());
        sqlite3_limit(m_core->database(), SQLITE_LIMIT_ATTACHED, 0);
        HEED_TRY(std::move(result));
        return platform::syncFile(path);
    };
    auto copied = copy();
    if (!copied)
        (void)platform::removeFile(path);
    return copied;
}

Interrupter Connection::interrupter() const
{
    return Interrupter(m_core);
}

} // namespace heed::sql
