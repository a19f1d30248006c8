#include "casebook/casebook.h"

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

} // namespace heed::casebook
