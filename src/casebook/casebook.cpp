#include "casebook/casebook.h"

#include "platform/atomic_file.h"

#include <QFileInfo>

namespace heed::casebook {

using model::ErrorCode;
using model::Expected;
using model::Result;

namespace {

/// Raised whenever the tables or what the projection puts into them change: an older casebook is then built again.
constexpr int format = 11;

constexpr char schema[] = R"(
CREATE TABLE progress (sequence INTEGER NOT NULL, last BLOB, policy INTEGER NOT NULL, policy_hash BLOB);
INSERT INTO progress VALUES (0, NULL, 0, NULL);

CREATE TABLE stale (number INTEGER PRIMARY KEY, record BLOB NOT NULL UNIQUE);

CREATE TABLE event (
    id BLOB NOT NULL,
    record BLOB NOT NULL,
    tick INTEGER NOT NULL,
    device BLOB NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    author TEXT NOT NULL,
    role TEXT NOT NULL,
    desk TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    policy INTEGER NOT NULL,
    at TEXT NOT NULL,
    hash BLOB NOT NULL,
    body BLOB NOT NULL,
    reference TEXT,
    files BLOB
);
CREATE INDEX event_of_kind ON event (kind); -- for what is rare; within a record, "+kind" keeps SQLite from it
CREATE INDEX event_of_epoch ON event (epoch);
CREATE INDEX event_at_place ON event (device, number);
CREATE INDEX event_with_files ON event (record) WHERE files IS NOT NULL;
CREATE INDEX event_of_profile ON event (tick, device, number) WHERE kind = 'profile-changed';

CREATE TABLE refused (
    device BLOB NOT NULL, number INTEGER NOT NULL, id TEXT NOT NULL, sentence TEXT NOT NULL, ask_again INTEGER NOT NULL,
    PRIMARY KEY (device, number)
) WITHOUT ROWID;
CREATE TABLE misplaced (id TEXT PRIMARY KEY, record BLOB NOT NULL, sentence TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE destroyed (device BLOB NOT NULL, number INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (device, number, hash)) WITHOUT ROWID;

CREATE TABLE concern (
    line INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    reference TEXT NOT NULL UNIQUE,
    desk TEXT NOT NULL,
    author TEXT NOT NULL,
    child_name TEXT NOT NULL,
    child TEXT NOT NULL,
    sort_name TEXT NOT NULL,
    year_group TEXT NOT NULL,
    logged INTEGER NOT NULL,
    state TEXT NOT NULL,
    level TEXT,
    danger INTEGER NOT NULL,
    route TEXT NOT NULL,
    signs TEXT NOT NULL,
    flags TEXT NOT NULL,
    lead TEXT NOT NULL,
    acknowledged INTEGER,
    due TEXT,
    due_key TEXT NOT NULL,
    urgency INTEGER NOT NULL,
    position INTEGER NOT NULL,
    files INTEGER NOT NULL,
    elsewhere INTEGER NOT NULL
);
CREATE INDEX concern_in_queue ON concern (urgency, position);
CREATE INDEX concern_by_name ON concern (sort_name);
CREATE INDEX concern_by_due ON concern (due_key);
CREATE INDEX concern_by_lead ON concern (lead) WHERE state <> 'closed';

CREATE TABLE tally (name TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;

CREATE TABLE fact (
    kind TEXT NOT NULL, value TEXT NOT NULL, line INTEGER NOT NULL, shown TEXT NOT NULL,
    PRIMARY KEY (kind, value, line)
) WITHOUT ROWID;
CREATE INDEX fact_of_record ON fact (line);

CREATE TABLE described (
    id TEXT NOT NULL UNIQUE,
    record BLOB NOT NULL,
    tick INTEGER NOT NULL,
    device BLOB NOT NULL,
    number INTEGER NOT NULL,
    child BLOB NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    logged INTEGER NOT NULL,
    registered INTEGER NOT NULL
);
CREATE INDEX described_at_place ON described (device, number);
CREATE INDEX described_of_record ON described (record);
CREATE INDEX described_of_child ON described (owner, logged);
CREATE INDEX described_by_name ON described (name);
CREATE INDEX described_lately ON described (logged, owner, record) WHERE NOT registered;
CREATE TABLE child_key (key TEXT NOT NULL, described TEXT NOT NULL, PRIMARY KEY (key, described)) WITHOUT ROWID;
CREATE INDEX key_of_child ON child_key (described);
CREATE TABLE child_link (
    device BLOB NOT NULL, number INTEGER NOT NULL, tick INTEGER NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL,
    same INTEGER NOT NULL, alone INTEGER NOT NULL, PRIMARY KEY (device, number)
) WITHOUT ROWID;
CREATE INDEX link_of_child ON child_link (source);
CREATE INDEX link_to_child ON child_link (target);

CREATE TABLE pupil_said (
    id TEXT NOT NULL, tick INTEGER NOT NULL, device BLOB NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (id, tick, device, number)
) WITHOUT ROWID;
CREATE INDEX pupil_said_at_place ON pupil_said (device, number);
CREATE TABLE pupil (id TEXT PRIMARY KEY, body BLOB NOT NULL) WITHOUT ROWID;

CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '2 3',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '=-'"
);
INSERT INTO words (words, rank) VALUES ('hashsize', 8000000);
CREATE TABLE term (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE shown (line INTEGER PRIMARY KEY, texts TEXT NOT NULL);
CREATE TABLE called (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE VIRTUAL TABLE called_part USING fts5 (name, content = '', contentless_delete = 1, tokenize = 'trigram');
CREATE VIRTUAL TABLE term_part USING fts5 (word, content = '', contentless_delete = 1, tokenize = 'trigram');
)";

/// Those whose keys come in no order. Each new row would touch other pages of theirs, of which in a large school few
/// are in memory: while a journal is read from its start they are not there, and are sorted and written once at the
/// end.
constexpr char scattered[] = R"(
CREATE UNIQUE INDEX event_of_id ON event (id);
CREATE INDEX event_by_reference ON event (reference) WHERE reference IS NOT NULL;
CREATE INDEX event_of_record ON event (record);
)";

} // namespace

Reading readingOf(const vault::Policy& policy, const vault::Keyring& ring, const QString& desk)
{
    Reading reading;
    reading.desk = desk;
    reading.policy = &policy;
    if (desk.isEmpty()) {
        for (const auto& pair : ring.sealing)
            reading.keys.personal.push_back(&pair);
        return reading;
    }
    const auto& keys = ring.desks.at(desk);
    for (auto epoch = keys.newestEpoch(); epoch >= 1; --epoch)
        reading.keys.desk.push_back(keys.sealing(epoch));
    return reading;
}

Result Casebook::makeTables()
{
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    HEED_TAKE(const auto version, m_connection.userVersion());
    if (version == format)
        return {}; // a colleague's program made them in between
    return startOver(std::move(transaction));
}

Result Casebook::startOver()
{
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    return startOver(std::move(transaction));
}

Result Casebook::startOver(sql::Transaction transaction)
{
    m_met.reset();
    for (;;) {
        // Those of the search first: what they are made of goes with them.
        HEED_TAKE(const auto table,
                  m_connection.value<QString>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                              "'sqlite%' ORDER BY rootpage = 0 DESC LIMIT 1"));
        if (!table)
            break;
        const auto drop = QByteArray("DROP TABLE " + table->toUtf8());
        HEED_TRY(m_connection.run(drop.constData()));
    }
    HEED_TRY(m_connection.runScript(schema));
    HEED_TRY(m_connection.runScript(scattered));
    HEED_TRY(m_connection.setUserVersion(format));
    return transaction.commit();
}

Result Casebook::beginBulk(qint64 entries)
{
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    HEED_TAKE(const auto read, m_connection.value<qint64>("SELECT sequence FROM progress"));
    if (read.value_or(0) > 0) // another program was faster
        return {};
    HEED_TRY(m_connection.runScript("DROP INDEX IF EXISTS event_of_id; DROP INDEX IF EXISTS event_by_reference; "
                                    "DROP INDEX IF EXISTS event_of_record;"));
    HEED_TRY(transaction.commit());
    m_bulk.emplace(static_cast<std::size_t>(entries));
    return {};
}

Expected<bool> Casebook::isWhole()
{
    HEED_TAKE(const auto found, m_connection.value<int>("SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = "
                                                        "'event_of_record'"));
    return found.has_value();
}

Result Casebook::endBulk()
{
    m_bulk.reset();
    HEED_TAKE(const bool wasWhole, isWhole());
    if (wasWhole)
        return {};
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    HEED_TAKE(const bool isWholeNow, isWhole());
    if (isWholeNow) // another program was faster
        return {};
    HEED_TRY(m_connection.runScript(scattered));
    // In the order in which their concerns came, by which they are numbered.
    HEED_TRY(m_connection.run("INSERT OR IGNORE INTO stale (record) SELECT record FROM event WHERE kind = 'concern' "
                              "GROUP BY record ORDER BY max(rowid)"));
    return transaction.commit();
}

Expected<Casebook> Casebook::open(const vault::Folder& folder, const QString& desk, const crypto::SecretBytes& key)
{
    const auto path = folder.casebook(desk);
    const auto openAs = [&](sql::Mode mode) -> Expected<Casebook> {
        HEED_TAKE(auto connection,
                  sql::Connection::open(path, key.span(), {.mode = mode, .fileMode = folder.fileMode()}));
        HEED_TRY(connection.runScript(usualRoom));
        Casebook casebook(std::move(connection));
        HEED_TAKE(const auto version, casebook.m_connection.userVersion());
        // Where the key fits, the file stays: somebody else may be making its tables at this moment.
        if (version != format)
            HEED_TRY(casebook.makeTables());
        return casebook;
    };
    if (QFileInfo::exists(path)) {
        auto found = openAs(sql::Mode::ReadWrite);
        if (found || (found.error().code != ErrorCode::Damaged && found.error().code != ErrorCode::NotFound))
            return found;
        // Of another epoch, or damaged: it is only a view.
        HEED_TRY(remove(folder, desk));
    }
    auto made = openAs(sql::Mode::Create);
    if (!made && made.error().code == ErrorCode::AlreadyExists)
        return open(folder, desk, key); // a colleague's program made it in between
    return made;
}

Result Casebook::remove(const vault::Folder& folder, const QString& desk)
{
    const auto path = folder.casebook(desk);
    HEED_TRY(platform::removeFile(path + QStringLiteral("-journal")));
    return platform::removeFile(path);
}

Expected<Casebook> Casebook::inMemory()
{
    HEED_TAKE(auto connection, sql::Connection::openInMemory());
    Casebook casebook(std::move(connection));
    HEED_TRY(casebook.makeTables());
    return casebook;
}

} // namespace heed::casebook
