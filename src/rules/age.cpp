#include "rules/age.h"
#include "rules/names.h"

#include <algorithm>

namespace heed::rules {

int ageOn(QDate born, QDate day)
{
    const int years = day.year() - born.year();
    const bool birthdayToCome = std::pair(day.month(), day.day()) < std::pair(born.month(), born.day());
    return birthdayToCome ? years - 1 : years;
}

bool isUnder13(const model::Child& child, QDate day)
{
    if (child.dateOfBirth && child.dateOfBirth->isValid())
        return ageOn(*child.dateOfBirth, day) < 13;
    const auto year = comparableYear(child.yearGroup);
    if (year.startsWith(u'r') || year.startsWith(u'n'))
        return true;
    bool isNumber = false;
    const auto number = year.toInt(&isNumber);
    return isNumber && number >= 1 && number <= 7;
}

bool isSexual(const QString& signCode)
{
    static const QStringList codes = {QStringLiteral("sexualised-behaviour"), QStringLiteral("repeat-sti-pregnancy"),
                                      QStringLiteral("older-partner")};
    return codes.contains(signCode);
}

bool isUnder13WithSexualSign(const model::Concern& concern, QDate day)
{
    const auto young = [&](const model::Child& child) { return isUnder13(child, day); };
    return std::any_of(concern.signsSeen.begin(), concern.signsSeen.end(),
                       [](const model::SignSeen& sign) { return isSexual(sign.code); }) &&
           (young(concern.child) || std::any_of(concern.children.begin(), concern.children.end(), young));
}

} // namespace heed::rules
