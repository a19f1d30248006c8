#include "journal/journal.h"

#include "crypto/hash.h"

namespace heed::journal {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr int format = 1;

constexpr char schema[] = R"(
CREATE TABLE vault (id BLOB NOT NULL);
CREATE TABLE entry (
    sequence INTEGER PRIMARY KEY,
    device BLOB NOT NULL,
    number INTEGER NOT NULL,
    tick INTEGER NOT NULL,
    header BLOB NOT NULL,
    slots BLOB,
    slots_hash BLOB NOT NULL,
    sealed BLOB,
    sealed_hash BLOB NOT NULL,
    UNIQUE (device, number)
);
CREATE TABLE head (device BLOB PRIMARY KEY, number INTEGER NOT NULL, tick INTEGER NOT NULL, hash BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE seen (device BLOB NOT NULL, other BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (device, other)) WITHOUT ROWID;
)";

constexpr char columns[] =
    "SELECT sequence, device, number, tick, header, slots, slots_hash, sealed, sealed_hash FROM entry ";

Row rowOf(const sql::Statement& statement)
{
    Row row;
    row.sequence = statement.get<qint64>(0);
    row.place = {statement.get<QByteArray>(1), statement.get<qint64>(2)};
    row.tick = statement.get<qint64>(3);
    row.entry.header = statement.get<QByteArray>(4);
    row.entry.slotBytes = statement.get<QByteArray>(5);
    row.entry.slotsHash = statement.get<QByteArray>(6);
    row.entry.sealed = statement.get<QByteArray>(7);
    row.entry.sealedHash = statement.get<QByteArray>(8);
    return row;
}

} // namespace

std::vector<Head> headsOnly(const std::vector<DeviceHead>& devices)
{
    std::vector<Head> heads;
    heads.reserve(devices.size());
    for (const auto& device : devices)
        heads.push_back(device.head);
    return heads;
}

QByteArray stateHash(const std::vector<DeviceHead>& heads)
{
    QByteArray hash;
    for (const auto& device : heads)
        hash = crypto::hash("heed journal state 1",
                            {crypto::spanOf(hash), crypto::spanOf(device.head.device),
                             crypto::spanOf(QByteArray::number(device.head.number)), crypto::spanOf(device.head.hash)});
    return hash;
}

Result Journal::makeTables(const QByteArray& vault)
{
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    HEED_TRY(m_connection.runScript(schema));
    HEED_TRY(m_connection.run("INSERT INTO vault (id) VALUES (?)", vault));
    HEED_TRY(m_connection.setUserVersion(format));
    return transaction.commit();
}

Expected<Journal> Journal::create(const vault::Folder& folder, const QByteArray& vault, const crypto::SecretBytes& key)
{
    HEED_TAKE(auto connection, sql::Connection::open(folder.journal(), key.span(),
                                                     {.mode = sql::Mode::Create, .fileMode = folder.fileMode()}));
    Journal journal(std::move(connection));
    HEED_TRY(journal.makeTables(vault));
    return journal;
}

Expected<Journal> Journal::open(const vault::Folder& folder, const QByteArray& vault, const crypto::SecretBytes& key,
                                bool readOnly)
{
    HEED_TAKE(auto connection, sql::Connection::open(folder.journal(), key.span(),
                                                     {.mode = readOnly ? sql::Mode::ReadOnly : sql::Mode::ReadWrite,
                                                      .fileMode = folder.fileMode()}));
    Journal journal(std::move(connection));
    HEED_TAKE(const auto version, journal.m_connection.userVersion());
    if (version != format)
        return failure(ErrorCode::Damaged,
                       QStringLiteral("journal.db has format %1, which this Heed does not know: use the newest Heed.")
                           .arg(version));
    HEED_TAKE(const auto id, journal.m_connection.value<QByteArray>("SELECT id FROM vault"));
    if (id != vault)
        return failure(
            ErrorCode::Damaged,
            QStringLiteral("journal.db belongs to another vault: put this vault's own back, or restore a backup."));
    return journal;
}

Expected<Journal> Journal::inMemory(const QByteArray& vault)
{
    HEED_TAKE(auto connection, sql::Connection::openInMemory());
    Journal journal(std::move(connection));
    HEED_TRY(journal.makeTables(vault));
    return journal;
}

Expected<std::vector<DeviceHead>> Journal::heads()
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT device, number, hash, tick FROM head ORDER BY device"));
    std::vector<DeviceHead> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({{statement.get<QByteArray>(0), statement.get<qint64>(1), statement.get<QByteArray>(2)},
                       statement.get<qint64>(3)});
    }
}

Expected<std::map<QByteArray, qint64>> Journal::seenBy(const QByteArray& device)
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT other, number FROM seen WHERE device = ?"));
    statement.bind(device);
    std::map<QByteArray, qint64> seen;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return seen;
        seen.emplace(statement.get<QByteArray>(0), statement.get<qint64>(1));
    }
}

Expected<std::optional<Row>> Journal::at(const Place& place)
{
    static const QByteArray sql = QByteArray(columns) + "WHERE device = ? AND number = ?";
    HEED_TAKE(auto statement, m_connection.prepare(sql.constData()));
    statement.bind(place.device, place.number);
    HEED_TAKE(const bool found, statement.step());
    return found ? std::optional<Row>(rowOf(statement)) : std::nullopt;
}

Expected<std::vector<Row>> Journal::after(qint64 sequence, int limit)
{
    static const QByteArray sql = QByteArray(columns) + "WHERE sequence > ? ORDER BY sequence LIMIT ?";
    HEED_TAKE(auto statement, m_connection.prepare(sql.constData()));
    statement.bind(sequence, limit);
    std::vector<Row> rows;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return rows;
        rows.push_back(rowOf(statement));
    }
}

Expected<qint64> Journal::count()
{
    HEED_TAKE(const auto number, m_connection.value<qint64>("SELECT count(*) FROM entry"));
    return number.value_or(0);
}

Expected<qint64> Journal::newestSequence()
{
    HEED_TAKE(const auto number, m_connection.value<qint64>("SELECT max(sequence) FROM entry"));
    return number.value_or(0);
}

Result Journal::add(const StoredEntry& entry, const Header& header)
{
    HEED_TRY(
        m_connection.run("INSERT INTO entry (device, number, tick, header, slots, slots_hash, sealed, sealed_hash) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                         header.device, header.number, header.tick, entry.header, entry.slotBytes, entry.slotsHash,
                         entry.sealed, entry.sealedHash));
    HEED_TRY(m_connection.run(
        "INSERT INTO head (device, number, tick, hash) VALUES (?, ?, ?, ?) ON CONFLICT (device) DO UPDATE "
        "SET number = excluded.number, tick = excluded.tick, hash = excluded.hash "
        "WHERE excluded.number > head.number",
        header.device, header.number, header.tick, entry.hash()));
    for (const auto& head : header.seen)
        HEED_TRY(m_connection.run(
            "INSERT INTO seen (device, other, number) VALUES (?, ?, ?) ON CONFLICT (device, other) DO UPDATE "
            "SET number = max(number, excluded.number)",
            header.device, head.device, head.number));
    return {};
}

Result Journal::destroy(const Place& place)
{
    return m_connection.run("UPDATE entry SET slots = NULL, sealed = NULL WHERE device = ? AND number = ?",
                            place.device, place.number);
}

} // namespace heed::journal
