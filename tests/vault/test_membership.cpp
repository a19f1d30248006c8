#include "place.h"
#include "platform/atomic_file.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::vault;
using model::ErrorCode;
using model::Role;

namespace {

void write(const Place& place, const QString& path, const SignedFile& file)
{
    done(platform::replaceFile(path, writeSignedFile(file), place.folder.fileMode()));
}

} // namespace

TEST_CASE("A wrong password, an unknown member and a member who has left get three different answers")
{
    const Place place;
    auto lead = place.lead();
    const auto gone =
        taken(enrol(place.folder, lead, {QStringLiteral("Gone Away"), Role::Staff, otherPassword}, morning));
    done(amendVault(place.folder, lead, morning, [&](VaultStatement& next) -> model::Result {
        auto& member = next.members.back();
        member.roles.front().until = next.lineage.counter;
        member.keys.front().until = next.lineage.counter;
        member.endedAt = morning;
        return {};
    }));
    CHECK(codeOf(place.tryUnlock(leadName, otherPassword)) == ErrorCode::WrongPassword);
    CHECK(codeOf(place.tryUnlock(leadName, QString())) == ErrorCode::WrongPassword);
    CHECK(codeOf(place.tryUnlock(QStringLiteral("Nobody"), leadPassword)) == ErrorCode::UnknownMember);
    CHECK(codeOf(place.tryUnlock(QStringLiteral("Gone Away"), otherPassword)) != ErrorCode::WrongPassword);
    CHECK_FALSE(lead.policy.member(gone.member)->role());
    CHECK(place.unlock(QStringLiteral("  testa   LEAD "), leadPassword).keyring.member == lead.keyring.member);
}

TEST_CASE("A member of staff who has every file and the source reads no desk and cannot make themselves a lead")
{
    const Place place;
    {
        auto lead = place.lead();
        taken(enrol(place.folder, lead, {QStringLiteral("Anna Assistant"), Role::Staff, otherPassword}, morning));
    }
    auto anna = place.unlock(QStringLiteral("Anna Assistant"), otherPassword);
    const auto& ring = anna.keyring;
    const auto id = ring.member;
    CHECK(ring.desks.size() == 1);
    CHECK(ring.desks.contains(model::everyoneDesk));
    const auto refuses = [&](const auto& result) { CHECK(codeOf(result) == ErrorCode::NotAllowed); };
    refuses(amendVault(place.folder, anna, morning, [](VaultStatement&) { return model::Result(); }));
    refuses(amendDesk(place.folder, anna, model::safeguardingDesk, morning,
                      [](DeskStatement&) { return model::Result(); }));
    refuses(
        amendDesk(place.folder, anna, model::everyoneDesk, morning, [](DeskStatement&) { return model::Result(); }));
    refuses(enrol(place.folder, anna, {QStringLiteral("A Friend"), Role::Dsl, {}}, morning));

    const auto good = contents(place.folder.vaultFile());
    auto next = anna.policy.vault;
    next.lineage = next.lineage.next(anna.policy.vaultHash, morning, id);
    next.members.back().roles = {{Role::Dsl, 1, {}, id}};
    const auto lead = anna.policy.vault.members.front().id;
    const auto own = crypto::SigningKeys::make();
    const auto everyone = &ring.desks.at(model::everyoneDesk).newestSigning();
    for (const auto* deskKeys : {&own, everyone, &ring.signing}) {
        write(place, place.folder.vaultFile(), signVault(next, *deskKeys, ring));
        CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
        auto inLeadsName = next;
        inLeadsName.lineage.by = lead;
        SignedFile file{vaultFormat, writePayload(inLeadsName), {}};
        file.sign(QStringLiteral("desk:safeguarding"), *deskKeys);
        file.sign(QStringLiteral("member:") + inLeadsName.lineage.by, ring.signing);
        write(place, place.folder.vaultFile(), file);
        CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
    }
    overwrite(place.folder.vaultFile(), good);

    // With a safeguarding desk of their own making the files fit each other; who knows the old desk is not fooled.
    const auto seed = DeskKeys::newSeed();
    for (const auto& name : {model::safeguardingDesk, model::everyoneDesk}) {
        auto desk = *anna.policy.desk(name);
        const auto deskSeed = name == model::safeguardingDesk ? seed.clone() : ring.desks.at(name).newestSeed().clone();
        if (name == model::safeguardingDesk) {
            desk.epochs = {DeskKeys::epochOf(1, seed)};
            desk.recovery.reset();
            desk.readers = {slotFor(QStringLiteral("member:") + id, ring.sealing.front().publicKey, deskSeed)};
        }
        desk.lineage.by = id;
        const auto keys = taken(DeskKeys::fromNewest(
            [&] {
                auto safeguarding = *anna.policy.desk(model::safeguardingDesk);
                safeguarding.epochs = {DeskKeys::epochOf(1, seed)};
                return safeguarding;
            }(),
            seed.clone()));
        write(place, place.folder.deskFile(name), signDesk(desk, keys.newestSigning(), ring));
        write(place, place.folder.vaultFile(), signVault(next, keys.newestSigning(), ring));
    }
    CHECK(readPolicy(place.folder));
    CHECK(codeOf(place.tryUnlock(leadName, leadPassword)) == ErrorCode::Forked);
}

