#include "readability.h"

#include "guidance/render.h"

#include <QRegularExpression>

namespace heed::tests {

namespace {

double ageOf(double words, double sentences, double syllables)
{
    if (words < 1 || sentences < 1)
        return 0;
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5;
}

bool isVowel(QChar c)
{
    return QStringLiteral("aeiouy").contains(c);
}

} // namespace

int syllablesIn(const QString& word)
{
    const auto w = word.toLower();
    int count = 0;
    for (qsizetype i = 0; i < w.size(); ++i)
        count += isVowel(w[i]) && (i == 0 || !isVowel(w[i - 1]));
    const bool consonantBefore = w.size() > 2 && !isVowel(w[w.size() - 2]);
    // "made", "times" and "asked" end in a silent e; "little", "needed" and "houses" do not.
    if (w.endsWith(u'e') && consonantBefore && !(w.endsWith(u"le") && w.size() > 3 && !isVowel(w[w.size() - 3])))
        --count;
    else if (w.endsWith(u"ed") && w.size() > 3 && consonantBefore && w[w.size() - 3] != u't' &&
             w[w.size() - 3] != u'd' && !isVowel(w[w.size() - 3]))
        --count;
    else if (w.endsWith(u"es") && w.size() > 3 && !isVowel(w[w.size() - 3]) &&
             !QStringLiteral("szxgc").contains(w[w.size() - 3]) && !w.endsWith(u"ches") && !w.endsWith(u"shes"))
        --count;
    static const QRegularExpression twoSounds(QStringLiteral("ia|io(?!n)|iu|eo|ua(?!r)|ying"));
    for (auto found = twoSounds.globalMatch(w); found.hasNext(); found.next())
        ++count;
    return std::max(count, 1);
}

double Sentence::readingAge() const
{
    return ageOf(words, 1, syllables);
}

std::vector<Sentence> sentencesOf(const QString& markdown)
{
    static const QRegularExpression lineMark(QStringLiteral("^\\s*(?:[-*]\\s+|\\d+\\.\\s+)"));
    static const QRegularExpression stop(QStringLiteral("(?<=[.?!:])[\"')*]*\\s+"));
    static const QRegularExpression word(QStringLiteral("[A-Za-z][A-Za-z'\u2019]*|\\d[\\d.,%]*"));
    std::vector<Sentence> sentences;
    for (auto line : markdown.split(u'\n')) {
        line = guidance::plainText(line.remove(lineMark));
        for (const auto& part : line.split(stop, Qt::SkipEmptyParts)) {
            Sentence sentence{part.trimmed(), 0, 0};
            for (auto found = word.globalMatch(part); found.hasNext();) {
                ++sentence.words;
                sentence.syllables += syllablesIn(found.next().captured().remove(u'\'').remove(u'\u2019'));
            }
            if (sentence.words > 0)
                sentences.push_back(sentence);
        }
    }
    return sentences;
}

double readingAge(const std::vector<Sentence>& sentences)
{
    int words = 0;
    int syllables = 0;
    for (const auto& sentence : sentences) {
        words += sentence.words;
        syllables += sentence.syllables;
    }
    return ageOf(words, static_cast<double>(sentences.size()), syllables);
}

} // namespace heed::tests
