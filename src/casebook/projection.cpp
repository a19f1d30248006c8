#include "casebook/casebook.h"
#include "crypto/hash.h"
#include "journal/cores.h"
#include "model/cbor.h"
#include "platform/memory.h"

#include <algorithm>
#include <array>
#include <future>
#include <iterator>

namespace heed::casebook {

using crypto::spanOf;
using model::Expected;
using model::Kind;
using model::Result;

namespace {

constexpr int longTimes = 4; // batches in one, of a long stretch, where nobody waits for one entry

tl::unexpected<model::Error> stopped()
{
    return model::failure(model::ErrorCode::Cancelled,
                          QStringLiteral("Stopped: the casebook will go on from here next time."));
}

/// More memory for the pages of the file while a long stretch is read: keys come in no order, and each page that is
/// not held is read, checked and decrypted again.
class Roomy {
public:
    Roomy(sql::Connection& connection, bool isNeeded)
        : m_connection(isNeeded ? &connection : nullptr)
    {
        set("PRAGMA cache_size = -98304");
    }
    ~Roomy()
    {
        set(usualRoom);
        set("PRAGMA shrink_memory");
        if (m_connection)
            platform::giveMemoryBack();
    }
    Roomy(const Roomy&) = delete;
    Roomy& operator=(const Roomy&) = delete;

private:
    void set(const char* pragma)
    {
        if (m_connection) // what is refused makes it slower, and nothing else
            static_cast<void>(m_connection->runScript(pragma));
    }

