#pragma once

#include "model/body.h"
#include "model/profile.h"
#include "model/pupil.h"
#include "model/role.h"

#include <optional>
#include <unordered_map>

// Invented data: a school, its staff and pupils, and a year of concerns, every name of which shows that it is made up.
// The same seed and day give the same people and words.

namespace heed::upkeep {

struct DemoMember {
    QString name;
    model::Role role = model::Role::Staff;
    QString password; ///< four words; strong enough for whoever guards a desk
};

struct DemoSchool {
    quint32 seed = 0;
    int concerns = 0;
    QDateTime now;
    model::Profile profile;
    std::vector<DemoMember> staff; ///< the first safeguarding lead first
    int pupilCount = 0;

    /// A pupil, made when asked for: a large school costs no memory.
    model::Child pupil(int index) const;
    /// What the register holds of that pupil beyond what staff see.
    model::ChildFacts facts(int index) const;
    /// Names of the members with that role, in order.
    QStringList with(model::Role role) const;
};

/// `now` is the end of the year of concerns.
DemoSchool demoSchool(quint32 seed, int concerns, const QDateTime& now);

/// What follows a concern: a body of the kind, by whom and when. An ActionDone leaves its action's id to who plays it.
struct DemoStep {
    QDateTime at;
    QString by;
    model::Kind kind = model::Kind::Acknowledged;
    model::Body body;
};

struct DemoConcern {
    QDateTime at;
    QString author;
    model::Concern concern;
    std::vector<DemoStep> steps; ///< in order, none later than the school's now
};

/// The concerns of a school, one after another in the order of time; however many there are, it needs no more memory.
/// Most pupils have one or two; a few gather small things over six weeks. The newest ones still wait.
class DemoConcerns {
public:
    explicit DemoConcerns(const DemoSchool& school);

    std::optional<DemoConcern> next();

private:
    struct Thread {
        int pupil = 0;
        int story = 0;
        int step = 0;
    };

    QDateTime timeOf(int index) const;
    void planThreads();

    DemoSchool m_school;
    std::vector<QDate> m_days;                 ///< on which the school was open
    std::unordered_map<int, Thread> m_threads; ///< by the concern's index
    int m_threadCount = 0;
    int m_index = 0;
};

} // namespace heed::upkeep
