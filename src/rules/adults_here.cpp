#include "rules/adults_here.h"
#include "rules/names.h"
#include "rules/services.h"

#include "model/role.h"

#include <algorithm>

namespace heed::rules {
namespace {

using model::RouteKind;

struct Post {
    const model::NamedPerson& person;
    model::Role role;
    QString words; ///< "the head teacher"
    const char* notNamed;
};

/// Who answers for the post now, or nothing where nobody neutral does; then says why.
std::optional<model::Recipient> whoAnswers(RouteDraft& draft, const Circumstances& c, const Post& post)
{
    const auto name = post.person.name.simplified();
    const auto title = model::title(post.role);
    if (name.isEmpty()) {
        draft.because(
            post.notNamed,
            QStringLiteral("The school has not told Heed who %1 is. Go to %1 in person, or ring the school office "
                           "and ask for them. Do not say what it is about to anybody else.")
                .arg(post.words));
        return model::Recipient{post.words, numberOf(post.person.phone), title};
    }
    const auto obstacle = obstacleOf(name, c);
    if (obstacle == Obstacle::None)
        return model::Recipient{name, numberOf(post.person.phone), title};
    draft.route.reasons.push_back(passedOver(name, obstacle, c));
    if (obstacle == Obstacle::Absent)
        if (const auto other = standInFor(name, c); !other.isEmpty())
            return model::Recipient{other, {}, QStringLiteral("Standing in for ") + name};
    return {};
}

} // namespace

AdultHere adultHere(const Circumstances& c)
{
    AdultHere subject{c.concern.aboutStaff, c.concern.aboutHead};
    for (const auto& one : c.concern.involved) {
        if (one.kind != model::InvolvedKind::Staff)
            continue;
        subject.staff = true;
        subject.head |= samePerson(one.name, c.profile.head.name);
    }
    // Once it is about somebody who works here, an adult with the head's name is the head.
    subject.head |= subject.staff && isInvolved(c.profile.head.name, c.concern);
    return subject;
}

void adultWhoWorksHere(RouteDraft& draft, const Circumstances& c, const AdultHere& subject)
{
    const Post head{c.profile.head, model::Role::Head, QStringLiteral("the head teacher"), "head-not-named"};
    const Post chair{c.profile.chair, model::Role::Chair, QStringLiteral("the chair of governors"), "chair-not-named"};
    bool found = false;
    if (subject.head) {
        draft.because("about-head",
                      QStringLiteral("A worry about the head teacher goes to the chair of governors, and not to "
                                     "the safeguarding leads."));
    } else {
        draft.because(
            "about-staff",
            QStringLiteral("A worry about an adult who works or volunteers here goes to the head teacher, and not to "
                           "the safeguarding leads. Do not ask that adult about it."));
        if (const auto who = whoAnswers(draft, c, head)) {
            draft.tell(RouteKind::Head, *who);
            found = true;
            // The chair is the next to tell; one who is a safeguarding lead as well would still be the chair.
            const auto next = c.profile.chair.name.simplified();
            if (!next.isEmpty() && !samePerson(next, who->name) && obstacleOf(next, c) == Obstacle::None)
                draft.route.deputies << next;
        }
    }
    if (!found) {
        const bool isSameAsHead = subject.head && samePerson(c.profile.chair.name, c.profile.head.name);
        const auto who = isSameAsHead ? std::nullopt : whoAnswers(draft, c, chair);
        // Somebody who stands in for the chair may be the head themself.
        if (who && !(subject.head && samePerson(who->name, c.profile.head.name))) {
            draft.tell(RouteKind::Chair, *who);
            found = true;
        }
    }
    const auto officer = lado(c.profile);
    if (!found) {
        draft.tell(RouteKind::Chair, officer);
        draft.because(
            "neither-neutral",
            QStringLiteral("Neither the head teacher nor the chair of governors should be the one to deal with this. "
                           "Ring %1, the council's officer for worries about adults who work with children.")
                .arg(officer.name));
    }
    draft.beside(officer);
    if (!officer.phone)
        draft.because("lado-not-named",
                      QStringLiteral("The school has not given Heed the LADO's number. %1 can put you "
                                     "through.")
                          .arg(mashInWords(c.profile)));
}

} // namespace heed::rules
