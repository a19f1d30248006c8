#include "bad_input.h"
#include "place.h"
#include "vault/membership.h"
#include "vault/recovery.h"

#include <QElapsedTimer>

#include <type_traits>

using namespace heed;
using namespace heed::tests;
using namespace heed::vault;
using model::ErrorCode;

namespace {

struct Signer {
    QString by;
    const crypto::SigningKeys* keys;
};

QByteArray signedFile(const QString& format, const QByteArray& payload, const std::vector<Signer>& signers)
{
    SignedFile file{format, payload, {}};
    for (const auto& signer : signers)
        file.sign(signer.by, *signer.keys);
    return writeSignedFile(file);
}

SignedFile fileAt(const QString& path, const QString& format)
{
    return taken(parseSignedFile(contents(path), format, path));
}

/// What a lead's own Heed would do next, without the password.
model::Result readAll(const Folder& folder)
{
    HEED_TAKE(const auto policy, readPolicy(folder));
    for (const auto& member : policy.vault.members)
        if (!member.endedAt)
            HEED_TRY(readBox(folder, policy, member).map([](auto&&) {}));
    return {};
}

QString formatOf(const QByteArray& file)
{
    return QJsonDocument::fromJson(file).object().value(QStringLiteral("format")).toString();
}

/// A school to which everything has happened that leaves something in its signed files.
struct FullSchool {
    Unlocked head;
    Unlocked anna;   ///< of the staff; she made her own keys at her first sign-in
    QString waiting; ///< has not signed in yet
};

FullSchool fullSchool(const Place& place)
{
    const auto& folder = place.folder;
    auto lead = place.lead();
    const ReadHeads heads = [](const crypto::SecretBytes&) -> model::Expected<std::vector<model::Head>> {
        return std::vector<model::Head>{{QByteArray(16, 'd'), 12, QByteArray(32, 'h')}};
    };
    const auto annaName = QStringLiteral("Anna Assistant");
    const auto headName = QStringLiteral("Hedda Mock");
    const auto leaver = QStringLiteral("Second Lead");
    const auto enrolled = taken(enrol(folder, lead, {annaName, model::Role::Staff, {}}, morning));
    auto anna = place.unlock(annaName, enrolled.startingPassword);
    done(firstSignIn(folder, anna, passwordBytes(otherPassword).span(), morning));
    taken(enrol(folder, lead, {headName, model::Role::Head, otherPassword}, morning));
    auto head = place.unlock(headName, otherPassword);
    done(openOwnDesk(folder, head, morning));
    taken(enrol(folder, lead, {leaver, model::Role::Dsl, otherPassword}, morning));
    done(changeRole(folder, lead, annaName, model::Role::Chair, heads, morning));
    done(changeRole(folder, lead, annaName, model::Role::Staff, heads, morning));
    done(endMembership(folder, lead, leaver, heads, morning));
    taken(reissueShares(folder, lead, model::safeguardingDesk, 3, 2, {}, morning));
    const auto ask = [&](bool asks) {
        done(amendVault(folder, lead, morning, [&](VaultStatement& next) -> model::Result {
            next.profile = filled<model::Profile>();
            next.profile.secondAgreement = asks;
            next.guidance = {{QStringLiteral("ours.md"), "# Ours"}};
            next.group = QStringLiteral("teachers");
            return {};
        }));
    };
    for (const bool asks : {true, false, true})
        ask(asks);
    auto waiting = taken(enrol(folder, lead, {QStringLiteral("Wendy Waiting"), model::Role::Staff, {}}, morning));
    return {place.unlock(headName, otherPassword), place.unlock(annaName, otherPassword), std::move(waiting.member)};
}

void isRefused(const Folder& folder, const QStringList& anyOf)
{
    const auto result = readAll(folder);
    REQUIRE_FALSE(result);
    INFO(result.error().message.toStdString());
    CHECK(result.error().code == ErrorCode::Damaged);
    CHECK(std::any_of(anyOf.begin(), anyOf.end(),
                      [&](const QString& name) { return result.error().message.contains(name); }));
}

} // namespace

