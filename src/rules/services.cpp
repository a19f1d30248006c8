#include "rules/services.h"
#include "rules/names.h"
#include "rules/school_time.h"
#include "rules/words.h"

#include <algorithm>

namespace heed::rules {

model::Recipient mash(const model::Profile& profile)
{
    const auto name = profile.mash.name.simplified();
    return {name.isEmpty() ? ownCouncil(profile) + QStringLiteral(" children's social care") : name,
            numberOf(profile.mash.phone), QStringLiteral("Children's social care")};
}

QString mashInWords(const model::Profile& profile)
{
    const auto service = mash(profile);
    return service.phone ? QString(service.name + QStringLiteral(", ") + *service.phone) : service.name;
}

QString mashHours(const model::Profile& profile)
{
    const auto hours = profile.mash.hours.trimmed();
    return hours.isEmpty()
               ? QStringLiteral("Not confirmed: ask when you ring. No answer out of hours? Call 101, or 999 in danger")
               : hours;
}

model::Recipient lado(const model::Profile& profile)
{
    const auto name = profile.lado.name.simplified();
    return {name.isEmpty() ? QStringLiteral("the LADO") : name, numberOf(profile.lado.phone),
            QStringLiteral("Local authority designated officer (LADO)")};
}

QString ownCouncil(const model::Profile& profile)
{
    const auto name = profile.school.authority.simplified();
    return name.isEmpty() ? QStringLiteral("Manchester") : name;
}

std::optional<OtherCouncil> otherCouncil(const QString& homeAuthority, const Circumstances& c)
{
    const auto name = comparableCouncil(homeAuthority);
    if (name.isEmpty() || name == comparableCouncil(ownCouncil(c.profile)))
        return {};
    const auto& councils = c.profile.councils;
    const auto known = std::find_if(councils.begin(), councils.end(), [&](const model::Contact& council) {
        return comparableCouncil(council.name) == name;
    });
    OtherCouncil other;
    other.council.name = known == councils.end() ? homeAuthority.simplified() : known->name.simplified();
    other.council.role = QStringLiteral("The council where the child lives");
    const auto lives = QStringLiteral("The child lives in another council's area: %1. ").arg(other.council.name);
    const bool confirmed = known != councils.end() && numberOf(known->phone) && !known->source.trimmed().isEmpty() &&
                           known->checked && known->checked->isValid();
    if (!confirmed) {
        const auto number = numberOf(c.profile.mash.phone);
        other.reason = {
            QStringLiteral("other-council"),
            lives + QStringLiteral("The school has not confirmed its number, so none is shown. %1's line can "
                                   "tell you whom to ring%2.")
                        .arg(ownCouncil(c.profile), number ? QString(QStringLiteral(": ") + *number) : QString())};
        return other;
    }
    other.council.phone = numberOf(known->phone);
    QString sentence = lives + QStringLiteral("Its number comes from %1 and was checked on %2.")
                                   .arg(known->source.simplified(), inWords(*known->checked));
    if (isOld(known->checked, toSchoolTime(c.at).date()))
        sentence +=
            QStringLiteral(" That is more than a year ago: if it does not answer, %1's line can tell you whom to "
                           "ring.")
                .arg(ownCouncil(c.profile));
    other.reason = {QStringLiteral("other-council"), sentence};
    return other;
}

bool isOld(const std::optional<QDate>& checked, QDate day)
{
    return !checked || !checked->isValid() || checked->addMonths(12) < day;
}

} // namespace heed::rules
