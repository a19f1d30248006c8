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
        names << model::foldedName((facts.legalForename.isEmpty() ? pupil.child.forename : facts.legalForename) + u' ' +
                                   (facts.legalSurname.isEmpty() ? pupil.child.surname : facts.legalSurname));
    return names;
}

QString withBirth(const QString& name, const Pupil& pupil)
{
    return pupil.child.dateOfBirth ? QString(name + u'|' + pupil.child.dateOfBirth->toString(Qt::ISODate)) : QString();
}

} // namespace

QString comparedName(const Pupil& pupil)
{
    return model::foldedName(pupil.child.forename + u' ' + pupil.child.surname);
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
    const auto same = [](const QString& one, const QString& other) {
        return model::foldedName(one) == model::foldedName(other);
    };
    QList<std::size_t> all;
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        const auto& one = pupil.child;
        const auto& other = pupils[i].child;
        const bool isDated = one.dateOfBirth && other.dateOfBirth;
        if (other.id == one.id || upnsDiffer(pupil, pupils[i]) || (isDated && one.dateOfBirth != other.dateOfBirth))
            continue;
        const bool isForename = same(one.forename, other.forename);
        const bool isSurname = same(one.surname, other.surname);
        if (isDated ? isForename || isSurname : isForename && isSurname)
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
    for (const auto i : m_byBirth.values(*incoming.child.dateOfBirth)) {
        const auto& child = m_pupils[i].child;
        const bool alike = model::foldedName(child.forename) == model::foldedName(incoming.child.forename) ||
                           model::foldedName(child.surname) == model::foldedName(incoming.child.surname);
        if (alike)
            all << i;
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace heed::pupils
