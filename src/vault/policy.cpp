#include "vault/policy.h"

#include "crypto/hash.h"
#include "crypto/seal.h"
#include "model/limits.h"
#include "model/name.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace heed::vault {

using crypto::spanOf;
using model::ErrorCode;
using model::Expected;
using model::Result;

namespace {

constexpr char successionContext[] = "heed succession 1";
constexpr char epochContext[] = "heed desk epoch 1";
constexpr qsizetype shortestSecrets = 24 + 16; // a nonce and a tag

model::Error damaged(const QString& file, const QString& field, const QString& problem)
{
    return asDamage(
        {ErrorCode::BadInput, file + QStringLiteral(": \"") + field + QStringLiteral("\" ") + problem + u'.'});
}

tl::unexpected<model::Error> refuse(const QString& file, const QString& field, const QString& problem)
{
    return tl::make_unexpected(damaged(file, field, problem));
}

Result checkLineage(const Lineage& lineage, const QString& file)
{
    if (lineage.counter < 1 || lineage.counter != static_cast<qint64>(lineage.history.size()) + 1)
        return refuse(file, QStringLiteral("lineage.counter"), QStringLiteral("does not fit the history"));
    for (const auto& hash : lineage.history)
        if (hash.size() != qsizetype(crypto::hashLength))
            return refuse(file, QStringLiteral("lineage.history"),
                          QStringLiteral("holds something that is not a hash"));
    return {};
}

bool isKey(const QByteArray& bytes)
{
    return bytes.size() == 32;
}

bool isSealedSecret(const QByteArray& bytes)
{
    return bytes.size() == 32 + crypto::sealOverhead;
}

template <class Span> bool spansFit(const Span& span, qint64 counter)
{
    return span.from >= 1 && span.from <= counter &&
           (!span.until || (*span.until > span.from && *span.until <= counter));
}

/// One after the other: nobody has two roles, or two pairs of keys, at a time.
template <class Span> bool spansFollow(const std::vector<Span>& spans)
{
    for (std::size_t i = 1; i < spans.size(); ++i)
        if (!spans[i - 1].until || spans[i].from < *spans[i - 1].until)
            return false;
    return true;
}

Result checkMembers(const VaultStatement& vault)
{
    static const QRegularExpression id(QStringLiteral("^[0-9a-f]{16}$"));
    const auto file = QStringLiteral("vault.json");
    QSet<QString> ids;
    QSet<QString> names;
    for (std::size_t i = 0; i < vault.members.size(); ++i) {
        const auto& member = vault.members[i];
        const auto field = QStringLiteral("members[%1].").arg(i);
        if (!id.match(member.id).hasMatch() || ids.contains(member.id))
            return refuse(file, field + QStringLiteral("id"), QStringLiteral("is not an id of its own"));
        ids << member.id;
        const auto name = model::foldedName(member.name);
        if (!member.endedAt && (name.isEmpty() || names.contains(name)))
            return refuse(file, field + QStringLiteral("name"), QStringLiteral("is empty or stands twice"));
        if (!member.endedAt)
            names << name;
        for (const auto& held : member.roles)
            if (!spansFit(held, vault.lineage.counter))
                return refuse(file, field + QStringLiteral("roles"), QStringLiteral("do not fit the counter"));
        if (!spansFollow(member.roles))
            return refuse(file, field + QStringLiteral("roles"), QStringLiteral("overlap"));
        if (!spansFollow(member.keys))
            return refuse(file, field + QStringLiteral("keys"), QStringLiteral("overlap"));
        for (const auto& keys : member.keys) {
            if (!isKey(keys.signing) || !isKey(keys.sealing) || !spansFit(keys, vault.lineage.counter))
                return refuse(file, field + QStringLiteral("keys"), QStringLiteral("are not keys in their time"));
            if (keys.successor && !(keys.starting && holds(*keys.successor, keys.signing, vault.vault, member.id)))
                return refuse(file, field + QStringLiteral("keys.successor"),
                              QStringLiteral("is not signed by the key before"));
        }
    }
    return {};
}

Result checkEndings(const VaultStatement& vault)
{
    const auto file = QStringLiteral("vault.json");
    qint64 before = 0;
    for (std::size_t i = 0; i < vault.endings.size(); ++i) {
        const auto& ending = vault.endings[i];
        const auto field = QStringLiteral("endings[%1].").arg(i);
        if (ending.counter <= before || ending.counter > vault.lineage.counter)
            return refuse(file, field + QStringLiteral("counter"), QStringLiteral("is out of order"));
        before = ending.counter;
        QSet<QByteArray> devices;
        for (const auto& head : ending.heads) {
            if (head.device.size() != model::deviceLength || devices.contains(head.device))
                return refuse(file, field + QStringLiteral("heads.device"),
                              QStringLiteral("is not a device of its own"));
            devices << head.device;
            if (head.number < 1 || head.number > model::mostEntries)
                return refuse(file, field + QStringLiteral("heads.number"), QStringLiteral("is out of range"));
            if (head.hash.size() != qsizetype(crypto::hashLength))
                return refuse(file, field + QStringLiteral("heads.hash"), QStringLiteral("is not a hash"));
        }
    }
    return {};
}

/// What a profile may ask of clocks, and when it asked for a second agreement.
Result checkAsked(const VaultStatement& vault)
{
    const auto file = QStringLiteral("vault.json");
    const auto& clocks = vault.profile.clocks;
    if (clocks.acknowledgeMinutes < 1 || clocks.acknowledgeMinutes > model::longestAcknowledge)
        return refuse(file, QStringLiteral("profile.clocks.acknowledgeMinutes"), QStringLiteral("is out of range"));
    if (clocks.writtenConfirmationHours < 1 || clocks.writtenConfirmationHours > model::longestWritten)
        return refuse(file, QStringLiteral("profile.clocks.writtenConfirmationHours"),
                      QStringLiteral("is out of range"));
    for (const auto& asked : vault.agreementAsked)
        if (!spansFit(asked, vault.lineage.counter))
            return refuse(file, QStringLiteral("agreementAsked"), QStringLiteral("does not fit the counter"));
    if (!spansFollow(vault.agreementAsked))
        return refuse(file, QStringLiteral("agreementAsked"), QStringLiteral("overlaps"));
    return {};
}

Result checkEpochs(const DeskStatement& desk, const QString& file, const std::vector<Pin>& pins, const QByteArray& hash)
{
    if (desk.epochs.empty())
        return refuse(file, QStringLiteral("epochs"), QStringLiteral("is empty"));
    for (std::size_t i = 0; i < desk.epochs.size(); ++i) {
        const auto& epoch = desk.epochs[i];
        const auto field = QStringLiteral("epochs[%1].").arg(i);
        if (epoch.number != static_cast<qint64>(i) + 1)
            return refuse(file, field + QStringLiteral("number"), QStringLiteral("is out of order"));
        if (!isKey(epoch.sealing) || !isKey(epoch.signing))
            return refuse(file, field + QStringLiteral("sealing"), QStringLiteral("and \"signing\" must be keys"));
        if (i > 0 &&
            !crypto::verify(desk.epochs[i - 1].signing, epochContext,
                            {spanOf(desk.vault), spanOf(desk.desk.toUtf8()), spanOf(QByteArray::number(epoch.number)),
                             spanOf(epoch.sealing), spanOf(epoch.signing)},
                            epoch.endorsement))
            return refuse(file, field + QStringLiteral("endorsement"), QStringLiteral("is not by the epoch before"));
        if (i == 0 ? !epoch.bridge.isEmpty() : !isSealedSecret(epoch.bridge))
            return refuse(file, field + QStringLiteral("bridge"), QStringLiteral("is not a sealed secret"));
        if (i == 0 && !epoch.endorsement.isEmpty())
            return refuse(file, field + QStringLiteral("endorsement"), QStringLiteral("has no epoch before it"));
        if (!epoch.forRecovery.isEmpty() && !isSealedSecret(epoch.forRecovery))
            return refuse(file, field + QStringLiteral("forRecovery"), QStringLiteral("is not a sealed secret"));
    }
    for (const auto& pin : pins)
        if (pin.desk == desk.desk &&
            (pin.signing != desk.epochs.front().signing || pin.statement != firstHash(desk.lineage, hash)))
            return tl::make_unexpected(
                model::Error{ErrorCode::Forked,
                             QStringLiteral("%1 is not the desk that you have known: somebody has put another in its "
                                            "place. Tell the safeguarding leads in person and write nothing here.")
                                 .arg(file)});
    return {};
}

Result checkReaders(const DeskStatement& desk, const QString& file)
{
    for (std::size_t i = 0; i < desk.readers.size(); ++i) {
        const auto field = QStringLiteral("readers[%1].").arg(i);
        if (!isKey(desk.readers[i].sealing))
            return refuse(file, field + QStringLiteral("sealing"), QStringLiteral("is not a key"));
        if (!isSealedSecret(desk.readers[i].secret))
            return refuse(file, field + QStringLiteral("secret"), QStringLiteral("is not a sealed secret"));
    }
    for (std::size_t i = 0; i < desk.beside.size(); ++i) {
        const auto field = QStringLiteral("beside[%1].").arg(i);
        if (desk.beside[i].counter < 1 || desk.beside[i].counter > model::anyNumber)
            return refuse(file, field + QStringLiteral("counter"), QStringLiteral("is out of range"));
        if (desk.beside[i].hash.size() != qsizetype(crypto::hashLength))
            return refuse(file, field + QStringLiteral("hash"), QStringLiteral("is not a hash"));
    }
    if (!desk.recovery)
        return {};
    const auto& recovery = *desk.recovery;
    if (!isKey(recovery.publicKey))
        return refuse(file, QStringLiteral("recovery.publicKey"), QStringLiteral("is not a key"));
    if (recovery.number < 1 || recovery.number > 255)
        return refuse(file, QStringLiteral("recovery.number"), QStringLiteral("is out of range"));
    if (recovery.fromEpoch && !desk.epoch(*recovery.fromEpoch))
        return refuse(file, QStringLiteral("recovery.fromEpoch"), QStringLiteral("is not one of its epochs"));
    if (recovery.threshold < 2 || recovery.threshold > 16)
        return refuse(file, QStringLiteral("recovery.threshold"), QStringLiteral("is out of range"));
    if (recovery.holders.size() < recovery.threshold || recovery.holders.size() > 16)
        return refuse(file, QStringLiteral("recovery.holders"), QStringLiteral("do not fit the threshold"));
    return {};
}

/// That the signatures are those of the desk and of the member who acted, under these names: the names are not signed.
bool hasSigners(const SignedFile& file, const QString& desk, const Lineage& lineage)
{
    return file.signatures.size() == 2 && file.signatures[0].by == QStringLiteral("desk:") + desk &&
           file.signatures[1].by == QStringLiteral("member:") + lineage.by;
}

/// That a member who has, or had, the role of the desk signed as the one who acted.
bool isByRoleHolder(const Policy& policy, const SignedFile& file, const Lineage& lineage, const QString& deskName)
{
    const auto* member = policy.member(lineage.by);
    if (!member)
        return false;
    const bool hadRole = std::any_of(member->roles.begin(), member->roles.end(),
                                     [&](const RoleHeld& held) { return model::deskOf(held.role) == deskName; });
    const auto by = QStringLiteral("member:") + member->id;
    return hadRole && std::any_of(file.signatures.begin(), file.signatures.end(), [&](const Signature& signature) {
               if (signature.by != by)
                   return false;
               for (const auto& keys : member->keys) {
                   if (!keys.starting && keys.signing == signature.key)
                       return true;
                   if (keys.successor && keys.successor->signing == signature.key)
                       return true;
               }
               const auto found = policy.successions.find(member->id);
               return found != policy.successions.end() && found->second.signing == signature.key;
           });
}

/// That the safeguarding desk signed: with its newest key, or with an older one what the newest statement names.
bool isBySafeguarding(const DeskStatement& safeguarding, const SignedFile& file, const QString& name, qint64 counter)
{
    if (file.isSignedWith(safeguarding.newest().signing))
        return true;
    const auto named = std::find_if(safeguarding.beside.begin(), safeguarding.beside.end(), [&](const Beside& beside) {
        return beside.file == name && beside.counter == counter && beside.hash == file.hash();
    });
    return named != safeguarding.beside.end() &&
           std::any_of(safeguarding.epochs.begin(), safeguarding.epochs.end(),
                       [&](const Epoch& epoch) { return file.isSignedWith(epoch.signing); });
}

/// The successions that boxes tell of: each proves itself by the starting key's signature.
void readSuccessions(const Folder& folder, Policy& policy)
{
    for (const auto& member : policy.vault.members) {
        const auto* keys = member.currentKeys();
        if (!keys || !keys->starting || keys->successor)
            continue;
        const auto box = readSignedFile<MemberBox>(folder.memberFile(member.id), memberFormat, member.id);
        if (box && box->value.succession && holds(*box->value.succession, keys->signing, policy.vault.vault, member.id))
            policy.successions.emplace(member.id, *box->value.succession);
    }
}

} // namespace

