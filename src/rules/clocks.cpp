#include "rules/clocks.h"
#include "rules/due_times.h"
#include "rules/names.h"
#include "rules/routing.h"
#include "rules/words.h"

#include <algorithm>

namespace heed::rules {
namespace {

constexpr qint64 nearlyAcknowledge = 15 * 60; // seconds
constexpr qint64 nearlyOther = 2 * 3600;      // seconds

/// A telephone referral, and what is known to have come of it.
struct Call {
    QString to;
    QDateTime at;
    std::optional<QDateTime> writtenAt;
};

bool isSameService(const QString& one, const QString& other)
{
    const auto a = comparable(one);
    const auto b = comparable(other);
    return !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
}

class Reading {
public:
    Reading(const model::Case& record, const model::Profile& profile, const QDateTime& now)
        : m_record(record)
        , m_profile(profile)
        , m_now(now)
    {
        if (record.state == model::State::Closed)
            for (const auto& event : record.events)
                if (event.kind == model::Kind::Closed)
                    m_now = event.at;
    }

    std::vector<ClockReading> run()
    {
        acknowledge();
        for (const auto& call : calls()) {
            written(call);
            decision(call);
        }
        std::stable_sort(m_clocks.begin(), m_clocks.end(), [](const ClockReading& one, const ClockReading& other) {
            return one.started < other.started;
        });
        return std::move(m_clocks);
    }

private:
    void add(ClockReading clock)
    {
        clock.state = stateOf(clock.name, clock.due, clock.metAt, m_now);
        if (clock.state == ClockState::MetLate)
            clock.sentence = QStringLiteral("This was due by %1 and happened at %2. Write down why it was late.")
                                 .arg(inWords(clock.due), inWords(*clock.metAt));
        m_clocks.push_back(std::move(clock));
    }

    void acknowledge()
    {
        const auto& route = m_record.logged.route;
        const auto clock = std::find_if(route.clocks.begin(), route.clocks.end(),
                                        [](const model::Clock& one) { return one.name == acknowledgeClock; });
        if (clock == route.clocks.end())
            return;
        const auto& concern = m_record.logged.concern;
        ClockReading reading{acknowledgeClock, m_record.loggedAt, clock->due, {}, m_record.acknowledgedAt, {}, {}, {}};
        reading.counts = concern.immediateDanger || concern.missingNow
                             ? QStringLiteral("minutes by the clock, because a child is in danger or missing")
                             : QStringLiteral("minutes of school time");
        const auto next = nextToTell(m_record, m_profile);
        const auto who = next.phone ? QString(next.name + QStringLiteral(", ") + *next.phone) : next.name;
        reading.sentence = m_now > clock->due
                               ? QStringLiteral("Nobody had acknowledged this by %1. Tell the next person now: %2.")
                                     .arg(inWords(clock->due), who)
                               : QStringLiteral("Somebody is to acknowledge this by %1.").arg(inWords(clock->due));
        if (m_record.acknowledgedAt)
            reading.sentence = QStringLiteral("%1 acknowledged this.").arg(m_record.acknowledgedBy);
        add(std::move(reading));
    }

    /// Entries about one referral may be several: the telephone call first, the written confirmation later.
    std::vector<Call> calls() const
    {
        std::vector<Call> calls;
        for (const auto& event : m_record.events) {
            const auto* body = std::get_if<model::ReferralBody>(&event.body);
            if (event.kind != model::Kind::Referral || !body)
                continue;
            if (body->telephonedAt)
                calls.push_back({body->to, *body->telephonedAt, body->writtenAt});
            else if (body->writtenAt)
                for (auto& call : calls)
                    if (!call.writtenAt && *body->writtenAt >= call.at && isSameService(call.to, body->to)) {
                        call.writtenAt = body->writtenAt;
                        break;
                    }
        }
        return calls;
    }

    void written(const Call& call)
    {
        ClockReading reading{
            writtenClock, call.at, writtenConfirmationDue(call.at, m_profile), {}, call.writtenAt, call.to, {}, {}};
        reading.counts = QStringLiteral("%1 hours, night and day").arg(m_profile.clocks.writtenConfirmationHours);
        reading.sentence =
            m_now > reading.due
                ? QStringLiteral("The referral to %1 was to be confirmed in writing by %2, and was not. Send it "
                                 "now, and write down why it is late.")
                      .arg(call.to, inWords(reading.due))
                : QStringLiteral("Confirm the referral to %1 in writing by %2.").arg(call.to, inWords(reading.due));
        if (call.writtenAt)
            reading.sentence = QStringLiteral("The referral to %1 was confirmed in writing.").arg(call.to);
        add(std::move(reading));
    }

    /// The first contact with the service of `call` after `since`; with `decided`, the first that says a decision.
    std::optional<QDateTime> contactAfter(const Call& call, const QDateTime& since, bool decided) const
    {
        const bool isOnly = calls().size() == 1;
        for (const auto& event : m_record.events) {
            const auto* body = std::get_if<model::ContactBody>(&event.body);
            if (event.kind != model::Kind::ContactMade || !body)
                continue;
            const auto when = body->when.value_or(event.at);
            const bool isTheirs = isSameService(body->agency, call.to) || isSameService(body->who, call.to);
            const bool saysDecision = !body->decision.trimmed().isEmpty();
            if (when >= since && (!decided || saysDecision) && (isTheirs || (saysDecision && isOnly)))
                return when;
        }
        return {};
    }

