#include "model/json.h"
#include "place.h"
#include "vault/membership.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <functional>

using namespace heed;
using namespace heed::tests;
using namespace heed::vault;
using model::ErrorCode;

namespace {

using Path = QStringList; // keys, and numbers for the places of a list
using Change = std::function<QJsonValue(const QJsonValue&)>;

QJsonValue changed(const QJsonValue& value, const Path& path, const Change& change)
{
    if (path.isEmpty())
        return change(value);
    if (value.isArray()) {
        auto array = value.toArray();
        const auto index = path.front().toInt();
        array[index] = changed(array[index], path.mid(1), change);
        return array;
    }
    auto object = value.toObject();
    const auto inner = changed(object.value(path.front()), path.mid(1), change);
    if (inner.isUndefined())
        object.remove(path.front());
    else
        object[path.front()] = inner;
    return object;
}

/// Every key of the document; of the profile only that it is there, which has its own tests.
void collect(const QJsonValue& value, const Path& at, std::vector<std::pair<Path, QJsonValue>>& all)
{
    if (!at.isEmpty())
        all.emplace_back(at, value);
    if (value.isArray())
        for (qsizetype i = 0; i < value.toArray().size(); ++i)
            collect(value.toArray().at(i), at + QStringList{QString::number(i)}, all);
    if (value.isObject() && at != Path{QStringLiteral("profile")})
        for (const auto& key : value.toObject().keys())
            collect(value.toObject().value(key), at + QStringList{key}, all);
}

const QSet<QString> optional{QStringLiteral("grantedAt"),   QStringLiteral("madeAt"),    QStringLiteral("starting"),
                             QStringLiteral("successor"),   QStringLiteral("until"),     QStringLiteral("endedAt"),
                             QStringLiteral("group"),       QStringLiteral("recovery"),  QStringLiteral("beside"),
                             QStringLiteral("endorsement"), QStringLiteral("bridge"),    QStringLiteral("forRecovery"),
                             QStringLiteral("succession"),  QStringLiteral("fromEpoch"), QStringLiteral("endings"),
                             QStringLiteral("heads")};
const QSet<QString> bytes{QStringLiteral("vault"),     QStringLiteral("history"),     QStringLiteral("signing"),
                          QStringLiteral("sealing"),   QStringLiteral("journalKey"),  QStringLiteral("endorsement"),
                          QStringLiteral("bridge"),    QStringLiteral("forRecovery"), QStringLiteral("publicKey"),
                          QStringLiteral("secret"),    QStringLiteral("hash"),        QStringLiteral("salt"),
                          QStringLiteral("signature"), QStringLiteral("secrets"),     QStringLiteral("device")};

QString lastKey(const Path& path)
{
    for (auto key = path.rbegin(); key != path.rend(); ++key)
        if (!key->at(0).isDigit())
            return *key;
    return {};
}

struct Case {
    QString what;
    QByteArray payload;
    QStringList anyOf; ///< one of these keys must be named
};

/// What a careless or hostile writer may make of a payload, each with the field that the refusal must name.
std::vector<Case> casesOf(const QByteArray& payload)
{
    const auto document = QJsonDocument::fromJson(payload);
    const QJsonValue root = document.object();
    std::vector<std::pair<Path, QJsonValue>> all;
    collect(root, {}, all);
    std::vector<Case> cases;
    const auto add = [&](const QString& what, const Path& path, const Change& change, QStringList names) {
        cases.push_back({what + u' ' + path.join(u'.'), QJsonDocument(changed(root, path, change).toObject()).toJson(),
                         std::move(names)});
    };
    constexpr qint64 sentinel = 1234567890123;
    for (const auto& [path, value] : all) {
        const auto key = lastKey(path);
        QStringList names{key};
        if (path.size() > 1)
            names << lastKey(path.mid(0, path.size() - 1));
        const bool isField = !path.back().at(0).isDigit();
        if (isField && !optional.contains(key))
            add(
                QStringLiteral("missing"), path, [](auto&&) { return QJsonValue(QJsonValue::Undefined); }, names);
        add(
            QStringLiteral("another type"), path,
            [](const QJsonValue& old) { return old.isString() ? QJsonValue(7) : QJsonValue(QStringLiteral("*x*")); },
            names);
        if (bytes.contains(key) && value.isString())
            add(
                QStringLiteral("too short"), path, [](auto&&) { return QStringLiteral("AAAA"); }, names);
        if (value.isObject() && key != QStringLiteral("profile"))
            add(QStringLiteral("unknown key in"), path + QStringList{QStringLiteral("colour")},
                [](auto&&) { return QJsonValue(true); }, {QStringLiteral("colour")});
        if (value.isDouble()) {
            add(
                QStringLiteral("negative"), path, [](auto&&) { return QJsonValue(-1); }, names);
            if (!path.contains(QStringLiteral("heads"))) // a PC may have written that many entries
                add(
                    QStringLiteral("64 Gi"), path, [](auto&&) { return QJsonValue(qint64(65536)); }, names);
            add(
                QStringLiteral("2^62"), path, [](auto&&) { return QJsonValue(qint64(1) << 62); }, names);
            add(QStringLiteral("2^63"), path, [](auto&&) { return QJsonValue(sentinel); },
                {QStringLiteral("too large")});
            cases.back().payload.replace("1234567890123", "9223372036854775808");
        }
    }
    QSet<QString> keys;
    for (const auto& [path, value] : all)
        keys << lastKey(path);
    for (const auto& key : keys) {
        auto twice = payload;
        const auto quoted = '"' + key.toUtf8() + "\": ";
        const auto at = twice.indexOf(quoted);
        REQUIRE(at >= 0);
        twice.insert(at, quoted + "0, ");
        cases.push_back({QStringLiteral("twice ") + key, twice, {key}});
    }
    return cases;
}

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
        HEED_TRY(readBox(folder, policy, member).map([](auto&&) {}));
    return {};
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
    auto lead = place.lead();
    // A second statement of the desks and of vault.json, so that histories are not empty.
    const auto staff =
        taken(enrol(place.folder, lead, {QStringLiteral("Anna Assistant"), model::Role::Staff, {}}, morning));
    done(changeRole(
        place.folder, lead, QStringLiteral("Anna Assistant"), model::Role::Head,
        [](const crypto::SecretBytes&) -> model::Expected<std::vector<model::Head>> {
            return std::vector<model::Head>{{QByteArray(16, 'd'), 12, QByteArray(32, 'h')}};
        },
        morning));
    auto& ring = lead.keyring;
    const auto byMember = QStringLiteral("member:") + ring.member;
    const std::vector<Signer> both{
        {QStringLiteral("desk:safeguarding"), &ring.desks.at(model::safeguardingDesk).newestSigning()},
        {byMember, &ring.signing}};
    const auto strangerKeys = crypto::SigningKeys::make();
    const std::vector<Signer> stranger{{both[0].by, &strangerKeys}, {both[1].by, &strangerKeys}};
    struct Target {
        QString path;
        QString format;
        std::vector<Signer> right;
    };
    const std::vector<Target> targets{
        {place.folder.vaultFile(), vaultFormat, both},
        {place.folder.deskFile(model::safeguardingDesk), deskFormat, both},
        {place.folder.deskFile(model::everyoneDesk), deskFormat, both},
        {place.folder.memberFile(ring.member), memberFormat, {both[1]}},
        {place.folder.memberFile(staff.member), memberFormat, {both[1]}},
    };
    done(readAll(place.folder));
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    for (const auto& target : targets) {
        const auto good = contents(target.path);
        const auto payload = fileAt(target.path, target.format).payload;
        for (const auto& one : casesOf(payload)) {
            INFO(target.path.toStdString() << ": " << one.what.toStdString());
            overwrite(target.path, signedFile(target.format, one.payload, target.right));
            isRefused(place.folder, one.anyOf);
            ++count;
        }
        // The same, not signed by who may.
        auto edited = payload;
        edited.replace("2026", "2027");
        SignedFile unsignedFile{target.format, edited, fileAt(target.path, target.format).signatures};
        overwrite(target.path, writeSignedFile(unsignedFile));
        isRefused(place.folder, {QStringLiteral("signatures")});
        unsignedFile.signatures.clear();
        overwrite(target.path, writeSignedFile(unsignedFile));
        isRefused(place.folder, {QStringLiteral("signatures")});
        auto strangers = stranger;
        strangers.resize(target.right.size());
        overwrite(target.path, signedFile(target.format, edited, strangers));
        isRefused(place.folder, {QStringLiteral("signatures")});
        overwrite(target.path, good);
        done(readAll(place.folder));
    }
    CHECK(count > 300);
    // No field of them makes Heed work for long; Argon2id alone would take half a second each.
    CHECK(timer.elapsed() < count * 100);
}

TEST_CASE("The envelope of a signed file: every key, and every byte")
{
    const Place place;
    for (const auto& path : {place.folder.vaultFile(), place.folder.deskFile(model::everyoneDesk),
                             place.folder.memberFile(taken(readPolicy(place.folder)).vault.members.front().id)}) {
        const auto good = contents(path);
        INFO(path.toStdString());
        for (const auto& one : casesOf(good)) {
            INFO(one.what.toStdString());
            overwrite(path, one.payload);
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
