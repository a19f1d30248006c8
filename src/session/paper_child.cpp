#include "session/paper_child.h"

#include "model/name.h"
#include "report/words.h"
#include "rules/pupil_codes.h"

#include <algorithm>

namespace heed::session {

using model::Pupil;
using report::FamilyMember;

namespace {

/// What a referral has answered stays; where it is silent, or nobody knew, the register speaks.
void fill(report::Answer& into, const QString& words)
{
    const bool isAnswered =
        into && !into->trimmed().isEmpty() && into->trimmed().compare(report::notKnown, Qt::CaseInsensitive) != 0;
    if (!isAnswered && !words.trimmed().isEmpty())
        into = words.trimmed();
}

QString listed(QStringList parts, const QString& between)
{
    parts.removeAll(QString());
    return parts.join(between);
}

bool isDoctor(const model::Professional& one)
{
    const auto role = one.role.toLower();
    return role.contains(QStringLiteral("gp")) || role.contains(QStringLiteral("doctor"));
}

QString reachOf(const model::Professional& one)
{
    return listed({one.name, one.agency, one.phone, one.email, one.note}, QStringLiteral(", "));
}

class Members {
public:
    void add(FamilyMember added)
    {
        const auto same = std::find_if(m_all.begin(), m_all.end(), [&](const FamilyMember& one) {
            return model::foldedName(one.name) == model::foldedName(added.name);
        });
        if (same == m_all.end()) {
            m_all.push_back(std::move(added));
            return;
        }
        if (same->relation.isEmpty())
            same->relation = added.relation;
        if (!same->dateOfBirth)
            same->dateOfBirth = added.dateOfBirth;
        same->contact = listed({same->contact, added.contact}, QStringLiteral("\n"));
    }
    std::vector<FamilyMember> take() { return std::move(m_all); }

private:
    std::vector<FamilyMember> m_all;
};

} // namespace

void describe(model::Child& child, const RegisteredChild& from)
{
    const auto& of = from.pupil.child;
    const auto fill = [](QString& into, const QString& words) {
        if (into.isEmpty())
            into = words;
    };
    fill(child.upn, of.upn);
    fill(child.yearGroup, of.yearGroup);
    fill(child.site, of.site);
    fill(child.homeAuthority, of.homeAuthority);
    if (!child.dateOfBirth)
        child.dateOfBirth = of.dateOfBirth;
    if (!child.onRoll)
        child.onRoll = of.onRoll;
    for (const auto flag : of.vulnerabilities)
        if (std::find(child.vulnerabilities.begin(), child.vulnerabilities.end(), flag) == child.vulnerabilities.end())
            child.vulnerabilities.push_back(flag);
}

void describe(report::ChildFacts& facts, const model::Child& child, const RegisteredChild& from)
{
    const auto& of = from.pupil.facts;
    const auto& name = from.pupil.child;
    QStringList names;
    if (const auto used = model::nameOf(name); model::foldedName(used) != model::foldedName(model::nameOf(child)))
        names << used;
    if (!of.legalForename.isEmpty() || !of.legalSurname.isEmpty())
        names << listed({of.legalForename.isEmpty() ? name.forename : of.legalForename, of.middleNames,
                         of.legalSurname.isEmpty() ? name.surname : of.legalSurname},
                        QStringLiteral(" ")) +
                     QStringLiteral(" (in law)");
    else if (!of.middleNames.isEmpty())
        names << QStringLiteral("middle names: ") + of.middleNames;
    for (const auto& former : of.formerNames)
        names << former + QStringLiteral(" (before)");
    fill(facts.namesUsed, names.join(QStringLiteral("; ")));
    fill(facts.sex, rules::sexWords(of.sex));
    fill(facts.ethnicity, rules::ethnicityWords(of.ethnicity));
    fill(facts.religion, of.religion);
    fill(facts.interpreter, of.interpreter);
    fill(facts.nhsNumber, of.nhsNumber);
    fill(facts.firstLanguage, rules::languageWords(of.language));
    fill(facts.disability,
         listed({of.disabilities.join(QStringLiteral(", ")), rules::senWords(of.sen)}, QStringLiteral("; ")));
    fill(facts.address, listed({of.address, of.postcode, of.phone}, QStringLiteral(", ")));
    QStringList doctors;
    for (const auto& one : of.professionals)
        if (isDoctor(one))
            doctors << reachOf(one);
    fill(facts.doctor, doctors.join(QStringLiteral("; ")));
    if (of.lookedAfter)
        facts.lookedAfter = *of.lookedAfter
                                ? QStringLiteral("Yes, by ") + (of.caringAuthority.isEmpty()
                                                                    ? QStringLiteral("an authority that is not known")
                                                                    : of.caringAuthority)
                                : QStringLiteral("No");
    facts.isFromRegister = true;
}

void describe(report::FamilyFacts& family, const RegisteredChild& from)
{
    Members members;
    for (const auto& one : from.pupil.facts.contacts)
        members.add({one.name,
                     one.relationship,
                     {},
                     // A file that has no such column says nothing of it either.
                     one.parentalResponsibility ? std::optional(true) : std::nullopt,
                     listed({one.phone, one.email, one.address, one.note}, QStringLiteral("\n"))});
    for (const auto& one : from.pupil.facts.household)
        members.add({one.name,
                     one.relationship,
                     one.dateOfBirth,
                     {},
                     listed({QStringLiteral("Lives with the child"), one.note}, QStringLiteral("\n"))});
    for (const auto& one : from.siblings)
        members.add({model::nameOf(one.child),
                     QStringLiteral("brother or sister"),
                     one.child.dateOfBirth,
                     {},
                     one.child.yearGroup.isEmpty() ? QString() : report::yearText(one.child.yearGroup)});
    family.members = members.take();
    QStringList agencies;
    for (const auto& one : from.pupil.facts.professionals)
        if (!isDoctor(one))
            agencies << listed({one.role, reachOf(one)}, QStringLiteral(": "));
    fill(family.agencies, agencies.join(u'\n'));
}

} // namespace heed::session
