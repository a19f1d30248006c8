#include "register/plan.h"

#include "model/name.h"
#include "model/shape.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace heed::pupils {

using model::Pupil;

namespace {

QString nameOf(const Pupil& pupil)
{
    return model::foldedName(pupil.child.forename + u' ' + pupil.child.surname);
}

/// All names that a pupil may be found under: as used, and in law.
QStringList namesOf(const Pupil& pupil)
{
    const auto& facts = pupil.facts;
    QStringList names{nameOf(pupil)};
    if (!facts.legalForename.isEmpty() || !facts.legalSurname.isEmpty())
        names << model::foldedName((facts.legalForename.isEmpty() ? pupil.child.forename : facts.legalForename) + u' ' +
                                   (facts.legalSurname.isEmpty() ? pupil.child.surname : facts.legalSurname));
    return names;
}

QString withBirth(const QString& name, const Pupil& pupil)
{
    return pupil.child.dateOfBirth ? QString(name + u'|' + pupil.child.dateOfBirth->toString(Qt::ISODate)) : QString();
}

void overlay(QString& into, const QString& from)
{
    if (!from.isEmpty())
        into = from;
}

void add(QStringList& into, const QStringList& from)
{
    for (const auto& text : from)
        if (!text.isEmpty() && !into.contains(text))
            into << text;
}

/// The register's pupil with what the file says of them.
Pupil merged(const Pupil& before, const Pupil& incoming)
{
    auto after = before;
    auto& child = after.child;
    auto& facts = after.facts;
    const auto& from = incoming.facts;
    if (!child.upn.isEmpty() && !incoming.child.upn.isEmpty() && child.upn != incoming.child.upn)
        add(facts.formerUpns, {child.upn});
    overlay(child.upn, incoming.child.upn);
    overlay(child.forename, incoming.child.forename);
    overlay(child.surname, incoming.child.surname);
    overlay(child.yearGroup, incoming.child.yearGroup);
    overlay(child.site, incoming.child.site);
    overlay(child.homeAuthority, incoming.child.homeAuthority);
    overlay(after.className, incoming.className);
    if (incoming.child.dateOfBirth)
        child.dateOfBirth = incoming.child.dateOfBirth;
    child.onRoll = true;
    facts.leavingDate.reset();
    add(facts.formerUpns, from.formerUpns);
    facts.formerUpns.removeAll(child.upn);
    add(facts.formerNames, from.formerNames);
    for (const auto field :
         {&model::ChildFacts::legalForename, &model::ChildFacts::legalSurname, &model::ChildFacts::middleNames,
          &model::ChildFacts::sex, &model::ChildFacts::ethnicity, &model::ChildFacts::language, &model::ChildFacts::sen,
          &model::ChildFacts::caringAuthority, &model::ChildFacts::address, &model::ChildFacts::postcode,
          &model::ChildFacts::phone, &model::ChildFacts::house})
        overlay(facts.*field, from.*field);
    if (!from.disabilities.isEmpty())
        facts.disabilities = from.disabilities;
    if (from.lookedAfter)
        facts.lookedAfter = from.lookedAfter;
    if (from.entryDate)
        facts.entryDate = from.entryDate;
    // A contact that a lead has added by hand stays.
    for (const auto& contact : from.contacts) {
        const auto same = std::find_if(facts.contacts.begin(), facts.contacts.end(), [&](const auto& one) {
            return model::foldedName(one.name) == model::foldedName(contact.name);
        });
        if (same == facts.contacts.end()) {
            facts.contacts.push_back(contact);
            continue;
        }
        overlay(same->relationship, contact.relationship);
        overlay(same->phone, contact.phone);
        overlay(same->email, contact.email);
        overlay(same->address, contact.address);
        same->parentalResponsibility = same->parentalResponsibility || contact.parentalResponsibility;
    }
    return after;
}

/// The register, by what its pupils can be found under.
class Known {
public:
    explicit Known(const std::vector<Pupil>& pupils)
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

