#include "vault/set_up.h"

#include "crypto/random.h"
#include "platform/atomic_file.h"
#include "platform/new_folder.h"
#include "vault/password.h"

#include <QDir>
#include <QFileInfo>

namespace heed::vault {

using crypto::SecretBytes;
using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

const QStringList usualHolders{QStringLiteral("Head teacher"), QStringLiteral("Lead DSL"),
                               QStringLiteral("Chair of governors")};

Result checkPlace(const QString& path)
{
    const QFileInfo info(path);
    if (path.isEmpty())
        return failure(ErrorCode::BadInput,
                       QStringLiteral("A vault needs a path: name a folder that does not exist yet."));
    if (info.exists() && (!info.isDir() || !QDir(path).isEmpty()))
        return failure(
            ErrorCode::AlreadyExists,
            QStringLiteral("There is already something at %1: choose a folder that does not exist yet.").arg(path));
    return {};
}

} // namespace

Expected<std::vector<PrintedShare>> makeShares(DeskStatement& desk, const SecretBytes& newestSeed, int count,
                                               int threshold, const QStringList& holders)
{
    const auto seed = SecretBytes::random(32);
    HEED_TAKE(auto shares, crypto::split(seed.span(), threshold, count));
    const auto keys = crypto::SealingKeys::fromSeed(seed.span());
    RecoverySet set;
    set.publicKey = keys.publicKey;
    set.number = desk.recovery ? desk.recovery->number + 1 : 1;
    set.threshold = threshold;
    for (int i = 0; i < count; ++i)
        set.holders << holders.value(i, i < usualHolders.size() ? usualHolders[i]
                                                                : QStringLiteral("Holder %1").arg(i + 1));

    std::vector<PrintedShare> printed;
    std::vector<crypto::Share> readBack;
    for (auto& share : shares) {
        printed.push_back(
            {vaultTagOf(desk.vault), deskTagOf(desk.desk), static_cast<int>(set.number), threshold, std::move(share)});
        HEED_TAKE(auto parsed, parseShare(shareGroups(printed.back()).join(u' ')));
        readBack.push_back(std::move(parsed.share));
    }
    // The last k are tried as well as the first: every share's text has then been read.
    for (int from : {0, count - threshold}) {
        std::vector<crypto::Share> some;
        for (int i = from; i < from + threshold; ++i)
            some.push_back(
                {readBack[static_cast<std::size_t>(i)].index, readBack[static_cast<std::size_t>(i)].bytes.clone()});
        if (crypto::SealingKeys::fromSeed(crypto::combine(some).span()).publicKey != set.publicKey)
            return failure(
                ErrorCode::MachineFailed,
                QStringLiteral("The recovery shares do not give back what was split: nothing was changed; try again."));
    }
    desk.epochs.back().forRecovery = crypto::seal(set.publicKey, newestSeed.span());
    set.madeAt = desk.lineage.at;
    set.fromEpoch = desk.newest().number;
    desk.recovery = std::move(set);
    return printed;
}

Expected<Made> setUp(const SetUp& request, const QDateTime& now, const Furnish& furnish)
{
    HEED_TRY(checkPlace(request.path));
    const auto name = request.member.simplified();
    if (name.isEmpty() || name.size() > model::shortText)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The first member needs a name of 1 to %1 characters.").arg(model::shortText));
    HEED_TRY(checkPassword(request.password, model::Role::Dsl, {name, request.profile.school.name}));

    VaultStatement vault;
    vault.vault = crypto::randomBytes(16);
    vault.profile = request.profile;
    vault.group = request.group;
    const auto id = newMemberId();
    vault.lineage.at = now;
    vault.lineage.by = id;
    vault.noteAgreement();

    const auto deskStatement = [&](const QString& desk, const SecretBytes& seed) {
        DeskStatement statement;
        statement.vault = vault.vault;
        statement.desk = desk;
        statement.lineage = vault.lineage;
        statement.epochs = {DeskKeys::epochOf(1, seed)};
        return statement;
    };
    const auto safeguardingSeed = DeskKeys::newSeed();
    const auto everyoneSeed = DeskKeys::newSeed();
    auto safeguarding = deskStatement(model::safeguardingDesk, safeguardingSeed);
    auto everyone = deskStatement(model::everyoneDesk, everyoneSeed);
    HEED_TAKE(auto shares,
              makeShares(safeguarding, safeguardingSeed, request.shares, request.threshold, request.holders));
    HEED_TAKE(const auto deskKeys, DeskKeys::fromNewest(safeguarding, safeguardingSeed.clone()));

    // The box pins the desks' first statements, and those carry its owner's slot: so keys first, then statements, then
    // box.
    HEED_TAKE(auto made, newMember(vault.vault, id, false, request.password, {}, id, nullptr, now));
    const auto reader = QStringLiteral("member:") + id;
    safeguarding.readers = {slotFor(reader, made.keys.sealing, safeguardingSeed)};
    everyone.readers = {
        slotFor(reader, made.keys.sealing, everyoneSeed),
        slotFor(QStringLiteral("desk:") + model::safeguardingDesk, safeguarding.newest().sealing, everyoneSeed)};
    auto journalKey = SecretBytes::random(32);
    vault.journalKey = crypto::seal(everyone.newest().sealing, journalKey.span());
    made.keys.from = 1;
    vault.members = {{id, name, now, {{model::Role::Dsl, 1, {}, id}}, {made.keys}, {}}};

    Keyring ring;
    ring.member = id;
    ring.signing = std::move(made.secrets.signing);

    // All of it or nothing: made beside, and renamed into place.
    const bool isShared = !request.group.isEmpty();
    HEED_TAKE(auto place, platform::NewFolder::begin(request.path, Folder({}, isShared).folderMode()));
    const Folder folder(place.path(), isShared);
    for (const auto& path : QStringList{folder.path(), folder.desksFolder(), folder.membersFolder(), folder.files(),
                                        folder.drafts(), folder.backups()}) {
        HEED_TRY(platform::makeFolder(path, folder.folderMode()));
        HEED_TRY(giveToGroup(path, request.group));
    }
    HEED_TRY(platform::createFile(folder.memberFile(id), writeSignedFile(made.box), folder.fileMode()));
    const auto& deskSigning = deskKeys.newestSigning();
    HEED_TRY(platform::createFile(folder.deskFile(model::safeguardingDesk),
                                  writeSignedFile(signDesk(safeguarding, deskSigning, ring)), folder.fileMode()));
    HEED_TRY(platform::createFile(folder.deskFile(model::everyoneDesk),
                                  writeSignedFile(signDesk(everyone, deskSigning, ring)), folder.fileMode()));
    HEED_TRY(platform::createFile(folder.vaultFile(), writeSignedFile(signVault(vault, deskSigning, ring)),
                                  folder.fileMode()));
    Made done{vault.vault, std::move(journalKey), std::move(shares), safeguarding.recovery->holders};
    if (furnish)
        HEED_TRY(furnish(folder, done));
    HEED_TRY(place.publish());
    return done;
}

} // namespace heed::vault
