#include "casebook/casebook.h"
#include "casebook/files.h"
#include "casebook/search_words.h"
#include "journal/cores.h"
#include "model/cbor.h"
#include "model/name.h"
#include "platform/clock.h"
#include "rules/alike.h"
#include "rules/signs.h"

#include <QSet>

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <numeric>

namespace heed::casebook {

using model::Expected;
using model::Kind;
using model::Result;

namespace {

constexpr qint64 foldedAtOnce = 4000;       // records in one transaction
constexpr std::size_t foldedTogether = 500; // records that the cores share out
constexpr std::size_t fewRecords = 8;

struct QueuePlace {
    int rank;
    qint64 position;
};

/// Waiting ones first, danger and the oldest on top; then what has something due; then the rest, the newest first: they
/// stand in the order of arrival, as the index of words does, so that either leads through them.
QueuePlace placeInQueue(const model::Case& record, const std::optional<QDate>& due, qint64 line)
{
    if (record.state == model::State::Waiting)
        return {record.logged.concern.immediateDanger ? 0 : 1, record.loggedAt.toSecsSinceEpoch()};
    if (record.state == model::State::Closed)
        return {4, -line};
    return due ? QueuePlace{2, due->toJulianDay()} : QueuePlace{3, -line};
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
    const auto waited = acknowledged ? std::optional(*acknowledged - logged) : std::nullopt;
    names << QStringLiteral("wait/") + month + u'/' + model::nameOf(waitOf(waited));
    return names;
}

/// The persons, places and things of a concern in their comparable form, each as it is written there.
std::map<std::pair<model::InvolvedKind, QString>, QString> factsOf(const model::Case& record)
{
    std::map<std::pair<model::InvolvedKind, QString>, QString> facts;
    const auto& concern = record.logged.concern;
    for (const auto& one : concern.involved)
        if (const auto value = rules::comparable(one.kind, one.name); !value.isEmpty())
            facts.insert({{one.kind, value}, one.name});
    for (const auto& text : {concern.facts, concern.childsWords, concern.opinion, concern.actionTaken})
        for (const auto& mention : rules::mentionsIn(text))
            facts.insert({{mention.kind, mention.value}, mention.shown});
    return facts;
}

} // namespace

/// The entries of a record as they lie in the tables.
struct Casebook::Lying {
    struct Row {
        QByteArray id;
        QString kind;
        QString author;
        QString role;
        QString desk;
        qint64 policy = 0;
        QString at;
        QByteArray hash;
        QByteArray body;
        std::optional<QByteArray> files;
    };
    QByteArray record;
    std::vector<Row> rows;

    /// Needs no table, so that many are read on all cores.
    Expected<std::vector<FoldItem>> items(const vault::Policy& policy) const;
};

/// What the tables hold of a record, made from its entries.
struct Casebook::Remade {
    QByteArray record;
    Folded folded;
    QString desk;
    std::map<std::pair<model::InvolvedKind, QString>, QString> facts;
    IndexedWords words;
};

Expected<std::vector<FoldItem>> Casebook::Lying::items(const vault::Policy& policy) const
{
    std::vector<FoldItem> all;
    all.reserve(rows.size());
    for (const auto& row : rows) {
        FoldItem item;
        item.event.id = QString::fromLatin1(row.id.toHex());
        item.event.kind = model::valueOf<Kind>(row.kind).value_or(Kind::Note);
        item.event.authorId = row.author;
        item.event.author = policy.nameOf(row.author);
        item.role = model::valueOf<model::Role>(row.role).value_or(model::Role::Staff);
        item.desk = row.desk;
        item.isAgreementAsked = policy.vault.asksAgreementAt(row.policy);
        item.event.at = QDateTime::fromString(row.at, Qt::ISODate);
        item.hash = row.hash;
        HEED_TAKE(const auto map, model::parseCbor(row.body, QStringLiteral("The casebook")));
        HEED_TAKE(item.event.body, model::readBody(item.event.kind, map));
        if (row.files) {
            HEED_TAKE(const auto files, readFiles(*row.files));
            for (const auto& file : files)
                item.event.files.push_back(file.about);
        }
        all.push_back(std::move(item));
    }
    return all;
}

Expected<Casebook::Lying> Casebook::lying(const QByteArray& record)
{
    HEED_TAKE(auto statement, m_connection.prepare(
                                  "SELECT id, kind, author, role, desk, policy, at, hash, body, files FROM event WHERE "
                                  "record = ? "
                                  "ORDER BY tick, device, number"));
    statement.bind(record);
    Lying all{record, {}};
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        all.rows.push_back({statement.get<QByteArray>(0), statement.get<QString>(1), statement.get<QString>(2),
                            statement.get<QString>(3), statement.get<QString>(4), statement.get<qint64>(5),
                            statement.get<QString>(6), statement.get<QByteArray>(7), statement.get<QByteArray>(8),
                            statement.get<std::optional<QByteArray>>(9)});
    }
}

