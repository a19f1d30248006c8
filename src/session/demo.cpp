#include "session/upkeep.h"

#include "crypto/random.h"
#include "model/reference.h"
#include "platform/clock.h"
#include "session/entries.h"
#include "session/people.h"
#include "session/register_entries.h"
#include "upkeep/demo.h"
#include "vault/enrol.h"
#include "vault/password.h"

#include <QDir>

#include <future>
#include <map>
#include <queue>
#include <utility>

namespace heed::session {

using model::Expected;
using model::Kind;
using model::Result;

namespace {

/// How many entries are written at once: enough to make a commit cheap, few enough to be held in memory.
constexpr std::size_t batch = 5000;

/// Plays the year: every colleague is signed in at once, and what they do happens in the order of time. Nobody reads
/// meanwhile, so that a year takes a minute: the entries are the same as if each had been written by itself. While some
/// are being written, the next are thought of.
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
        HEED_TRY(pupils());
        m_clock.set(m_school.now);
        upkeep::DemoConcerns concerns(m_school);
        qint64 count = 0;
        while (auto concern = concerns.next()) {
            HEED_TRY(followUntil(concern->at));
            HEED_TRY(log(*concern));
            m_progress.say(QStringLiteral("Writing invented concerns"), ++count, m_school.concerns);
        }
        HEED_TRY(followUntil(m_school.now));
        HEED_TRY(flush());
        HEED_TRY(written());
        m_writer.reset();
        for (auto& [name, session] : m_sessions)
            HEED_TRY(session->refresh(m_progress));
        return {};
    }

private:
    /// A concern that was logged, and what is still to happen to it.
    struct Open {
        casebook::Casebook::RecordFacts facts;
        QByteArray action;
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
        // Writes on a thread of its own what the others say: it shares nothing that changes with any of them.
        HEED_TAKE(m_writer, Session::signIn(m_path, lead.name, vault::passwordBytes(lead.password).span()));
        return {};
    }

    Result signIn(const upkeep::DemoMember& member)
    {
        HEED_TAKE(auto session, Session::signIn(m_path, member.name, vault::passwordBytes(member.password).span()));
        m_sessions[member.name] = std::move(session);
        return {};
    }

    Session& session(const QString& name) { return *m_sessions.at(name); }

    /// The register, a year ago; whoever is described in a concern is known by their UPN.
    Result pupils()
    {
        const auto& lead = session(m_school.staff.front().name).state();
        for (int i = 0; i < m_school.pupilCount; ++i) {
            model::Pupil pupil{m_school.pupil(i), {}, m_school.facts(i)};
            pupil.className = pupil.child.yearGroup + QStringLiteral("ABCDEF")[i % 6];
            pupil.child.id = newChildId();
            for (auto& entry : pupilEntries(pupil, nullptr, {}))
                HEED_TRY(add(std::move(entry.draft), lead, m_school.now.addDays(-365)));
        }
        return {};
    }

    Result log(upkeep::DemoConcern& concern)
    {
        const auto& author = session(concern.author).state();
        HEED_TAKE(auto draft, concernDraft(author, concern.concern, concern.at));
        if (!concern.steps.empty())
            m_open.push({{draft.id, draft.desk, author.ring().member}, {}, std::move(concern.steps), 0, ++m_written});
        return add(std::move(draft), author, concern.at);
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
        auto& step = open.steps[open.next];
        const auto& by = session(step.by).state();
        if (auto* done = std::get_if<model::ActionDoneBody>(&step.body))
            done->action = QString::fromLatin1(open.action.toHex());
        const bool authorSees =
            step.kind == Kind::Told || step.kind == Kind::Acknowledged || step.kind == Kind::Feedback;
        auto draft = recordDraft(open.facts, step.kind, step.body, authorSees);
        if (step.kind == Kind::ActionAdded)
            draft.id = open.action = crypto::randomBytes(model::idLength);
        HEED_TRY(add(std::move(draft), by, step.at));
        if (step.kind != Kind::Closed)
            return {};
        return add(recordDraft(open.facts, Kind::Status, statusBody(model::State::Closed), true), by, step.at);
    }

    Result add(journal::Draft draft, const Session::State& by, const QDateTime& at)
    {
        const auto whose = draft.addressee == by.ring().member ? rules::Record::Own : rules::Record::Others;
        m_entries.push_back({std::move(draft), whose, &by, at});
        return m_entries.size() < batch ? Result() : flush();
    }

    Result flush()
    {
        HEED_TRY(written());
        if (m_entries.empty())
            return {};
        m_writing = std::async(std::launch::async, [this, entries = std::exchange(m_entries, {})]() mutable -> Result {
            Progress quiet;
            quiet.cancelled = m_progress.cancelled;
            HEED_TRY(m_writer->state().writeOnly(std::move(entries), quiet));
            return {};
        });
        return {};
    }

    /// Once what was given to the writer is in the journal.
    Result written() { return m_writing.valid() ? m_writing.get() : Result(); }

    QString m_path;
    const upkeep::DemoSchool& m_school;
    const Progress& m_progress;
    platform::FixedClock m_clock;
    std::map<QString, std::unique_ptr<Session>> m_sessions;
    std::unique_ptr<Session> m_writer;
    std::priority_queue<Open, std::vector<Open>, Later> m_open;
    std::vector<Session::State::Entry> m_entries; ///< not yet written
    qint64 m_written = 0;                         ///< concerns
    std::future<Result> m_writing;                ///< the last: it ends before what it uses goes
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
