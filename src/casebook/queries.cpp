#include "casebook/casebook.h"
#include "casebook/files.h"
#include "journal/cores.h"
#include "model/cbor.h"
#include "model/name.h"
#include "model/reference.h"

#include <limits>

namespace heed::casebook {

using model::Expected;

Expected<std::vector<model::Case>> Casebook::folded(const std::vector<QByteArray>& ids, const vault::Policy& policy)
{
    std::vector<model::Case> cases;
    for (const auto& id : ids) {
        HEED_TAKE(const auto list, items(id, policy));
        auto result = fold(list, m_viewer);
        if (result.record)
            cases.push_back(std::move(*result.record));
    }
    return cases;
}

Expected<std::optional<model::Case>> Casebook::record(const QString& reference, const vault::Policy& policy)
{
    HEED_TAKE(const auto id, m_connection.value<QByteArray>("SELECT id FROM concern WHERE reference = ?", reference));
    if (!id)
        return std::nullopt;
    HEED_TAKE(auto found, folded({*id}, policy));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

namespace {

Expected<std::vector<QByteArray>> idsOf(sql::Statement statement)
{
    std::vector<QByteArray> ids;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return ids;
        ids.push_back(statement.get<QByteArray>(0));
    }
}

} // namespace

Expected<std::vector<model::Case>> Casebook::records(const vault::Policy& policy)
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT id FROM concern ORDER BY logged DESC, id"));
    HEED_TAKE(const auto ids, idsOf(std::move(statement)));
    return folded(ids, policy);
}

Expected<std::vector<model::Case>> Casebook::recordsOfChild(const QString& child, const vault::Policy& policy)
{
    HEED_TAKE(auto statement,
              m_connection.prepare(
                  "SELECT record FROM described WHERE owner = ? GROUP BY record ORDER BY max(logged) DESC, record"));
    statement.bind(child);
    HEED_TAKE(const auto ids, idsOf(std::move(statement)));
    return folded(ids, policy);
}

Expected<Casebook::OfChild> Casebook::recordsOfChild(const QString& child, const std::optional<ChildCursor>& after,
                                                     int limit, const vault::Policy& policy)
{
    constexpr auto newest = std::numeric_limits<qint64>::max();
    const auto from = after.value_or(ChildCursor{newest, newest});
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT DISTINCT concern.logged, line, concern.id FROM described JOIN concern ON "
                                   "concern.id = described.record WHERE owner = ? AND (concern.logged, line) < (?, ?) "
                                   "ORDER BY concern.logged DESC, line DESC LIMIT ?"));
    statement.bind(child, from.logged, from.line, limit + 1);
    std::vector<QByteArray> ids;
    OfChild page;
    ChildCursor last;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            break;
        if (std::ssize(ids) == limit) {
            page.next = last;
            break;
        }
        last = {statement.get<qint64>(0), statement.get<qint64>(1)};
        ids.push_back(statement.get<QByteArray>(2));
    }
    HEED_TAKE(page.records, folded(ids, policy));
    return page;
}

namespace {

/// The signs of a concern, as its entry lies in the tables.
model::Result takeSigns(const QByteArray& bytes, model::Case& record)
{
    HEED_TAKE(const auto map, model::parseCbor(bytes, QStringLiteral("The casebook")));
    HEED_TAKE(auto body, model::readBody(model::Kind::Concern, map));
    auto& logged = std::get<model::ConcernBody>(body);
    record.logged.checklist = std::move(logged.checklist);
    record.logged.concern.signsSeen = std::move(logged.concern.signsSeen);
    record.logged.concern.otherSign = std::move(logged.concern.otherSign);
    return {};
}

} // namespace

Expected<std::vector<model::Case>> Casebook::signsOfChild(const QString& child)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT concern.reference, logged, event.body FROM concern JOIN event ON "
                                   "event.record = concern.id AND +kind = 'concern' WHERE concern.id IN (SELECT record "
                                   "FROM described WHERE owner = ?) ORDER BY logged, line, tick, device, number"));
    statement.bind(child);
    std::vector<model::Case> all;
    std::vector<QByteArray> bodies;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            break;
        const auto reference = statement.get<QString>(0);
        if (!all.empty() && all.back().reference == reference)
            continue; // only the first entry of a record logs it
        all.emplace_back().reference = reference;
        all.back().loggedAt = QDateTime::fromSecsSinceEpoch(statement.get<qint64>(1), Qt::UTC);
        bodies.push_back(statement.get<QByteArray>(2));
    }
    // Reading what people wrote is most of the work, and there can be hundreds.
    std::vector<model::Result> read(all.size());
    journal::onAllCores(all.size(), [&](std::size_t i) { read[i] = takeSigns(bodies[i], all[i]); });
    for (const auto& one : read)
        HEED_TRY(one);
    return all;
}

