#include "upkeep/verify.h"

#include <algorithm>

namespace heed::upkeep {

using journal::Place;
using model::Expected;

namespace {

constexpr int batch = 1000;

/// An entry as far as the chain needs it.
struct Link {
    QByteArray hash;
    qint64 tick = 0;
    journal::Header header;
    bool isGone = false;
};

class Walk {
public:
    Walk(const casebook::Reading& reading, const casebook::Reading* everyone, Report& report)
        : m_reading(reading)
        , m_everyone(everyone ? *everyone : reading)
        , m_report(report)
    {
    }

    void read(const journal::Row& row)
    {
        auto header = journal::parseHeader(row.entry.header);
        if (!header)
            return find("bad-header", row.place, QStringLiteral("Its header cannot be read: the journal was changed."));
        if (header->place() != row.place || header->tick != row.tick)
            find("moved", row.place, QStringLiteral("It lies in another place than the one it was written for."));
        const auto& entry = row.entry;
        if (!entry.isDestroyed() && (entry.slotsHash != journal::hashOfSlots(entry.slotBytes) ||
                                     entry.sealedHash != journal::hashOfSealed(entry.sealed)))
            find("changed", row.place, QStringLiteral("Its content was changed after it was written."));
        checkCitations(row.place, *header);
        checkContent(row, *header);
        m_links.emplace(row.place, Link{entry.hash(), row.tick, std::move(*header), entry.isDestroyed()});
    }

    /// What can be said only once every entry is known.
    void finish(const std::vector<journal::DeviceHead>& heads)
    {
        for (const auto& [place, link] : m_links)
            checkChain(place, link);
        for (const auto& device : heads) {
            const auto found = m_links.find({device.head.device, device.head.number});
            const bool isNewest = !m_links.contains({device.head.device, device.head.number + 1});
            if (found == m_links.end() || found->second.hash != device.head.hash || !isNewest)
                find("bad-head", {device.head.device, device.head.number},
                     QStringLiteral("The journal's own list of newest entries does not fit its entries."));
        }
        checkEndings();
        for (const auto& [place, link] : m_links) {
            if (!link.isGone || isLawfullyGone(place, link))
                continue;
            // What says why must be newer; where all that is newer opens, nothing does.
            if (m_newestClosed > link.tick)
                m_report.undecided.push_back(place);
            else
                find("missing-content", place,
                     QStringLiteral("Its content is gone and no entry says that it was lawfully destroyed."));
        }
    }

private:
    void find(const char* code, const Place& place, const QString& sentence)
    {
        m_report.findings.push_back({QString::fromLatin1(code), placeName(place), sentence, place});
    }

    void checkCitations(const Place& place, const journal::Header& header)
    {
        const auto& policy = *m_reading.policy;
        if (header.vault != policy.vault.vault)
            find("other-vault", place, QStringLiteral("It was written for another vault."));
        if (header.policy.counter > policy.vault.lineage.counter)
            find("behind", place,
                 QStringLiteral(
                     "It was written under a newer vault.json than the one that is here: the vault was rolled back."));
        else if (policy.vaultHashAt(header.policy.counter) != header.policy.hash)
            find("unknown-policy", place,
                 QStringLiteral("It cites a vault.json that is not part of this vault's history."));
        for (const auto& desk : header.desks)
            if (policy.deskHashAt(desk.desk, desk.cited.counter) != desk.cited.hash)
                find("unknown-desk", place,
                     QStringLiteral("It cites a statement of the desk \"%1\" that is not part of its history.")
                         .arg(desk.desk));
    }

    void checkContent(const journal::Row& row, const journal::Header& header)
    {
        const auto& reading = journal::isForEveryone(row.entry) ? m_everyone : m_reading;
        const auto content = journal::openEntry(row.entry, reading.keys);
        if (!content)
            return find("bad-content", row.place, content.error().message);
        if (!*content) {
            if (!row.entry.isDestroyed())
                m_newestClosed = std::max(m_newestClosed, row.tick);
            return;
        }
        const auto judgement = casebook::judge(header, **content, reading.desk, *reading.policy);
        if (judgement.verdict != casebook::Judgement::Verdict::Applied)
            return find("not-allowed", row.place, judgement.sentence);
        if (const auto* gone = std::get_if<model::DestroyedBody>(&*judgement.body))
            m_destroyed.emplace(Place{gone->device, gone->number}, gone->hash);
    }

