#include "session/upkeep.h"

#include "platform/clock.h"
#include "session/logging.h"
#include "session/people.h"
#include "session/review.h"
#include "upkeep/demo.h"
#include "vault/enrol.h"
#include "vault/password.h"

#include <QDir>

#include <map>
#include <queue>

namespace heed::session {

using model::Expected;
using model::Kind;
using model::Result;

namespace {

/// Plays the year: every colleague is signed in at once, and what they do happens in the order of time.
class Play {
public:
    Play(const QString& path, const upkeep::DemoSchool& school, const Progress& progress)
        : m_path(path)
        , m_school(school)
        , m_progress(progress)
        , m_clock(school.now.addDays(-365))
    {
    }

    Result run()
    {
        HEED_TRY(people());
        upkeep::DemoConcerns concerns(m_school);
        qint64 count = 0;
        while (auto concern = concerns.next()) {
            HEED_TRY(followUntil(concern->at));
            HEED_TRY(log(*concern));
            m_progress.say(QStringLiteral("Writing invented concerns"), ++count, m_school.concerns);
            if (m_progress.isCancelled())
                return model::failure(model::ErrorCode::Cancelled, QStringLiteral("Making the demo was stopped."));
        }
        return followUntil(m_school.now);
    }

private:
    /// A concern that was logged, and what is still to happen to it.
    struct Open {
        QString reference;
        QString action;
        std::vector<upkeep::DemoStep> steps;
        std::size_t next = 0;
        qint64 number = 0;

        const QDateTime& due() const { return steps[next].at; }
    };
    struct Later {
        bool operator()(const Open& one, const Open& other) const
        {
            return one.due() == other.due() ? one.number > other.number : one.due() > other.due();
        }
    };

    Result people()
    {
        const auto& lead = m_school.staff.front();
        m_progress.say(QStringLiteral("Making the invented school"));
        HEED_TRY(setUpVault({m_path, m_school.profile, lead.name, lead.password, 3, 2, {}, {}}));
        HEED_TRY(signIn(lead));
        for (const auto& member : m_school.staff) {
            if (&member == &lead)
                continue;
            m_progress.say(QStringLiteral("Inviting invented colleagues"));
            HEED_TRY(addMember(session(lead.name), member.name, member.role, member.password));
            HEED_TRY(signIn(member));
            // The first reader of a desk makes it; the lead takes that in.
            HEED_TRY(session(lead.name).refresh());
        }
        for (auto& [name, session] : m_sessions)
            HEED_TRY(session->refresh());
        return {};
    }

    Result signIn(const upkeep::DemoMember& member)
    {
        HEED_TAKE(auto session, Session::signIn(m_path, member.name, vault::passwordBytes(member.password).span()));
        m_sessions[member.name] = std::move(session);
        return {};
    }

    Session& session(const QString& name) { return *m_sessions.at(name); }

    Result log(upkeep::DemoConcern& concern)
    {
        m_clock.set(concern.at);
        HEED_TAKE(const auto logged, logConcern(session(concern.author), concern.concern));
        ++m_written;
        if (!concern.steps.empty())
            m_open.push({logged.reference, {}, std::move(concern.steps), 0, m_written});
        return {};
    }

    Result followUntil(const QDateTime& time)
    {
        while (!m_open.empty() && m_open.top().due() <= time) {
            auto open = m_open.top();
            m_open.pop();
            HEED_TRY(take(open));
            if (++open.next < open.steps.size())
                m_open.push(std::move(open));
        }
        return {};
    }

    Result take(Open& open)
    {
        const auto& step = open.steps[open.next];
        m_clock.set(step.at);
        auto& by = session(step.by);
        if (m_seen[step.by] != m_written) {
            HEED_TRY(by.refresh());
            m_seen[step.by] = m_written;
        }
        return act(by, open, step);
    }

    static Result act(Session& by, Open& open, const upkeep::DemoStep& step)
    {
        const auto& reference = open.reference;
        switch (step.kind) {
        case Kind::Told: return recordTold(by, reference, std::get<model::ToldBody>(step.body));
        case Kind::Acknowledged: return acknowledge(by, reference);
        case Kind::LevelSet: return setLevel(by, reference, std::get<model::LevelBody>(step.body));
        case Kind::Note: return addNote(by, reference, std::get<model::TextBody>(step.body).text);
        case Kind::ContactMade: return recordContact(by, reference, std::get<model::ContactBody>(step.body));
        case Kind::Decision: return decide(by, reference, std::get<model::DecisionBody>(step.body));
        case Kind::Referral: return refer(by, reference, std::get<model::ReferralBody>(step.body));
        case Kind::Feedback: return giveFeedback(by, reference, std::get<model::TextBody>(step.body).text);
        case Kind::Closed: return close(by, reference, std::get<model::ClosedBody>(step.body));
        case Kind::ActionAdded: {
            HEED_TAKE(open.action, addAction(by, reference, std::get<model::ActionBody>(step.body)));
            return {};
        }
        case Kind::ActionDone:
            return finishAction(by, reference, open.action, std::get<model::ActionDoneBody>(step.body).text);
        default: return {};
        }
    }

    QString m_path;
    const upkeep::DemoSchool& m_school;
    const Progress& m_progress;
    platform::FixedClock m_clock;
    std::map<QString, std::unique_ptr<Session>> m_sessions;
    std::priority_queue<Open, std::vector<Open>, Later> m_open;
    qint64 m_written = 0;             ///< concerns
    std::map<QString, qint64> m_seen; ///< how many of them each colleague's view holds
};

} // namespace

Expected<DemoAnswer> makeDemo(const QString& path, int concerns, quint32 seed, const Progress& progress)
{
    const auto school = upkeep::demoSchool(seed, concerns, platform::now());
    const QDir folder(path);
    const bool wasThere = folder.exists();
    if (wasThere && !folder.isEmpty())
        return model::failure(model::ErrorCode::AlreadyExists,
                              QStringLiteral("\"%1\" already exists: choose another name.").arg(path));
    if (const auto played = Play(path, school, progress).run(); !played) {
        QDir(path).removeRecursively(); // it holds nothing but what was made here
        if (wasThere)
            QDir().mkdir(path);
        return tl::make_unexpected(played.error());
    }
    DemoAnswer answer;
    for (const auto& member : school.staff)
        answer.members.push_back({member.name, member.role, member.password});
    answer.concerns = concerns;
    return answer;
}

} // namespace heed::session
