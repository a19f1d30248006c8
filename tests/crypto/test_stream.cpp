#include "crypto/self_test.h"
#include "crypto/stream.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace heed;
using namespace heed::crypto;

namespace {

const bool ready = start().has_value();

struct Sealed {
    QByteArray header;
    std::vector<QByteArray> pieces;
};

Sealed sealAll(const SecretBytes& key, const std::vector<QByteArray>& texts)
{
    StreamSealer sealer(key.span());
    Sealed all{sealer.header(), {}};
    for (std::size_t i = 0; i < texts.size(); ++i)
        all.pieces.push_back(sealer.seal(spanOf(texts[i]), i + 1 == texts.size() ? Piece::Last : Piece::Middle));
    return all;
}

/// The text, or nothing unless every piece opens and the last one says that it is the last.
std::optional<QByteArray> openAll(const SecretBytes& key, const Sealed& all)
{
    StreamOpener opener(key.span(), all.header);
    QByteArray text;
    std::optional<Piece> piece;
    SecretBytes bytes;
    for (const auto& sealed : all.pieces) {
        piece = opener.open(sealed, bytes);
        if (!piece)
            return {};
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
    return piece == Piece::Last ? std::optional(text) : std::nullopt;
}

} // namespace

TEST_CASE("A stream opens only with its key, and whole")
{
    REQUIRE(ready);
    const auto key = SecretBytes::random(32);
    const auto all = sealAll(key, {"first ", "second ", "", "third"});
    CHECK(openAll(key, all) == "first second third");
    CHECK_FALSE(openAll(SecretBytes::random(32), all));
    CHECK_FALSE(openAll(SecretBytes::random(31), all));
    CHECK_FALSE(all.pieces.front().contains("first"));
    CHECK(all.pieces.front().size() == 6 + static_cast<qsizetype>(streamOverhead));

    SECTION("cut off, at any piece")
    {
        for (std::size_t kept = 0; kept < all.pieces.size(); ++kept) {
            auto cut = all;
            cut.pieces.resize(kept);
            CHECK_FALSE(openAll(key, cut));
        }
    }
    SECTION("one left out")
    {
        for (std::size_t i = 0; i < all.pieces.size(); ++i) {
            auto changed = all;
            changed.pieces.erase(changed.pieces.begin() + static_cast<std::ptrdiff_t>(i));
            CHECK_FALSE(openAll(key, changed));
        }
    }
    SECTION("two that changed places")
    {
        for (std::size_t i = 0; i + 1 < all.pieces.size(); ++i) {
            auto changed = all;
            std::swap(changed.pieces[i], changed.pieces[i + 1]);
            CHECK_FALSE(openAll(key, changed));
        }
    }
    SECTION("one doubled, also the last")
    {
        for (std::size_t i = 0; i < all.pieces.size(); ++i) {
            auto changed = all;
            changed.pieces.insert(changed.pieces.begin() + static_cast<std::ptrdiff_t>(i), all.pieces[i]);
            CHECK_FALSE(openAll(key, changed));
        }
    }
    SECTION("something of another stream under the same key")
    {
        const auto other = sealAll(key, {"first ", "second ", "", "third"});
        auto changed = all;
        changed.pieces[1] = other.pieces[1];
        CHECK_FALSE(openAll(key, changed));
        changed = all;
        changed.header = other.header;
        CHECK_FALSE(openAll(key, changed));
        changed.header.chop(1);
        CHECK_FALSE(openAll(key, changed));
    }
    SECTION("every bit of it")
    {
        for (qsizetype i = 0; i < all.header.size(); ++i) {
            auto changed = all;
            changed.header[i] = static_cast<char>(changed.header[i] ^ 0x10);
            CHECK_FALSE(openAll(key, changed));
        }
        for (std::size_t piece = 0; piece < all.pieces.size(); ++piece)
            for (qsizetype i = 0; i < all.pieces[piece].size(); ++i) {
                auto changed = all;
                changed.pieces[piece][i] = static_cast<char>(changed.pieces[piece][i] ^ 0x10);
                CHECK_FALSE(openAll(key, changed));
                changed.pieces[piece] = all.pieces[piece].first(i);
                CHECK_FALSE(openAll(key, changed));
            }
    }
    SECTION("after a piece that did not open, nothing does")
    {
        StreamOpener opener(key.span(), all.header);
        SecretBytes bytes;
        CHECK_FALSE(opener.open(all.pieces[1], bytes));
        CHECK_FALSE(opener.open(all.pieces[0], bytes));
    }
}