    sql::Connection* m_connection;
};

} // namespace

std::vector<Casebook::Opened> Casebook::openAll(const std::vector<journal::Row>& rows, const Reading& reading)
{
    std::vector<Opened> all(rows.size(), Opened(std::nullopt));
    const bool everyones = reading.desk == model::everyoneDesk;
    journal::onAllCores(rows.size(), [&](std::size_t i) {
        const auto& entry = rows[i].entry;
        // Those for everyone and those for a desk are told apart without trying a key.
        if (journal::isForEveryone(entry) != everyones)
            return;
        journal::Header header;
        auto content = journal::openEntry(entry, reading.keys, &header);
        if (!content) {
            all[i] = tl::make_unexpected(content.error());
        } else if (*content) {
            auto judgement = judge(header, **content, reading.desk, *reading.policy);
            auto body = model::writeCbor((*content)->body);
            all[i] = Read{std::move(**content), std::move(judgement), entry.hash(), std::move(body)};
        }
    });
    return all;
}

Expected<bool> Casebook::stands(journal::Journal& journal, const vault::Policy& policy)
{
    HEED_TAKE(const auto sequence, m_connection.value<qint64>("SELECT sequence FROM progress"));
    HEED_TAKE(const auto last, m_connection.value<QByteArray>("SELECT last FROM progress"));
    HEED_TAKE(const auto asked, m_connection.value<qint64>("SELECT policy FROM progress"));
    if (sequence.value_or(0) > 0) {
        HEED_TAKE(const auto rows, journal.after(*sequence - 1, 1));
        if (rows.empty() || rows.front().sequence != *sequence || rows.front().entry.hash() != last)
            return false; // an older journal was put in its place
    }
    if (asked.value_or(0) > 0) {
        HEED_TAKE(const auto hash, m_connection.value<QByteArray>("SELECT policy_hash FROM progress"));
        if (policy.vaultHashAt(*asked) != hash)
            return false; // and so was an older vault.json
    }
    for (const auto& ending : policy.vault.endings) {
        if (ending.counter <= asked)
            continue;
        for (const auto& member : policy.vault.members) {
            const auto endsHere = [&](const auto& span) { return span.until == ending.counter; };
            if (std::none_of(member.roles.begin(), member.roles.end(), endsHere) &&
                std::none_of(member.keys.begin(), member.keys.end(), endsHere))
                continue;
            HEED_TAKE(auto statement,
                      m_connection.prepare("SELECT device, max(number) FROM event WHERE author = ? GROUP BY device"));
            statement.bind(member.id);
            for (;;) {
                HEED_TAKE(const bool found, statement.step());
                if (!found)
                    break;
                if (!policy.vault.reached(ending.counter, statement.get<QByteArray>(0), statement.get<qint64>(1)))
                    return false;
            }
        }
    }
    return true;
}

Expected<qint64> Casebook::bringUpToDate(journal::Journal& journal, const Reading& reading, const Watch& watch)
{
    const auto& policy = *reading.policy;
    m_viewer = reading.desk.isEmpty() ? Viewer::Author : Viewer::Desk;
    HEED_TAKE(const bool goesOn, stands(journal, policy));
    if (!goesOn)
        HEED_TRY(startOver());
    m_known.clear(); // another program may have started over, or forgotten some
    HEED_TAKE(const auto newest, journal.newestSequence());
    HEED_TAKE(const auto asked, m_connection.value<qint64>("SELECT policy FROM progress"));
    HEED_TAKE(const auto start, m_connection.value<qint64>("SELECT sequence FROM progress"));
    HEED_TAKE(const auto read, m_connection.value<QByteArray>("SELECT last FROM progress"));

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

    const auto begun = start.value_or(0);
    // A record of a long stretch is folded once, when all of it has been read, and not for each of its entries.
    const bool isLong = newest - begun > reading.batch;
    HEED_TRY(isLong && begun == 0 ? beginBulk(newest) : endBulk());
    const int atOnce = isLong ? longTimes * reading.batch : reading.batch;
    const Roomy room(m_connection, isLong);

    // While one batch is put into the tables, the next is opened on the other cores.
    struct Batch {
        std::vector<journal::Row> rows;
        std::future<std::vector<Opened>> opened;
        Stretch stretch;
        bool isLast = false;
    };
    const auto fetch = [&](qint64 from, const QByteArray& last,
                           std::vector<journal::Row> more) -> Expected<std::shared_ptr<Batch>> {
        auto next = std::make_shared<Batch>();
        HEED_TAKE(next->rows, journal.after(from, atOnce));
        next->stretch = {from, from, last};
        if (!next->rows.empty())
            next->stretch = {from, next->rows.back().sequence, next->rows.back().entry.hash()};
        next->isLast = std::ssize(next->rows) < atOnce;
        next->rows.insert(next->rows.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
        const auto where = next->isLast ? std::launch::deferred : std::launch::async;
        next->opened = std::async(where, [rows = &next->rows, &reading] { return openAll(*rows, reading); });
        return next;
    };

    qint64 applied = 0;
    HEED_TAKE(auto current, fetch(begun, read.value_or(QByteArray()), std::move(again)));
    for (;;) {
        if (current->rows.empty() && asked == policy.vault.lineage.counter)
            break;
        const auto opened = current->opened.get();
        std::shared_ptr<Batch> next;
        const bool goesOnAfter = !current->isLast && !watch.isCancelled();
        if (goesOnAfter) {
            HEED_TAKE(next, fetch(current->stretch.end, current->stretch.last, {}));
        }
        HEED_TAKE(const auto count, apply(current->rows, opened, current->stretch, reading, isLong));
        if (!count)
            return bringUpToDate(journal, reading, watch);
        applied += *count;
        if (watch.report)
            watch.report(current->stretch.end - begun, newest - begun);
        if (current->isLast)
            break;
        if (!next || watch.isCancelled()) {
            HEED_TRY(endBulk());
            return stopped();
        }
        current = std::move(next);
    }
    HEED_TRY(endBulk());
    // What another program left, or this one when it was stopped, is folded as well.
    HEED_TRY(foldStale(policy, watch));
    return applied;
}

Expected<std::optional<qint64>> Casebook::apply(const std::vector<journal::Row>& rows,
                                                const std::vector<Opened>& opened, const Stretch& stretch,
                                                const Reading& reading, bool foldsLater)
{
    const auto& policy = *reading.policy;
    qint64 applied = 0;
    HEED_TAKE(auto transaction, sql::Transaction::write(m_connection));
    // Another program of the same reader may have done this batch meanwhile, or started over.
    HEED_TAKE(const auto there, m_connection.value<qint64>("SELECT sequence FROM progress"));
    if (there.value_or(0) < stretch.begin)
        return std::optional<qint64>();
    if (there.value_or(0) > stretch.end)
        return applied;
    if (m_bulk) {
        HEED_TAKE(const bool isEnded, isWhole());
        if (isEnded)
            m_bulk.reset(); // by another program, and what comes now is noted again
        else if (there != stretch.begin)
            HEED_TRY(endBulk());
    }
    Touched touched;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        if (!opened[i]) {
            HEED_TRY(putRefused(row.place, {}, opened[i].error().message, false));
            continue;
        }
        if (!*opened[i])
            continue;
        const auto& read = **opened[i];
        const auto& judgement = read.judgement;
        if (judgement.verdict != Judgement::Verdict::Applied) {
            HEED_TRY(putRefused(row.place, QString::fromLatin1(read.content.id.toHex()), judgement.sentence,
                                judgement.verdict == Judgement::Verdict::NotYet));
            continue;
        }
        HEED_TRY(put(row, read, touched));
        if (const auto* gone = std::get_if<model::DestroyedBody>(&*judgement.body))
            HEED_TRY(m_connection.run("INSERT OR REPLACE INTO destroyed (device, number, hash) VALUES (?, ?, ?)",
                                      gone->device, gone->number, gone->hash));
        ++applied;
    }
    HEED_TRY(takeOutDestroyed(touched));
    for (const auto& pupil : touched.pupils)
        HEED_TRY(putPupil(pupil, touched));
    HEED_TRY(placeChildren(touched));
    if (foldsLater && !m_bulk) {
        // One that waited for its concern is numbered by that, and not by what came before.
        for (const auto& record : touched.begun)
            HEED_TRY(m_connection.run("INSERT OR REPLACE INTO stale (record) VALUES (?)", record));
        for (const auto& record : touched.records)
            HEED_TRY(m_connection.run("INSERT OR IGNORE INTO stale (record) VALUES (?)", record));
    } else if (!foldsLater) {
        const QSet<QByteArray> first(touched.begun.begin(), touched.begun.end());
        auto inOrder = std::move(touched.begun);
        std::copy_if(touched.records.begin(), touched.records.end(), std::back_inserter(inOrder),
                     [&](const QByteArray& record) { return !first.contains(record); });
        HEED_TRY(foldSome(inOrder, policy));
    }
    if (touched.hasLost)
        HEED_TRY(forgetLostWords());
    HEED_TRY(m_connection.run("UPDATE progress SET sequence = ?, last = ?, policy = ?, policy_hash = ?", stretch.end,
                              stretch.last, policy.vault.lineage.counter, policy.vaultHash));
    HEED_TRY(transaction.commit());
    return applied;
}

Expected<QByteArray> Casebook::digest()
{
    auto hash = QByteArray();
    constexpr std::array queries{
        "SELECT id, record, tick, device, number, kind, author, role, desk, at, hash, body, files FROM event ORDER BY "
        "id",
        "SELECT device, number, id, sentence FROM refused ORDER BY device, number",
        "SELECT id, sentence FROM misplaced ORDER BY id",
        R"(SELECT id, reference, desk, author, child_name, child, year_group, logged, state, level, danger, route, signs,
                  flags, lead, acknowledged, due, urgency, CASE WHEN urgency < 3 THEN position END, files, elsewhere
           FROM concern ORDER BY id)",
        "SELECT name, count FROM tally WHERE count <> 0 ORDER BY name",
        "SELECT concern.id, kind, value, shown FROM fact JOIN concern USING (line) ORDER BY 1, 2, 3",
        "SELECT concern.id, texts FROM shown JOIN concern USING (line) ORDER BY 1",
        "SELECT word FROM term ORDER BY word",
        "SELECT name FROM called ORDER BY name",
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