TEST_CASE("A lead can neither make nor replace the head's desk, nor read it")
{
    const Place place;
    auto lead = place.lead();
    const auto head =
        taken(enrol(place.folder, lead, {QStringLiteral("Hedda Mock"), Role::Head, otherPassword}, morning));
    const auto seed = DeskKeys::newSeed();
    DeskStatement fake;
    fake.vault = lead.policy.vault.vault;
    fake.desk = model::headDesk;
    fake.lineage.at = morning;
    fake.lineage.by = lead.keyring.member;
    fake.epochs = {DeskKeys::epochOf(1, seed)};
    fake.readers = {
        slotFor(QStringLiteral("member:") + lead.keyring.member, lead.keyring.sealing.front().publicKey, seed)};
    const auto keys = taken(DeskKeys::fromNewest(fake, seed.clone()));
    const auto path = place.folder.deskFile(model::headDesk);
    write(place, path, signDesk(fake, keys.newestSigning(), lead.keyring));
    CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
    fake.lineage.by = head.member;
    write(place, path, signDesk(fake, keys.newestSigning(), lead.keyring));
    CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
    REQUIRE(QFile::remove(path));

    {
        auto hedda = place.unlock(QStringLiteral("Hedda Mock"), otherPassword);
        done(openOwnDesk(place.folder, hedda, morning));
        CHECK(hedda.keyring.desks.contains(model::headDesk));
        CHECK_FALSE(hedda.keyring.desks.contains(model::safeguardingDesk));
    }
    lead = place.lead(); // and pins the new desk
    CHECK_FALSE(lead.keyring.desks.contains(model::headDesk));
    CHECK(codeOf(amendDesk(place.folder, lead, model::headDesk, morning,
                           [](DeskStatement&) { return model::Result(); })) == ErrorCode::NotAllowed);
    // The lead invents a second head, who signs a head's desk in the place of the first.
    const auto puppet = taken(newMember(fake.vault, newMemberId(), false, otherPassword, {}, lead.keyring.member,
                                        &lead.keyring.signing, morning));
    const auto puppetId = newMemberId();
    done(amendVault(place.folder, lead, morning, [&](VaultStatement& next) -> model::Result {
        auto puppetKeys = puppet.keys;
        puppetKeys.from = next.lineage.counter;
        next.members.push_back({puppetId,
                                QStringLiteral("Second Head"),
                                morning,
                                {{Role::Head, next.lineage.counter, {}, lead.keyring.member}},
                                {puppetKeys},
                                {}});
        return {};
    }));
    Keyring ring;
    ring.member = puppetId;
    ring.signing = puppet.secrets.signing.clone();
    fake.lineage.by = puppetId;
    write(place, path, signDesk(fake, keys.newestSigning(), ring));
    CHECK(codeOf(place.tryUnlock(leadName, leadPassword)) == ErrorCode::Forked);
    CHECK(codeOf(readPolicy(place.folder, lead.policy.pins())) == ErrorCode::Forked);
    // And to take it away is noticed too.
    REQUIRE(QFile::remove(path));
    CHECK(codeOf(readPolicy(place.folder, lead.policy.pins())) == ErrorCode::Damaged);
}