Expected<std::vector<Casebook::FoundChild>> Casebook::findChildren(const QString& text)
{
    constexpr int most = 100; // whom nobody goes through by eye
    constexpr int trigram = 3;
    const auto typed = text.trimmed();
    QStringList owners;
    const auto add = [&](const char* query, const auto&... values) -> model::Result {
        HEED_TAKE(auto statement, m_connection.prepare(query));
        statement.bind(values...);
        for (;;) {
            HEED_TAKE(const bool found, statement.step());
            if (!found)
                return {};
            if (const auto owner = statement.get<QString>(0); !owners.contains(owner))
                owners << owner;
        }
    };
    HEED_TRY(add("SELECT owner FROM described WHERE id = ?", typed));
    if (owners.isEmpty()) {
        HEED_TRY(add("SELECT owner FROM child_key JOIN described ON described.id = child_key.described WHERE key = ?",
                     QString(QStringLiteral("upn:") + typed.toUpper())));
        const auto name = model::comparedName(text);
        auto quoted = name;
        quoted.replace(u'"', QStringLiteral("\"\""));
        QString pattern = name;
        pattern.replace(u'\\', QStringLiteral("\\\\"))
            .replace(u'%', QStringLiteral("\\%"))
            .replace(u'_', QStringLiteral("\\_"));
        // The names lie each once in a list of their own, which knows what stands within them.
        if (name.toUcs4().size() >= trigram) {
            HEED_TRY(add("SELECT DISTINCT owner FROM called JOIN described USING (name) WHERE called.number IN (SELECT "
                         "rowid FROM called_part WHERE called_part MATCH ?) AND name LIKE ? ESCAPE '\\' LIMIT ?",
                         QString(u'"' + quoted + u'"'), QString(u'%' + pattern + u'%'), most));
        } else if (!name.isEmpty()) {
            HEED_TRY(add("SELECT DISTINCT owner FROM called JOIN described USING (name) WHERE name LIKE ? ESCAPE "
                         "'\\' LIMIT ?",
                         QString(u'%' + pattern + u'%'), most));
        }
    }
    owners.sort();
    std::vector<FoundChild> children;
    for (const auto& owner : owners) {
        HEED_TAKE(const auto last, m_connection.value<QByteArray>(
                                       "SELECT child FROM described WHERE owner = ? ORDER BY registered DESC, "
                                       "tick DESC, device DESC, number DESC LIMIT 1",
                                       owner));
        HEED_TAKE(const auto map, model::parseCbor(last.value_or(QByteArray()), QStringLiteral("The casebook")));
        HEED_TAKE(auto child, model::fromShape<model::Child>(map, QStringLiteral("The casebook")));
        children.push_back({owner, std::move(child)});
    }
    return children;
}

Expected<std::optional<Casebook::RecordFacts>> Casebook::facts(const QString& reference)
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT id, desk, author FROM concern WHERE reference = ?"));
    statement.bind(reference);
    HEED_TAKE(const bool found, statement.step());
    if (!found)
        return std::nullopt;
    return RecordFacts{statement.get<QByteArray>(0), statement.get<QString>(1), statement.get<QString>(2)};
}

namespace {

/// Of a statement that answers id, author, time and body.
Expected<std::vector<model::Event>> eventsOf(sql::Statement& statement, model::Kind kind, const vault::Policy& policy)
{
    std::vector<model::Event> events;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return events;
        model::Event event;
        event.id = QString::fromLatin1(statement.get<QByteArray>(0).toHex());
        event.kind = kind;
        event.authorId = statement.get<QString>(1);
        event.author = policy.nameOf(event.authorId);
        event.at = QDateTime::fromString(statement.get<QString>(2), Qt::ISODate);
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(3), QStringLiteral("The casebook")));
        HEED_TAKE(event.body, model::readBody(event.kind, map));
        events.push_back(std::move(event));
    }
}

} // namespace

Expected<std::vector<model::Event>> Casebook::profileChanges(const vault::Policy& policy, int limit)
{
    // The kind stands in the text, so that its own index serves.
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT id, author, at, body FROM event WHERE kind = 'profile-changed' "
                                   "ORDER BY tick DESC, device DESC, number DESC LIMIT ?"));
    statement.bind(limit);
    return eventsOf(statement, model::Kind::ProfileChanged, policy);
}

Expected<std::vector<model::Event>> Casebook::newest(model::Kind kind, const vault::Policy& policy, int limit)
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT id, author, at, body FROM event WHERE kind = ? "
                                                   "ORDER BY tick DESC, device DESC, number DESC LIMIT ?"));
    statement.bind(model::nameOf(kind), limit);
    return eventsOf(statement, kind, policy);
}

Expected<QStringList> Casebook::openWorkOf(const QString& name)
{
    HEED_TAKE(
        auto statement,
        m_connection.prepare("SELECT reference FROM concern WHERE lead = ? AND state <> 'closed' ORDER BY logged"));
    statement.bind(name);
    QStringList references;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return references;
        references << statement.get<QString>(0);
    }
}

Expected<int> Casebook::copies(const QByteArray& record)
{
    HEED_TAKE(const auto count,
              m_connection.value<int>(
                  "SELECT count(*) FROM event WHERE record = ? AND +kind IN ('printed', 'exported')", record));
    return count.value_or(0);
}