const Member* Policy::member(const QString& id) const
{
    const auto found =
        std::find_if(vault.members.begin(), vault.members.end(), [&](const Member& some) { return some.id == id; });
    return found == vault.members.end() ? nullptr : &*found;
}

const Member* Policy::memberNamed(const QString& name) const
{
    const auto folded = model::foldedName(name);
    const auto found = std::find_if(vault.members.begin(), vault.members.end(), [&](const Member& some) {
        return !some.endedAt && model::foldedName(some.name) == folded;
    });
    return found == vault.members.end() ? nullptr : &*found;
}

const DeskStatement* Policy::desk(const QString& name) const
{
    const auto found = desks.find(name);
    return found == desks.end() ? nullptr : &found->second.statement;
}

const Member* Policy::readerOf(const QString& name, const ReaderSlot& slot) const
{
    const auto* reader = slot.reader.startsWith(QStringLiteral("member:")) ? member(slot.reader.mid(7)) : nullptr;
    const auto role = reader ? reader->role() : std::nullopt;
    if (!role || (name != model::everyoneDesk && model::deskOf(*role) != name))
        return nullptr;
    // A starting key opens it as well as its successor: whoever made their own keys holds both.
    const auto* keys = reader->currentKeys();
    const auto now = keysOf(*reader);
    return (keys && keys->sealing == slot.sealing) || (now && now->sealing == slot.sealing) ? reader : nullptr;
}

