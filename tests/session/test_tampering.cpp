#include "qt_strings.h"
#include "school.h"
#include "session/state.h"
#include "session/upkeep.h"

#include <QFile>

#include <functional>
#include <set>

using namespace heed;
using namespace heed::tests;
using journal::Place;

namespace {

const auto anna = QStringLiteral("Anna Assistant");

/// Two PCs that have seen each other: 1, 2, 4 by the lead on the first, 3 and 5 by Anna on the second, 6 on the first.
struct Fixture : School {
    Fixture()
    {
        auto lead = signInLead();
        REQUIRE(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
        log(*lead);
        log(*lead);
        keep(m_early);
        usePc(QStringLiteral("pc-two"));
        auto hers = signIn(anna, staffPassword);
        log(*hers);
        usePc(QStringLiteral("pc-one"));
        log(*lead);
        usePc(QStringLiteral("pc-two"));
        log(*hers);
        usePc(QStringLiteral("pc-one"));
        log(*lead);
        lead.reset();
        lead = signInLead(); // its PC and its casebook have seen all of them
        one = lead->state().memory.load()->device;
        usePc(QStringLiteral("pc-two"));
        two = hers->state().memory.load()->device;
        hers.reset();
        lead.reset();
        usePc(QStringLiteral("pc-one"));
        keep(m_good);
    }

    static void log(session::Session& session) { REQUIRE(session::logConcern(session, someConcern())); }
    void keep(QByteArray& into) const
    {
        QFile file(path() + QStringLiteral("/journal.db"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        into = file.readAll();
    }
    void put(const QByteArray& bytes) const
    {
        QFile file(path() + QStringLiteral("/journal.db"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    void putBackOld() const { put(m_early); }

    /// What the lead's check finds after somebody with the journal's key, and Anna's own keys, was at it.
    std::set<QString> findings(const std::function<void(session::Session::State&)>& attack)
    {
        if (attack) {
            usePc(QStringLiteral("pc-of-anna"));
            auto hers = signIn(anna, staffPassword);
            attack(hers->state());
        } else {
            putBackOld();
        }
        usePc(QStringLiteral("pc-one"));
        std::set<QString> codes;
        {
            auto lead = signInLead();
            const auto checked = session::verify(*lead);
            REQUIRE(checked);
            for (const auto& finding : checked->findings) {
                CHECK_FALSE(finding.sentence.isEmpty());
                CHECK_FALSE(finding.place.isEmpty());
                codes.insert(finding.code);
            }
        }
        put(m_good);
        return codes;
    }

    QByteArray one;
    QByteArray two;

private:
    QByteArray m_early;
    QByteArray m_good;
};

journal::Header headerOf(session::Session::State& state, const Place& place)
{
    const auto row = state.journal.at(place);
    REQUIRE(row);
    REQUIRE(*row);
    return *journal::parseHeader((*row)->entry.header);
}

/// Another concern for the place of `header`, in Anna's name and with her keys; or in somebody's name.
journal::StoredEntry forged(const session::Session::State& state, const journal::Header& header,
                            const QString& author = {})
{
    journal::Content content;
    content.id = QByteArray(16, 'f');
    content.kind = QStringLiteral("concern");
    content.author = author.isEmpty() ? state.ring().member : author;
    content.key = state.ring().signing.publicKey;
    content.at = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    content.desk = model::safeguardingDesk;
    content.epoch = 1;
    model::ConcernBody body;
    body.concern = someConcern();
    body.children = {QStringLiteral("0123456789abcdef")};
    content.body = model::writeBody(body);
    auto entry = journal::sealEntry(header, content, state.ring().signing,
                                    state.policy().desk(model::safeguardingDesk)->newest().sealing, {});
    REQUIRE(entry);
    return *entry;
}

void put(session::Session::State& state, const Place& place, const journal::StoredEntry& entry)
{
    REQUIRE(state.journal.connection().run(
        "UPDATE entry SET header = ?, slots = ?, slots_hash = ?, sealed = ?, sealed_hash = ? WHERE device = ? AND "
        "number = ?",
        entry.header, entry.slotBytes, entry.slotsHash, entry.sealed, entry.sealedHash, place.device, place.number));
}

} // namespace

TEST_CASE("Each way of tampering with the journal's file is told apart from the others by what a check says")
{
    Fixture school;
    using State = session::Session::State;
    struct Row {
        const char* what;
        std::function<void(State&)> attack; ///< none: an old copy of the file is put back
        std::set<QString> says;
    };
    const auto one = school.one;
    const auto two = school.two;
    const auto all = [](const char* words) {
        std::set<QString> codes;
        for (const auto& word : QString::fromLatin1(words).split(u' '))
            codes.insert(word);
        return codes;
    };
    const std::vector<Row> rows{
        {"rolled back", {}, all("rolled-back")},
        {"cut off at the end",
         [&, device = one](State& state) {
             auto& sql = state.journal.connection();
             REQUIRE(sql.run("DELETE FROM entry WHERE device = ? AND number = 4", device));
         },
         all("rolled-back bad-head")},
        {"cut in the middle",
         [&, device = one](State& state) {
             REQUIRE(state.journal.connection().run("DELETE FROM entry WHERE device = ? AND number = 2", device));
         },
         all("gap seen-missing")},
        {"reordered",
         [&, device = one](State& state) {
             auto& sql = state.journal.connection();
             REQUIRE(sql.run("UPDATE entry SET number = 99 WHERE device = ? AND number = 1", device));
             REQUIRE(sql.run("UPDATE entry SET number = 1 WHERE device = ? AND number = 2", device));
             REQUIRE(sql.run("UPDATE entry SET number = 2 WHERE device = ? AND number = 99", device));
         },
         all("moved broken-chain seen-changed")},
        {"duplicated",
         [&, device = one](State& state) {
             auto header = headerOf(state, {device, 1});
             const auto entry = (*state.journal.at({device, 1}))->entry;
             header.number = 5;
             REQUIRE(state.journal.add(entry, header));
         },
         all("moved broken-chain bad-tick")},
        {"substituted",
         [&, device = two](State& state) {
             put(state, {device, 1}, forged(state, headerOf(state, {device, 1})));
         },
         all("broken-chain seen-changed")},
        {"substituted and re-chained",
         [&, device = two](State& state) {
             const auto first = forged(state, headerOf(state, {device, 1}));
             put(state, {device, 1}, first);
             auto header = headerOf(state, {device, 2});
             header.previous = first.hash();
             const auto second = forged(state, header);
             put(state, {device, 2}, second);
             REQUIRE(
                 state.journal.connection().run("UPDATE head SET hash = ? WHERE device = ?", second.hash(), device));
         },
         all("seen-changed forked")},
        {"re-signed in the lead's name",
         [&, device = one](State& state) {
             const auto lead = state.policy().memberNamed(QStringLiteral("Testa Lead"))->id;
             const auto entry = forged(state, headerOf(state, {device, 4}), lead);
             put(state, {device, 4}, entry);
             REQUIRE(state.journal.connection().run("UPDATE head SET hash = ? WHERE device = ?", entry.hash(), device));
         },
         all("not-allowed forked")},
        {"bit-flipped",
         [&, device = one](State& state) {
             auto entry = (*state.journal.at({device, 4}))->entry;
             entry.sealed[500] = static_cast<char>(entry.sealed[500] ^ 4);
             put(state, {device, 4}, entry);
         },
         all("changed bad-content")},
    };
    std::set<std::set<QString>> seen;
    for (const auto& row : rows) {
        INFO(row.what);
        auto found = school.findings(row.attack);
        QStringList list;
        for (const auto& code : found)
            list << code;
        INFO(list.join(u' ').toStdString());
        for (const auto& code : row.says)
            CHECK(found.contains(code));
        CHECK(seen.insert(found).second);
    }
    auto lead = school.signInLead();
    REQUIRE(session::rebuildCasebook(*lead)); // what did not open then is not asked for again
    const auto untouched = session::verify(*lead);
    REQUIRE(untouched);
    for (const auto& finding : untouched->findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    CHECK(untouched->findings.empty());
}

TEST_CASE("Content that is gone and may have been lawfully destroyed is said to be undecided, not passed over")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto device = lead->state().memory.load()->device;
    REQUIRE(session::logConcern(*lead, someConcern()));
    REQUIRE(lead->state().journal.destroy({device, 1}));
    const auto saysGone = [](session::Session& session) {
        const auto checked = session::verify(session);
        REQUIRE(checked);
        return std::any_of(checked->notDone.begin(), checked->notDone.end(), [](const QString& sentence) {
            return sentence.contains(QStringLiteral("lawfully destroyed")) &&
                   sentence.contains(QStringLiteral("entry 1 of the PC"));
        });
    };
    // Somebody who cannot open what is newer cannot know; a lead can, and finds damage.
    CHECK(saysGone(*school.signIn(anna, staffPassword)));
    CHECK_FALSE(saysGone(*lead));
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    CHECK(std::any_of(checked->findings.begin(), checked->findings.end(), [](const session::Finding& finding) {
        return finding.code == QStringLiteral("missing-content");
    }));
}
