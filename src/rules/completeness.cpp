#include "rules/completeness.h"

#include "rules/family_entries.h"

#include <algorithm>

namespace heed::rules {
namespace {

using model::Kind;

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

class Look {
public:
    Look(const model::Case& record, model::RecordSystem system)
        : m_record(record)
        , m_system(system)
    {
    }

    std::vector<Problem> run()
    {
        summary();
        followUp();
        decisions();
        outcome();
        elsewhere();
        return std::move(m_found);
    }

private:
    void ask(const char* key, const QString& sentence)
    {
        m_found.push_back({QString::fromLatin1(key), sentence, Severity::Advice});
    }

    bool has(Kind kind) const
    {
        return std::any_of(m_record.events.begin(), m_record.events.end(),
                           [&](const model::Event& event) { return event.kind == kind; });
    }

    template <class Body> std::vector<const Body*> all(Kind kind) const
    {
        std::vector<const Body*> bodies;
        for (const auto& event : m_record.events)
            if (const auto* body = std::get_if<Body>(&event.body); body && event.kind == kind)
                bodies.push_back(body);
        return bodies;
    }

    void summary()
    {
        const auto& concern = m_record.logged.concern;
        const auto& child = concern.child;
        if (isBlank(concern.facts))
            ask("facts", QStringLiteral("What was seen or heard is not written down."));
        if (child.id.isEmpty() && isBlank(child.forename) && isBlank(child.surname) && isBlank(child.description))
            ask("child",
                QStringLiteral("The record does not say who the child is. Link it to a child, or add what is known."));
        if (!concern.observedAt && !concern.precision)
            ask("observedAt",
                QStringLiteral("The record does not say when this was seen or heard. Ask the author to add it."));
        if (isBlank(concern.childsWords))
            ask("childs-words",
                QStringLiteral("The child's own words are missing. Add them, or that the child said nothing, and "
                               "what the child wishes."));
        if (!has(Kind::Told))
            ask("told", QStringLiteral("The author has not said yet whom they told, and when."));
    }

    void followUp()
    {
        if (!m_record.acknowledgedAt)
            ask("acknowledged", QStringLiteral("Nobody has acknowledged this concern yet."));
        const bool isDone =
            has(Kind::ActionAdded) || has(Kind::ActionDone) || has(Kind::ContactMade) || has(Kind::Referral);
        if (!isDone)
            ask("action",
                QStringLiteral("No action is written down. Say what was done, also where the answer was to watch and "
                               "wait."));
        for (const auto& action : m_record.actions)
            if (!action.doneAt)
                ask("action-open",
                    QStringLiteral("An action is not done yet: \"%1\". Do it, or say why it was not needed.")
                        .arg(shortened(action.action.text)));
            else if (isBlank(action.result))
                ask("action-result",
                    QStringLiteral("Say what came of this action: \"%1\".").arg(shortened(action.action.text)));
        if (!has(Kind::ContactMade) && !has(Kind::Note) && !has(Kind::Informed))
            ask("discussions",
                QStringLiteral("No discussion is written down: with the child, with the parents or the reason for "
                               "not telling them, with colleagues or other services."));
        if (std::none_of(m_record.events.begin(), m_record.events.end(), &saysWhetherParentsKnow))
            ask("informed", QStringLiteral("The record does not say whether the parents or carers know and, if they do "
                                           "not, why."));
        for (const auto* referral : all<model::ReferralBody>(Kind::Referral)) {
            if (referral->telephonedAt && !referral->writtenAt && !isWritten(referral->to))
                ask("referral-written",
                    QStringLiteral("The telephone referral to %1 is not confirmed in writing.").arg(referral->to));
            if (isBlank(referral->reason))
                ask("referral-reason", QStringLiteral("Say why this was referred to %1.").arg(referral->to));
        }
        if (has(Kind::Referral) && !hasAnswer())
            ask("authority-decision", QStringLiteral("What the authority decided is not written down."));
        if (!has(Kind::Feedback))
            ask("feedback", QStringLiteral("The author has had no feedback yet. Tell them what they may know."));
    }

    void decisions()
    {
        const auto decisions = all<model::DecisionBody>(Kind::Decision);
        if (decisions.empty())
            ask("decision", QStringLiteral("No decision is written down. Say what you decided and why."));
        for (const auto* decision : decisions)
            if (isBlank(decision->reason))
                ask("decision-reason", QStringLiteral("A decision has no reason. Say why it was made."));
    }

    void outcome()
    {
        if (m_record.state != model::State::Closed) {
            ask("outcome", QStringLiteral("The concern is still open: its outcome is not written down yet."));
            return;
        }
        if (isBlank(m_record.outcome))
            ask("outcome", QStringLiteral("The concern is closed without an outcome. Say how it was resolved."));
        if (isBlank(m_record.closingReason))
            ask("closing-reason", QStringLiteral("The concern is closed without a reason. Say why."));
    }

    void elsewhere()
    {
        if (!belongsOnCpoms(m_record.logged.concern, m_system))
            return;
        if (!m_record.elsewhere) {
            ask("elsewhere", QStringLiteral("CPOMS is this school's record, and this concern is not marked as being "
                                            "there. Copy it there, then mark it."));
            return;
        }
        const auto mark = std::find_if(m_record.events.rbegin(), m_record.events.rend(),
                                       [](const model::Event& event) { return event.kind == Kind::EnteredElsewhere; });
        if (std::any_of(m_record.events.rbegin(), mark, &isContent))
            ask("elsewhere", QStringLiteral("More was written since this was put on CPOMS. Copy it there again, then "
                                            "mark it."));
    }

    /// Whether an entry says something that belongs on the school's record.
    static bool isContent(const model::Event& event)
    {
        switch (event.kind) {
        case Kind::Addition:
        case Kind::LevelSet:
        case Kind::Note:
        case Kind::ActionAdded:
        case Kind::ActionDone:
        case Kind::ContactMade:
        case Kind::Decision:
        case Kind::Referral:
        case Kind::Assessment:
        case Kind::Informed:
        case Kind::Consent:
        case Kind::Closed:
        case Kind::Reopened: return true;
        default: return false;
        }
    }

    bool isWritten(const QString& to) const
    {
        const auto referrals = all<model::ReferralBody>(Kind::Referral);
        return std::any_of(referrals.begin(), referrals.end(), [&](const model::ReferralBody* referral) {
            return referral->to == to && referral->writtenAt;
        });
    }

    bool hasAnswer() const
    {
        const auto contacts = all<model::ContactBody>(Kind::ContactMade);
        return std::any_of(contacts.begin(), contacts.end(),
                           [](const model::ContactBody* contact) { return !isBlank(contact->decision); });
    }

    static QString shortened(const QString& text)
    {
        const auto line = text.simplified();
        return line.size() > 80 ? line.left(79) + u'…' : line;
    }

    const model::Case& m_record;
    model::RecordSystem m_system;
    std::vector<Problem> m_found;
};

} // namespace

bool belongsOnCpoms(const model::Concern& concern, model::RecordSystem system)
{
    return system == model::RecordSystem::Cpoms && !concern.aboutStaff && !concern.aboutHead;
}

bool isMissingOnCpoms(const model::CaseRow& row, model::RecordSystem system)
{
    const bool isAboutAdult = row.routedTo == model::RouteKind::Head || row.routedTo == model::RouteKind::Chair;
    return system == model::RecordSystem::Cpoms && !row.elsewhere && !isAboutAdult;
}

std::vector<Problem> missingFrom(const model::Case& record, model::RecordSystem system)
{
    return Look(record, system).run();
}

} // namespace heed::rules