TEST_CASE("A new epoch counts only if the one before signed it, and leads back to what was sealed before")
{
    const Place place;
    auto lead = place.lead();
    const auto desk = model::safeguardingDesk;
    const auto before = lead.keyring.desks.at(desk).newestSeed().clone();
    const auto change = [&](const crypto::SigningKeys& endorser, const crypto::SecretBytes& bridged) {
        auto next = *lead.policy.desk(desk);
        next.lineage = next.lineage.next(lead.policy.desks.at(desk).hash, morning, lead.keyring.member);
        const auto seed = DeskKeys::newSeed();
        auto epoch = DeskKeys::epochOf(2, seed);
        epoch.endorsement = endorse(endorser, next.vault, desk, epoch);
        epoch.bridge = crypto::seal(epoch.sealing, bridged.span());
        next.epochs.push_back(epoch);
        next.readers = {
            slotFor(QStringLiteral("member:") + lead.keyring.member, lead.keyring.sealing.front().publicKey, seed)};
        next.beside = {{QStringLiteral("vault"), lead.policy.vault.lineage.counter, lead.policy.vaultHash},
                       {model::everyoneDesk, 1, lead.policy.desks.at(model::everyoneDesk).hash}};
        auto alone = next;
        alone.epochs = {epoch};
        alone.epochs.front().number = 1;
        alone.epochs.front().bridge.clear();
        write(place, place.folder.deskFile(desk),
              signDesk(next, taken(DeskKeys::fromNewest(alone, seed.clone())).newestSigning(), lead.keyring));
    };
    const auto good = contents(place.folder.deskFile(desk));
    change(crypto::SigningKeys::make(), before);
    CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
    change(lead.keyring.desks.at(desk).newestSigning(), DeskKeys::newSeed());
    CHECK(codeOf(place.tryUnlock(leadName, leadPassword)) == ErrorCode::Damaged);
    change(lead.keyring.desks.at(desk).newestSigning(), before);
    const auto again = place.lead();
    const auto& keys = again.keyring.desks.at(desk);
    CHECK(keys.newestEpoch() == 2);
    CHECK(keys.sealing(1)->publicKey == lead.keyring.desks.at(desk).sealing(1)->publicKey);
    // The old statement, put back, is not what an installation remembers; without that it is merely older.
    overwrite(place.folder.deskFile(desk), good);
    CHECK(taken(readPolicy(place.folder)).desk(desk)->epochs.size() == 1);
}

