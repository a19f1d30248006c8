#include "casebook/casebook.h"
#include "casebook/files.h"
#include "model/cbor.h"
#include "model/name.h"
#include "model/reference.h"

namespace heed::casebook {

using model::Expected;
using model::Kind;
using model::Result;

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
    if (m_bulk) {
        if (m_bulk->insert(content.id))
            return true;
        // One that may be known: from here on the indexes are asked.
        HEED_TRY(endBulk());
    }
    HEED_TAKE(auto statement, m_connection.prepare("SELECT device, number FROM event WHERE id = ?1 UNION ALL "
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
        touched.add(*record);
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
        // Crossed, so that the few that are destroyed lead to the many that are not.
        HEED_TAKE(
            auto statement,
            m_connection.prepare("SELECT event.device, event.number FROM destroyed CROSS JOIN event ON event.device = "
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
    touched.hasLost = touched.hasLost || !gone.empty();
    return {};
}

Result Casebook::put(const journal::Row& row, const Read& read, Touched& touched)
{
    const auto& content = read.content;
    const auto& judgement = read.judgement;
    const auto record = content.record.isEmpty() ? content.id : content.record;
    const auto reference =
        judgement.kind == Kind::Concern ? std::optional(model::referenceOf(content.id)) : std::nullopt;
    HEED_TAKE(const bool isFirst, isFirstOfItsId(row, content, reference));
    if (!isFirst)
        return {};
    HEED_TRY(m_connection.run("INSERT INTO event (id, record, tick, device, number, kind, author, role, desk, policy, "
                              "at, hash, body, reference, files, epoch) "
                              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                              content.id, record, row.tick, row.place.device, row.place.number, content.kind,
                              content.author, model::nameOf(judgement.role), content.desk, judgement.policy,
                              content.at.toString(Qt::ISODate), read.hash, read.body, reference,
                              writeFiles(content.attachments), content.epoch));
    HEED_TRY(
        m_connection.run("DELETE FROM refused WHERE device = ? AND number = ?", row.place.device, row.place.number));
    if (const auto* body = std::get_if<model::ChildBody>(&*judgement.body)) {
        touched.pupils << body->child.id;
        return m_connection.run("INSERT OR IGNORE INTO pupil_said (id, tick, device, number) VALUES (?, ?, ?, ?)",
                                body->child.id, row.tick, row.place.device, row.place.number);
    }
    touched.add(record);

    if (const auto* body = std::get_if<model::ConcernBody>(&*judgement.body)) {
        touched.begun.push_back(record);
        std::vector<model::Child> children{body->concern.child};
        children.insert(children.end(), body->concern.children.begin(), body->concern.children.end());
        for (std::size_t i = 0; i < children.size() && static_cast<qsizetype>(i) < body->children.size(); ++i) {
            const auto& id = body->children[static_cast<qsizetype>(i)];
            const auto name = model::comparedName(children[i].forename + u' ' + children[i].surname);
            HEED_TRY(learnName(name));
            HEED_TRY(m_connection.run(
                "INSERT OR IGNORE INTO described (id, record, tick, device, number, child, owner, name, logged, "
                "registered) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                id, record, row.tick, row.place.device, row.place.number, model::writeCbor(model::toShape(children[i])),
                id, name, content.at.toSecsSinceEpoch()));
            for (const auto& key : keysOf(children[i]))
                HEED_TRY(m_connection.run("INSERT OR IGNORE INTO child_key (key, described) VALUES (?, ?)", key, id));
            touched.described << id;
        }
    }
    if (const auto* link = std::get_if<model::ChildLinkedBody>(&*judgement.body)) {
        HEED_TRY(m_connection.run("INSERT OR IGNORE INTO child_link (device, number, tick, source, target, same, "
                                  "alone) VALUES (?, ?, ?, ?, ?, "
                                  "?, ?)",
                                  row.place.device, row.place.number, row.tick, link->from, link->to, link->same,
                                  link->alone));
        touched.described << link->from << link->to;
    }
    return {};
}

Result Casebook::learnName(const QString& name)
{
    HEED_TRY(m_connection.run("INSERT OR IGNORE INTO called (name) VALUES (?)", name));
    return m_connection.changedRows() == 0 ? Result()
                                           : m_connection.run("INSERT INTO called_part (rowid, name) VALUES (?, ?)",
                                                              m_connection.lastRowId(), name);
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
        HEED_TAKE(auto linked, m_connection.prepare(
                                   "SELECT target, same, tick, device, number, alone FROM child_link WHERE source = "
                                   "?"));
        linked.bind(id);
        for (;;) {
            HEED_TAKE(const bool more, linked.step());
            if (!more)
                break;
            links.push_back({id,
                             linked.get<QString>(0),
                             linked.get<bool>(1),
                             linked.get<qint64>(2),
                             {linked.get<QByteArray>(3), linked.get<qint64>(4)},
                             linked.get<bool>(5)});
        }
    }
    for (const auto& [id, owner] : assignChildren(std::move(described), std::move(links))) {
        HEED_TRY(m_connection.run("UPDATE described SET owner = ? WHERE id = ? AND owner <> ?", owner, id, owner));
        if (m_connection.changedRows() > 0) {
            HEED_TAKE(const auto record,
                      m_connection.value<QByteArray>("SELECT record FROM described WHERE id = ?", id));
            touched.add(record.value_or(QByteArray()));
        }
    }
    return {};
}

} // namespace heed::casebook
