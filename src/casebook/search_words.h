#pragma once

#include "model/case_filter.h"

#include <optional>
#include <utility>

namespace heed::casebook {

/// The words of a text as the index holds them: letters and digits in lower case, without accents.
QStringList wordsIn(const QString& text);

/// What the index holds of a record.
struct IndexedWords {
    QString text;      ///< every word that somebody wrote into it, and plates, numbers and user names in one piece
    QString facets;    ///< "state=open level=high …", so that a search and a filter are one question
    QStringList learn; ///< those of its words that may be found by a part of them
    QString texts;     ///< what the words stand in, one text behind another, for foundIn()
};
IndexedWords indexedWords(const model::Case& record, const QString& dsl);

/// The facet of `value` under `name`: one word that nobody can type.
QString facet(const QString& name, const QString& value);
QString monthOf(const QDate& day); ///< "2026-11"
/// Such a wait takes more seconds than the first and at most the second; none where nobody has acknowledged.
std::pair<qint64, qint64> boundsOf(model::Wait wait);
/// Of how long it took; nothing where nobody has acknowledged it.
model::Wait waitOf(const std::optional<qint64>& seconds);
/// The flags that a record is found by: vulnerabilities of its child, "immediate-danger", "missing-now".
QStringList flagsOf(const model::Concern& concern);

/// Words that stand for one thing if they are typed side by side: each for itself, or all in one piece.
struct TypedRun {
    QStringList words;
    QString joined; ///< empty where they cannot be one
};
/// What somebody typed, whatever it is: at most 20 words, all else is dropped.
std::vector<TypedRun> typedRuns(const QString& typed);

/// The first piece of a record's texts that holds one of the typed words, with all of them marked in it.
std::optional<model::Found> foundIn(const QString& texts, const std::vector<TypedRun>& runs);

} // namespace heed::casebook
