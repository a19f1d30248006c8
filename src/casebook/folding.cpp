#include "casebook/casebook.h"
#include "casebook/files.h"
#include "casebook/search_words.h"
#include "model/cbor.h"
#include "model/name.h"
#include "platform/clock.h"
#include "rules/alike.h"

#include <QSet>

#include <map>
#include <numeric>

namespace heed::casebook {

using model::Expected;
using model::Kind;
using model::Result;

namespace {

struct QueuePlace {
    int rank;
    qint64 position;
};

/// Waiting ones first, danger and the oldest on top; then what has something due; then the rest, the newest first.
QueuePlace placeInQueue(const model::Case& record, const std::optional<QDate>& due)
{
    const auto logged = record.loggedAt.toSecsSinceEpoch();
    if (record.state == model::State::Waiting)
        return {record.logged.concern.immediateDanger ? 0 : 1, logged};
    if (record.state == model::State::Closed)
        return {4, -logged};
    return due ? QueuePlace{2, due->toJulianDay()} : QueuePlace{3, -logged};
}

constexpr auto noDue = QLatin1StringView("9999"); // after every day

/// Whose case it is.
QString dslOf(const model::Case& record)
{
    return record.lead.isEmpty() ? record.acknowledgedBy : record.lead;
}

/// " missing truancy ": so that one is found by itself.
QString inSpaces(const QStringList& words)
{
    return words.isEmpty() ? QString() : u' ' + words.join(u' ') + u' ';
}

qint64 filesIn(const model::Case& record)
{
    return std::accumulate(
        record.events.begin(), record.events.end(), qint64(0),
        [](qint64 sum, const model::Event& event) { return sum + static_cast<qint64>(event.files.size()); });
}

/// Under which names a record is counted.
QStringList countedAs(model::State state, qint64 logged, const QStringList& signCodes,
                      const std::optional<qint64>& acknowledged)
{
    const auto day = platform::inSchoolTime(QDateTime::fromSecsSinceEpoch(logged, Qt::UTC)).date();
    const auto month = monthOf(day);
    const auto stateName = model::nameOf(state);
    QStringList names{QStringLiteral("state/") + stateName, QStringLiteral("month/") + month};
    if (state != model::State::Closed)
        names << QStringLiteral("day/") + stateName + u'/' + day.toString(Qt::ISODate);
    for (const auto& code : QSet<QString>(signCodes.begin(), signCodes.end()))
        names << QStringLiteral("sign/") + code + u'/' + month;
    names << QStringLiteral("wait/") + month + u'/' +
                 (acknowledged ? model::nameOf(waitOf(*acknowledged - logged)) : QStringLiteral("none"));
    return names;
}

} // namespace

Expected<std::vector<FoldItem>> Casebook::items(const QByteArray& record, const vault::Policy& policy)
{
    HEED_TAKE(auto statement, m_connection.prepare(
                                  "SELECT id, kind, author, role, desk, policy, at, hash, body, files FROM event WHERE "
                                  "record = ? "
                                  "ORDER BY tick, device, number"));
    statement.bind(record);
    std::vector<FoldItem> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        FoldItem item;
        item.event.id = QString::fromLatin1(statement.get<QByteArray>(0).toHex());
        item.event.kind = model::valueOf<Kind>(statement.get<QString>(1)).value_or(Kind::Note);
        item.event.authorId = statement.get<QString>(2);
        item.event.author = policy.nameOf(item.event.authorId);
        item.role = model::valueOf<model::Role>(statement.get<QString>(3)).value_or(model::Role::Staff);
        item.desk = statement.get<QString>(4);
        item.isAgreementAsked = policy.vault.asksAgreementAt(statement.get<qint64>(5));
        item.event.at = QDateTime::fromString(statement.get<QString>(6), Qt::ISODate);
        item.hash = statement.get<QByteArray>(7);
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(8), QStringLiteral("The casebook")));
        HEED_TAKE(item.event.body, model::readBody(item.event.kind, map));
        if (!statement.isNull(9)) {
            HEED_TAKE(const auto files, readFiles(statement.get<QByteArray>(9)));
            for (const auto& file : files)
                item.event.files.push_back(file.about);
        }
        all.push_back(std::move(item));
    }
}

Result Casebook::refold(const QByteArray& record, const vault::Policy& policy)
{
    HEED_TAKE(const auto list, items(record, policy));
    const auto result = fold(list, m_viewer);
    HEED_TRY(m_connection.run("DELETE FROM misplaced WHERE record = ?", record));
    for (const auto& refusal : result.refused)
        HEED_TRY(m_connection.run("INSERT OR REPLACE INTO misplaced (id, record, sentence) VALUES (?, ?, ?)",
                                  refusal.entry, record, refusal.sentence));
    HEED_TAKE(const auto line, takeFromCounts(record));
    if (line) {
        HEED_TRY(m_connection.run("DELETE FROM words WHERE rowid = ?", *line));
        HEED_TRY(m_connection.run("DELETE FROM fact WHERE line = ?", *line));
        if (!result.record)
            HEED_TRY(m_connection.run("DELETE FROM concern WHERE line = ?", *line));
    }
    if (!result.record)
        return {};
    const auto& value = *result.record;
    HEED_TRY(putRow(record, value, list.front().desk));
    HEED_TAKE(const auto now, m_connection.value<qint64>("SELECT line FROM concern WHERE id = ?", record));
    HEED_TRY(putFacts(*now, value));
    const auto indexed = indexedWords(value, dslOf(value));
    HEED_TRY(learn(indexed.learn));
    return m_connection.run("INSERT INTO words (rowid, text) VALUES (?, ?)", *now,
                            QString(indexed.text + u' ' + indexed.facets));
}