TEST_CASE("Every field of every signed file that is missing, mistyped, out of range, doubled, unknown or unsigned is "
          "refused by name")
{
    const Place place;
    const auto school = fullSchool(place);
    const auto lead = place.lead();
    const auto& ring = lead.keyring;
    const auto byMember = QStringLiteral("member:") + ring.member;
    const std::vector<Signer> both{
        {QStringLiteral("desk:safeguarding"), &ring.desks.at(model::safeguardingDesk).newestSigning()},
        {byMember, &ring.signing}};
    const std::vector<Signer> byHead{
        {QStringLiteral("desk:head"), &school.head.keyring.desks.at(model::headDesk).newestSigning()},
        {QStringLiteral("member:") + school.head.keyring.member, &school.head.keyring.signing}};
    const std::vector<Signer> byAnna{
        {QStringLiteral("member:") + school.anna.keyring.member, &school.anna.keyring.signing}};
    const auto strangerKeys = crypto::SigningKeys::make();
    struct Target {
        QString path;
        QString format;
        std::vector<Signer> right;
        std::function<std::vector<KnownField>(const SignedFile&)> fields;
    };
    const auto fieldsOfPayload = []<class T>(std::type_identity<T>) {
        return [](const SignedFile& file) { return fieldsOf(taken(parsePayload<T>(file, {}))); };
    };
    const auto vaultFields = fieldsOfPayload(std::type_identity<VaultStatement>());
    const auto deskFields = fieldsOfPayload(std::type_identity<DeskStatement>());
    const auto boxFields = fieldsOfPayload(std::type_identity<MemberBox>());
    const std::vector<Target> targets{
        {place.folder.vaultFile(), vaultFormat, both, vaultFields},
        {place.folder.deskFile(model::safeguardingDesk), deskFormat, both, deskFields},
        {place.folder.deskFile(model::everyoneDesk), deskFormat, both, deskFields},
        {place.folder.deskFile(model::headDesk), deskFormat, byHead, deskFields},
        {place.folder.memberFile(ring.member), memberFormat, {both[1]}, boxFields},
        {place.folder.memberFile(school.anna.keyring.member), memberFormat, byAnna, boxFields},
        {place.folder.memberFile(school.waiting), memberFormat, {both[1]}, boxFields},
    };
    // What no number or length makes wrong: a PC may have written that many entries, and a page is what somebody wrote.
    // And what a desk's new key found beside it may have had any version.
    const QStringList anyValue{QStringLiteral("endings.heads.number"), QStringLiteral("guidance.content"),
                               QStringLiteral("beside.counter")};
    done(readAll(place.folder));
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    std::map<QString, QSet<QString>> seen;
    std::map<QString, std::vector<KnownField>> known;
    for (const auto& target : targets) {
        const auto good = contents(target.path);
        const auto file = fileAt(target.path, target.format);
        const auto fields = target.fields(file);
        for (const auto& field : fields)
            if (field.isThere)
                seen[target.format] << field.type;
        known[target.format].insert(known[target.format].end(), fields.begin(), fields.end());
        for (const auto& one : badInputs(file.payload, fields, anyValue)) {
            INFO(target.path.toStdString() << ": " << one.what.toStdString());
            overwrite(target.path, signedFile(target.format, one.document, target.right));
            isRefused(place.folder, one.anyOf);
            ++count;
        }
        // The same, not signed by who may.
        auto edited = file.payload;
        edited.replace("2026", "2027");
        SignedFile unsignedFile{target.format, edited, file.signatures};
        overwrite(target.path, writeSignedFile(unsignedFile));
        isRefused(place.folder, {QStringLiteral("signatures")});
        unsignedFile.signatures.clear();
        overwrite(target.path, writeSignedFile(unsignedFile));
        isRefused(place.folder, {QStringLiteral("signatures")});
        std::vector<Signer> strangers;
        for (const auto& signer : target.right)
            strangers.push_back({signer.by, &strangerKeys});
        overwrite(target.path, signedFile(target.format, edited, strangers));
        isRefused(place.folder, {QStringLiteral("signatures")});
        overwrite(target.path, good);
        done(readAll(place.folder));
    }
    // Every field that there is was in at least one of them: one that is added to a type has to be made here, too.
    for (const auto& [format, fields] : known) {
        INFO(neverThere(fields, seen[format]).join(u' ').toStdString());
        CHECK(neverThere(fields, seen[format]).isEmpty());
    }
    CHECK(count > 1000);
    // No field of them makes Heed work for long; Argon2id alone would take half a second each.
    CHECK(timer.elapsed() < count * 100);
}

