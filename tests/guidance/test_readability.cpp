#include "guidance/library.h"
#include "readability.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace heed;
using namespace heed::tests;

namespace {

constexpr double oldest = 12;
constexpr int longestSentence = 32;
constexpr double hardestSentence = 19; // one sentence may be harder than its page, but not by far

/// What to mend, worst first.
std::string worstOf(std::vector<Sentence> sentences)
{
    std::erase_if(sentences, [](const Sentence& sentence) { return sentence.words < 6; });
    std::sort(sentences.begin(), sentences.end(),
              [](const Sentence& a, const Sentence& b) { return a.readingAge() > b.readingAge(); });
    QString told;
    for (std::size_t i = 0; i < std::min<std::size_t>(sentences.size(), 5); ++i)
        told += QStringLiteral("\n  age %1: %2").arg(sentences[i].readingAge(), 0, 'f', 1).arg(sentences[i].text);
    return told.toStdString();
}

void checkSentences(const QString& where, const std::vector<Sentence>& sentences)
{
    for (const auto& sentence : sentences) {
        INFO(where.toStdString() << ": " << sentence.text.toStdString());
        CHECK(sentence.words <= longestSentence);
        // A line of a few words says nothing about reading: one long name tips it.
        if (sentence.words >= 8)
            CHECK(sentence.readingAge() <= hardestSentence);
    }
}

} // namespace

TEST_CASE("Syllables are counted as they are spoken")
{
    struct Case {
        const char* word;
        int syllables;
    };
    const auto c = GENERATE(values<Case>({{"child", 1},
                                          {"made", 1},
                                          {"little", 2},
                                          {"needed", 2},
                                          {"asked", 1},
                                          {"houses", 2},
                                          {"times", 1},
                                          {"people", 2},
                                          {"exploitation", 4},
                                          {"idea", 3},
                                          {"sexual", 3},
                                          {"the", 1},
                                          {"safeguarding", 4}}));
    INFO(c.word);
    // A rule of thumb: within one, and right on the commonest words.
    CHECK(std::abs(syllablesIn(QString::fromLatin1(c.word)) - c.syllables) <= (c.syllables > 2 ? 1 : 0));
}

TEST_CASE("A plain sentence reads younger than an official one")
{
    const auto plain = sentencesOf(QStringLiteral("Tell a lead today. Write down what you saw."));
    const auto official = sentencesOf(
        QStringLiteral("Practitioners should ensure that appropriate consideration is given to documentation."));
    CHECK(plain.size() == 2);
    CHECK(readingAge(plain) < 9);
    CHECK(readingAge(official) > 18);
}

TEST_CASE("What staff read has a reading age of 12 or lower")
{
    for (const auto* page : guidance::Library::builtIn().pagesFor(guidance::Audience::Staff)) {
        const auto sentences = sentencesOf(page->title + u'\n' + page->summary + u'\n' + page->body);
        const auto age = std::max(readingAge(sentences), readingAge(wholeOnly(sentences)));
        INFO(page->id.toStdString() << " has a reading age of " << age
                                    << "; its hardest sentences:" << worstOf(sentences));
        CHECK(age <= oldest);
        checkSentences(page->id, sentences);
    }
}

TEST_CASE("What staff read on the cards has a reading age of 12 or lower")
{
    std::vector<Sentence> all;
    for (const auto* card : guidance::Library::builtIn().cardsFor(guidance::Audience::Staff)) {
        const auto sentences = sentencesOf(card->what + u'\n' + card->note);
        checkSentences(card->id, sentences);
        all.insert(all.end(), sentences.begin(), sentences.end());
    }
    INFO("the cards' hardest sentences:" << worstOf(all));
    CHECK(readingAge(all) <= oldest);
}
