#include "journal/standing.h"

#include <algorithm>

namespace heed::journal {

using model::Expected;
using model::Result;

namespace {

const QString vaultName = QStringLiteral("vault");

QString fileOf(const QString& statement)
{
    return statement == vaultName ? QStringLiteral("vault.json") : QStringLiteral("desks/%1.json").arg(statement);
}

std::vector<model::StatementMark> marksOf(const vault::Policy& policy)
{
    std::vector<model::StatementMark> marks{{vaultName, policy.vault.lineage.counter, policy.vaultHash}};
    for (const auto& [name, inForce] : policy.desks)
        marks.push_back({name, inForce.statement.lineage.counter, inForce.hash});
    return marks;
}

void compareStatements(const vault::Policy& policy, const platform::Installation& memory, Standing& result)
{
    for (const auto& remembered : memory.statements) {
        const bool isVault = remembered.file == vaultName;
        const auto* desk = isVault ? nullptr : policy.desk(remembered.file);
        const auto counter = isVault ? policy.vault.lineage.counter : desk ? desk->lineage.counter : 0;
        if (counter < remembered.counter) {
            result.missing << QStringLiteral("%1 is version %2, and this PC has seen version %3.")
                                  .arg(fileOf(remembered.file))
                                  .arg(counter)
                                  .arg(remembered.counter);
            continue;
        }
        const auto hash =
            isVault ? policy.vaultHashAt(remembered.counter) : policy.deskHashAt(remembered.file, remembered.counter);
        if (hash != remembered.hash)
            result.forked << QStringLiteral(
                                 "%1 does not follow from version %2, which this PC has seen: there are two histories.")
                                 .arg(fileOf(remembered.file))
                                 .arg(remembered.counter);
    }
}

Result compareHead(Journal& journal, const QByteArray& device, qint64 number, const QByteArray& hash,
                   const QString& whose, Standing& result)
{
    if (number == 0)
        return {};
    HEED_TAKE(const auto row, journal.at({device, number}));
    if (!row)
        result.missing
            << QStringLiteral("Entry %1 of %2 was in the journal and is not there now.").arg(number).arg(whose);
    else if (row->entry.hash() != hash)
        result.forked << QStringLiteral("Entry %1 of %2 is not the one that this PC has seen.").arg(number).arg(whose);
    return {};
}

/// Forgets what the memory holds beyond what was accepted.
void giveUp(platform::Installation& memory, const model::RestoreAcceptedBody& accepted)
{
    const auto isBeyond = [&](const QByteArray& device, qint64 number) {
        const auto found = std::find_if(accepted.heads.begin(), accepted.heads.end(),
                                        [&](const Head& head) { return head.device == device; });
        return found == accepted.heads.end() || number > found->number;
    };
    std::erase_if(memory.heads, [&](const Head& head) { return isBeyond(head.device, head.number); });
    // Which history of a statement counts is what was accepted.
    memory.statements.clear();
    if (memory.number > 0 && isBeyond(memory.device, memory.number)) {
        memory.device.clear();
        memory.number = 0;
        memory.hash.clear();
        memory.pending.reset();
    }
}

} // namespace

Expected<Standing> standing(Journal& journal, const vault::Policy& policy, const platform::Installation& memory)
{
    Standing result;
    compareStatements(policy, memory, result);
    if (!memory.device.isEmpty())
        HEED_TRY(compareHead(journal, memory.device, memory.number, memory.hash, QStringLiteral("this PC"), result));
    for (const auto& head : memory.heads)
        if (head.device != memory.device)
            HEED_TRY(compareHead(journal, head.device, head.number, head.hash,
                                 QStringLiteral("the PC %1").arg(QString::fromLatin1(head.device.left(3).toHex())),
                                 result));
    return result;
}

model::RestoreAcceptedBody acceptanceOf(const vault::Policy& policy, const std::vector<DeviceHead>& heads)
{
    model::RestoreAcceptedBody body;
    body.heads = headsOnly(heads);
    body.statements = marksOf(policy);
    return body;
}

Expected<bool> goesOnWith(Journal& journal, const vault::Policy& policy, const Acceptance& acceptance,
                          platform::Installation& memory)
{
    const auto& [place, key, body] = acceptance;
    const auto known = memory.head(place.device);
    const bool isSeen =
        (known && known->number >= place.number) || (memory.device == place.device && memory.number >= place.number);
    if (isSeen || std::find(memory.leads.begin(), memory.leads.end(), key) == memory.leads.end())
        return false;
    for (const auto& statement : body.statements) {
        const auto here = statement.file == vaultName ? policy.vaultHashAt(statement.counter)
                                                      : policy.deskHashAt(statement.file, statement.counter);
        if (here.isEmpty() || here != statement.hash)
            return false;
    }
    for (const auto& head : body.heads) {
        HEED_TAKE(const auto row, journal.at({head.device, head.number}));
        if (!row || row->entry.hash() != head.hash)
            return false;
    }
    auto without = memory;
    giveUp(without, body);
    HEED_TAKE(const auto now, standing(journal, policy, without));
    if (!now.isGood())
        return false;
    memory = std::move(without);
    return true;
}

void remember(platform::Installation& memory, const vault::Policy& policy, const std::vector<DeviceHead>& heads)
{
    for (const auto& mark : marksOf(policy))
        memory.remember(mark);
    memory.leads.clear();
    for (const auto& member : policy.vault.members)
        if (const auto keys = policy.keysOf(member); keys && member.role() == model::Role::Dsl)
            memory.leads.push_back(keys->signing);
    for (const auto& other : heads)
        if (other.head.device != memory.device) // of one's own, the chain itself is remembered
            memory.remember(other.head);
}

} // namespace heed::journal
