#include "register/merge.h"

#include "model/name.h"

#include <algorithm>

namespace heed::pupils {

using model::Pupil;

namespace {

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

} // namespace

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
            return model::comparedName(one.name) == model::comparedName(contact.name);
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

} // namespace heed::pupils
