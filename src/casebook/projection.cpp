#include "casebook/casebook.h"
#include "crypto/hash.h"
#include "journal/cores.h"
#include "model/cbor.h"
#include "model/name.h"
#include "model/reference.h"

#include <algorithm>
#include <array>

namespace heed::casebook {

using crypto::spanOf;
using model::Expected;
using model::Kind;
using model::Result;

namespace {

constexpr int batch = 1000;

using Opened = Expected<std::optional<journal::Content>>;

std::vector<Opened> openAll(const std::vector<journal::Row>& rows, const Reading& reading)
{
    std::vector<Opened> opened(rows.size(), Opened(std::nullopt));
    const bool everyones = reading.desk == model::everyoneDesk;
    journal::onAllCores(rows.size(), [&](std::size_t i) {
        // Those for everyone and those for a desk are told apart without trying a key.
        if (journal::isForEveryone(rows[i].entry) == everyones)
            opened[i] = journal::openEntry(rows[i].entry, reading.keys);
    });
    return opened;
}

void addWords(QString& text, const QCborValue& value)
{
    if (value.isString())
        text += value.toString() + u'\n';
    if (value.isMap())
        for (const auto& entry : value.toMap())
            addWords(text, entry.second);
    if (value.isArray())
        for (const auto& item : value.toArray())
            addWords(text, item);
}

/// Everything that somebody wrote into the record, for the search.
QString wordsOf(const model::Case& record)
{
    auto text =
        QString(record.reference + u'\n' + QString(record.reference).remove(u'-') + u'\n' + record.author + u'\n');
    for (const auto& event : record.events) {
        if (const auto* concern = std::get_if<model::ConcernBody>(&event.body))
            addWords(text, model::toShape(concern->concern));
        else
            addWords(text, model::writeBody(event.body));
    }
    return text;
}

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

} // namespace

Expected<std::vector<FoldItem>> Casebook::items(const QByteArray& record, const vault::Policy& policy)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT id, kind, author, role, desk, at, hash, body FROM event WHERE record = ? "
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
        item.event.at = QDateTime::fromString(statement.get<QString>(5), Qt::ISODate);
        item.hash = statement.get<QByteArray>(6);
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(7), QStringLiteral("The casebook")));
        HEED_TAKE(item.event.body, model::readBody(item.event.kind, map));
        all.push_back(std::move(item));
    }
}

Result Casebook::putRefused(const journal::Place& place, const QString& id, const QString& sentence, bool askAgain)
{
    return m_connection.run(
        "INSERT OR REPLACE INTO refused (device, number, id, sentence, ask_again) VALUES (?, ?, ?, ?, ?)", place.device,
        place.number, id, sentence, askAgain);
}

Expected<bool> Casebook::isFirstOfItsId(const journal::Row& row, const journal::Content& content,
                                        const std::optional<QString>& reference)
{
    // An author chooses the id, and with it the reference. Only a forger makes two alike, and a forger can choose an
    // early tick too: so here, and only here, the one that arrived first counts, or a concern could be pushed out.
    HEED_TAKE(auto statement, m_connection.prepare("SELECT device, number FROM event WHERE id = ?1 UNION "
                                                   "SELECT device, number FROM event WHERE reference = ?2"));
    statement.bind(content.id, reference);
    HEED_TAKE(const bool found, statement.step());
    if (!found)
        return true;
    const journal::Place other{statement.get<QByteArray>(0), statement.get<qint64>(1)};
    statement.reset();
    // The same place: another program of this reader was faster.
    if (other != row.place)
        HEED_TRY(putRefused(row.place, QString::fromLatin1(content.id.toHex()),
                            QStringLiteral("Another entry has the same id."), false));
    return false;
}

Result Casebook::takeOut(const journal::Place& place, Touched& touched)
{
    const auto collect = [&](const char* query) -> Result {
        HEED_TAKE(auto statement, m_connection.prepare(query));
        statement.bind(place.device, place.number);
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                return {};
            touched.described << statement.get<QString>(0);
        }
    };
    // Whoever was known by what goes now is known by something else.
    for (const char* query :
         {"SELECT other.described FROM described JOIN child_key own ON own.described = described.id JOIN child_key "
          "other ON other.key = own.key WHERE described.device = ? AND described.number = ?",
          "SELECT source FROM child_link JOIN described ON described.id = target WHERE described.device = ? AND "
          "described.number = ?",
          "SELECT source FROM child_link WHERE device = ? AND number = ?",
          "SELECT target FROM child_link WHERE device = ? AND number = ?"})
        HEED_TRY(collect(query));
    HEED_TAKE(const auto record,
              m_connection.value<QByteArray>("SELECT record FROM event WHERE device = ? AND number = ?", place.device,
                                             place.number));
    if (record)
        touched.records << *record;
    HEED_TAKE(const auto pupil, m_connection.value<QString>("SELECT id FROM pupil_said WHERE device = ? AND number = ?",
                                                            place.device, place.number));
    if (pupil)
        touched.pupils << *pupil;
    for (const char* query :
         {"DELETE FROM child_key WHERE described IN (SELECT id FROM described WHERE device = ? AND number = ?)",
          "DELETE FROM described WHERE device = ? AND number = ?",
          "DELETE FROM child_link WHERE device = ? AND number = ?",
          "DELETE FROM pupil_said WHERE device = ? AND number = ?",
          "DELETE FROM event WHERE device = ? AND number = ?"})
        HEED_TRY(m_connection.run(query, place.device, place.number));
    return {};
}

