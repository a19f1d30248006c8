#pragma once

#include <QString>

#include <vector>

// Text as a search sees it: without case, accents and apostrophes, each character knowing where it came from.

namespace heed::guidance {

struct Word {
    QString text;  ///< folded
    int start = 0; ///< in the text as it was
    int length = 0;
};

/// The words of a text, runs of letters and digits.
std::vector<Word> foldedWords(const QString& text);

} // namespace heed::guidance
