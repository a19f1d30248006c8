#include "rules/circumstances.h"
#include "rules/names.h"
#include "rules/school_time.h"

#include <algorithm>

namespace heed::rules {

bool isInvolved(const QString& name, const model::Concern& concern)
{
    return std::any_of(concern.involved.begin(), concern.involved.end(), [&](const model::Involved& one) {
        return (one.kind == model::InvolvedKind::Adult || one.kind == model::InvolvedKind::Staff) &&
               samePerson(one.name, name);
    });
}

bool holds(const model::Absence& absence, const QDateTime& at)
{
    const auto local = toSchoolTime(at);
    const QTime minute(local.time().hour(), local.time().minute());
    const auto today = local.date();
    const bool begun =
        today > absence.from.date || (today == absence.from.date && minute >= absence.from.time.value_or(QTime(0, 0)));
    const bool over =
        today > absence.to.date || (today == absence.to.date && minute > absence.to.time.value_or(QTime(23, 59)));
    return begun && !over;
}

namespace {

bool isAbsent(const QString& name, const Circumstances& c)
{
    return std::any_of(c.profile.absences.begin(), c.profile.absences.end(), [&](const model::Absence& absence) {
        return samePerson(absence.name, name) && holds(absence, c.at);
    });
}

QString standIn(const QString& name, const Circumstances& c, QStringList& asked)
{
    asked << comparable(name);
    for (const auto& absence : c.profile.absences) {
        if (!samePerson(absence.name, name) || !holds(absence, c.at) || absence.standIn.trimmed().isEmpty() ||
            asked.contains(comparable(absence.standIn)))
            continue;
        switch (obstacleOf(absence.standIn, c)) {
        case Obstacle::None: return absence.standIn.simplified();
        case Obstacle::Absent:
            if (auto next = standIn(absence.standIn, c, asked); !next.isEmpty())
                return next;
            break;
        case Obstacle::Author:
        case Obstacle::Involved: break;
        }
    }
    return {};
}

} // namespace

Obstacle obstacleOf(const QString& name, const Circumstances& c)
{
    if (isInvolved(name, c.concern))
        return Obstacle::Involved;
    if (samePerson(name, c.author))
        return Obstacle::Author;
    return isAbsent(name, c) ? Obstacle::Absent : Obstacle::None;
}

QString standInFor(const QString& name, const Circumstances& c)
{
    QStringList asked;
    return standIn(name, c, asked);
}

model::Reason passedOver(const QString& name, Obstacle obstacle, const Circumstances& c)
{
    switch (obstacle) {
    case Obstacle::Absent:
        if (const auto other = standInFor(name, c); !other.isEmpty())
            return {QStringLiteral("stand-in"), QStringLiteral("%1 is away, and %2 stands in.").arg(name, other)};
        return {QStringLiteral("absent"),
                QStringLiteral("%1 is away, so this goes on to the next person without waiting.").arg(name)};
    case Obstacle::Author:
        return {QStringLiteral("is-author"),
                QStringLiteral("%1 is writing this down, so somebody else is told as well.").arg(name)};
    case Obstacle::Involved:
        return {QStringLiteral("is-involved"),
                QStringLiteral("%1 is entered as involved, so somebody else is told.").arg(name)};
    case Obstacle::None: break;
    }
    return {};
}

std::optional<QString> numberOf(const std::optional<QString>& phone)
{
    if (!phone || phone->trimmed().isEmpty())
        return {};
    return phone->simplified();
}

} // namespace heed::rules