Result Casebook::takeOutDestroyed(Touched& touched)
{
    std::vector<journal::Place> gone;
    {
        HEED_TAKE(auto statement,
                  m_connection.prepare("SELECT event.device, event.number FROM destroyed JOIN event ON event.device = "
                                       "destroyed.device AND event.number = destroyed.number AND event.hash = "
                                       "destroyed.hash"));
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                break;
            gone.push_back({statement.get<QByteArray>(0), statement.get<qint64>(1)});
        }
    }
    for (const auto& place : gone)
        HEED_TRY(takeOut(place, touched));
    return {};
}

Result Casebook::put(const journal::Row& row, const journal::Content& content, const Judgement& judgement,
                     Touched& touched)
{
    const auto record = content.record.isEmpty() ? content.id : content.record;
    const auto reference =
        judgement.kind == Kind::Concern ? std::optional(model::referenceOf(content.id)) : std::nullopt;
    HEED_TAKE(const bool isFirst, isFirstOfItsId(row, content, reference));
    if (!isFirst)
        return {};
    HEED_TRY(m_connection.run(
        "INSERT INTO event (id, record, tick, device, number, kind, author, role, desk, at, hash, body, reference) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        content.id, record, row.tick, row.place.device, row.place.number, content.kind, content.author,
        model::nameOf(judgement.role), content.desk, content.at.toString(Qt::ISODate), row.entry.hash(),
        model::writeCbor(content.body), reference));
    HEED_TRY(
        m_connection.run("DELETE FROM refused WHERE device = ? AND number = ?", row.place.device, row.place.number));
    if (const auto* body = std::get_if<model::ChildBody>(&*judgement.body)) {
        touched.pupils << body->child.id;
        return m_connection.run("INSERT OR IGNORE INTO pupil_said (id, tick, device, number) VALUES (?, ?, ?, ?)",
                                body->child.id, row.tick, row.place.device, row.place.number);
    }
    touched.records << record;

    if (const auto* body = std::get_if<model::ConcernBody>(&*judgement.body)) {
        std::vector<model::Child> children{body->concern.child};
        children.insert(children.end(), body->concern.children.begin(), body->concern.children.end());
        for (std::size_t i = 0; i < children.size() && static_cast<qsizetype>(i) < body->children.size(); ++i) {
            const auto& id = body->children[static_cast<qsizetype>(i)];
            HEED_TRY(m_connection.run(
                "INSERT OR IGNORE INTO described (id, record, tick, device, number, child, owner, name, logged, "
                "registered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                id, record, row.tick, row.place.device, row.place.number, model::writeCbor(model::toShape(children[i])),
                id, model::foldedName(children[i].forename + u' ' + children[i].surname),
                content.at.toSecsSinceEpoch()));
            for (const auto& key : keysOf(children[i]))
                HEED_TRY(m_connection.run("INSERT OR IGNORE INTO child_key (key, described) VALUES (?, ?)", key, id));
            touched.described << id;
        }
    }
    if (const auto* link = std::get_if<model::ChildLinkedBody>(&*judgement.body)) {
        HEED_TRY(m_connection.run(
            "INSERT OR IGNORE INTO child_link (device, number, tick, source, target, same) VALUES (?, ?, ?, ?, ?, ?)",
            row.place.device, row.place.number, row.tick, link->from, link->to, link->same));
        touched.described << link->from << link->to;
    }
    return {};
}

