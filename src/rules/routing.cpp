#include "rules/routing.h"
#include "rules/adults_here.h"
#include "rules/age.h"
#include "rules/due_times.h"
#include "rules/mandatory_reporting.h"
#include "rules/names.h"
#include "rules/route_draft.h"
#include "rules/safeguarding_leads.h"
#include "rules/school_time.h"
#include "rules/services.h"

#include "model/role.h"

#include <algorithm>

namespace heed::rules {
namespace {

using model::RouteKind;

void danger(RouteDraft& draft, const model::Concern& concern)
{
    draft.route.emergencyFirst = concern.immediateDanger;
    if (concern.immediateDanger)
        draft.because("danger",
                      QStringLiteral("A child is in immediate danger. Ring 999 now, before you finish writing. "
                                     "Then tell the person named here."));
    if (concern.missingNow)
        draft.because("missing-now",
                      QStringLiteral("The child is missing now. Ring the police without waiting: 999 if you "
                                     "think they are in danger, otherwise 101. Then tell the person named "
                                     "here."));
}

void childOfThisSchool(RouteDraft& draft, const Circumstances& c, const Leads& leads)
{
    if (leads.reachable.empty()) {
        draft.tell(RouteKind::Mash, mash(c.profile));
        draft.because(
            "none-available",
            QStringLiteral("No safeguarding lead can be told just now. Do not wait: ring %1 yourself. Anybody may, "
                           "and you need nobody's permission.")
                .arg(mashInWords(c.profile)));
        return;
    }
    draft.tell(RouteKind::Dsl, leads.reachable.front());
    for (auto lead = leads.reachable.begin() + 1; lead != leads.reachable.end(); ++lead)
        draft.route.deputies << lead->name;
}

void childElsewhere(RouteDraft& draft, const Circumstances& c, const Leads& leads)
{
    draft.tell(RouteKind::Mash, mash(c.profile));
    for (const auto& lead : leads.reachable)
        draft.route.deputies << lead.name;
    draft.because("not-on-roll",
                  QStringLiteral("This child is not at this school. Ring %1 yourself, now. A safeguarding lead "
                                 "here sees what you wrote all the same.")
                      .arg(mashInWords(c.profile)));
}

void firstChild(RouteDraft& draft, const Circumstances& c)
{
    const auto& child = c.concern.child;
    const auto leads = leadsFor(child, c);
    if (child.onRoll == false) {
        childElsewhere(draft, c, leads);
    } else if (child.onRoll) {
        draft.because("on-roll", QStringLiteral("A child of this school: tell a safeguarding lead."));
        childOfThisSchool(draft, c, leads);
    } else {
        draft.because(
            "roll-unknown",
            QStringLiteral("You are not sure whether this child is at this school: tell a safeguarding lead. If the "
                           "child is not, ring %1.")
                .arg(mashInWords(c.profile)));
        childOfThisSchool(draft, c, leads);
        draft.beside(mash(c.profile));
    }
    for (const auto& reason : leads.reasons)
        draft.route.reasons.push_back(reason);
}

/// Both a child who was harmed and a child who may have harmed are children of concern: each is routed.
void furtherChildren(RouteDraft& draft, const Circumstances& c)
{
    if (c.concern.children.empty())
        return;
    draft.because("each-child",
                  QStringLiteral("More than one child is part of this. Each of them is a child to worry about, "
                                 "also one who may have harmed another, and each is reported."));
    for (const auto& child : c.concern.children) {
        const auto name = child.forename.isEmpty() && child.surname.isEmpty() ? QStringLiteral("Another child")
                                                                              : model::nameOf(child);
        if (child.onRoll == false) {
            draft.beside(mash(c.profile));
            draft.because("other-child-not-on-roll",
                          QStringLiteral("%1 is not at this school: ring %2 about that child too.")
                              .arg(name, mashInWords(c.profile)));
            continue;
        }
        if (!child.onRoll)
            draft.beside(mash(c.profile));
        const auto leads = leadsFor(child, c).reachable;
        if (!leads.empty() && !samePerson(leads.front().name, draft.route.contact.name)) {
            draft.beside(leads.front());
            draft.because(
                "other-child-on-roll",
                QStringLiteral("Tell %1 too: for %2, that is the safeguarding lead.").arg(leads.front().name, name));
        }
    }
}

void councils(RouteDraft& draft, const Circumstances& c)
{
    QStringList homes{c.concern.child.homeAuthority};
    for (const auto& child : c.concern.children)
        homes << child.homeAuthority;
    QStringList done;
    for (const auto& home : homes) {
        const auto other = otherCouncil(home, c);
        if (!other || done.contains(comparableCouncil(home)))
            continue;
        done << comparableCouncil(home);
        draft.beside(other->council);
        draft.route.reasons.push_back(other->reason);
    }
}

/// An adult named here who has the name of somebody who works here, where nobody said that it is an adult who does.
void namesakes(RouteDraft& draft, const Circumstances& c)
{
    const auto ask =
        QStringLiteral("An adult entered as involved has the same name as %1. If it is the same person, say that "
                       "this is about %2: then it does not go to the safeguarding leads.");
    if (isInvolved(c.profile.head.name, c.concern))
        draft.because("name-of-head", ask.arg(QStringLiteral("the head teacher"), QStringLiteral("the head teacher")));
    for (const auto& lead : c.profile.dsls)
        if (isInvolved(lead.name, c.concern))
            draft.because("name-of-lead",
                          ask.arg(QStringLiteral("a safeguarding lead"), QStringLiteral("an adult who works here")));
}

void hours(RouteDraft& draft, const Circumstances& c, const QDateTime& acknowledgeBy)
{
    if (draft.route.kind == RouteKind::Mash)
        return;
    const auto dont = QStringLiteral(" Do not wait for an answer: if you cannot reach %1 now, ring %2.")
                          .arg(draft.route.contact.name, mashInWords(c.profile));
    if (!isSchoolTime(c.at, c.profile)) {
        draft.beside(mash(c.profile));
        draft.because("outside-school-time", QStringLiteral("It is outside school time.") + dont);
    } else if (acknowledgeBy.date() != toSchoolTime(c.at).date()) {
        draft.beside(mash(c.profile));
        draft.because("ends-another-day", QStringLiteral("School ends before the time for an answer is up.") + dont);
    }
}

void law(RouteDraft& draft, const Circumstances& c)
{
    if (isUnder13WithSexualSign(c.concern, toSchoolTime(c.at).date())) {
        draft.beside(mash(c.profile));
        draft.because("under-13",
                      QStringLiteral("A child under 13 cannot consent to anything sexual in law. Children's social "
                                     "care must be rung today: %1.")
                          .arg(mashInWords(c.profile)));
    }
    if (isReportRequired(c.concern, c.profile)) {
        draft.beside(mash(c.profile));
        draft.because(
            "mandatory-reporting",
            QStringLiteral("The law asks you yourself to report a suspected sexual offence against a child to the "
                           "police or to children's social care as soon as you can. Telling a colleague is not "
                           "enough."));
    }
}

} // namespace

model::Route route(const model::Concern& concern, const model::Profile& profile, const QDateTime& at,
                   const QString& author)
{
    const Circumstances c{concern, profile, at, author};
    const bool urgent = concern.immediateDanger || concern.missingNow;
    const auto acknowledgeBy = acknowledgeDue(at, urgent, profile);

    RouteDraft draft;
    danger(draft, concern);
    if (const auto subject = adultHere(c); subject.any()) {
        adultWhoWorksHere(draft, c, subject);
    } else {
        firstChild(draft, c);
        furtherChildren(draft, c);
        councils(draft, c);
        namesakes(draft, c);
    }
    hours(draft, c, acknowledgeBy);
    law(draft, c);

    if (!deskOf(draft.route).isEmpty())
        draft.route.clocks.push_back({acknowledgeClock, acknowledgeBy});
    if (draft.route.kind == RouteKind::Mash) {
        draft.route.clocks.push_back({writtenClock, writtenConfirmationDue(at, profile)});
        draft.route.clocks.push_back({decisionClock, oneWorkingDayAfter(at, profile)});
    }
    return draft.route;
}

QString deskOf(const model::Route& route)
{
    if (has(route, "neither-neutral"))
        return {};
    switch (route.kind) {
    case RouteKind::Dsl:
    case RouteKind::Mash: return model::safeguardingDesk;
    case RouteKind::Head: return model::headDesk;
    case RouteKind::Chair: return model::chairDesk;
    }
    return {};
}

model::Recipient nextToTell(const model::Route& route, const model::Profile& profile, const QStringList& tried)
{
    const auto isTried = [&](const QString& name) {
        return std::any_of(tried.begin(), tried.end(), [&](const QString& one) { return samePerson(one, name); });
    };
    if (!isTried(route.contact.name))
        return route.contact;
    for (const auto& name : route.deputies) {
        if (isTried(name))
            continue;
        for (const auto& lead : profile.dsls)
            if (samePerson(lead.name, name))
                return {name, numberOf(lead.phone), lead.role};
        if (samePerson(profile.chair.name, name))
            return {name, numberOf(profile.chair.phone), model::title(model::Role::Chair)};
        return {name, {}, {}};
    }
    return route.kind == RouteKind::Head || route.kind == RouteKind::Chair ? lado(profile) : mash(profile);
}

bool has(const model::Route& route, const char* code)
{
    return std::any_of(route.reasons.begin(), route.reasons.end(),
                       [&](const model::Reason& reason) { return reason.code == QLatin1StringView(code); });
}

} // namespace heed::rules