bool Policy::hasReader(const QString& name) const
{
    const auto* statement = desk(name);
    return statement && std::any_of(statement->readers.begin(), statement->readers.end(),
                                    [&](const ReaderSlot& slot) { return readerOf(name, slot) != nullptr; });
}

QString Policy::nameOf(const QString& memberId) const
{
    const auto* found = member(memberId);
    return found ? found->name : QStringLiteral("Somebody unknown");
}

std::optional<Policy::PublicKeys> Policy::keysOf(const Member& some) const
{
    const auto* keys = some.currentKeys();
    if (!keys)
        return {};
    if (keys->successor)
        return PublicKeys{keys->successor->signing, keys->successor->sealing};
    if (const auto found = successions.find(some.id); found != successions.end())
        return PublicKeys{found->second.signing, found->second.sealing};
    return PublicKeys{keys->signing, keys->sealing};
}

bool Policy::maySign(const QString& memberId, const QByteArray& key, qint64 counter,
                     const std::optional<Succession>& carried) const
{
    const auto* some = member(memberId);
    if (!some)
        return false;
    return std::any_of(some->keys.begin(), some->keys.end(), [&](const MemberKeys& keys) {
        if (counter < keys.from || (keys.until && counter >= *keys.until))
            return false;
        if (!keys.starting)
            return keys.signing == key;
        // What vault.json names is the successor; before it does, the one that the entry carries proves itself.
        if (keys.successor)
            return keys.successor->signing == key;
        return carried && carried->signing == key && holds(*carried, keys.signing, vault.vault, memberId);
    });
}