Result Casebook::placeChildren(Touched& touched)
{
    // All descriptions that share a key or a link with a changed one, however many steps away, are placed together.
    QSet<QString> cluster;
    QStringList open = touched.described;
    while (!open.isEmpty()) {
        const auto id = open.takeLast();
        if (cluster.contains(id))
            continue;
        cluster << id;
        for (const char* query :
             {"SELECT other.described FROM child_key own JOIN child_key other ON other.key = "
              "own.key WHERE own.described = ?",
              "SELECT target FROM child_link WHERE source = ?", "SELECT source FROM child_link WHERE target = ?"}) {
            HEED_TAKE(auto statement, m_connection.prepare(query));
            statement.bind(id);
            for (;;) {
                HEED_TAKE(const bool found, statement.step());
                if (!found)
                    break;
                open << statement.get<QString>(0);
            }
        }
    }
    std::vector<DescribedChild> described;
    std::vector<ChildLink> links;
    for (const auto& id : cluster) {
        HEED_TAKE(auto statement,
                  m_connection.prepare("SELECT child, tick, device, number FROM described WHERE id = ?"));
        statement.bind(id);
        HEED_TAKE(const bool found, statement.step());
        if (found) {
            HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(0), QStringLiteral("The casebook")));
            HEED_TAKE(auto child, model::fromShape<model::Child>(map, QStringLiteral("The casebook")));
            described.push_back({id,
                                 std::move(child),
                                 statement.get<qint64>(1),
                                 {statement.get<QByteArray>(2), statement.get<qint64>(3)}});
        }
        HEED_TAKE(auto linked,
                  m_connection.prepare("SELECT target, same, tick, device, number FROM child_link WHERE source = ?"));
        linked.bind(id);
        for (;;) {
            HEED_TAKE(const bool more, linked.step());
            if (!more)
                break;
            links.push_back({id,
                             linked.get<QString>(0),
                             linked.get<bool>(1),
                             linked.get<qint64>(2),
                             {linked.get<QByteArray>(3), linked.get<qint64>(4)}});
        }
    }
    for (const auto& [id, owner] : assignChildren(std::move(described), std::move(links))) {
        HEED_TRY(m_connection.run("UPDATE described SET owner = ? WHERE id = ? AND owner <> ?", owner, id, owner));
        if (m_connection.changedRows() > 0) {
            HEED_TAKE(const auto record,
                      m_connection.value<QByteArray>("SELECT record FROM described WHERE id = ?", id));
            touched.records << record.value_or(QByteArray());
        }
    }
    return {};
}

Result Casebook::refold(const QByteArray& record, const vault::Policy& policy)
{
    HEED_TAKE(const auto list, items(record, policy));
    const auto result = fold(list);
    HEED_TRY(m_connection.run("DELETE FROM misplaced WHERE record = ?", record));
    for (const auto& refusal : result.refused)
        HEED_TRY(m_connection.run("INSERT OR REPLACE INTO misplaced (id, record, sentence) VALUES (?, ?, ?)",
                                  refusal.entry, record, refusal.sentence));
    HEED_TAKE(const auto line, m_connection.value<qint64>("SELECT line FROM concern WHERE id = ?", record));
    if (!result.record) {
        if (line) {
            HEED_TRY(m_connection.run("DELETE FROM words WHERE rowid = ?", *line));
            HEED_TRY(m_connection.run("DELETE FROM concern WHERE line = ?", *line));
        }
        return {};
    }
    const auto& value = *result.record;
    const auto& concern = value.logged.concern;
    const auto due = nextActionDue(value);
    const auto place = placeInQueue(value, due);
    QStringList signCodes;
    for (const auto& sign : concern.signsSeen)
        signCodes << sign.code;
    HEED_TAKE(const auto owner,
              m_connection.value<QString>("SELECT owner FROM described WHERE id = ?", value.logged.children.value(0)));
    HEED_TRY(m_connection.run(
        "INSERT INTO concern (id, reference, desk, author, child_name, child, year_group, logged, state, level, "
        "danger, route, signs, lead, "
        "due, rank, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET "
        "child = excluded.child, state = excluded.state, level = excluded.level, lead = excluded.lead, due = "
        "excluded.due, "
        "rank = excluded.rank, position = excluded.position",
        record, value.reference, list.front().desk, value.authorId, model::nameOf(concern.child),
        owner.value_or(QString()), concern.child.yearGroup, value.loggedAt.toSecsSinceEpoch(),
        model::nameOf(value.state), value.level ? std::optional(model::nameOf(*value.level)) : std::nullopt,
        concern.immediateDanger, model::nameOf(value.logged.route.kind), signCodes.join(u' '), value.lead,
        due ? std::optional(due->toString(Qt::ISODate)) : std::nullopt, place.rank, place.position));
    HEED_TAKE(const auto row, m_connection.value<qint64>("SELECT line FROM concern WHERE id = ?", record));
    HEED_TRY(m_connection.run("DELETE FROM words WHERE rowid = ?", *row));
    return m_connection.run("INSERT INTO words (rowid, text) VALUES (?, ?)", *row, wordsOf(value));
}