Expected<std::vector<FoldItem>> Casebook::items(const QByteArray& record, const vault::Policy& policy)
{
    HEED_TAKE(const auto rows, lying(record));
    return rows.items(policy);
}

Result Casebook::foldStale(const vault::Policy& policy, const Watch& watch)
{
    const auto count = [&] { return m_connection.value<qint64>("SELECT count(*) FROM stale"); };
    HEED_TAKE(const auto total, count());
    for (qint64 left = total.value_or(0); left > 0;) {
        HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
        std::vector<QByteArray> records;
        qint64 last = 0;
        {
            HEED_TAKE(auto statement, m_connection.prepare("SELECT number, record FROM stale ORDER BY number LIMIT ?"));
            statement.bind(foldedAtOnce);
            for (;;) {
                HEED_TAKE(const bool found, statement.step());
                if (!found)
                    break;
                last = statement.get<qint64>(0);
                records.push_back(statement.get<QByteArray>(1));
            }
        }
        HEED_TRY(foldSome(records, policy));
        HEED_TRY(m_connection.run("DELETE FROM stale WHERE number <= ?", last));
        HEED_TRY(transaction.commit());
        left -= std::ssize(records);
        watch.say(total.value_or(0) - std::max<qint64>(0, left), total.value_or(0));
        if (records.empty())
            return {}; // another program has done the rest
        if (left > 0 && watch.isCancelled())
            return model::failure(model::ErrorCode::Cancelled,
                                  QStringLiteral("Stopped: the casebook will go on from here next time."));
    }
    return {};
}

Result Casebook::foldSome(const std::vector<QByteArray>& records, const vault::Policy& policy)
{
    using Several = std::vector<Expected<Remade>>;
    const auto remake = [&policy, viewer = m_viewer](const Lying& rows) -> Expected<Remade> {
        HEED_TAKE(const auto list, rows.items(policy));
        Remade remade{rows.record, fold(list, viewer), {}, {}, {}};
        if (!remade.folded.record)
            return remade;
        const auto& value = *remade.folded.record;
        remade.desk = list.front().desk;
        remade.facts = factsOf(value);
        remade.words = indexedWords(value, dslOf(value));
        return remade;
    };
    // While some are put into the tables, the next are folded on the other cores.
    struct Some {
        std::vector<Lying> rows;
        std::future<Several> remade;
    };
    const auto fetch = [&](std::size_t from) -> Expected<std::shared_ptr<Some>> {
        auto some = std::make_shared<Some>();
        const auto to = std::min(from + foldedTogether, records.size());
        for (auto i = from; i < to; ++i) {
            HEED_TAKE(auto rows, lying(records[i]));
            some->rows.push_back(std::move(rows));
        }
        const auto where = some->rows.size() < fewRecords ? std::launch::deferred : std::launch::async;
        some->remade = std::async(where, [rows = &some->rows, remake] {
            Several all(rows->size());
            journal::onAllCores(rows->size(), [&](std::size_t i) { all[i] = remake((*rows)[i]); });
            return all;
        });
        return some;
    };
    std::shared_ptr<Some> current;
    for (std::size_t from = 0; from < records.size(); from += foldedTogether) {
        if (!current) {
            HEED_TAKE(current, fetch(from));
        }
        const auto remade = current->remade.get();
        std::shared_ptr<Some> next;
        if (from + foldedTogether < records.size()) {
            HEED_TAKE(next, fetch(from + foldedTogether));
        }
        for (const auto& one : remade) {
            if (!one)
                return tl::make_unexpected(one.error());
            HEED_TRY(put(*one));
        }
        current = std::move(next);
    }
    return {};
}

