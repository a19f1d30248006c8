#include "report/name_pattern.h"

#include <QRegularExpression>

namespace heed::report {

namespace {

bool isApostrophe(QChar c)
{
    return QStringLiteral("'\u2018\u2019\u02bc`\u00b4").contains(c);
}

bool isBetweenWords(QChar c)
{
    return c.isSpace() || c.category() == QChar::Punctuation_Dash;
}

/// Accents, and what is there without being seen: soft hyphens, joiners, marks of direction.
bool isUnseen(QChar c)
{
    return c.isMark() || c.category() == QChar::Other_Format;
}

} // namespace

QString nameKey(const QString& name)
{
    QString key;
    for (const auto c : name.normalized(QString::NormalizationForm_D).toCaseFolded())
        if (!isUnseen(c) && !isApostrophe(c))
            key += isBetweenWords(c) ? u' ' : c;
    return key.simplified();
}

QString namePattern(const QString& name)
{
    const auto unseen = QStringLiteral("(?:\\p{M}|\\p{Cf})*");
    const auto within = unseen + QStringLiteral("['\u2018\u2019\u02bc`\u00b4]?") + unseen;
    QString pattern;
    bool isGap = false;
    for (const auto c : name.normalized(QString::NormalizationForm_D)) {
        if (isUnseen(c) || isApostrophe(c))
            continue;
        if (isBetweenWords(c)) {
            isGap = true;
            continue;
        }
        if (!pattern.isEmpty())
            pattern += isGap ? unseen + QStringLiteral("[\\s\\p{Pd}\\p{Cf}]+") : within;
        isGap = false;
        pattern += QRegularExpression::escape(QString(c));
    }
    if (pattern.isEmpty())
        return {};
    return QStringLiteral("(?<![\\p{L}\\p{N}\\p{M}])") + pattern + unseen + QStringLiteral("(?![\\p{L}\\p{N}])");
}

} // namespace heed::report
