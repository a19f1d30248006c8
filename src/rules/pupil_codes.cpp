#include "rules/pupil_codes.h"

#include <QHash>

namespace heed::rules {

namespace {

QString wordsOf(const QHash<QString, QString>& codes, const QString& code)
{
    return codes.value(code.trimmed().toUpper(), code.trimmed());
}

} // namespace

QString ethnicityWords(const QString& code)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("WBRI"), QStringLiteral("White, British")},
        {QStringLiteral("WIRI"), QStringLiteral("White, Irish")},
        {QStringLiteral("WIRT"), QStringLiteral("Traveller of Irish heritage")},
        {QStringLiteral("WROM"), QStringLiteral("Gypsy or Roma")},
        {QStringLiteral("WOTH"), QStringLiteral("White, any other background")},
        {QStringLiteral("MWBC"), QStringLiteral("White and Black Caribbean")},
        {QStringLiteral("MWBA"), QStringLiteral("White and Black African")},
        {QStringLiteral("MWAS"), QStringLiteral("White and Asian")},
        {QStringLiteral("MOTH"), QStringLiteral("Any other mixed background")},
        {QStringLiteral("AIND"), QStringLiteral("Indian")},
        {QStringLiteral("APKN"), QStringLiteral("Pakistani")},
        {QStringLiteral("ABAN"), QStringLiteral("Bangladeshi")},
        {QStringLiteral("CHNE"), QStringLiteral("Chinese")},
        {QStringLiteral("AOTH"), QStringLiteral("Asian, any other background")},
        {QStringLiteral("BCRB"), QStringLiteral("Black Caribbean")},
        {QStringLiteral("BAFR"), QStringLiteral("Black African")},
        {QStringLiteral("BOTH"), QStringLiteral("Black, any other background")},
        {QStringLiteral("OOTH"), QStringLiteral("Any other ethnic group")},
        {QStringLiteral("REFU"), QStringLiteral("Asked, and not given")},
        {QStringLiteral("NOBT"), QStringLiteral("Not yet obtained")},
    };
    return wordsOf(codes, code);
}

QString languageWords(const QString& code)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("ENG"), QStringLiteral("English")},
        {QStringLiteral("ENB"), QStringLiteral("Believed to be English")},
        {QStringLiteral("OTB"), QStringLiteral("Believed to be other than English")},
        {QStringLiteral("OTH"), QStringLiteral("Other than English")},
    };
    return wordsOf(codes, code);
}

QString senWords(const QString& code)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("N"), QStringLiteral("No special educational needs")},
        {QStringLiteral("K"), QStringLiteral("Special educational needs: support at school")},
        {QStringLiteral("E"), QStringLiteral("Special educational needs: education, health and care plan")},
    };
    return wordsOf(codes, code);
}

QString sexWords(const QString& code)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("F"), QStringLiteral("Female")},
        {QStringLiteral("M"), QStringLiteral("Male")},
    };
    return wordsOf(codes, code);
}

} // namespace heed::rules
