#pragma once

#include "model/concern.h"

#include <vector>

namespace heed::rules {

/// Advice on the words of a concern: never an error, and the text is never changed.
struct WordingAdvice {
    QString key;         ///< the field: "facts", "signs[0].note"
    QString code;        ///< "language", "initials", "opinion", "no-childs-words", "no-time"
    qsizetype start = 0; ///< where in that field, in UTF-16 units; 0 with `length` 0 where it is about the whole field
    qsizetype length = 0;
    QString phrase;      ///< as it stands there
    QString sentence;    ///< what is better, and why
    QString alternative; ///< words to use instead, where there are some

    bool operator==(const WordingAdvice&) const = default;
};

/// Looks at what the author wrote in their own words; never at childsWords, nor at what stands between quotation marks.
/// Each phrase is told once for each field. Sources: the Children's Society's child exploitation language guide (CSE
/// Taskforce, November 2024), in words of our own; on initials and opinion: Leeds and Worcestershire reviews (FIELD.md
/// 1.7), KCSIE on writing down what a child tells.
std::vector<WordingAdvice> wordingAdvice(const model::Concern& concern);

} // namespace heed::rules
