#include "register/name_index.h"

#include "model/name.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <string_view>

namespace heed::pupils {

namespace {

constexpr std::size_t longestTyped = 24; // letters of a word that are looked at
constexpr int none = -1;
constexpr int exact = 0;
constexpr int beginning = 1;
constexpr int perWrongLetter = 4;

/// The words of a name: "Anne-Marie O'Brien" is anne, marie and obrien.
QStringList wordsOf(const QString& text)
{
    QString parted;
    for (const auto symbol : model::comparedName(text))
        parted += symbol.isLetterOrNumber() || symbol.isSurrogate() ? symbol : QChar(u' ');
    return parted.split(u' ', Qt::SkipEmptyParts);
}

/// "year 9", "yr9" and "y9" are 9.
std::vector<std::u16string> typedWords(const QString& typed)
{
    std::vector<std::u16string> words;
    for (auto word : wordsOf(typed.left(200))) {
        for (const auto& prefix : {QStringLiteral("year"), QStringLiteral("yr"), QStringLiteral("y")})
            if (word.startsWith(prefix) && word.size() > prefix.size() && word[prefix.size()].isDigit())
                word = word.mid(prefix.size());
        if (word != QStringLiteral("year") && words.size() < 8)
            words.push_back(word.left(longestTyped).toStdU16String());
    }
    return words;
}

/// How many letters of `typed` are wrong (left out, added, another, or two changed about) before it begins `word`; more
/// than `most` is `most` + 1.
int wrongLetters(std::u16string_view typed, std::u16string_view word, int most)
{
    const auto rows = typed.size();
    const auto columns = std::min(word.size(), rows + static_cast<std::size_t>(most));
    if (columns + static_cast<std::size_t>(most) < rows)
        return most + 1;
    using Line = std::array<int, longestTyped + 4>;
    Line before{};
    Line last{};
    Line now{};
    for (std::size_t j = 0; j <= columns; ++j)
        last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= rows; ++i) {
        now[0] = static_cast<int>(i);
        int best = now[0];
        for (std::size_t j = 1; j <= columns; ++j) {
            const int changed = last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
            now[j] = std::min({changed, last[j] + 1, now[j - 1] + 1});
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
            best = std::min(best, now[j]);
        }
        if (best > most)
            return most + 1;
        before = last;
        last = now;
    }
    return *std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(columns) + 1);
}

int tolerated(std::size_t size)
{
    return size >= 7 ? 2 : size >= 4 ? 1 : 0;
}

} // namespace

NameIndex::NameIndex(const std::vector<Named>& pupils)
{
    std::vector<QString> keys;
    keys.reserve(pupils.size());
    for (const auto& pupil : pupils) {
        Entry entry;
        entry.firstWord = m_words.size();
        const auto names = wordsOf(pupil.forename + u' ' + pupil.surname);
        auto words = names + wordsOf(pupil.className) + wordsOf(pupil.yearGroup);
        // "annemarie", "smithjones": hyphens are typed or not.
        for (const auto& name : {pupil.forename, pupil.surname})
            if (const auto parts = wordsOf(name); parts.size() > 1)
                words << parts.join(QString());
        for (const auto& word : words) {
            m_words.push_back({m_text.size(), static_cast<std::size_t>(word.size())});
            m_text += word.toStdU16String();
        }
        entry.wordCount = m_words.size() - entry.firstWord;
        m_entries.push_back(entry);
        keys.push_back(QString(pupil.onRoll ? u'0' : u'1') + model::foldedName(pupil.surname) + u' ' +
                       model::foldedName(pupil.forename) + u' ' + pupil.id);
    }
    std::vector<std::size_t> sorted(pupils.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t(0));
    std::sort(sorted.begin(), sorted.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    for (std::size_t i = 0; i < sorted.size(); ++i)
        m_entries[sorted[i]].order = i;
}

int NameIndex::costOf(const Entry& entry, const std::vector<std::u16string>& words, bool misspelt) const
{
    int sum = 0;
    for (const auto& typed : words) {
        int best = none;
        for (std::size_t i = entry.firstWord; i < entry.firstWord + entry.wordCount && best != exact; ++i) {
            const std::u16string_view word(m_text.data() + m_words[i].from, m_words[i].size);
            int cost = none;
            if (word.starts_with(typed)) {
                cost = word.size() == typed.size() ? exact : beginning;
            } else if (const int most = tolerated(typed.size()); misspelt && most > 0) {
                if (const int wrong = wrongLetters(typed, word, most); wrong <= most)
                    cost = perWrongLetter * wrong;
            }
            if (cost != none && (best == none || cost < best))
                best = cost;
        }
        if (best == none)
            return none;
        sum += best;
    }
    return sum;
}

std::vector<std::size_t> NameIndex::find(const QString& typed, std::size_t limit) const
{
    const auto words = typedWords(typed);
    std::vector<std::size_t> found;
    if (words.empty() || limit == 0)
        return found;
    struct Hit {
        int cost;
        std::size_t order;
        std::size_t place;
    };
    std::vector<Hit> hits;
    for (const bool misspelt : {false, true}) {
        hits.clear();
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            if (const int cost = costOf(m_entries[i], words, misspelt); cost != none)
                hits.push_back({cost, m_entries[i].order, i});
        constexpr std::size_t few = 3;
        if (hits.size() >= std::min(few, limit))
            break;
    }
    const auto count = std::min(limit, hits.size());
    std::partial_sort(
        hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(count), hits.end(),
        [](const Hit& a, const Hit& b) { return a.cost != b.cost ? a.cost < b.cost : a.order < b.order; });
    for (std::size_t i = 0; i < count; ++i)
        found.push_back(hits[i].place);
    return found;
}

} // namespace heed::pupils
