#include "report/style.h"

namespace heed::report::style {

namespace {

Type type(qreal points, qreal pitch, bool bold = false, QColor colour = Qt::black, bool monospaced = false)
{
    QFont font;
    font.setFamilies(monospaced ? QStringList{QStringLiteral("DejaVu Sans Mono"), QStringLiteral("Liberation Mono"),
                                              QStringLiteral("monospace")}
                                : QStringList{QStringLiteral("DejaVu Sans Condensed"), QStringLiteral("DejaVu Sans"),
                                              QStringLiteral("Liberation Sans"), QStringLiteral("sans-serif")});
    font.setPixelSize(qRound(points * pt));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::PreferOutline);
    // Too little to be seen, but it keeps "fi" two letters for those who search or copy the PDF.
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.05);
    // The baseline leaves the leading half above and half below what DejaVu's letters need.
    return {font, pitch * pt, (pitch + points * 0.7) / 2 * pt, colour};
}

const QColor grey(0x40, 0x40, 0x40);

} // namespace

const Type& body()
{
    static const auto it = type(9.6, 13.2);
    return it;
}

const Type& strong()
{
    static const auto it = type(9.6, 13.2, true);
    return it;
}

const Type& label()
{
    static const auto it = type(8.6, 13.2, false, grey);
    return it;
}

const Type& small()
{
    static const auto it = type(8.2, 11.2, false, grey);
    return it;
}

const Type& muted()
{
    static const auto it = type(9.6, 13.2, false, QColor(0x58, 0x58, 0x58));
    return it;
}

const Type& title()
{
    static const auto it = type(21, 27, true);
    return it;
}

const Type& heading()
{
    static const auto it = type(12.5, 17, true);
    return it;
}

const Type& subheading()
{
    static const auto it = type(9.6, 14, true);
    return it;
}

const Type& code()
{
    static const auto it = type(10, 15, false, Qt::black, true);
    return it;
}

const Type& largeCode()
{
    static const auto it = type(13, 21, true, Qt::black, true);
    return it;
}

QColor rule()
{
    return QColor(0xb4, 0xb4, 0xb4);
}

QColor darkRule()
{
    return Qt::black;
}

} // namespace heed::report::style
