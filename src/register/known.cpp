#include "register/known.h"

#include "model/name.h"

#include <algorithm>

namespace heed::pupils {

using model::Pupil;

namespace {

/// All names that a pupil may be found under: as used, and in law.
QStringList namesOf(const Pupil& pupil)
{
    const auto& facts = pupil.facts;
    QStringList names{comparedName(pupil)};
    if (!facts.legalForename.isEmpty() || !facts.legalSurname.isEmpty())
        names << model::comparedName((facts.legalForename.isEmpty() ? pupil.child.forename : facts.legalForename) +
                                     u' ' + (facts.legalSurname.isEmpty() ? pupil.child.surname : facts.legalSurname));
    return names;
}

/// As somebody may have written it who did not look: "Anne Marie" and "Annemarie" are one.
QString joined(const QString& name)
{
    return model::comparedName(name).remove(u' ');
}

bool sharesOne(const QStringList& some, const QStringList& others)
{
    return std::any_of(some.begin(), some.end(), [&](const QString& one) {
        const auto name = joined(one);
        return !name.isEmpty() &&
               std::any_of(others.begin(), others.end(), [&](const QString& other) { return joined(other) == name; });
    });
}

/// One forename is the same, as used or in law.
bool isForenameAlike(const Pupil& one, const Pupil& other)
{
    return sharesOne({one.child.forename, one.facts.legalForename}, {other.child.forename, other.facts.legalForename});
}

/// One surname is the same, as used, in law or before.
bool isSurnameAlike(const Pupil& one, const Pupil& other)
{
    const auto all = [](const Pupil& pupil) {
        return QStringList{pupil.child.surname, pupil.facts.legalSurname} + pupil.facts.formerNames;
    };
    return sharesOne(all(one), all(other));
}

/// A day whose month may have been taken for it; none where that is no day, or the same one.
std::optional<QDate> turnedRound(const QDate& day)
{
    const QDate turned(day.year(), day.day(), day.month());
    return turned.isValid() && turned != day ? std::optional(turned) : std::nullopt;
}

QString withBirth(const QString& name, const Pupil& pupil)
{
    return pupil.child.dateOfBirth && !name.isEmpty()
               ? QString(name + u'|' + pupil.child.dateOfBirth->toString(Qt::ISODate))
               : QString();
}

} // namespace

QString comparedName(const Pupil& pupil)
{
    return model::comparedName(pupil.child.forename + u' ' + pupil.child.surname);
}

QString nameAndBirth(const Pupil& pupil)
{
    return withBirth(comparedName(pupil), pupil);
}

bool upnsDiffer(const Pupil& one, const Pupil& other)
{
    return !one.child.upn.isEmpty() && !other.child.upn.isEmpty() && one.child.upn != other.child.upn;
}

QList<std::size_t> alike(const Pupil& pupil, const std::vector<Pupil>& pupils)
{
    QList<std::size_t> all;
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        const auto& one = pupil.child;
        const auto& other = pupils[i].child;
        const bool isDated = one.dateOfBirth && other.dateOfBirth;
        const bool isBornAlike = isDated && one.dateOfBirth == other.dateOfBirth;
        const bool isBornApart = isDated && !isBornAlike && turnedRound(*one.dateOfBirth) != other.dateOfBirth;
        if (other.id == one.id || upnsDiffer(pupil, pupils[i]) || isBornApart)
            continue;
        const bool isForename = isForenameAlike(pupil, pupils[i]);
        const bool isSurname = isSurnameAlike(pupil, pupils[i]);
        if (isBornAlike ? isForename || isSurname : isForename && isSurname)
            all << i;
    }
    return all;
}

Known::Known(const std::vector<Pupil>& pupils)
    : m_pupils(pupils)
{
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        if (!pupils[i].child.upn.isEmpty())
            m_byUpn.insert(pupils[i].child.upn, i);
        for (const auto& former : pupils[i].facts.formerUpns)
            if (!m_byUpn.contains(former))
                m_byUpn.insert(former, i);
        for (const auto& name : namesOf(pupils[i])) {
            if (const auto key = withBirth(name, pupils[i]); !key.isEmpty() && !m_byName.values(key).contains(i))
                m_byName.insert(key, i);
        }
        if (pupils[i].child.dateOfBirth)
            m_byBirth.insert(*pupils[i].child.dateOfBirth, i);
    }
}

std::optional<std::size_t> Known::byUpn(const Pupil& incoming) const
{
    for (const auto& upn : QStringList(incoming.child.upn) + incoming.facts.formerUpns)
        if (!upn.isEmpty())
            if (const auto found = m_byUpn.constFind(upn); found != m_byUpn.constEnd())
                return *found;
    return {};
}

QList<std::size_t> Known::byName(const Pupil& incoming) const
{
    QList<std::size_t> all;
    for (const auto& name : namesOf(incoming))
        for (const auto i : m_byName.values(withBirth(name, incoming)))
            if (!all.contains(i))
                all << i;
    return all;
}

QList<std::size_t> Known::likely(const Pupil& incoming) const
{
    QList<std::size_t> all;
    if (!incoming.child.dateOfBirth)
        return all;
    for (const auto i : m_byBirth.values(*incoming.child.dateOfBirth))
        if (isForenameAlike(incoming, m_pupils[i]) || isSurnameAlike(incoming, m_pupils[i]))
            all << i;
    if (const auto turned = turnedRound(*incoming.child.dateOfBirth))
        for (const auto i : m_byBirth.values(*turned))
            if (isForenameAlike(incoming, m_pupils[i]) && isSurnameAlike(incoming, m_pupils[i]))
                all << i;
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace heed::pupils
