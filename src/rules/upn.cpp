#include "rules/upn.h"

namespace heed::rules {
namespace {

const QString letters = QStringLiteral("ABCDEFGHJKLMNPQRTUVWXYZ");
constexpr qsizetype length = 13;

bool isDigit(QChar symbol)
{
    return symbol >= u'0' && symbol <= u'9';
}

} // namespace

QChar upnCheckLetter(QStringView twelve)
{
    if (twelve.size() != length - 1)
        return {};
    qsizetype sum = 0;
    for (qsizetype i = 0; i < twelve.size(); ++i) {
        const auto symbol = twelve[i];
        const bool isLast = i == twelve.size() - 1;
        if (isDigit(symbol))
            sum += (i + 2) * (symbol.unicode() - u'0');
        else if (isLast && letters.contains(symbol))
            sum += (i + 2) * letters.indexOf(symbol);
        else
            return {};
    }
    return letters[sum % 23];
}

Upn readUpn(const QString& typed)
{
    Upn upn;
    for (const auto symbol : typed)
        if (!symbol.isSpace())
            upn.normal += symbol.toUpper();
    if (upn.normal.isEmpty())
        return upn;
    upn.kind = UpnKind::Wrong;
    if (upn.normal.size() != length) {
        upn.problem = QStringLiteral("A UPN has 13 characters, and this has %1. Check it, or leave it empty.")
                          .arg(upn.normal.size());
        return upn;
    }
    const auto check = upnCheckLetter(QStringView(upn.normal).mid(1));
    if (check.isNull() || !letters.contains(upn.normal.front())) {
        upn.problem = QStringLiteral("A UPN is a letter and 12 digits (never I, O or S). Check it, or leave it empty.");
        return upn;
    }
    if (check != upn.normal.front()) {
        upn.problem =
            QStringLiteral("The first letter of this UPN does not fit its digits, so something in it is mistyped. "
                           "Check it, or leave it empty.");
        return upn;
    }
    upn.kind = isDigit(upn.normal.back()) ? UpnKind::Permanent : UpnKind::Temporary;
    return upn;
}

} // namespace heed::rules
