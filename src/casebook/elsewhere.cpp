#include "casebook/casebook.h"
#include "model/cbor.h"
#include "rules/alike.h"

#include <map>

namespace heed::casebook {

using model::Expected;
using model::InvolvedKind;

namespace {

constexpr int mostShown = 20;    // concerns for each thing
constexpr int longestPlate = 12; // characters: what is longer is a description

struct Fact {
    InvolvedKind kind = InvolvedKind::Adult;
    QString value;
    QString shown;
};

Expected<std::vector<Fact>> factsOf(sql::Connection& connection, qint64 line)
{
    HEED_TAKE(auto statement,
              connection.prepare("SELECT kind, value, shown FROM fact WHERE line = ? ORDER BY kind, value"));
    statement.bind(line);
    std::vector<Fact> facts;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return facts;
        facts.push_back({model::valueOf<InvolvedKind>(statement.get<QString>(0)).value_or(InvolvedKind::Adult),
                         statement.get<QString>(1), statement.get<QString>(2)});
    }
}

/// The values that may be the same thing. For a plate these are all that hold it, or that it holds: the list of words
/// has each plate, and knows what stands within one.
Expected<QStringList> alike(sql::Connection& connection, const Fact& fact)
{
    QStringList values{fact.value};
    if (fact.kind != InvolvedKind::Vehicle || fact.value.contains(u' ') || fact.value.size() > longestPlate)
        return values;
    const auto addAlike = [&](const QString& value) {
        if (!values.contains(value) && rules::isAlike(fact.kind, fact.value, value))
            values << value;
    };
    for (qsizetype from = 0; from < fact.value.size(); ++from)
        for (auto length = fact.value.size() - from; length > 0; --length)
            addAlike(fact.value.mid(from, length));
    HEED_TAKE(auto statement, connection.prepare("SELECT word FROM term WHERE number IN (SELECT rowid FROM term_part "
                                                 "WHERE term_part MATCH ? LIMIT 50)"));
    statement.bind(QString(u'"' + fact.value + u'"'));
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return values;
        addAlike(statement.get<QString>(0));
    }
}

} // namespace

Expected<std::vector<Casebook::SameThing>> Casebook::elsewhere(const QString& reference)
{
    std::vector<SameThing> all;
    HEED_TAKE(const auto line, m_connection.value<qint64>("SELECT line FROM concern WHERE reference = ?", reference));
    if (!line)
        return all;
    HEED_TAKE(const auto own, factsOf(m_connection, *line));
    for (const auto& fact : own) {
        SameThing thing{fact.kind, fact.shown, {}, false};
        HEED_TAKE(const auto values, alike(m_connection, fact));
        for (const auto& value : values) {
            HEED_TAKE(auto statement,
                      m_connection.prepare("SELECT reference, child_name, child, logged, fact.shown FROM fact JOIN "
                                           "concern USING (line) WHERE kind = ? AND value = ? AND fact.line <> ? "
                                           "ORDER BY fact.line DESC LIMIT ?"));
            statement.bind(model::nameOf(fact.kind), value, *line, mostShown + 1);
            for (;;) {
                HEED_TAKE(const bool found, statement.step());
                if (!found)
                    break;
                if (std::ssize(thing.others) == mostShown) {
                    thing.areMore = true;
                    break;
                }
                thing.others.push_back({statement.get<QString>(0), statement.get<QString>(1), statement.get<QString>(2),
                                        QDateTime::fromSecsSinceEpoch(statement.get<qint64>(3), Qt::UTC),
                                        statement.get<QString>(4)});
            }
        }
        if (!thing.others.empty())
            all.push_back(std::move(thing));
    }
    return all;
}

Expected<std::vector<Casebook::RecordRead>> Casebook::readingsOf(const QString& child, int most,
                                                                 const vault::Policy& policy)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT event.author, event.at, concern.reference FROM (SELECT DISTINCT record FROM "
                                   "described WHERE owner = ?) mine JOIN event ON event.record = mine.record JOIN "
                                   "concern ON concern.id = mine.record WHERE +event.kind = 'read' ORDER BY event.at "
                                   "DESC LIMIT ?"));
    statement.bind(child, most);
    std::vector<RecordRead> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({policy.nameOf(statement.get<QString>(0)),
                       QDateTime::fromString(statement.get<QString>(1), Qt::ISODate), statement.get<QString>(2)});
    }
}

Expected<std::optional<Casebook::Description>> Casebook::descriptionOf(const QString& id)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT event.desk, CASE WHEN registered THEN x'' ELSE described.record END FROM "
                                   "described JOIN event ON event.device = described.device AND event.number = "
                                   "described.number WHERE described.id = ?"));
    statement.bind(id);
    HEED_TAKE(const bool found, statement.step());
    if (!found)
        return std::nullopt;
    return Description{statement.get<QByteArray>(1), statement.get<QString>(0)};
}

Expected<std::vector<Casebook::MergedChild>> Casebook::mergedInto(const QString& child)
{
    HEED_TAKE(
        auto statement,
        m_connection.prepare("SELECT source, target, same, described.child FROM described JOIN child_link ON source = "
                             "described.id WHERE owner = ? ORDER BY child_link.tick, child_link.device, "
                             "child_link.number"));
    statement.bind(child);
    std::map<QString, MergedChild> standing;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            break;
        const auto id = statement.get<QString>(0);
        standing.erase(id); // the latest word counts
        if (!statement.get<bool>(2) || id == statement.get<QString>(1))
            continue;
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(3), QStringLiteral("The casebook")));
        HEED_TAKE(const auto described, model::fromShape<model::Child>(map, QStringLiteral("The casebook")));
        standing[id] = {id, model::nameOf(described)};
    }
    std::vector<MergedChild> all;
    all.reserve(standing.size());
    for (auto& [id, merged] : standing)
        all.push_back(std::move(merged));
    return all;
}

} // namespace heed::casebook