TEST_CASE("A starting key does nothing but name its successor, and only it can")
{
    const Place place;
    auto lead = place.lead();
    const auto added = taken(enrol(place.folder, lead, {QStringLiteral("Second Lead"), Role::Dsl, {}}, morning));
    auto second = place.unlock(QStringLiteral("Second Lead"), added.startingPassword);
    CHECK(second.keyring.starting);
    CHECK(second.keyring.desks.contains(model::safeguardingDesk)); // sealed to the starting key
    const auto startingKey = second.keyring.signing.publicKey;
    const auto counter = second.policy.vault.lineage.counter;
    CHECK_FALSE(second.policy.maySign(added.member, startingKey, counter, {}));

    done(firstSignIn(place.folder, second, passwordBytes(otherPassword).span(), morning));
    const auto succession = *second.keyring.succession;
    CHECK(second.policy.maySign(added.member, succession.signing, counter, succession));
    CHECK_FALSE(second.policy.maySign(added.member, succession.signing, counter, {}));
    CHECK_FALSE(second.policy.maySign(lead.keyring.member, succession.signing, counter, succession));
    // Somebody else's key, signed by anybody but the starting key.
    const auto thief = crypto::SigningKeys::make();
    auto forged = succession;
    forged.signing = thief.publicKey;
    CHECK_FALSE(second.policy.maySign(added.member, forged.signing, counter, forged));
    forged.signature = succeedSignature(thief, second.policy.vault.vault, added.member, forged.signing, forged.sealing);
    CHECK_FALSE(second.policy.maySign(added.member, forged.signing, counter, forged));
    // A lead's own key is no starting key, and has no successor.
    const auto ownSuccession = Succession{thief.publicKey, succession.sealing,
                                          succeedSignature(lead.keyring.signing, second.policy.vault.vault,
                                                           lead.keyring.member, thief.publicKey, succession.sealing)};
    CHECK_FALSE(second.policy.maySign(lead.keyring.member, thief.publicKey, counter, ownSuccession));
    auto next = lead.policy.vault;
    next.lineage = next.lineage.next(lead.policy.vaultHash, morning, lead.keyring.member);
    next.members.front().keys.front().successor = ownSuccession;
    write(place, place.folder.vaultFile(),
          signVault(next, lead.keyring.desks.at(model::safeguardingDesk).newestSigning(), lead.keyring));
    CHECK(codeOf(readPolicy(place.folder)) == ErrorCode::Damaged);
}

TEST_CASE("After a first sign-in the new lead reads the desk, and the next reader's sign-in seals it anew")
{
    const Place place;
    auto lead = place.lead();
    const auto added = taken(enrol(place.folder, lead, {QStringLiteral("Second Lead"), Role::Dsl, {}}, morning));
    const auto box = place.folder.memberFile(added.member);
    const auto startingBox = contents(box);
    {
        auto second = place.unlock(QStringLiteral("Second Lead"), added.startingPassword);
        done(firstSignIn(place.folder, second, passwordBytes(otherPassword).span(), morning));
    }
    CHECK(codeOf(place.tryUnlock(QStringLiteral("Second Lead"), added.startingPassword)) == ErrorCode::WrongPassword);
    auto second = place.unlock(QStringLiteral("Second Lead"), otherPassword);
    CHECK_FALSE(second.keyring.starting);
    CHECK(second.keyring.desks.contains(model::safeguardingDesk));
    CHECK(second.keyring.succession);
    const auto sealedTo = [&](const Policy& policy) {
        for (const auto& slot : policy.desk(model::safeguardingDesk)->readers)
            if (slot.reader == QStringLiteral("member:") + added.member)
                return slot.sealing;
        return QByteArray();
    };
    CHECK(sealedTo(second.policy) != second.keyring.sealing.front().publicKey);
    done(reread(place.folder, lead));
    done(settle(place.folder, lead, morning));
    CHECK(sealedTo(lead.policy) == second.keyring.sealing.front().publicKey);
    CHECK(lead.policy.member(added.member)->currentKeys()->successor);
    const auto settled = contents(place.folder.vaultFile());
    done(settle(place.folder, lead, morning));
    CHECK(contents(place.folder.vaultFile()) == settled);
    second = place.unlock(QStringLiteral("Second Lead"), otherPassword);
    CHECK(second.keyring.desks.contains(model::safeguardingDesk));
    CHECK_FALSE(second.keyring.succession);
    // Who puts the starting box back gets nothing with the starting password.
    overwrite(box, startingBox);
    CHECK(codeOf(place.tryUnlock(QStringLiteral("Second Lead"), added.startingPassword)) == ErrorCode::Damaged);
}
