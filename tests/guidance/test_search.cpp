#include "guidance/library.h"
#include "guidance/fold.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace heed::guidance;

namespace {

File pageFile(const QString& name, const QByteArray& title, const QByteArray& body)
{
    return {name, "---\ntitle: " + title +
                      "\nsummary: Summary.\naudience: staff\nsection: basics\nreviewed: 2026-11-15\n" +
                      "source: s | 2017 | A report\n---\n" + body + "\n\nTold.[^s]\n"};
}

QStringList idsOf(const std::vector<Hit>& hits)
{
    QStringList ids;
    for (const auto& hit : hits)
        ids << hit.id;
    return ids;
}

} // namespace

TEST_CASE("Words are folded and know where they came from")
{
    const auto text = QStringLiteral("The CHILD\u2019s caf\u00e9, Stra\u00dfe: 0161");
    const auto words = foldedWords(text);
    QStringList folded;
    for (const auto& word : words) {
        folded << word.text;
        CHECK(word.start + word.length <= text.size());
    }
    CHECK(folded == QStringList{QStringLiteral("the"), QStringLiteral("childs"), QStringLiteral("cafe"),
                                QStringLiteral("strasse"), QStringLiteral("0161")});
    CHECK(text.mid(words[2].start, words[2].length) == QStringLiteral("caf\u00e9"));
    CHECK(foldedWords(QStringLiteral("cafe\u0301")).at(0).text == QStringLiteral("cafe"));
}

TEST_CASE("A title counts more than a heading, a heading more than the text")
{
    const auto library = Library::load({pageFile(QStringLiteral("in-text.md"), "Other", "Here is a zebra in the text."),
                                        pageFile(QStringLiteral("in-title.md"),
                                                 "The z\xc3\xa9"
                                                 "bra",
                                                 "Nothing else."),
                                        pageFile(QStringLiteral("in-heading.md"), "More", "## Zebras\n\nNothing else."),
                                        pageFile(QStringLiteral("without.md"), "None", "No such beast.")});
    REQUIRE(library);
    const auto hits = library->search(QStringLiteral("ZEBRA"));
    CHECK(idsOf(hits) ==
          QStringList{QStringLiteral("in-title"), QStringLiteral("in-heading"), QStringLiteral("in-text")});
    CHECK(hits[0].titleMatches == std::vector{Range{4, 5}});
    CHECK(hits[1].heading == QStringLiteral("Zebras"));
    CHECK(hits[1].anchor == QStringLiteral("zebras"));
    REQUIRE(hits[2].snippetMatches.size() == 1);
    CHECK(hits[2].snippet.mid(hits[2].snippetMatches[0].start, hits[2].snippetMatches[0].length) ==
          QStringLiteral("zebra"));
}

TEST_CASE("What a school fills in is found and shown in what was found; what it has not is no hole in a sentence")
{
    const auto library =
        Library::load({pageFile(QStringLiteral("hub.md"), "The hub", "Ours is **{{mash.name}}**, {{mash.phone}}.")});
    REQUIRE(library);
    const Filling filling{{QStringLiteral("mash.name"), QStringLiteral("Made-up MASH")}};
    const auto hits = library->search(QStringLiteral("made-up"), 5, filling);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].snippet.simplified().startsWith(QStringLiteral("Ours is Made-up MASH, \u2026. ")));
    CHECK(library->search(QStringLiteral("made-up")).empty());
}

TEST_CASE("All words must be found; if no entry has all, any will do, the most first")
{
    const auto library = Library::load({pageFile(QStringLiteral("a.md"), "A", "One red car."),
                                        pageFile(QStringLiteral("b.md"), "B", "A car."),
                                        pageFile(QStringLiteral("c.md"), "C", "Red paint, red ink, red wine.")});
    REQUIRE(library);
    CHECK(idsOf(library->search(QStringLiteral("red cars"))) == QStringList{QStringLiteral("a")});
    CHECK(idsOf(library->search(QStringLiteral("red car zebra"))).first() == QStringLiteral("a"));
    CHECK(library->search(QStringLiteral("red car zebra")).size() == 3);
    CHECK(library->search(QStringLiteral("zebra")).empty());
    CHECK(library->search(QStringLiteral("  ?! ")).empty());
    CHECK(library->search(QStringLiteral("red"), 1).size() == 1);
}

TEST_CASE("A snippet is short and its matches are the words asked for")
{
    const QByteArray filler = QByteArray("some words that say nothing ").repeated(40);
    const auto library =
        Library::load({pageFile(QStringLiteral("long.md"), "Long", filler + "the needle is here " + filler)});
    REQUIRE(library);
    const auto hit = library->search(QStringLiteral("needle")).at(0);
    CHECK(hit.snippet.size() < 200);
    CHECK(hit.snippet.startsWith(QStringLiteral("… ")));
    CHECK(hit.snippet.endsWith(QStringLiteral(" …")));
    REQUIRE(hit.snippetMatches.size() == 1);
    CHECK(hit.snippet.mid(hit.snippetMatches[0].start, hit.snippetMatches[0].length) == QStringLiteral("needle"));
}

TEST_CASE("People find what they look for in the library that Heed brings")
{
    struct Case {
        const char* query;
        const char* id;
    };
    const auto c = GENERATE(values<Case>({{"hotel", "sign-unusual-locations"},
                                          {"going missing", "going-missing"},
                                          {"new phone", "sign-unaffordable-things"},
                                          {"number plate", "sign-unknown-cars"},
                                          {"what is CSE", "what-is-cse"},
                                          {"what do I do", "what-to-do"},
                                          {"if a child tells me", "if-a-child-tells-you"},
                                          {"Phoenix", "phoenix-and-hubs"},
                                          {"mash", "mash"},
                                          {"0161 234 5001", "manchester-mash"},
                                          {"08001111", "childline"},
                                          {"116 000", "missing-people"},
                                          {"taxi hotel poster", "nwg-licensing"},
                                          {"trauma", "trauma-model"},
                                          {"older boyfriend", "sign-older-partner"},
                                          {"victim blaming words", "words-to-use"},
                                          {"CPOMS", "cpoms"},
                                          {"refresher", "refresher"}}));
    const auto ids = idsOf(Library::builtIn().search(QString::fromLatin1(c.query)));
    INFO(c.query << ": " << ids.mid(0, 6).join(u' ').toStdString());
    CHECK(ids.mid(0, 3).contains(QString::fromLatin1(c.id)));
}