    std::optional<std::size_t> byUpn(const Pupil& incoming) const
    {
        for (const auto& upn : QStringList(incoming.child.upn) + incoming.facts.formerUpns)
            if (!upn.isEmpty())
                if (const auto found = m_byUpn.constFind(upn); found != m_byUpn.constEnd())
                    return *found;
        return {};
    }
    QList<std::size_t> byName(const Pupil& incoming) const
    {
        QList<std::size_t> all;
        for (const auto& name : namesOf(incoming))
            for (const auto i : m_byName.values(withBirth(name, incoming)))
                if (!all.contains(i))
                    all << i;
        return all;
    }
    /// Born on one day, with one of the two names.
    QList<std::size_t> likely(const Pupil& incoming) const
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

private:
    const std::vector<Pupil>& m_pupils;
    QHash<QString, std::size_t> m_byUpn;
    QMultiHash<QString, std::size_t> m_byName;
    QMultiHash<QDate, std::size_t> m_byBirth;
};

bool upnsDiffer(const Pupil& one, const Pupil& other)
{
    return !one.child.upn.isEmpty() && !other.child.upn.isEmpty() && one.child.upn != other.child.upn;
}

QString shown(const QCborValue& value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    if (value.isBool())
        return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
    if (value.isArray()) {
        QStringList parts;
        for (const auto& item : value.toArray())
            parts << shown(item);
        return parts.join(QStringLiteral("; "));
    }
    if (value.isMap()) {
        QStringList parts;
        for (const auto& entry : value.toMap())
            if (const auto text = shown(entry.second); !text.isEmpty() && !entry.second.isBool())
                parts << text;
        return parts.join(QStringLiteral(", "));
    }
    return value.isInteger() ? QString::number(value.toInteger()) : value.toString();
}

void compare(const QCborMap& before, const QCborMap& after, std::vector<Change>& changes)
{
    QStringList keys;
    for (const auto& map : {before, after})
        for (const auto& entry : map)
            if (!keys.contains(entry.first.toString()))
                keys << entry.first.toString();
    for (const auto& key : keys) {
        const auto one = before.value(key);
        const auto other = after.value(key);
        if (one == other)
            continue;
        if (one.isMap() || other.isMap())
            compare(one.toMap(), other.toMap(), changes);
        else
            changes.push_back({key, shown(one), shown(other)});
    }
}

} // namespace

std::vector<Change> changesOf(const Pupil& before, const Pupil& after)
{
    std::vector<Change> changes;
    compare(model::toShape(before), model::toShape(after), changes);
    return changes;
}

Plan plan(const Reading& reading, const std::vector<Pupil>& pupils, bool whole, const Decisions& decisions,
          const QDate& today)
{
    Plan plan;
    plan.refused = reading.refused;
    QHash<QString, QList<qint64>> linesOfUpn;
    for (const auto& one : reading.pupils)
        if (!one.pupil.child.upn.isEmpty())
            linesOfUpn[one.pupil.child.upn] << one.line;

    const Known known(pupils);
    std::vector<bool> taken(pupils.size(), false);
    const auto match = [&](const Incoming& one, std::size_t place) {
        taken[place] = true;
        auto after = merged(pupils[place], one.pupil);
        auto changes = changesOf(pupils[place], after);
        if (changes.empty())
            ++plan.unchanged;
        else
            plan.changed.push_back({one.line, pupils[place], std::move(after), std::move(changes)});
    };
    const auto ask = [&](const Incoming& one, const QList<std::size_t>& places, const QString& why) {
        Asked asked{one.line, one.pupil, {}, why};
        for (const auto place : places) {
            taken[place] = true; // nobody who may be in the file has left
            asked.candidates.push_back(pupils[place]);
        }
        plan.asked.push_back(std::move(asked));
    };

    std::vector<const Incoming*> open;
    for (const auto& one : reading.pupils) {
        const auto lines = linesOfUpn.value(one.pupil.child.upn);
        if (lines.size() > 1) {
            QStringList numbers;
            for (const auto line : lines)
                numbers << QString::number(line);
            plan.refused.push_back({one.line,
                                    QStringLiteral("The UPN %1 stands on lines %2: correct one of them.")
                                        .arg(one.pupil.child.upn, numbers.join(QStringLiteral(", "))),
                                    {one.pupil.child.upn, one.pupil.child.surname, one.pupil.child.forename}});
            // Whoever it is of the two, they have not left.
            if (const auto place = known.byUpn(one.pupil))
                taken[*place] = true;
            continue;
        }
        if (const auto decided = decisions.find(one.line); decided != decisions.end()) {
            if (decided->second.isEmpty()) {
                plan.added.push_back({one.line, {}, one.pupil, {}});
                continue;
            }
            const auto found = std::find_if(pupils.begin(), pupils.end(),
                                            [&](const Pupil& pupil) { return pupil.child.id == decided->second; });
            if (found != pupils.end()) {
                match(one, static_cast<std::size_t>(found - pupils.begin()));
                continue;
            }
        }
        if (const auto place = known.byUpn(one.pupil)) {
            const auto& other = pupils[*place];
            const bool sameName = known.byName(one.pupil).contains(*place) || nameOf(one.pupil) == nameOf(other);
            const bool sameBirth = !one.pupil.child.dateOfBirth || !other.child.dateOfBirth ||
                                   *one.pupil.child.dateOfBirth == *other.child.dateOfBirth;
            if (taken[*place])
                ask(one, {*place}, QStringLiteral("Another row of the file is this pupil already."));
            else if (!sameName && !sameBirth)
                ask(one, {*place},
                    QStringLiteral("The UPN is the same, and both the name and the date of birth differ."));
            else
                match(one, *place);
            continue;
        }
        open.push_back(&one);
    }
    std::vector<const Incoming*> still;
    for (const auto* one : open) {
        QList<std::size_t> free;
        for (const auto place : known.byName(one->pupil))
            if (!taken[place])
                free << place;
        if (free.size() == 1 && !upnsDiffer(one->pupil, pupils[free.front()]))
            match(*one, free.front());
        else if (!free.isEmpty())
            ask(*one, free,
                free.size() > 1 ? QStringLiteral("More than one pupil has this name and date of birth.")
                                : QStringLiteral("Name and date of birth are the same, and the UPN is another."));
        else
            still.push_back(one);
    }
    for (const auto* one : still) {
        QList<std::size_t> free;
        for (const auto place : known.likely(one->pupil))
            if (!taken[place] && !upnsDiffer(one->pupil, pupils[place]))
                free << place;
        if (free.isEmpty())
            plan.added.push_back({one->line, {}, one->pupil, {}});
        else
            ask(*one, free, QStringLiteral("Born on the same day, with the same forename or surname."));
    }
    if (whole)
        for (std::size_t i = 0; i < pupils.size(); ++i)
            if (!taken[i] && pupils[i].child.onRoll != false) {
                auto after = pupils[i];
                after.child.onRoll = false;
                after.facts.leavingDate = today;
                plan.left.push_back({0, pupils[i], after, changesOf(pupils[i], after)});
            }
    std::sort(plan.refused.begin(), plan.refused.end(),
              [](const Refused& a, const Refused& b) { return a.line < b.line; });
    return plan;
}

