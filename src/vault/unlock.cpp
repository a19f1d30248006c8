#include "vault/unlock.h"

#include "platform/atomic_file.h"
#include "vault/password.h"

#include <algorithm>

namespace heed::vault {

using model::ErrorCode;
using model::failure;
using model::Result;

namespace {

BoxSecrets secretsOf(const Keyring& ring, std::vector<Pin> pins)
{
    BoxSecrets secrets{ring.signing.clone(), {}, std::move(pins)};
    for (const auto& keys : ring.sealing)
        secrets.sealing.push_back(keys.clone());
    return secrets;
}

/// Writes the member's box anew, signed by the member.
Result writeBox(const Folder& folder, Unlocked& unlocked, const QDateTime& now)
{
    auto& box = unlocked.box;
    box.lineage = box.lineage.next(unlocked.boxHash, now, unlocked.keyring.member);
    closeBox(box, secretsOf(unlocked.keyring, unlocked.policy.pins()), unlocked.boxKey);
    SignedFile file{memberFormat, writePayload(box), {}};
    file.sign(QStringLiteral("member:") + box.member, unlocked.keyring.signing);
    HEED_TAKE(const auto lock, folder.lock());
    HEED_TRY(platform::replaceFile(folder.memberFile(box.member), writeSignedFile(file), folder.fileMode()));
    unlocked.boxHash = file.hash();
    return {};
}

bool knowsEveryDesk(const std::vector<Pin>& pins, const Policy& policy)
{
    return std::all_of(policy.desks.begin(), policy.desks.end(), [&](const auto& desk) {
        return std::any_of(pins.begin(), pins.end(), [&](const Pin& pin) { return pin.desk == desk.first; });
    });
}

} // namespace

model::Expected<Unlocked> unlock(const Folder& folder, const QString& name, crypto::ByteSpan password,
                                 const QDateTime& now)
{
    HEED_TAKE(auto policy, readPolicy(folder));
    const auto* member = policy.memberNamed(name);
    if (!member)
        return failure(ErrorCode::UnknownMember,
                       QStringLiteral("Nobody called \"%1\" can sign in here: check the spelling, or ask a designated "
                                      "safeguarding lead.")
                           .arg(name.left(100)));
    const auto role = member->role();
    const auto* keys = member->currentKeys();
    if (!role || !keys)
        return failure(ErrorCode::NotAllowed,
                       QStringLiteral("%1 has left this vault: ask a designated safeguarding lead.").arg(member->name));

    HEED_TAKE(auto read, readBox(folder, policy, *member));
    HEED_TAKE(auto opened, openBox(read.box, password));

    auto pins = std::move(opened.secrets.pins);
    // Read again, now holding this member to the desks that they have always seen.
    HEED_TAKE(policy, readPolicy(folder, pins));
    member = policy.memberNamed(name);
    if (!member || member->id != read.box.member)
        return failure(ErrorCode::InUse, QStringLiteral("The list of members has just changed: try again."));

    Unlocked unlocked{std::move(policy), {}, std::move(read.box), std::move(read.hash), std::move(opened.key)};
    auto& ring = unlocked.keyring;
    ring.member = member->id;
    ring.name = member->name;
    ring.role = *role;
    ring.signing = std::move(opened.secrets.signing);
    ring.sealing = std::move(opened.secrets.sealing);
    ring.starting = unlocked.box.starting;
    const auto* current = unlocked.policy.member(ring.member)->currentKeys();
    if (current && current->starting && !current->successor)
        ring.succession = unlocked.box.succession;
    HEED_TRY(openDesks(unlocked.policy, ring));
    if (!ring.starting && !knowsEveryDesk(pins, unlocked.policy)) {
        // Where the vault can only be read, the desk is pinned another day.
        static_cast<void>(writeBox(folder, unlocked, now));
    }
    return unlocked;
}

Result firstSignIn(const Folder& folder, Unlocked& unlocked, crypto::ByteSpan password, const QDateTime& now)
{
    auto& ring = unlocked.keyring;
    if (!ring.starting)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("You have signed in here before: change your password instead."));
    const auto starting = std::move(ring.signing);
    ring.signing = crypto::SigningKeys::make();
    ring.sealing.insert(ring.sealing.begin(), crypto::SealingKeys::make());
    const auto& signing = ring.signing.publicKey;
    const auto& sealing = ring.sealing.front().publicKey;
    ring.succession = Succession{
        signing, sealing, succeedSignature(starting, unlocked.policy.vault.vault, ring.member, signing, sealing)};
    ring.starting = false;

    auto& box = unlocked.box;
    box.signing = signing;
    box.sealing = sealing;
    box.starting = false;
    box.succession = ring.succession;
    HEED_TAKE(unlocked.boxKey, newBoxKey(box, password));
    HEED_TRY(writeBox(folder, unlocked, now));
    unlocked.policy.successions.insert_or_assign(ring.member, *ring.succession);
    return {};
}

Result changePassword(const Folder& folder, Unlocked& unlocked, crypto::ByteSpan password, const QDateTime& now)
{
    HEED_TAKE(unlocked.boxKey, newBoxKey(unlocked.box, password));
    return writeBox(folder, unlocked, now);
}

} // namespace heed::vault
