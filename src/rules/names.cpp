#include "rules/names.h"

#include <QStringList>

namespace heed::rules {

QString comparable(const QString& name)
{
    QString plain;
    for (const auto symbol : name.normalized(QString::NormalizationForm_KD)) {
        if (symbol.isMark() || symbol.category() == QChar::Other_Format)
            continue;
        if (symbol == u'\u2019' || symbol == u'\u2018' || symbol == u'`')
            plain += u'\'';
        else if (symbol.category() == QChar::Punctuation_Dash)
            plain += u'-';
        else
            plain += symbol;
    }
    return plain.toCaseFolded().simplified();
}

bool samePerson(const QString& one, const QString& other)
{
    const auto name = comparable(one);
    return !name.isEmpty() && name == comparable(other);
}

QString comparableCouncil(const QString& name)
{
    static const QStringList filling = {
        QStringLiteral("city"), QStringLiteral("council"), QStringLiteral("borough"), QStringLiteral("metropolitan"),
        QStringLiteral("mbc"),  QStringLiteral("of"),      QStringLiteral("the"),     QStringLiteral("county"),
    };
    QStringList kept;
    for (const auto& word : comparable(name).split(u' ', Qt::SkipEmptyParts))
        if (!filling.contains(word))
            kept << word;
    return kept.join(u' ');
}

QString comparableYear(const QString& year)
{
    auto text = comparable(year);
    for (const auto& prefix : {QStringLiteral("year"), QStringLiteral("yr"), QStringLiteral("y")})
        if (text.startsWith(prefix)) {
            text = text.mid(prefix.size()).trimmed();
            break;
        }
    while (text.size() > 1 && text.front() == u'0')
        text.remove(0, 1);
    return text;
}

} // namespace heed::rules
