#pragma once

#include "register/new_year.h"
#include "session/session.h"

namespace heed::session {

// A new school year for the pupil register: looked at, and then begun whole or not at all. By a lead.

struct NewYearRequest {
    QString leaving; ///< the year groups that leave, parted by commas; empty: nobody does
    QDate day;       ///< on which they leave
    QByteArray
        seen; ///< what planNewYear answered: where the register is another by now, nothing is begun; empty for any
    bool again = false; ///< although one was begun within the last half year
};

/// When a school year was last begun here, and by whom.
struct LastNewYear {
    QString who;
    QDateTime at;
};

struct NewYearPlan {
    QString leaving;                     ///< as asked for; where that was left open, the oldest year on roll
    std::vector<pupils::YearStep> steps; ///< the oldest year first
    int moved = 0;
    int left = 0;
    int stay = 0;                        ///< on roll, in a year that has no next one
    std::optional<LastNewYear> recently; ///< one was begun within the last half year: a second moves everybody twice
    QByteArray seen;                     ///< for the request
};

/// What it would do; nothing is changed. `leaving` of nothing: the oldest year on roll leaves.
model::Expected<NewYearPlan> planNewYear(Session& session, const std::optional<QString>& leaving, const QDate& day);

/// Does it, in one transaction with an entry that says who, when and how many. BadInput where one was begun within the
/// last half year and `again` is not said, or where the register is no longer as it was `seen`. Cancelled, it changes
/// nothing.
model::Expected<NewYearPlan> beginNewYear(Session& session, const NewYearRequest& request,
                                          const Progress& progress = {});

} // namespace heed::session
