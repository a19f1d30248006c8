#include "casebook/children.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace heed;
using namespace heed::casebook;

namespace {

/// "id name upn register", each but the id may be "-"; the tick is the place in the list.
std::vector<DescribedChild> described(std::initializer_list<const char*> lines)
{
    std::vector<DescribedChild> all;
    for (const auto* line : lines) {
        const auto words = QString::fromLatin1(line).split(u' ');
        const auto word = [&](qsizetype i) {
            return words.value(i) == QStringLiteral("-") ? QString() : words.value(i);
        };
        DescribedChild one;
        one.id = words.front();
        one.child.forename = word(1);
        if (!one.child.forename.isEmpty())
            one.child.dateOfBirth = QDate(2012, 5, 3);
        one.child.upn = word(2);
        one.child.id = word(3);
        one.tick = static_cast<qint64>(all.size()) + 1;
        one.place = {QByteArray(16, 'd'), one.tick};
        all.push_back(one);
    }
    return all;
}

/// "from=to", "from~to" (it alone) or "from!to", the later the more it counts.
std::vector<ChildLink> links(std::initializer_list<const char*> words)
{
    std::vector<ChildLink> all;
    for (const auto* word : words) {
        const auto text = QString::fromLatin1(word);
        const bool alone = text.contains(u'~');
        const bool same = alone || text.contains(u'=');
        const auto ends = text.split(alone ? u'~' : same ? u'=' : u'!');
        const auto tick = static_cast<qint64>(all.size()) + 100;
        all.push_back({ends[0], ends[1], same, tick, {QByteArray(16, 'd'), tick}, alone});
    }
    return all;
}

struct Row {
    const char* what;
    std::vector<DescribedChild> children;
    std::vector<ChildLink> said;
    const char* owners; ///< of a, b, c …
};

} // namespace

TEST_CASE("Whose each description is, whatever order they come in")
{
    const std::vector<Row> rows{
        {"strangers", described({"a Ann", "b Ben"}), {}, "a b"},
        {"the same name and birthday", described({"a Ann", "b ann"}), {}, "a a"},
        {"no name, no child", described({"a -", "b -"}), {}, "a b"},
        {"the same UPN under two names", described({"a Ann U1", "b Annie U1"}), {}, "a a"},
        {"two UPNs under one name", described({"a Ann U1", "b Ann U2"}), {}, "a b"},
        {"a name leads to a UPN, and that to another name",
         described({"a Ann", "b Ann U1", "c Annie U1"}),
         {},
         "a a a"},
        {"register before UPN", described({"a Ann U1 R1", "b Ben U1 R2", "c Cid - R2"}), {}, "a a c"},
        {"two in the register under one name", described({"a Ann - R1", "b Ann - R2"}), {}, "a b"},
        {"a lead's word", described({"a Ann", "b Ben"}), links({"b=a"}), "a a"},
        {"a lead's word against the name", described({"a Ann", "b Ann", "c Ann"}), links({"b!a"}), "a b a"},
        {"the latest word", described({"a Ann", "b Ben"}), links({"b=a", "b!a"}), "a b"},
        {"the latest word, again", described({"a Ann", "b Ben", "c Cid"}), links({"c=a", "c=b"}), "a b b"},
        {"a word about who is not here", described({"a Ann"}), links({"a=z"}), "z"},
        {"a word for a word", described({"a Ann", "b Ben", "c Cid"}), links({"c=b", "b=a"}), "a a a"},
        {"the other way round", described({"a Ann", "b Ben", "c Cid"}), links({"a=b", "b=c"}), "c c c"},
        {"to one that matched another", described({"a Ann", "b Ann", "c Cid"}), links({"c=b"}), "a a a"},
        {"whoever matched goes too", described({"a Ann", "b Ben", "c Ben"}), links({"b=a"}), "a a a"},
        {"only the one described", described({"a Ann", "b Ben", "c Ben"}), links({"c=a"}), "a b a"},
        {"in a circle", described({"a Ann", "b Ben", "c Cid"}), links({"b=c", "c=b", "a=c"}), "b b b"},
        {"to itself", described({"a Ann"}), links({"a=a"}), "a"},
        {"merged and taken back", described({"a Ann", "b Ben", "c Ben"}), links({"b=a", "b=b"}), "a b b"},
        {"taken back to what it matches", described({"a Ann", "b Ben", "c Ben"}), links({"c=a", "c=c"}), "a b b"},
        {"one alone, while the rest stays", described({"a Ann", "b Ben", "c Ben"}), links({"b~a"}), "a a c"},
        {"one alone, and taken back", described({"a Ann", "b Ben", "c Ben"}), links({"b~a", "b=b"}), "a b b"},
    };
    std::mt19937 random(7);
    for (const auto& row : rows) {
        INFO(row.what);
        for (int turn = 0; turn < 20; ++turn) {
            auto children = row.children;
            auto said = row.said;
            std::shuffle(children.begin(), children.end(), random);
            std::shuffle(said.begin(), said.end(), random);
            QStringList owners;
            for (const auto& [id, owner] : assignChildren(children, said))
                owners << owner;
            REQUIRE(owners.join(u' ') == QString::fromLatin1(row.owners));
        }
    }
}

TEST_CASE("Two children whom one entry describes alike are one child, always the same one")
{
    auto both = described({"b Ann", "a Ann"});
    both[1].tick = both[0].tick;
    both[1].place = both[0].place;
    for (int turn = 0; turn < 2; ++turn) {
        CHECK(assignChildren(both, {}).at(QStringLiteral("b")) == QStringLiteral("a"));
        std::swap(both[0], both[1]);
    }
}

TEST_CASE("What two descriptions can have in common")
{
    const auto child = described({"a Ann U1 R1"}).front().child;
    CHECK(keysOf(child) ==
          QStringList{QStringLiteral("id:R1"), QStringLiteral("upn:U1"), QStringLiteral("name:ann|2012-05-03")});
    CHECK(keysOf({}).isEmpty());
    // Somebody who writes "O’Brien" means the "O'Brien" of the register.
    const auto keyOf = [](const char* surname) {
        model::Child named;
        named.forename = QStringLiteral("Zo\u00EB");
        named.surname = QString::fromUtf8(surname);
        named.dateOfBirth = QDate(2012, 5, 3);
        return keysOf(named);
    };
    CHECK(keyOf("O'Made-up") == QStringList{QStringLiteral("name:zoe omade up|2012-05-03")});
    CHECK(keyOf("O\u2019Made\u2013up") == keyOf("O'Made-up"));
}