std::vector<SiblingOffer> offerSiblings(const std::vector<Pupil>& pupils)
{
    constexpr qsizetype mostInOneHome = 12; // more is a children's home or a mistake
    std::vector<SiblingOffer> offers;
    QSet<QString> offered;
    const auto offer = [&](const QHash<QString, QList<std::size_t>>& groups, const QString& why) {
        for (const auto& group : groups) {
            if (group.size() > mostInOneHome)
                continue;
            for (qsizetype a = 0; a < group.size(); ++a)
                for (qsizetype b = a + 1; b < group.size(); ++b) {
                    const auto& one = pupils[group[a]];
                    const auto& other = pupils[group[b]];
                    const auto pair = QString(one.child.id + u' ' + other.child.id);
                    if (one.facts.siblings.contains(other.child.id) || other.facts.siblings.contains(one.child.id) ||
                        offered.contains(pair))
                        continue;
                    offered << pair;
                    offers.push_back({one.child.id, other.child.id, why});
                }
        }
    };
    QHash<QString, QList<std::size_t>> homes;
    QHash<QString, QList<std::size_t>> contacts;
    for (std::size_t i = 0; i < pupils.size(); ++i) {
        const auto& facts = pupils[i].facts;
        if (pupils[i].child.onRoll == false)
            continue;
        if (!facts.address.isEmpty())
            homes[model::foldedName(facts.address + u' ' + QString(facts.postcode).remove(u' '))] << i;
        for (const auto& contact : facts.contacts) {
            QString digits;
            for (const auto symbol : contact.phone)
                if (symbol.isDigit())
                    digits += symbol;
            if (digits.size() >= 6) {
                auto& group = contacts[model::foldedName(contact.name) + u'|' + digits];
                if (!group.contains(i))
                    group << i;
            }
        }
    }
    offer(homes, QStringLiteral("One address"));
    offer(contacts, QStringLiteral("One contact with one telephone number"));
    std::sort(offers.begin(), offers.end(), [](const SiblingOffer& a, const SiblingOffer& b) {
        return std::tie(a.one, a.other) < std::tie(b.one, b.other);
    });
    return offers;
}

} // namespace heed::pupils
