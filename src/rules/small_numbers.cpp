#include "rules/small_numbers.h"

namespace heed::rules {

QString smallNumber(qint64 count)
{
    constexpr qint64 step = 5;
    if (count <= 0)
        return QStringLiteral("none");
    if (count < step)
        return QStringLiteral("fewer than 5");
    return QStringLiteral("about %1").arg((count + step / 2) / step * step);
}

} // namespace heed::rules