Result Casebook::putRow(const QByteArray& record, const model::Case& value, const QString& desk)
{
    const auto& concern = value.logged.concern;
    const auto due = nextActionDue(value);
    const auto place = placeInQueue(value, due);
    QStringList signCodes;
    for (const auto& sign : concern.signsSeen)
        signCodes << sign.code;
    HEED_TAKE(const auto owner,
              m_connection.value<QString>("SELECT owner FROM described WHERE id = ?", value.logged.children.value(0)));
    const auto dueText = due ? std::optional(due->toString(Qt::ISODate)) : std::nullopt;
    const bool isDue = due && value.state != model::State::Closed;
    HEED_TRY(m_connection.run(
        "INSERT INTO concern (id, reference, desk, author, child_name, child, sort_name, year_group, logged, state, "
        "level, danger, route, signs, flags, lead, acknowledged, due, due_key, urgency, position, files) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "child = excluded.child, state = excluded.state, level = excluded.level, lead = excluded.lead, "
        "acknowledged = excluded.acknowledged, due = excluded.due, due_key = excluded.due_key, urgency = "
        "excluded.urgency, "
        "position = excluded.position, files = excluded.files",
        record, value.reference, desk, value.authorId, model::nameOf(concern.child), owner.value_or(QString()),
        model::foldedName(concern.child.surname + u' ' + concern.child.forename), concern.child.yearGroup,
        value.loggedAt.toSecsSinceEpoch(), model::nameOf(value.state),
        value.level ? std::optional(model::nameOf(*value.level)) : std::nullopt, concern.immediateDanger,
        model::nameOf(value.logged.route.kind), inSpaces(signCodes), inSpaces(flagsOf(concern)), dslOf(value),
        value.acknowledgedAt ? std::optional(value.acknowledgedAt->toSecsSinceEpoch()) : std::nullopt, dueText,
        isDue ? *dueText : QString(noDue), place.rank, place.position, filesIn(value)));
    return count(
        countedAs(value.state, value.loggedAt.toSecsSinceEpoch(), signCodes,
                  value.acknowledgedAt ? std::optional(value.acknowledgedAt->toSecsSinceEpoch()) : std::nullopt),
        1);
}

Expected<std::optional<qint64>> Casebook::takeFromCounts(const QByteArray& record)
{
    std::optional<qint64> line;
    QStringList names;
    {
        HEED_TAKE(auto statement,
                  m_connection.prepare("SELECT line, state, logged, signs, acknowledged FROM concern WHERE id = ?"));
        statement.bind(record);
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return line;
        line = statement.get<qint64>(0);
        names = countedAs(model::valueOf<model::State>(statement.get<QString>(1)).value_or(model::State::Waiting),
                          statement.get<qint64>(2), statement.get<QString>(3).split(u' ', Qt::SkipEmptyParts),
                          statement.get<std::optional<qint64>>(4));
    }
    HEED_TRY(count(names, -1));
    return line;
}

Result Casebook::count(const QStringList& names, int change)
{
    for (const auto& name : names)
        HEED_TRY(m_connection.run("INSERT INTO tally (name, count) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET "
                                  "count = count + excluded.count",
                                  name, change));
    return {};
}

Result Casebook::putFacts(qint64 line, const model::Case& record)
{
    std::map<std::pair<model::InvolvedKind, QString>, QString> facts;
    const auto& concern = record.logged.concern;
    for (const auto& one : concern.involved)
        if (const auto value = rules::comparable(one.kind, one.name); !value.isEmpty())
            facts.insert({{one.kind, value}, one.name});
    for (const auto& text : {concern.facts, concern.childsWords, concern.opinion, concern.actionTaken})
        for (const auto& mention : rules::mentionsIn(text))
            facts.insert({{mention.kind, mention.value}, mention.shown});
    for (const auto& [what, shown] : facts)
        HEED_TRY(m_connection.run("INSERT OR IGNORE INTO fact (kind, value, line, shown) VALUES (?, ?, ?, ?)",
                                  model::nameOf(what.first), what.second, line, shown));
    return {};
}

Result Casebook::learn(const QStringList& words)
{
    constexpr qsizetype remembered = 50'000;
    for (const auto& word : words) {
        if (m_known.contains(word))
            continue;
        HEED_TRY(m_connection.run("INSERT OR IGNORE INTO term (word) VALUES (?)", word));
        if (m_connection.changedRows() > 0)
            HEED_TRY(
                m_connection.run("INSERT INTO term_part (rowid, word) VALUES (?, ?)", m_connection.lastRowId(), word));
        if (m_known.size() >= remembered)
            m_known.clear();
        m_known << word;
    }
    return {};
}

Result Casebook::forgetLostWords()
{
    std::vector<qint64> lost;
    {
        HEED_TAKE(auto terms, m_connection.prepare("SELECT number, word FROM term"));
        for (;;) {
            HEED_TAKE(const bool found, terms.step());
            if (!found)
                break;
            HEED_TAKE(const auto used, m_connection.value<int>("SELECT 1 FROM words WHERE words MATCH ? LIMIT 1",
                                                               QString(u'"' + terms.get<QString>(1) + u'"')));
            if (!used)
                lost.push_back(terms.get<qint64>(0));
        }
    }
    m_known.clear();
    for (const auto number : lost) {
        HEED_TRY(m_connection.run("DELETE FROM term WHERE number = ?", number));
        HEED_TRY(m_connection.run("DELETE FROM term_part WHERE rowid = ?", number));
    }
    return {};
}

} // namespace heed::casebook
