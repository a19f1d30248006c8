#pragma once

#include <QString>

#include <vector>

namespace heed::rules {

/// A phrase that lays the blame on the child, as a pattern between word boundaries, and what to write instead.
struct Phrase {
    QString pattern;
    QString why;
    QString alternative;
};

/// From the Children's Society's child exploitation language guide (2024), in words of our own.
const std::vector<Phrase>& blamingPhrases();

/// What marks an opinion that stands among the facts.
const std::vector<Phrase>& opinionPhrases();

/// Capitals that are no person's initials: words of schools and services.
const QStringList& knownAbbreviations();

} // namespace heed::rules
