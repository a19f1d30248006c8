#include "journal/standing.h"

namespace heed::journal {

using model::Expected;
using model::Result;

namespace {

const QString vaultName = QStringLiteral("vault");

QString fileOf(const QString& statement)
{
    return statement == vaultName ? QStringLiteral("vault.json") : QStringLiteral("desks/%1.json").arg(statement);
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

void remember(platform::Installation& memory, const vault::Policy& policy, const std::vector<DeviceHead>& heads)
{
    memory.remember(platform::RememberedStatement{vaultName, policy.vault.lineage.counter, policy.vaultHash});
    for (const auto& [name, inForce] : policy.desks)
        memory.remember(platform::RememberedStatement{name, inForce.statement.lineage.counter, inForce.hash});
    for (const auto& other : heads)
        if (other.head.device != memory.device) // of one's own, the chain itself is remembered
            memory.remember(platform::RememberedHead{other.head.device, other.head.number, other.head.hash});
}

} // namespace heed::journal
