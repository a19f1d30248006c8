#include "casebook/casebook.h"

#include <algorithm>

namespace heed::casebook {

using model::Expected;

Expected<Casebook::ReadSoFar> Casebook::readSoFar()
{
    ReadSoFar read;
    HEED_TAKE(const auto sequence, m_connection.value<qint64>("SELECT sequence FROM progress"));
    HEED_TAKE(const auto last, m_connection.value<QByteArray>("SELECT last FROM progress"));
    read.sequence = sequence.value_or(0);
    read.last = last.value_or(QByteArray());
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT device, number FROM event UNION SELECT device, number FROM refused"));
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return read;
        read.places.push_back({statement.get<QByteArray>(0), statement.get<qint64>(1)});
    }
}

Expected<bool> Casebook::takeUp(journal::Journal& journal, const Reading& reading, const ReadSoFar& before)
{
    HEED_TAKE(const auto sequence, m_connection.value<qint64>("SELECT sequence FROM progress"));
    HEED_TAKE(const auto reached, journal.after(before.sequence - 1, 1));
    const bool isSame =
        !reached.empty() && reached.front().sequence == before.sequence && reached.front().entry.hash() == before.last;
    if (!isSame || sequence.value_or(0) > 0)
        return false;
    std::vector<journal::Row> rows;
    rows.reserve(before.places.size());
    for (const auto& place : before.places) {
        HEED_TAKE(auto row, journal.at(place));
        if (!row || row->sequence > before.sequence)
            return false;
        rows.push_back(std::move(*row));
    }
    std::sort(rows.begin(), rows.end(),
              [](const journal::Row& one, const journal::Row& other) { return one.sequence < other.sequence; });
    m_viewer = reading.desk.isEmpty() ? Viewer::Author : Viewer::Desk;
    HEED_TAKE(const auto count, apply(rows, openAll(rows, reading), {0, before.sequence, before.last}, reading, true));
    HEED_TRY(foldStale(*reading.policy, {}));
    return count.has_value();
}

} // namespace heed::casebook
