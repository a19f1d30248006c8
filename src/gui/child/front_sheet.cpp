#include "gui/child/front_sheet.h"

#include "gui/log/record_view.h"
#include "report/words.h"

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

QString yesNo(const std::optional<bool>& value)
{
    return !value ? report::notKnown : *value ? u"Yes"_s : u"No"_s;
}

QString senText(const QString& code)
{
    if (code.isEmpty())
        return report::notKnown;
    if (code == u"N"_s)
        return u"None"_s;
    if (code == u"K"_s)
        return u"Support"_s;
    return code == u"E"_s ? u"An education, health and care plan"_s : code;
}

QString flagsText(const model::Child& child)
{
    QStringList flags;
    for (const auto flag : child.vulnerabilities)
        flags << report::vulnerabilityText(flag);
    return flags.isEmpty() ? report::notKnown : flags.join(u", "_s);
}

void tell(log::RecordView& view, const model::ContactPerson& one)
{
    view.bullet(report::joined({one.name, one.relationship}, u", "_s),
                report::joined({one.parentalResponsibility ? u"has parental responsibility"_s : QString(), one.phone,
                                one.email, one.address, one.note},
                               u" · "_s));
}

void tell(log::RecordView& view, const model::HouseholdMember& one, const QDate& today)
{
    const auto born = one.dateOfBirth ? u"born "_s + report::birthText(one.dateOfBirth, today) : QString();
    view.bullet(report::joined({one.name, one.relationship}, u", "_s), report::joined({born, one.note}, u" · "_s));
}

void tell(log::RecordView& view, const model::Professional& one)
{
    view.bullet(report::joined({one.role, one.name}, u": "_s),
                report::joined({one.agency, one.phone, one.email, one.note}, u" · "_s));
}

} // namespace

void tellFrontSheet(log::RecordView& view, const model::Child& child, const std::optional<model::Pupil>& pupil,
                    const QDate& today)
{
    view.startOver();
    const auto facts = pupil ? pupil->facts : model::ChildFacts();
    const auto born = child.dateOfBirth ? child.dateOfBirth : pupil ? pupil->child.dateOfBirth : std::nullopt;
    view.fact(u"Born"_s, born ? report::birthText(born, today) : report::notKnown);
    const auto lawful = report::joined({facts.legalForename, facts.legalSurname}, u" "_s);
    if (!lawful.isEmpty() && lawful != model::nameOf(child))
        view.fact(u"Name in law"_s, lawful);
    view.fact(u"Former names"_s, facts.formerNames.join(u", "_s));
    view.fact(u"Year and class"_s, report::orNotKnown(report::joined(
                                       {child.yearGroup.isEmpty() ? QString() : report::yearText(child.yearGroup),
                                        pupil ? pupil->className : QString()},
                                       u", "_s)));
    view.fact(u"A pupil of this school"_s, yesNo(child.onRoll));
    view.fact(u"UPN"_s, report::orNotKnown(child.upn));
    view.fact(u"Described as"_s, child.description);
    view.fact(u"Lives in the area of"_s, report::orNotKnown(child.homeAuthority));
    view.fact(u"Address"_s, report::orNotKnown(report::joined({facts.address, facts.postcode}, u", "_s)));
    view.fact(u"Telephone"_s, facts.phone);
    view.fact(u"Known of the child"_s, flagsText(child));
    view.fact(u"Looked after"_s, report::joined({yesNo(facts.lookedAfter), facts.caringAuthority}, u", by "_s));
    view.fact(u"Special needs"_s, report::joined({senText(facts.sen), facts.disabilities.join(u", "_s)}, u"; "_s));
    view.fact(u"Language"_s, report::orNotKnown(facts.language));
    view.fact(u"Interpreter needed"_s, facts.interpreter);
    view.fact(u"Religion"_s, facts.religion);
    view.fact(u"NHS number"_s, facts.nhsNumber);
    view.heading(u"Who lives with the child"_s);
    for (const auto& one : facts.household)
        tell(view, one, today);
    if (facts.household.empty())
        view.paragraph(report::notKnown);
    view.heading(u"Whom to reach, in this order"_s);
    for (const auto& one : facts.contacts)
        tell(view, one);
    if (facts.contacts.empty())
        view.paragraph(report::notKnown);
    view.heading(u"Who works with the child"_s);
    for (const auto& one : facts.professionals)
        tell(view, one);
    if (facts.professionals.empty())
        view.paragraph(report::notKnown);
    if (!pupil)
        view.remark(u"This child is not in the pupil register: what stands here is what concerns say."_s);
}

} // namespace heed::gui::child
