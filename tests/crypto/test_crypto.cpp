#include "crypto/aead.h"
#include "crypto/argon2.h"
#include "crypto/hash.h"
#include "crypto/random.h"
#include "crypto/seal.h"
#include "crypto/self_test.h"
#include "crypto/shares.h"
#include "crypto/sign.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QSet>

#include <limits>

using namespace heed;
using namespace heed::crypto;

namespace {
const bool ready = start().has_value();

ByteSpan bytes(const char* text)
{
    return spanOf(QByteArrayView(text));
}
} // namespace

TEST_CASE("The primitives give their known answers")
{
    REQUIRE(ready);
}

TEST_CASE("A hash tells its context and its parts apart")
{
    const auto one = hash("a", {bytes("bc"), bytes("d")});
    CHECK(one.size() == 32);
    CHECK(one == hash("a", {bytes("bc"), bytes("d")}));
    CHECK(one != hash("a", {bytes("b"), bytes("cd")}));
    CHECK(one != hash("ab", {bytes("c"), bytes("d")}));
    const auto key = SecretBytes::random(32);
    CHECK_FALSE(derive(key.span(), "x").equals(derive(key.span(), "y").span()));
    CHECK(derive(key.span(), "x").equals(derive(key.span(), "x").span()));
}

TEST_CASE("What is encrypted opens only with its key, its bound bytes and every bit of itself")
{
    const auto key = SecretBytes::random(32);
    auto box = encrypt(key.span(), bytes("header"), bytes("words of a record"));
    CHECK(decrypt(key.span(), bytes("header"), box)->equals(bytes("words of a record")));
    CHECK_FALSE(decrypt(key.span(), bytes("other"), box));
    CHECK_FALSE(decrypt(SecretBytes::random(32).span(), bytes("header"), box));
    for (qsizetype i = 0; i < box.size(); ++i) {
        auto damaged = box;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        CHECK_FALSE(decrypt(key.span(), bytes("header"), damaged));
        CHECK_FALSE(decrypt(key.span(), bytes("header"), box.left(i)));
    }
}

TEST_CASE("A seal opens for its reader alone and does not name them")
{
    const auto reader = SealingKeys::make();
    const auto other = SealingKeys::make();
    const auto sealed = seal(reader.publicKey, bytes("key"));
    CHECK(sealed.size() == 3 + sealOverhead);
    CHECK(openSeal(reader, sealed)->equals(bytes("key")));
    CHECK_FALSE(openSeal(other, sealed));
    CHECK_FALSE(sealed.contains(reader.publicKey));
    CHECK(SealingKeys::fromSecret(reader.secretKey.clone()).publicKey == reader.publicKey);
}

TEST_CASE("A signature holds for its author, its context and its parts")
{
    const auto author = SigningKeys::make();
    const auto signature = sign(author, "entry", {bytes("head"), bytes("body")});
    CHECK(verify(author.publicKey, "entry", {bytes("head"), bytes("body")}, signature));
    CHECK_FALSE(verify(author.publicKey, "entry", {bytes("hea"), bytes("dbody")}, signature));
    CHECK_FALSE(verify(author.publicKey, "vault", {bytes("head"), bytes("body")}, signature));
    CHECK_FALSE(verify(SigningKeys::make().publicKey, "entry", {bytes("head"), bytes("body")}, signature));
    CHECK_FALSE(verify(author.publicKey, "entry", {bytes("head"), bytes("body")}, signature.left(63)));
    CHECK(SigningKeys::fromSeed(author.seed.clone()).publicKey == author.publicKey);
}

TEST_CASE("Argon2id refuses a cost outside its range before it does any work")
{
    struct Case {
        Argon2Cost cost;
        bool good;
    };
    const auto c = GENERATE(values<Case>({{{64, 3}, true},
                                          {{63, 3}, false},
                                          {{65536, 3}, false},
                                          {{256, 2}, false},
                                          {{256, 11}, false},
                                          {{-1, 3}, false},
                                          {{std::numeric_limits<qint64>::max(), 3}, false}}));
    const auto key = stretch(bytes("password"), QByteArray(16, 's'), c.cost);
    CHECK(key.has_value() == c.good);
    if (!c.good)
        CHECK(key.error().code == model::ErrorCode::Damaged);
}

TEST_CASE("Any k shares give the secret back, and k - 1 do not")
{
    struct Case {
        int threshold;
        int count;
    };
    const auto c = GENERATE(values<Case>({{2, 3}, {3, 5}, {16, 16}, {2, 2}, {2, 16}}));
    const auto secret = SecretBytes::random(32);
    auto shares = split(secret.span(), c.threshold, c.count);
    REQUIRE(shares);
    // Every window of k neighbours, around the end as well.
    for (int from = 0; from < c.count; ++from) {
        std::vector<Share> some;
        for (int i = 0; i < c.threshold; ++i) {
            const auto& share = (*shares)[static_cast<std::size_t>((from + i) % c.count)];
            some.push_back({share.index, share.bytes.clone()});
        }
        CHECK(combine(some).equals(secret.span()));
        some.pop_back();
        CHECK_FALSE(combine(some).equals(secret.span()));
    }
}

TEST_CASE("A share count that makes no sense is refused")
{
    struct Case {
        int threshold;
        int count;
    };
    const auto c = GENERATE(values<Case>({{1, 3}, {4, 3}, {2, 17}, {0, 0}, {-1, 2}}));
    CHECK_FALSE(split(bytes("secret"), c.threshold, c.count));
}

TEST_CASE("Starting passwords are 80 bits in readable groups, and no two are alike")
{
    QSet<QString> seen;
    for (int i = 0; i < 500; ++i)
        seen << startingPassword();
    CHECK(seen.size() == 500);
    CHECK(seen.begin()->size() == 19);
}