    void decision(const Call& call)
    {
        const auto decidedAt = contactAfter(call, call.at, true);
        ClockReading reading{
            decisionClock, call.at, oneWorkingDayAfter(call.at, m_profile), {}, decidedAt, call.to, {}, {}};
        reading.counts = QStringLiteral("one day that is neither a weekend nor a bank holiday");
        reading.sentence =
            m_now > reading.due
                ? QStringLiteral("%1 was to say by %2 what they decided, and did not. Ring them and ask.")
                      .arg(call.to, inWords(reading.due))
                : QStringLiteral("%1 is to say by %2 what they decided.").arg(call.to, inWords(reading.due));
        if (decidedAt)
            reading.sentence = QStringLiteral("%1 said what they decided.").arg(call.to);
        const auto due = reading.due;
        add(std::move(reading));
        if (std::min(decidedAt.value_or(m_now), m_now) <= due)
            return;

        const auto chasedAt = contactAfter(call, due, false);
        ClockReading chase{chaseClock, due, due, {}, chasedAt, call.to, {}, {}};
        chase.counts = QStringLiteral("from the moment when the decision was due");
        chase.sentence =
            QStringLiteral("Ring %1 today and ask what they decided. Note who answered and what they said.")
                .arg(call.to);
        const auto escalateDue = oneWorkingDayAfter(due, m_profile);
        chase.state = chasedAt ? ClockState::Met : m_now > escalateDue ? ClockState::Overdue : ClockState::Due;
        if (chasedAt)
            chase.sentence = QStringLiteral("%1 was rung about the decision.").arg(call.to);
        m_clocks.push_back(std::move(chase));

        const auto endedAt = decidedAt ? decidedAt : escalatedAfter(due);
        ClockReading escalate{escalateClock, due, escalateDue, {}, endedAt, call.to, {}, {}};
        escalate.counts = QStringLiteral("one more day that is neither a weekend nor a bank holiday");
        escalate.sentence =
            m_now > escalateDue
                ? QStringLiteral("%1 has still not said what they decided. Ask for a manager there, and follow the "
                                 "partnership's escalation procedure.")
                      .arg(call.to)
                : QStringLiteral("If %1 has not said what they decided by %2, ask for a manager there.")
                      .arg(call.to, inWords(escalateDue));
        if (endedAt)
            escalate.sentence = QStringLiteral("This was taken further, or %1 answered.").arg(call.to);
        add(std::move(escalate));
    }

    std::optional<QDateTime> escalatedAfter(const QDateTime& since) const
    {
        for (const auto& event : m_record.events)
            if (const auto* body = std::get_if<model::DecisionBody>(&event.body);
                body && event.kind == model::Kind::Decision && body->decision == model::DecisionKind::Escalation &&
                event.at >= since)
                return event.at;
        return {};
    }

    const model::Case& m_record;
    const model::Profile& m_profile;
    QDateTime m_now;
    std::vector<ClockReading> m_clocks;
};

} // namespace

ClockState stateOf(const QString& name, const QDateTime& due, const std::optional<QDateTime>& metAt,
                   const QDateTime& now)
{
    if (metAt)
        return *metAt > due ? ClockState::MetLate : ClockState::Met;
    if (now > due)
        return ClockState::Overdue;
    return now.secsTo(due) <= (name == acknowledgeClock ? nearlyAcknowledge : nearlyOther) ? ClockState::Due
                                                                                           : ClockState::OnTime;
}

QString titleOfClock(const QString& name)
{
    if (name == acknowledgeClock)
        return QStringLiteral("Acknowledge");
    if (name == writtenClock)
        return QStringLiteral("Confirm the referral in writing");
    if (name == decisionClock)
        return QStringLiteral("The authority\u2019s decision");
    if (name == chaseClock)
        return QStringLiteral("Chase the decision");
    if (name == escalateClock)
        return QStringLiteral("Escalate");
    return name;
}

QString inWords(ClockState state)
{
    switch (state) {
    case ClockState::OnTime: return QStringLiteral("Running");
    case ClockState::Due: return QStringLiteral("Nearly up");
    case ClockState::Overdue: return QStringLiteral("Missed");
    case ClockState::Met: return QStringLiteral("Done in time");
    case ClockState::MetLate: return QStringLiteral("Done late");
    }
    return {};
}

std::vector<ClockReading> clocksOf(const model::Case& record, const model::Profile& profile, const QDateTime& now)
{
    return Reading(record, profile, now).run();
}

std::optional<ClockReading> nextClock(const std::vector<ClockReading>& clocks)
{
    const ClockReading* next = nullptr;
    for (const auto& clock : clocks)
        if (clock.isRunning() && (!next || clock.due < next->due))
            next = &clock;
    return next ? std::optional(*next) : std::nullopt;
}

model::Recipient nextToTell(const model::Case& record, const model::Profile& profile)
{
    // Somebody told or tried is not named again; nor, once the time is up, is the one who was named first.
    QStringList tried{record.logged.route.contact.name};
    for (const auto& event : record.events)
        if (const auto* body = std::get_if<model::ToldBody>(&event.body); body && event.kind == model::Kind::Told)
            tried << body->whom;
    return nextToTell(record.logged.route, profile, tried);
}

} // namespace heed::rules