QByteArray Policy::vaultHashAt(qint64 counter) const
{
    if (counter == vault.lineage.counter)
        return vaultHash;
    return counter >= 1 && counter < vault.lineage.counter
               ? vault.lineage.history[static_cast<std::size_t>(counter - 1)]
               : QByteArray();
}

QByteArray Policy::deskHashAt(const QString& name, qint64 counter) const
{
    const auto found = desks.find(name);
    if (found == desks.end())
        return {};
    const auto& lineage = found->second.statement.lineage;
    if (counter == lineage.counter)
        return found->second.hash;
    return counter >= 1 && counter < lineage.counter ? lineage.history[static_cast<std::size_t>(counter - 1)]
                                                     : QByteArray();
}

std::vector<Pin> Policy::pins() const
{
    std::vector<Pin> all;
    for (const auto& [name, inForce] : desks)
        all.push_back(
            {name, firstHash(inForce.statement.lineage, inForce.hash), inForce.statement.epochs.front().signing});
    return all;
}

QByteArray firstHash(const Lineage& lineage, const QByteArray& newest)
{
    return lineage.history.empty() ? newest : lineage.history.front();
}

QByteArray succeedSignature(const crypto::SigningKeys& starting, const QByteArray& vault, const QString& member,
                            const QByteArray& signing, const QByteArray& sealing)
{
    return crypto::sign(starting, successionContext,
                        {spanOf(vault), spanOf(member.toUtf8()), spanOf(signing), spanOf(sealing)});
}