Result Casebook::put(const Remade& remade)
{
    m_met.reset();
    HEED_TRY(m_connection.run("DELETE FROM misplaced WHERE record = ?", remade.record));
    for (const auto& refusal : remade.folded.refused)
        HEED_TRY(m_connection.run("INSERT OR REPLACE INTO misplaced (id, record, sentence) VALUES (?, ?, ?)",
                                  refusal.entry, remade.record, refusal.sentence));
    HEED_TAKE(auto line, takeFromCounts(remade.record));
    if (line) {
        HEED_TRY(m_connection.run("DELETE FROM words WHERE rowid = ?", *line));
        HEED_TRY(m_connection.run("DELETE FROM fact WHERE line = ?", *line));
        HEED_TRY(m_connection.run("DELETE FROM shown WHERE line = ?", *line));
        if (!remade.folded.record)
            HEED_TRY(m_connection.run("DELETE FROM concern WHERE line = ?", *line));
    }
    if (!remade.folded.record)
        return {};
    if (!line) {
        HEED_TAKE(line, m_connection.value<qint64>("SELECT coalesce(max(line), 0) + 1 FROM concern"));
    }
    const auto now = line.value_or(1);
    HEED_TRY(putRow(remade, now));
    for (const auto& [what, shown] : remade.facts)
        HEED_TRY(m_connection.run("INSERT OR IGNORE INTO fact (kind, value, line, shown) VALUES (?, ?, ?, ?)",
                                  model::nameOf(what.first), what.second, now, shown));
    HEED_TRY(learn(remade.words.learn));
    HEED_TRY(m_connection.run("INSERT INTO shown (line, texts) VALUES (?, ?)", now, remade.words.texts));
    return m_connection.run("INSERT INTO words (rowid, text) VALUES (?, ?)", now,
                            QString(remade.words.text + u' ' + remade.words.facets));
}

Result Casebook::putRow(const Remade& remade, qint64 line)
{
    const auto& value = *remade.folded.record;
    const auto& concern = value.logged.concern;
    const auto due = nextActionDue(value);
    const auto place = placeInQueue(value, due, line);
    QStringList signCodes;
    for (const auto& sign : rules::signsNoticed(concern))
        signCodes << sign.code;
    HEED_TAKE(const auto owner,
              m_connection.value<QString>("SELECT owner FROM described WHERE id = ?", value.logged.children.value(0)));
    const auto dueText = due ? std::optional(due->toString(Qt::ISODate)) : std::nullopt;
    const bool isDue = due && value.state != model::State::Closed;
    HEED_TRY(m_connection.run(
        "INSERT INTO concern (line, id, reference, desk, author, child_name, child, sort_name, year_group, logged, "
        "state, "
        "level, danger, route, signs, flags, lead, acknowledged, due, due_key, urgency, position, files, elsewhere) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET "
        "child = excluded.child, state = excluded.state, level = excluded.level, lead = excluded.lead, "
        "acknowledged = excluded.acknowledged, due = excluded.due, due_key = excluded.due_key, urgency = "
        "excluded.urgency, "
        "position = excluded.position, files = excluded.files, elsewhere = excluded.elsewhere",
        line, remade.record, value.reference, remade.desk, value.authorId, model::nameOf(concern.child),
        owner.value_or(QString()), model::foldedName(concern.child.surname + u' ' + concern.child.forename),
        concern.child.yearGroup, value.loggedAt.toSecsSinceEpoch(), model::nameOf(value.state),
        value.level ? std::optional(model::nameOf(*value.level)) : std::nullopt, concern.immediateDanger,
        model::nameOf(value.logged.route.kind), inSpaces(signCodes), inSpaces(flagsOf(concern)), dslOf(value),
        value.acknowledgedAt ? std::optional(value.acknowledgedAt->toSecsSinceEpoch()) : std::nullopt, dueText,
        isDue ? *dueText : QString(noDue), place.rank, place.position, filesIn(value), value.elsewhere.has_value()));
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
    HEED_TRY(m_connection.run("DELETE FROM called_part WHERE rowid IN (SELECT number FROM called WHERE name NOT IN "
                              "(SELECT name FROM described))"));
    return m_connection.run("DELETE FROM called WHERE name NOT IN (SELECT name FROM described)");
}

} // namespace heed::casebook
