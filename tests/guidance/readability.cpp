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
    // "made", "times" and "asked" end in a silent e; "little", "needed", "houses" and "the" do not.
    const auto consonantAt = [&](qsizetype fromEnd) { return w.size() > fromEnd && !isVowel(w[w.size() - fromEnd]); };
    const auto oneOf = [&](qsizetype fromEnd, const char* letters) {
        return QString::fromLatin1(letters).contains(w[w.size() - fromEnd]);
    };
    const bool silentE = w.endsWith(u'e') && consonantAt(2) && !(w.endsWith(u"le") && consonantAt(3));
    const bool silentEd = w.endsWith(u"ed") && consonantAt(3) && !oneOf(3, "td");
    const bool silentEs =
        w.endsWith(u"es") && consonantAt(3) && !oneOf(3, "szxgc") && !w.endsWith(u"ches") && !w.endsWith(u"shes");
    count -= silentE || silentEd || silentEs;
    static const QRegularExpression twoSounds(QStringLiteral("ia|io(?!n)|iu|eo(?!p)|ua(?!r)|ying"));
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
            static const QRegularExpression ends(QStringLiteral("[.?!:][\"')]*\\s*$"));
            Sentence sentence{part.trimmed(), 0, 0, ends.match(part).hasMatch()};
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

std::vector<Sentence> wholeOnly(std::vector<Sentence> sentences)
{
    std::erase_if(sentences, [](const Sentence& sentence) { return !sentence.whole; });
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