bool holds(const Succession& succession, const QByteArray& startingKey, const QByteArray& vault, const QString& member)
{
    return isKey(succession.signing) && isKey(succession.sealing) &&
           crypto::verify(
               startingKey, successionContext,
               {spanOf(vault), spanOf(member.toUtf8()), spanOf(succession.signing), spanOf(succession.sealing)},
               succession.signature);
}

QByteArray endorse(const crypto::SigningKeys& before, const QByteArray& vault, const QString& desk, const Epoch& epoch)
{
    return crypto::sign(before, epochContext,
                        {spanOf(vault), spanOf(desk.toUtf8()), spanOf(QByteArray::number(epoch.number)),
                         spanOf(epoch.sealing), spanOf(epoch.signing)});
}

Expected<Policy> readPolicy(const Folder& folder, const std::vector<Pin>& pins)
{
    const auto vaultName = QStringLiteral("vault.json");
    HEED_TAKE(auto vault, readSignedFile<VaultStatement>(folder.vaultFile(), vaultFormat, vaultName));
    if (vault.value.vault.size() != model::deviceLength)
        return refuse(vaultName, QStringLiteral("vault"), QStringLiteral("is not an id"));
    HEED_TRY(checkLineage(vault.value.lineage, vaultName));
    HEED_TRY(checkMembers(vault.value));
    HEED_TRY(checkEndings(vault.value));
    HEED_TRY(checkAsked(vault.value));

    Policy policy;
    policy.vaultHash = vault.file.hash();
    policy.vault = std::move(vault.value);
    readSuccessions(folder, policy);

    std::map<QString, SignedFile> files;
    for (const auto& name : folder.desks()) {
        const auto file = QStringLiteral("desks/%1.json").arg(name);
        HEED_TAKE(auto desk, readSignedFile<DeskStatement>(folder.deskFile(name), deskFormat, file));
        const auto hash = desk.file.hash();
        if (desk.value.vault != policy.vault.vault)
            return refuse(file, QStringLiteral("vault"), QStringLiteral("is another vault's"));
        if (desk.value.desk != name)
            return refuse(file, QStringLiteral("desk"), QStringLiteral("is another desk's"));
        HEED_TRY(checkLineage(desk.value.lineage, file));
        HEED_TRY(checkEpochs(desk.value, file, pins, hash));
        HEED_TRY(checkReaders(desk.value, file));
        files.emplace(name, std::move(desk.file));
        policy.desks.emplace(name, DeskInForce{std::move(desk.value), hash});
    }
    for (const auto& pin : pins)
        if (!policy.desk(pin.desk))
            return refuse(QStringLiteral("desks/%1.json").arg(pin.desk), QStringLiteral("desk"),
                          QStringLiteral("is missing"));
    const auto* safeguarding = policy.desk(model::safeguardingDesk);
    if (!safeguarding || !policy.desk(model::everyoneDesk))
        return refuse(QStringLiteral("desks"), QStringLiteral("safeguarding"),
                      QStringLiteral("or \"everyone\" is missing"));

    for (const auto& [name, file] : files) {
        const auto& desk = policy.desks.at(name).statement;
        const auto shown = QStringLiteral("desks/%1.json").arg(name);
        const bool everyone = name == model::everyoneDesk;
        const bool byDesk = everyone ? isBySafeguarding(*safeguarding, file, name, desk.lineage.counter)
                                     : file.isSignedWith(desk.newest().signing);
        if (!byDesk || !hasSigners(file, everyone ? model::safeguardingDesk : name, desk.lineage) ||
            !isByRoleHolder(policy, file, desk.lineage, everyone ? model::safeguardingDesk : name))
            return refuse(shown, QStringLiteral("signatures"),
                          QStringLiteral("are not those of the desk and of one of its readers"));
    }
    if (!isBySafeguarding(*safeguarding, vault.file, QStringLiteral("vault"), policy.vault.lineage.counter) ||
        !hasSigners(vault.file, model::safeguardingDesk, policy.vault.lineage) ||
        !isByRoleHolder(policy, vault.file, policy.vault.lineage, model::safeguardingDesk))
        return refuse(vaultName, QStringLiteral("signatures"),
                      QStringLiteral("are not those of the safeguarding desk and of one of its leads"));
    // Not before every signature has held: these are what a lead may get wrong, not what a stranger may write.
    if (!isSealedSecret(policy.vault.journalKey))
        return refuse(vaultName, QStringLiteral("journalKey"), QStringLiteral("is not a sealed secret"));
    if (!policy.desk(model::everyoneDesk)->epoch(policy.vault.journalKeyEpoch))
        return refuse(vaultName, QStringLiteral("journalKeyEpoch"), QStringLiteral("is not an epoch of \"everyone\""));
    return policy;
}

