#include "crypto/random.h"
#include "crypto/seal.h"
#include "place.h"
#include "vault/share_look.h"
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

TEST_CASE("A share says how far it is while it is typed, and which group is wrong")
{
    const auto groups = shareGroups(someShare());
    CHECK(readGroups({}).typed == 0);
    CHECK(readGroups({}).of == 18);
    for (int count = 1; count <= groups.size(); ++count) {
        const auto read = readGroups(groups.mid(0, count).join(u' ').toLower());
        CHECK(read.typed == count);
        CHECK(read.wrong.empty());
    }
    // A group that is being typed is not wrong yet; one that was left short is.
    CHECK(readGroups(groups.mid(0, 3).join(u'-') + u'-' + groups[3].left(2)).wrong.empty());
    CHECK(readGroups(groups[0].left(3) + u' ' + groups[1]).wrong ==
          std::vector<std::pair<int, QString>>{{1, groups[0].left(3)}});
    auto wrong = groups;
    wrong[6] = wrong[6].left(4) + (wrong[6].back() == u'A' ? u'B' : u'A');
    const auto read = readGroups(wrong.join(QString()));
    CHECK(read.typed == 17);
    CHECK(read.wrong == std::vector<std::pair<int, QString>>{{7, wrong[6]}});
    // In another's place a group does not fit.
    CHECK(readGroups(groups[1] + u' ' + groups[0]).wrong.size() == 2);
}

TEST_CASE("Each share is named for what it is beside the others")
{
    using State = ShareLook::State;
    const Place place;
    const Place elsewhere;
    const auto policy = taken(readPolicy(place.folder));
    const auto text = [](const PrintedShare& share) { return shareGroups(share).join(u' '); };
    const auto& shares = place.made.shares;
    const auto look = [&](const QStringList& typed) {
        std::vector<State> states;
        for (const auto& one : lookAtShares(policy, typed)) {
            states.push_back(one.state);
            CHECK((one.state == State::Empty) == one.sentence.isEmpty());
        }
        return states;
    };
    CHECK(look({text(shares[0]), QString(), text(shares[2])}) ==
          std::vector<State>{State::Fits, State::Empty, State::Fits});
    CHECK(look({text(shares[0]), text(shares[0])}) == std::vector<State>{State::Fits, State::Doubled});
    CHECK(look({text(elsewhere.made.shares[0]), text(shares[0])}) ==
          std::vector<State>{State::OtherVault, State::Fits});
    CHECK(look({text(shares[0]).left(30)}) == std::vector<State>{State::Unfinished});
    CHECK(look({text(shares[0]).left(30) + QStringLiteral("XXXXX")}) == std::vector<State>{State::Mistyped});
    const auto retagged = [&](const QByteArray& deskTag, int set) {
        return PrintedShare{shares[1].vaultTag, deskTag, set, 2, {2, shares[1].share.bytes.clone()}};
    };
    CHECK(look({text(shares[0]), text(retagged(deskTagOf(model::headDesk), 1))}) ==
          std::vector<State>{State::Fits, State::OtherDesk});
    CHECK(look({text(retagged(deskTagOf(model::headDesk), 1))}) == std::vector<State>{State::OtherDesk});
    CHECK(look({text(retagged(shares[1].deskTag, 2))}) == std::vector<State>{State::Outdated});
    CHECK(lookAtShares(policy, {QString(50'000, u'A')}).front().sentence.size() < 200);
}
