#include "rules/wording.h"
#include "rules/phrases.h"

#include <QRegularExpression>

#include <algorithm>

namespace heed::rules {
namespace {

constexpr qsizetype longestQuotation = 5000; // characters: more is a mark that somebody forgot to close

struct Matcher {
    QRegularExpression expression;
    const Phrase* phrase;
};

std::vector<Matcher> matchersOf(const std::vector<Phrase>& phrases)
{
    std::vector<Matcher> matchers;
    for (const auto& phrase : phrases) {
        matchers.push_back({QRegularExpression(QStringLiteral("\\b(?:") + phrase.pattern + QStringLiteral(")\\b"),
                                               QRegularExpression::CaseInsensitiveOption |
                                                   QRegularExpression::UseUnicodePropertiesOption),
                            &phrase});
        matchers.back().expression.optimize();
    }
    return matchers;
}

/// The text with what stands between double quotation marks replaced by spaces: those are somebody's own words.
QString withoutQuotations(const QString& text)
{
    QString plain = text;
    qsizetype opened = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto symbol = text[i];
        const bool isStraight = symbol == u'"';
        if (opened < 0 && (isStraight || symbol == u'\u201c' || symbol == u'\u00ab')) {
            opened = i;
        } else if (opened >= 0 && (isStraight || symbol == u'\u201d' || symbol == u'\u00bb')) {
            if (i - opened <= longestQuotation)
                std::fill(plain.begin() + opened, plain.begin() + i + 1, QChar(u' '));
            opened = -1;
        }
    }
    return plain;
}

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

class Look {
public:
    explicit Look(const model::Concern& concern)
        : m_concern(concern)
    {
    }

    std::vector<WordingAdvice> run()
    {
        read(QStringLiteral("facts"), m_concern.facts, true);
        read(QStringLiteral("opinion"), m_concern.opinion, false);
        read(QStringLiteral("actionTaken"), m_concern.actionTaken, false);
        read(QStringLiteral("otherSign"), m_concern.otherSign, false);
        for (std::size_t i = 0; i < m_concern.signsSeen.size(); ++i)
            read(QStringLiteral("signs[%1].note").arg(i), m_concern.signsSeen[i].note, false);
        for (std::size_t i = 0; i < m_concern.children.size(); ++i)
            read(QStringLiteral("children[%1].part").arg(i), m_concern.children[i].part, false);
        read(QStringLiteral("childsWishes"), m_concern.childsWishes, false);
        for (std::size_t i = 0; i < m_concern.bodyMap.size(); ++i)
            read(QStringLiteral("bodyMap[%1].note").arg(i), m_concern.bodyMap[i].note, false);
        for (std::size_t i = 0; i < m_concern.involved.size(); ++i)
            read(QStringLiteral("involved[%1].what").arg(i), m_concern.involved[i].what, false);
        if (isBlank(m_concern.childsWords))
            whole("childsWords", "no-childs-words",
                  QStringLiteral(
                      "There are no words of the child's own. If the child said anything, write it as they said it. "
                      "If they said nothing, say that."));
        if (!m_concern.observedAt && !m_concern.precision && !tellsTime(m_concern.facts))
            whole("observedAt", "no-time",
                  QStringLiteral("There is no day or time. Say when you saw or heard this, even roughly."));
        return std::move(m_found);
    }

private:
    void whole(const char* key, const char* code, const QString& sentence)
    {
        m_found.push_back({QString::fromLatin1(key), QString::fromLatin1(code), 0, 0, {}, sentence, {}});
    }

    void read(const QString& key, const QString& text, bool isFact)
    {
        if (isBlank(text))
            return;
        static const auto blaming = matchersOf(blamingPhrases());
        static const auto opinions = matchersOf(opinionPhrases());
        const auto plain = withoutQuotations(text);
        const auto first = m_found.size();
        for (const auto& matcher : blaming)
            match(key, "language", plain, matcher);
        if (isFact)
            for (const auto& matcher : opinions)
                match(key, "opinion", plain, matcher);
        initials(key, plain);
        std::stable_sort(m_found.begin() + static_cast<std::ptrdiff_t>(first), m_found.end(),
                         [](const WordingAdvice& one, const WordingAdvice& other) { return one.start < other.start; });
    }

    void match(const QString& key, const char* code, const QString& text, const Matcher& matcher)
    {
        const auto found = matcher.expression.match(text);
        if (found.hasMatch())
            m_found.push_back({key, QString::fromLatin1(code), found.capturedStart(), found.capturedLength(),
                               found.captured(), matcher.phrase->why, matcher.phrase->alternative});
    }

    void initials(const QString& key, const QString& text)
    {
        // Somebody who writes in capitals throughout writes no initials that could be told from words.
        const auto small = std::count_if(text.begin(), text.end(), [](QChar symbol) { return symbol.isLower(); });
        const auto capital = std::count_if(text.begin(), text.end(), [](QChar symbol) { return symbol.isUpper(); });
        if (capital > small)
            return;
        static const QRegularExpression dotted(QStringLiteral("\\b[A-Z]\\.\\s?[A-Z]\\.(?!\\w)"));
        static const QRegularExpression lettered(
            QStringLiteral("\\b(?:[Cc]hild|[Pp]upil|[Ss]tudent|[Bb]oy|[Gg]irl|[Pp]erson|[Aa]dult) [A-Z]\\b(?!['’.])"));
        static const QRegularExpression pair(QStringLiteral("\\b[A-Z]{2}\\b(?![-0-9])"));
        auto at = text.size();
        QString phrase;
        const auto keep = [&](const QRegularExpressionMatch& match) {
            if (match.hasMatch() && match.capturedStart() < at) {
                at = match.capturedStart();
                phrase = match.captured();
            }
        };
        keep(dotted.match(text));
        keep(lettered.match(text));
        for (auto pairs = pair.globalMatch(text); pairs.hasNext();) {
            const auto match = pairs.next();
            if (!knownAbbreviations().contains(match.captured())) {
                keep(match);
                break;
            }
        }
        if (!phrase.isEmpty())
            m_found.push_back(
                {key, QStringLiteral("initials"), at, phrase.size(), phrase,
                 QStringLiteral("Initials and letters tell a later reader nothing. Write the name in full; only "
                                "those who may read this will see it."),
                 QStringLiteral("the full name")});
    }

    static bool tellsTime(const QString& text)
    {
        static const QRegularExpression time(
            QStringLiteral(
                "\\b(?:[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2} ?(?:am|pm|o['’]?clock)|today|yesterday|last night|this "
                "(?:morning|afternoon|evening)|morning|afternoon|evening|lunch(?:time)?|break(?:time)?|period "
                "[0-9]|lesson [0-9]|registration|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
                "[0-9]{1,2}[/.][0-9]{1,2})\\b"),
            QRegularExpression::CaseInsensitiveOption);
        return time.match(text).hasMatch();
    }

    const model::Concern& m_concern;
    std::vector<WordingAdvice> m_found;
};

} // namespace

std::vector<WordingAdvice> wordingAdvice(const model::Concern& concern)
{
    return Look(concern).run();
}

} // namespace heed::rules
