#pragma once

#include <QString>

#include <vector>

// How hard a text is to read. The Flesch-Kincaid grade (Kincaid et al., 1975) is an American school year; five years on
// top of it give the age at which a child is in that year.

namespace heed::tests {

struct Sentence {
    QString text;
    int words = 0;
    int syllables = 0;
    bool whole = false; ///< ends in a stop: not a heading, nor a bare line of a list

    double readingAge() const;
};

/// The sentences of a Markdown text. A line of a list, a heading or a table ends a sentence whether or not it has a
/// stop.
std::vector<Sentence> sentencesOf(const QString& markdown);

/// The reading age of them all together.
double readingAge(const std::vector<Sentence>& sentences);

/// Without headings and bare lines of lists, whose shortness flatters a text.
std::vector<Sentence> wholeOnly(std::vector<Sentence> sentences);

int syllablesIn(const QString& word);

} // namespace heed::tests