Expected<std::vector<Casebook::Copy>> Casebook::allCopies()
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT record, author, at, kind, body FROM event WHERE kind IN "
                                                   "('printed', 'exported') ORDER BY tick, device, number"));
    std::vector<Copy> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        const auto kind = model::valueOf<model::Kind>(statement.get<QString>(3)).value_or(model::Kind::Printed);
        HEED_TAKE(const auto map, model::parseCbor(statement.get<QByteArray>(4), QStringLiteral("The casebook")));
        HEED_TAKE(const auto body, model::readBody(kind, map));
        if (const auto* printed = std::get_if<model::PrintedBody>(&body))
            all.push_back({statement.get<QByteArray>(0), statement.get<QString>(1),
                           QDateTime::fromString(statement.get<QString>(2), Qt::ISODate), *printed});
    }
}

namespace {

Expected<std::vector<journal::Place>> allPlaces(sql::Statement& statement)
{
    std::vector<journal::Place> places;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return places;
        places.push_back({statement.get<QByteArray>(0), statement.get<qint64>(1)});
    }
}

} // namespace

Expected<std::vector<journal::Place>> Casebook::placesOf(const QByteArray& record)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT device, number FROM event WHERE record = ? ORDER BY tick, device, number"));
    statement.bind(record);
    return allPlaces(statement);
}

std::optional<Casebook::EventAt> Casebook::eventAt(const journal::Place& place)
{
    auto statement = m_connection.prepare(
        "SELECT event.kind, event.author, event.at, coalesce(concern.reference, '') FROM event LEFT JOIN concern ON "
        "concern.id = event.record WHERE event.device = ? AND event.number = ?");
    if (!statement)
        return {};
    statement->bind(place.device, place.number);
    if (const auto found = statement->step(); !found || !*found)
        return {};
    return EventAt{statement->get<QString>(0), statement->get<QString>(1),
                   QDateTime::fromString(statement->get<QString>(2), Qt::ISODate), statement->get<QString>(3)};
}

Expected<qint64> Casebook::entriesBefore(qint64 epoch)
{
    HEED_TAKE(const auto count, m_connection.value<qint64>("SELECT count(*) FROM event WHERE epoch < ?", epoch));
    return count.value_or(0);
}

Expected<std::vector<journal::Place>> Casebook::placesOf(model::Kind kind)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT device, number FROM event WHERE kind = ? ORDER BY tick DESC, "
                                   "device DESC, number DESC"));
    statement.bind(model::nameOf(kind));
    return allPlaces(statement);
}

Expected<bool> Casebook::isSame(const journal::Place& place, const QByteArray& hash, const journal::Content& content)
{
    HEED_TAKE(const auto found,
              m_connection.value<int>("SELECT 1 FROM event WHERE device = ? AND number = ? AND hash = ? AND body = ? "
                                      "AND files IS ?",
                                      place.device, place.number, hash, model::writeCbor(content.body),
                                      writeFiles(content.attachments)));
    return found.has_value();
}

Expected<bool> Casebook::has(const QByteArray& record, model::Kind kind, const QString& member, const QDateTime& after)
{
    HEED_TAKE(
        const auto found,
        m_connection.value<int>("SELECT 1 FROM event WHERE record = ? AND +kind = ? AND author = ? AND at >= ? LIMIT 1",
                                record, model::nameOf(kind), member, after.toString(Qt::ISODate)));
    return found.has_value();
}

Expected<std::vector<Casebook::DeskEvent>> Casebook::deskEvents(model::Kind kind)
{
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT id, author, at, body FROM event WHERE kind = ? AND record = id "
                                   "ORDER BY tick DESC, device DESC, number DESC"));
    statement.bind(model::nameOf(kind));
    std::vector<DeskEvent> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        HEED_TAKE(const auto shape, model::parseCbor(statement.get<QByteArray>(3), QStringLiteral("An entry")));
        HEED_TAKE(const auto body, model::readBody(kind, shape));
        const auto* text = std::get_if<model::TextBody>(&body);
        all.push_back({statement.get<QByteArray>(0), statement.get<QString>(1),
                       QDateTime::fromString(statement.get<QString>(2), Qt::ISODate), text ? text->text : QString()});
    }
}

Expected<std::vector<RefusedEntry>> Casebook::refused()
{
    std::vector<RefusedEntry> all;
    HEED_TAKE(auto statement,
              m_connection.prepare(
                  "SELECT device, number, id, sentence FROM refused UNION ALL SELECT device, number, "
                  "misplaced.id, sentence FROM misplaced CROSS JOIN event ON event.record = misplaced.record "
                  "AND hex(event.id) = upper(misplaced.id) ORDER BY 1, 2"));
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        all.push_back({{statement.get<QByteArray>(0), statement.get<qint64>(1)},
                       statement.get<QString>(2),
                       statement.get<QString>(3)});
    }
}

} // namespace heed::casebook
