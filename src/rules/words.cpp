#include "rules/words.h"
#include "rules/school_time.h"

#include <QLocale>

namespace heed::rules {
namespace {

const QLocale& british()
{
    static const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    return locale;
}

} // namespace

QString inWords(const QDateTime& instant)
{
    return british().toString(toSchoolTime(instant), QStringLiteral("HH:mm 'on' dddd d MMMM yyyy"));
}

QString inWords(QDate day)
{
    return british().toString(day, QStringLiteral("d MMMM yyyy"));
}

QString listed(const QStringList& items)
{
    if (items.size() < 2)
        return items.join(QString());
    return items.mid(0, items.size() - 1).join(QStringLiteral(", ")) + QStringLiteral(" and ") + items.back();
}

} // namespace heed::rules