Expected<qint64> Casebook::bringUpToDate(journal::Journal& journal, const Reading& reading, const Watch& watch)
{
    const auto& policy = *reading.policy;
    HEED_TAKE(const auto newest, journal.newestSequence());
    HEED_TAKE(const auto asked, m_connection.value<qint64>("SELECT policy FROM progress"));
    HEED_TAKE(const auto start, m_connection.value<qint64>("SELECT sequence FROM progress"));
    qint64 sequence = start.value_or(0);

    // What cited a statement that was not here is asked again once vault.json has moved on.
    std::vector<journal::Row> again;
    if (asked != policy.vault.lineage.counter) {
        HEED_TAKE(auto statement, m_connection.prepare("SELECT device, number FROM refused WHERE ask_again"));
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                break;
            HEED_TAKE(auto row, journal.at({statement.get<QByteArray>(0), statement.get<qint64>(1)}));
            if (row)
                again.push_back(std::move(*row));
        }
    }

    const auto begun = sequence;
    qint64 applied = 0;
    for (bool first = true;; first = false) {
        HEED_TAKE(auto rows, journal.after(sequence, batch));
        if (!rows.empty())
            sequence = rows.back().sequence;
        if (first)
            rows.insert(rows.end(), std::make_move_iterator(again.begin()), std::make_move_iterator(again.end()));
        if (rows.empty() && asked == policy.vault.lineage.counter)
            break;
        const auto opened = openAll(rows, reading);

        HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
        // Another program of the same reader may have done this batch meanwhile.
        HEED_TAKE(const auto there, m_connection.value<qint64>("SELECT sequence FROM progress"));
        Touched touched;
        if (there.value_or(0) <= sequence) {
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const auto& row = rows[i];
                if (!opened[i]) {
                    HEED_TRY(putRefused(row.place, {}, opened[i].error().message, false));
                    continue;
                }
                if (!*opened[i])
                    continue;
                const auto& content = **opened[i];
                HEED_TAKE(const auto header, journal::parseHeader(row.entry.header));
                const auto judgement = judge(header, content, reading.desk, policy);
                if (judgement.verdict != Judgement::Verdict::Applied) {
                    HEED_TRY(putRefused(row.place, QString::fromLatin1(content.id.toHex()), judgement.sentence,
                                        judgement.verdict == Judgement::Verdict::NotYet));
                    continue;
                }
                HEED_TRY(put(row, content, judgement, touched));
                if (const auto* gone = std::get_if<model::DestroyedBody>(&*judgement.body))
                    HEED_TRY(
                        m_connection.run("INSERT OR REPLACE INTO destroyed (device, number, hash) VALUES (?, ?, ?)",
                                         gone->device, gone->number, gone->hash));
                ++applied;
            }
            HEED_TRY(takeOutDestroyed(touched));
            for (const auto& pupil : touched.pupils)
                HEED_TRY(putPupil(pupil, touched));
            HEED_TRY(placeChildren(touched));
            for (const auto& record : touched.records)
                HEED_TRY(refold(record, policy));
            HEED_TRY(m_connection.run("UPDATE progress SET sequence = ?, policy = ?", sequence,
                                      policy.vault.lineage.counter));
            HEED_TRY(transaction.commit());
        }
        if (watch.report)
            watch.report(sequence - begun, newest - begun);
        if (rows.size() < batch)
            break;
        if (watch.cancelled && watch.cancelled())
            return model::failure(model::ErrorCode::Cancelled,
                                  QStringLiteral("Stopped: the casebook will go on from here next time."));
    }
    return applied;
}

Expected<QByteArray> Casebook::digest()
{
    auto hash = QByteArray();
    constexpr std::array queries{
        "SELECT id, record, tick, device, number, kind, author, role, desk, at, hash, body FROM event ORDER BY id",
        "SELECT device, number, id, sentence FROM refused ORDER BY device, number",
        "SELECT id, sentence FROM misplaced ORDER BY id",
        R"(SELECT id, reference, desk, author, child_name, child, year_group, logged, state, level, danger, route, signs,
                  lead, due, rank, position FROM concern ORDER BY id)",
        "SELECT id, owner, child FROM described ORDER BY id",
        "SELECT id, body FROM pupil ORDER BY id",
        "SELECT device, number, hash FROM destroyed ORDER BY device, number, hash"};
    for (const char* query : queries) {
        HEED_TAKE(auto statement, m_connection.prepare(query));
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                break;
            QByteArray row;
            for (int i = 0; i < statement.columns(); ++i)
                row += statement.get<QByteArray>(i).toHex() + ' ';
            hash = crypto::hash("heed casebook digest 1", {spanOf(hash), spanOf(row)});
        }
    }
    return hash;
}

} // namespace heed::casebook
