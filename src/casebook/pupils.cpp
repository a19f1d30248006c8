#include "casebook/casebook.h"
#include "model/cbor.h"
#include "model/name.h"

namespace heed::casebook {

using model::Expected;
using model::Result;

namespace {

const auto what = QStringLiteral("The casebook");

Expected<model::Pupil> pupilOf(const QByteArray& bytes)
{
    HEED_TAKE(const auto map, model::parseCbor(bytes, what));
    HEED_TAKE(auto body, model::fromShape<model::ChildBody>(map, what));
    return model::Pupil{std::move(body.child), std::move(body.className), body.facts.value_or(model::ChildFacts())};
}

} // namespace

Result Casebook::putPupil(const QString& id, Touched& touched)
{
    // The latest word in the journal's order counts, whatever order the entries came in.
    HEED_TAKE(auto statement,
              m_connection.prepare("SELECT event.body, event.record, event.device, event.number FROM pupil_said JOIN "
                                   "event ON event.device = pupil_said.device AND event.number = pupil_said.number "
                                   "WHERE pupil_said.id = ? ORDER BY pupil_said.tick DESC, pupil_said.device DESC, "
                                   "pupil_said.number DESC LIMIT 1"));
    statement.bind(id);
    HEED_TAKE(const bool found, statement.step());
    const auto body = found ? statement.get<QByteArray>(0) : QByteArray();
    const auto record = found ? statement.get<QByteArray>(1) : QByteArray();
    const journal::Place place{found ? statement.get<QByteArray>(2) : QByteArray(),
                               found ? statement.get<qint64>(3) : 0};
    statement.reset();
    // Whoever was known by what was said of the pupil before is placed again as well.
    {
        HEED_TAKE(auto others, m_connection.prepare("SELECT other.described FROM child_key own JOIN child_key other ON "
                                                    "other.key = own.key WHERE own.described = ?"));
        others.bind(id);
        for (;;) {
            HEED_TAKE(const bool more, others.step());
            if (!more)
                break;
            touched.described << others.get<QString>(0);
        }
    }
    touched.described << id;
    HEED_TRY(m_connection.run("DELETE FROM child_key WHERE described = ?", id));
    HEED_TRY(m_connection.run("DELETE FROM described WHERE id = ? AND registered", id));
    if (!found)
        return m_connection.run("DELETE FROM pupil WHERE id = ?", id);
    HEED_TAKE(const auto pupil, pupilOf(body));
    HEED_TRY(m_connection.run("INSERT INTO pupil (id, body) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET body = "
                              "excluded.body",
                              id, body));
    const auto name = model::comparedName(pupil.child.forename + u' ' + pupil.child.surname);
    HEED_TRY(learnName(name));
    // The register's word on a child comes before all descriptions, so that its id is the child's.
    HEED_TRY(m_connection.run(
        "INSERT OR REPLACE INTO described (id, record, tick, device, number, child, owner, name, logged, registered) "
        "VALUES (?, ?, 0, ?, ?, ?, ?, ?, 0, 1)",
        id, record, place.device, place.number, model::writeCbor(model::toShape(pupil.child)), id, name));
    for (const auto& key : keysOf(pupil.child))
        HEED_TRY(m_connection.run("INSERT OR IGNORE INTO child_key (key, described) VALUES (?, ?)", key, id));
    return {};
}

Expected<qint64> Casebook::readUpTo()
{
    HEED_TAKE(const auto sequence, m_connection.value<qint64>("SELECT sequence FROM progress"));
    return sequence.value_or(0);
}

Expected<std::vector<model::Pupil>> Casebook::pupils()
{
    HEED_TAKE(auto statement, m_connection.prepare("SELECT body FROM pupil ORDER BY id"));
    std::vector<model::Pupil> all;
    for (;;) {
        HEED_TAKE(const bool found, statement.step());
        if (!found)
            return all;
        HEED_TAKE(auto pupil, pupilOf(statement.get<QByteArray>(0)));
        all.push_back(std::move(pupil));
    }
}

Expected<QByteArray> Casebook::registerState()
{
    HEED_TAKE(const auto count, m_connection.value<qint64>("SELECT count(*) FROM pupil_said"));
    HEED_TAKE(auto statement, m_connection.prepare("SELECT tick, device, number FROM pupil_said ORDER BY tick DESC, "
                                                   "device DESC, number DESC LIMIT 1"));
    HEED_TAKE(const bool found, statement.step());
    auto state = QByteArray::number(count.value_or(0));
    if (found)
        state += ' ' + QByteArray::number(statement.get<qint64>(0)) + ' ' + statement.get<QByteArray>(1).toHex() + ' ' +
                 QByteArray::number(statement.get<qint64>(2));
    return state;
}

Expected<std::optional<model::Pupil>> Casebook::childFacts(const QString& child)
{
    HEED_TAKE(const auto body,
              m_connection.value<QByteArray>("SELECT pupil.body FROM described asked JOIN described ON described.owner "
                                             "= asked.owner JOIN pupil ON pupil.id = described.id WHERE asked.id = ?1 "
                                             "ORDER BY pupil.id = ?1 DESC, pupil.id LIMIT 1",
                                             child.trimmed()));
    if (!body)
        return std::nullopt;
    HEED_TAKE(auto pupil, pupilOf(*body));
    return std::optional(std::move(pupil));
}

} // namespace heed::casebook
