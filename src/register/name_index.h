#pragma once

#include <QString>

#include <string>
#include <vector>

namespace heed::pupils {

/// A pupil as the search knows them.
struct Named {
    QString id;
    QString forename;
    QString surname;
    QString className;
    QString yearGroup;
    bool onRoll = true;
};

/// Finds pupils as their name is typed: words in any order, the beginning of a word enough, class and year to tell two
/// apart; case, accents, hyphens and apostrophes do not matter. Where few are found so, words with one letter wrong
/// (two in long ones) count too. It lies in memory and is read from end to end: at 50,000 pupils that is a few
/// milliseconds, less than any index of a database that forgives misspellings.
class NameIndex {
public:
    NameIndex() = default;
    explicit NameIndex(const std::vector<Named>& pupils);

    /// Places in the list given, the best first: exact before beginning before misspelt, on roll before left, then by
    /// surname and forename.
    std::vector<std::size_t> find(const QString& typed, std::size_t limit) const;

private:
    struct Word {
        std::size_t from = 0;
        std::size_t size = 0;
    };
    struct Entry {
        std::size_t firstWord = 0;
        std::size_t wordCount = 0;
        std::size_t order = 0; ///< among all, by roll, surname and forename
    };
    int costOf(const Entry& entry, const std::vector<std::u16string>& words, bool misspelt) const;

    std::u16string m_text;
    std::vector<Word> m_words;
    std::vector<Entry> m_entries;
};

} // namespace heed::pupils