Expected<BoxInForce> readBox(const Folder& folder, const Policy& policy, const Member& member)
{
    const auto name = QStringLiteral("members/%1.json").arg(member.id);
    auto read = readSignedFile<MemberBox>(folder.memberFile(member.id), memberFormat, name);
    if (!read && read.error().code == ErrorCode::NotFound)
        return tl::make_unexpected(asDamage({ErrorCode::BadInput, name + QStringLiteral(": the file is missing.")}));
    if (!read)
        return tl::make_unexpected(read.error());
    const auto& box = read->value;
    if (box.vault != policy.vault.vault)
        return refuse(name, QStringLiteral("vault"), QStringLiteral("is another vault's"));
    if (box.member != member.id)
        return refuse(name, QStringLiteral("member"), QStringLiteral("is another member's"));
    HEED_TRY(checkLineage(box.lineage, name));
    if (const auto cost = crypto::checkCost(box.cost); !cost)
        return tl::make_unexpected(asDamage({ErrorCode::BadInput, name + QStringLiteral(": ") + cost.error().message}));
    if (box.salt.size() != crypto::saltLength)
        return refuse(name, QStringLiteral("salt"), QStringLiteral("must be 16 bytes"));
    if (!isKey(box.sealing))
        return refuse(name, QStringLiteral("sealing"), QStringLiteral("is not a key"));
    if (box.secrets.size() < shortestSecrets)
        return refuse(name, QStringLiteral("secrets"), QStringLiteral("are too short"));

    // An older box of this member, put back, holds keys that were succeeded or reset.
    const auto* keys = member.currentKeys();
    const bool isCurrent = keys && keys->signing == box.signing && keys->sealing == box.sealing &&
                           keys->starting == box.starting && !keys->successor;
    const auto& next = box.succession;
    if (next && (!isKey(next->signing) || !isKey(next->sealing) || next->signature.size() != 64))
        return refuse(name, QStringLiteral("succession"), QStringLiteral("is not a pair of keys and a signature"));
    const bool isSuccessor = keys && keys->starting && !box.starting && next && next->signing == box.signing &&
                             next->sealing == box.sealing && holds(*next, keys->signing, box.vault, box.member) &&
                             (!keys->successor || *keys->successor == *next);
    if (!isCurrent && !isSuccessor)
        return refuse(name, QStringLiteral("signing"), QStringLiteral("is not the key that counts for this member"));
    const auto& signatures = read->file.signatures;
    const bool byMember = signatures.size() == 1 && signatures.front().by == QStringLiteral("member:") + member.id &&
                          signatures.front().key == box.signing;
    const bool byLead =
        signatures.size() == 1 && isByRoleHolder(policy, read->file, box.lineage, model::safeguardingDesk);
    if (!byMember && !byLead)
        return refuse(name, QStringLiteral("signatures"),
                      QStringLiteral("are not the member's, nor those of the lead who enrolled them"));
    return BoxInForce{std::move(read->value), read->file.hash()};
}

} // namespace heed::vault
