#pragma once

#include "journal/entry.h"
#include "sql/connection.h"
#include "sql/transaction.h"

namespace heed::journal {

/// A stored entry with where it stands in the file.
struct Row {
    qint64 sequence = 0; ///< of arrival, in this file only
    Place place;
    qint64 tick = 0;
    StoredEntry entry;
};

/// A device's newest entry, with its tick.
struct DeviceHead {
    Head head;
    qint64 tick = 0;
};

/// The same without ticks.
std::vector<Head> headsOnly(const std::vector<DeviceHead>& devices);

/// One hash over the heads of all devices: the journal as it stands, for a sheet to carry.
QByteArray stateHash(const std::vector<DeviceHead>& heads);

/// journal.db: sealed entries, which are only ever added. Its key hides who wrote when from whoever has only the file.
class Journal {
public:
    static model::Expected<Journal> create(const vault::Folder& folder, const QByteArray& vault,
                                           const crypto::SecretBytes& key);
    /// Damaged where it is another vault's, or of a format that this Heed does not know.
    static model::Expected<Journal> open(const vault::Folder& folder, const QByteArray& vault,
                                         const crypto::SecretBytes& key, bool readOnly = false);
    /// Empty and in memory, for tests.
    static model::Expected<Journal> inMemory(const QByteArray& vault);

    model::Expected<std::vector<DeviceHead>> heads();
    /// What `device` has last said it has seen of the others, by their number.
    model::Expected<std::map<QByteArray, qint64>> seenBy(const QByteArray& device);
    model::Expected<std::optional<Row>> at(const Place& place);

    /// The next rows after `sequence`, at most `limit`, in order of arrival.
    model::Expected<std::vector<Row>> after(qint64 sequence, int limit);
    model::Expected<qint64> count();
    model::Expected<qint64> newestSequence();

    /// Adds an entry inside the caller's transaction. AlreadyExists where its place is taken.
    model::Result add(const StoredEntry& entry, const Header& header);
    /// Takes the sealed content out and leaves the hashes, so that the chain stays whole.
    model::Result destroy(const Place& place);

    sql::Connection& connection() { return m_connection; }

private:
    explicit Journal(sql::Connection connection)
        : m_connection(std::move(connection))
    {
    }
    model::Result makeTables(const QByteArray& vault);

    sql::Connection m_connection;
};

} // namespace heed::journal
