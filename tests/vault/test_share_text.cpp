#include "crypto/random.h"
#include "crypto/seal.h"
#include "place.h"
#include "vault/share_text.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::vault;

namespace {

const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

PrintedShare someShare()
{
    done(crypto::start());
    auto shares = taken(crypto::split(crypto::SecretBytes::random(32).span(), 2, 3));
    return {crypto::randomBytes(4), deskTagOf(model::safeguardingDesk), 3, 2, std::move(shares.front())};
}

/// Where a symbol of the joined groups stands in the text with spaces, and which group that is, counted from 1.
int groupOf(qsizetype symbol)
{
    return static_cast<int>(symbol / 5) + 1;
}

QString named(int group)
{
    return QStringLiteral("Group %1 ").arg(group);
}

} // namespace

TEST_CASE("A share reads back as it was printed, however it is typed")
{
    const auto share = someShare();
    const auto groups = shareGroups(share);
    auto sloppy = groups.join(u'\n').toLower();
    sloppy.replace(u'0', u'o').replace(u'1', u'l');
    for (const auto& text : {groups.join(u' '), groups.join(u'-'), groups.join(QString()), sloppy}) {
        const auto read = taken(parseShare(text));
        CHECK(read.vaultTag == share.vaultTag);
        CHECK(read.deskTag == share.deskTag);
        CHECK(read.set == 3);
        CHECK(read.threshold == 2);
        CHECK(read.share.index == share.share.index);
        CHECK(read.share.bytes.equals(share.share.bytes.span()));
    }
}

TEST_CASE("Every single wrong symbol and every two that changed places are noticed, and their group is named")
{
    const auto text = shareGroups(someShare()).join(QString());
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (const auto symbol : alphabet) {
            if (symbol == text[i])
                continue;
            auto wrong = text;
            wrong[i] = symbol;
            const auto read = parseShare(wrong);
            REQUIRE_FALSE(read);
            REQUIRE(read.error().code == model::ErrorCode::BadInput);
            REQUIRE(read.error().message.startsWith(named(groupOf(i))));
        }
        if (i + 1 == text.size() || text[i] == text[i + 1])
            continue;
        auto swapped = text;
        swapped[i] = text[i + 1];
        swapped[i + 1] = text[i];
        const auto read = parseShare(swapped);
        REQUIRE_FALSE(read);
        REQUIRE(read.error().message.startsWith(named(groupOf(i))));
    }
    // Two groups in each other's place.
    for (qsizetype i = 0; i + 10 <= text.size(); i += 5) {
        const auto swapped = text.left(i) + text.mid(i + 5, 5) + text.mid(i, 5) + text.mid(i + 10);
        if (swapped != text)
            REQUIRE_FALSE(parseShare(swapped));
    }
}

TEST_CASE("Too few, too many, strange and foreign symbols are told as such")
{
    const auto groups = shareGroups(someShare());
    CHECK(codeOf(parseShare({})) == model::ErrorCode::BadInput);
    CHECK(parseShare(groups.mid(1).join(u' ')).error().message.contains(QStringLiteral("18 groups")));
    CHECK(parseShare((groups + groups.mid(0, 1)).join(u' ')).error().message.contains(QStringLiteral("18 groups")));
    CHECK(parseShare(groups.join(u' ') + QStringLiteral("U")).error().message.contains(QStringLiteral("\"U\"")));
    CHECK(codeOf(parseShare(QString(100'000, u'A'))) == model::ErrorCode::BadInput);
}

TEST_CASE("Any k of the printed shares give the desk's recovery key, and k - 1 do not")
{
    const Place place;
    const auto policy = taken(readPolicy(place.folder));
    const auto& recovery = *policy.desk(model::safeguardingDesk)->recovery;
    const auto keyFrom = [&](const std::vector<std::size_t>& which) {
        std::vector<crypto::Share> shares;
        for (const auto i : which)
            shares.push_back(taken(parseShare(shareGroups(place.made.shares[i]).join(u' '))).share);
        return crypto::SealingKeys::fromSeed(crypto::combine(shares).span()).publicKey;
    };
    CHECK(keyFrom({0, 1}) == recovery.publicKey);
    CHECK(keyFrom({2, 0}) == recovery.publicKey);
    CHECK(keyFrom({1, 2}) == recovery.publicKey);
    CHECK(keyFrom({0, 1, 2}) == recovery.publicKey);
    CHECK(keyFrom({1}) != recovery.publicKey);
    CHECK(keyFrom({1, 1}) != recovery.publicKey);
}
