#include "casebook/casebook.h"
#include "model/cbor.h"

namespace heed::casebook {

using model::Expected;

Expected<Casebook::Counts> Casebook::counts(const QDate& today)
{
    Counts counts;
    HEED_TAKE(const auto states, tallies(QStringLiteral("state/")));
    const auto of = [&](model::State state) {
        const auto found = states.find(QStringLiteral("state/") + model::nameOf(state));
        return found == states.end() ? 0 : found->second;
    };
    counts.waiting = of(model::State::Waiting);
    counts.open = of(model::State::Open);
    counts.closed = of(model::State::Closed);
    HEED_TAKE(const auto overdue, m_connection.value<qint64>("SELECT count(*) FROM concern WHERE due_key < ?",
                                                             today.toString(Qt::ISODate)));
    counts.overdueActions = overdue.value_or(0);
    return counts;
}

Expected<std::map<QString, qint64>> Casebook::tallies(const QString& beginning)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT name, count FROM tally WHERE name >= ?1 AND name < ?2 AND count <> 0"));
    statement.bind(beginning, QString(beginning + QChar(0xFFFF)));
    std::map<QString, qint64> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        all[statement.get<QString>(0)] = statement.get<qint64>(1);
    }
}

Expected<std::vector<Casebook::Gathering>> Casebook::gathering(const QDateTime& since, int least, int most)
{
    HEED_TAKE(
        auto statement,
        m_connection.prepare(
            "SELECT owner, count(DISTINCT record), max(logged), (SELECT child FROM described last WHERE last.owner "
            "= lately.owner ORDER BY registered DESC, tick DESC, device DESC, number DESC LIMIT 1) FROM (SELECT * "
            "FROM described WHERE logged >= ?1 AND NOT registered) lately GROUP BY owner HAVING count(DISTINCT "
            "record) >= ?2 ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?3"));
    statement.bind(since.toSecsSinceEpoch(), least, most);
    std::vector<Gathering> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(3), QStringLiteral("The casebook")));
        HEED_TAKE(auto child, model::fromShape<model::Child>(map, QStringLiteral("The casebook")));
        all.push_back({statement.get<QString>(0), std::move(child), statement.get<qint64>(1),
                       QDateTime::fromSecsSinceEpoch(statement.get<qint64>(2), Qt::UTC)});
    }
}

} // namespace heed::casebook