TEST_CASE("What a member's box holds is refused by name where it is not what it should be, and where it is cut")
{
    const Place place;
    const auto id = place.lead().keyring.member;
    const auto path = place.folder.memberFile(id);
    auto lead = place.lead();
    auto box = lead.box;
    const auto sign = [&] {
        SignedFile file{memberFormat, writePayload(box), {}};
        file.sign(QStringLiteral("member:") + id, lead.keyring.signing);
        overwrite(path, writeSignedFile(file));
    };
    // Everything beside the secrets is bound to them: what its owner did not write opens no more.
    box.lineage.at = box.lineage.at.addDays(1);
    sign();
    CHECK(codeOf(place.tryUnlock(leadName, leadPassword)) == ErrorCode::WrongPassword);
    box = lead.box;
    box.secrets.chop(1);
    sign();
    CHECK(codeOf(place.tryUnlock(leadName, leadPassword)) == ErrorCode::WrongPassword);
    // Another's secrets under the right password.
    box = lead.box;
    BoxSecrets others{crypto::SigningKeys::make(), {}, {}};
    others.sealing.push_back(crypto::SealingKeys::make());
    closeBox(box, others, lead.boxKey);
    sign();
    const auto foreign = place.tryUnlock(leadName, leadPassword);
    CHECK(codeOf(foreign) == ErrorCode::Damaged);
    CHECK(foreign.error().message.contains(QStringLiteral("\"signing\"")));
}

TEST_CASE("The envelope of a signed file: every key, and every byte")
{
    const Place place;
    for (const auto& path : {place.folder.vaultFile(), place.folder.deskFile(model::everyoneDesk),
                             place.folder.memberFile(taken(readPolicy(place.folder)).vault.members.front().id)}) {
        const auto good = contents(path);
        INFO(path.toStdString());
        for (const auto& one : badInputs(good, fieldsOf(taken(parseSignedFile(good, formatOf(good), {}))))) {
            INFO(one.what.toStdString());
            overwrite(path, one.document);
            isRefused(place.folder, one.anyOf + QStringList{QStringLiteral("signatures"), QStringLiteral("format")});
        }
        const auto payloadAt = good.indexOf("payload");
        const auto payloadEnd = good.indexOf('\n', payloadAt);
        int unseen = 0;
        for (qsizetype i = 0; i<good.size(); i += i> payloadAt + 12 && i < payloadEnd - 24 ? 11 : 1) {
            auto bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (bad[i] == '\n' || bad[i] == ' ' ? ('\n' ^ ' ') : 1));
            overwrite(path, bad);
            const auto result = readAll(place.folder);
            if (result || result.error().code != ErrorCode::Damaged) {
                ++unseen;
                UNSCOPED_INFO("byte " << i);
            }
        }
        CHECK(unseen == 0);
        for (const auto& cut : {QByteArray(), good.chopped(1), good.left(good.size() / 2), QByteArray(good + '\n')}) {
            overwrite(path, cut);
            CHECK(codeOf(readAll(place.folder)) == ErrorCode::Damaged);
        }
        overwrite(path, good);
        done(readAll(place.folder));
    }
}