    void checkChain(const Place& place, const Link& link)
    {
        const auto& header = link.header;
        qint64 tick = 0;
        if (place.number > 1) {
            const auto before = m_links.find({place.device, place.number - 1});
            if (before == m_links.end()) {
                find("gap", place, QStringLiteral("The entry before it is not there: the journal was cut."));
            } else {
                if (before->second.hash != header.previous)
                    find("broken-chain", place,
                         QStringLiteral("It does not follow from the entry before it: one of the two was replaced."));
                tick = before->second.tick;
            }
        }
        bool complete = place.number == 1 || m_links.contains({place.device, place.number - 1});
        for (const auto& seen : header.seen) {
            const auto other = m_links.find({seen.device, seen.number});
            if (other == m_links.end())
                find("seen-missing", place,
                     QStringLiteral("It had seen %1, which is not there now.")
                         .arg(placeName({seen.device, seen.number})));
            else if (other->second.hash != seen.hash)
                find("seen-changed", place,
                     QStringLiteral("It had seen another version of %1.").arg(placeName({seen.device, seen.number})));
            if (other != m_links.end())
                tick = std::max(tick, other->second.tick);
            complete = complete && other != m_links.end();
        }
        if (complete && tick + 1 != header.tick)
            find("bad-tick", place,
                 QStringLiteral("Its place in the order of all entries does not follow from what it had seen."));
    }

    /// vault.json names the newest entries of the moment when roles or keys ended: those must be here still.
    void checkEndings()
    {
        for (const auto& ending : m_reading.policy->vault.endings)
            for (const auto& head : ending.heads) {
                const Place place{head.device, head.number};
                const auto found = m_links.find(place);
                if (found == m_links.end())
                    find(
                        "ending-missing", place,
                        QStringLiteral("vault.json, version %1, names it as the newest of its PC when somebody left or "
                                       "changed role, and it is not there now: the journal was cut or put back.")
                            .arg(ending.counter));
                else if (found->second.hash != head.hash)
                    find("ending-changed", place,
                         QStringLiteral("vault.json, version %1, names another entry in its place: it was replaced.")
                             .arg(ending.counter));
            }
    }

    bool isLawfullyGone(const Place& place, const Link& link) const
    {
        const auto found = m_destroyed.find(place);
        return found != m_destroyed.end() && found->second == link.hash;
    }

    const casebook::Reading& m_reading;
    const casebook::Reading& m_everyone;
    Report& m_report;
    std::map<Place, Link> m_links;
    std::map<Place, QByteArray> m_destroyed;
    qint64 m_newestClosed = 0; ///< the tick of the newest entry that these keys do not open
};

} // namespace

QString placeName(const Place& place)
{
    return QStringLiteral("entry %1 of the PC %2")
        .arg(place.number)
        .arg(QString::fromLatin1(place.device.left(3).toHex()));
}

Expected<Report> verifyJournal(journal::Journal& journal, const casebook::Reading& reading,
                               const casebook::Watch& watch, const casebook::Reading* everyone)
{
    Report report;
    Walk walk(reading, everyone, report);
    HEED_TAKE(const auto view, sql::Transaction::read(journal.connection()));
    HEED_TAKE(const auto total, journal.count());
    qint64 sequence = 0;
    for (;;) {
        HEED_TAKE(const auto rows, journal.after(sequence, batch));
        if (rows.empty())
            break;
        for (const auto& row : rows)
            walk.read(row);
        sequence = rows.back().sequence;
        report.entries += static_cast<qint64>(rows.size());
        if (watch.report)
            watch.report(report.entries, total);
        if (watch.cancelled && watch.cancelled())
            return model::failure(model::ErrorCode::Cancelled,
                                  QStringLiteral("The check was stopped before its end: it says nothing yet."));
    }
    HEED_TAKE(const auto heads, journal.heads());
    walk.finish(heads);
    return report;
}

} // namespace heed::upkeep
