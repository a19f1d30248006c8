#include "model/name.h"

#include <algorithm>
#include <array>

namespace heed::model {

namespace {

/// What stands for an apostrophe in exports and on keyboards, some of which folding would take apart.
bool isApostrophe(QChar symbol)
{
    constexpr std::array<char16_t, 10> all{u'\'',     u'`',      u'\u00B4', u'\u02B9', u'\u02BB',
                                           u'\u02BC', u'\u2018', u'\u2019', u'\u2032', u'\uFF07'};
    return std::find(all.begin(), all.end(), symbol.unicode()) != all.end();
}

/// What people leave out of letters that have no accent to take away.
QString plainLetter(QChar symbol)
{
    switch (symbol.unicode()) {
    case u'\u0142': return QStringLiteral("l");
    case u'\u00F8': return QStringLiteral("o");
    case u'\u00E6': return QStringLiteral("ae");
    case u'\u0153': return QStringLiteral("oe");
    case u'\u0111':
    case u'\u00F0': return QStringLiteral("d");
    case u'\u0131': return QStringLiteral("i");
    default: return symbol;
    }
}

} // namespace

QString foldedName(const QString& name)
{
    QString folded;
    for (const auto symbol : name.normalized(QString::NormalizationForm_KD).toCaseFolded())
        if (!symbol.isMark())
            folded += symbol;
    return folded.simplified();
}

QString comparedName(const QString& name)
{
    QString bare;
    for (const auto symbol : name)
        if (!isApostrophe(symbol) && symbol != u'.')
            bare += symbol;
    QString compared;
    for (const auto symbol : foldedName(bare)) {
        if (symbol.category() == QChar::Other_Format) // a soft hyphen, a mark of direction
            continue;
        const bool parts = symbol.isPunct() || symbol == u'\u2212'; // a minus is written for a dash
        compared += parts ? QStringLiteral(" ") : plainLetter(symbol);
    }
    return compared.simplified();
}

} // namespace heed::model
