#include "register/incoming.h"

#include "rules/upn.h"

namespace heed::pupils {

namespace {

constexpr int oldest = 25;             // years
constexpr qsizetype longestName = 200; // characters

} // namespace

QString yearGroupOf(const QString& typed)
{
    auto year = typed.simplified();
    for (const auto& prefix : {QStringLiteral("year"), QStringLiteral("yr"), QStringLiteral("y")})
        if (year.startsWith(prefix, Qt::CaseInsensitive) && !year.mid(prefix.size()).trimmed().isEmpty() &&
            !year.mid(prefix.size()).trimmed().front().isLetter()) {
            year = year.mid(prefix.size()).trimmed();
            break;
        }
    bool isNumber = false;
    if (const int number = year.toInt(&isNumber); isNumber)
        return number == 0 ? QStringLiteral("R") : QString::number(number);
    if (year.compare(QStringLiteral("reception"), Qt::CaseInsensitive) == 0)
        return QStringLiteral("R");
    return year.toUpper().left(20);
}

void settleNames(model::Pupil& pupil)
{
    const auto used = [](QString& name, QString& legal) {
        if (name.isEmpty())
            name = legal;
        if (name == legal)
            legal.clear();
    };
    used(pupil.child.forename, pupil.facts.legalForename);
    used(pupil.child.surname, pupil.facts.legalSurname);
}

QString settle(model::Pupil& pupil, const QDate& today)
{
    settleNames(pupil);
    auto& child = pupil.child;
    child.forename = child.forename.simplified();
    child.surname = child.surname.simplified();
    child.yearGroup = yearGroupOf(child.yearGroup);
    pupil.className = pupil.className.simplified().left(60);
    if (child.forename.isEmpty() || child.surname.isEmpty())
        return child.forename.isEmpty() && child.surname.isEmpty()
                   ? QStringLiteral("It names no pupil: give a forename and a surname.")
                   : QStringLiteral("%1 lacks a %2: give both names.")
                         .arg(child.forename + child.surname,
                              child.forename.isEmpty() ? QStringLiteral("forename") : QStringLiteral("surname"));
    if (child.forename.size() > longestName || child.surname.size() > longestName)
        return QStringLiteral("A name of more than %1 letters cannot be: check the columns.").arg(longestName);
    const auto upn = rules::readUpn(child.upn);
    if (upn.kind == rules::UpnKind::Wrong)
        return QStringLiteral("%1: %2").arg(model::nameOf(child), upn.problem);
    child.upn = upn.normal;
    for (auto& former : pupil.facts.formerUpns)
        former = rules::readUpn(former).normal;
    pupil.facts.formerUpns.removeAll(QString());
    pupil.facts.formerUpns.removeAll(child.upn);
    if (child.upn.isEmpty() && !child.dateOfBirth)
        return QStringLiteral(
                   "%1 has neither a UPN nor a date of birth: without one of them nobody can tell who it is.")
            .arg(model::nameOf(child));
    if (child.dateOfBirth && (*child.dateOfBirth > today || child.dateOfBirth->addYears(oldest) < today))
        return QStringLiteral("%1 cannot be born on %2: check the date.")
            .arg(model::nameOf(child), child.dateOfBirth->toString(QStringLiteral("d MMMM yyyy")));
    if (!child.onRoll)
        child.onRoll = true;
    return {};
}

} // namespace heed::pupils
