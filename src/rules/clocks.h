#pragma once

#include "model/case.h"
#include "model/profile.h"

#include <optional>
#include <vector>

namespace heed::rules {

enum class ClockState {
    OnTime,  ///< running, with time left
    Due,     ///< running, and nearly up: 15 minutes for an acknowledgement, 2 hours for the others
    Overdue, ///< the due time has gone by and it has not happened
    Met,     ///< it happened in time
    MetLate, ///< it happened after the due time
};

/// "Acknowledge", "Confirm the referral in writing" …: a clock's name for a person.
QString titleOfClock(const QString& name);
/// "Running", "Nearly up", "Missed", "Done in time", "Done late".
QString inWords(ClockState state);

/// One clock of a concern, as it stands at an instant.
struct ClockReading {
    QString name; ///< one of due_times.h
    QDateTime started;
    QDateTime due;
    ClockState state = ClockState::OnTime;
    std::optional<QDateTime> metAt;
    QString about;    ///< to whom a referral went; empty for an acknowledgement
    QString counts;   ///< what it counts, in words: "60 minutes of school time"
    QString sentence; ///< what is to be done or, when it was missed, that it was and what to do next

    bool isMissed() const { return state == ClockState::Overdue || state == ClockState::MetLate; }
    bool isRunning() const { return state <= ClockState::Overdue; }
    bool operator==(const ClockReading&) const = default;
};

/// The state of a clock that is due at `due` and was met at `metAt`. What happens exactly at the due time is in time.
ClockState stateOf(const QString& name, const QDateTime& due, const std::optional<QDateTime>& metAt,
                   const QDateTime& now);

/// The clocks of a concern, in the order in which they started.
/// *Acknowledge* is due when the stored route says, whatever the profile says today. Each referral by telephone starts
/// *written-confirmation* and *authority-decision*; the decision is met by a contact made that says what was decided. A
/// missed decision starts *chase* (due that same moment: ring today) and *escalate* (one working day later), until a
/// later contact with the authority and the decision meet them. A closed concern is read as of its closing.
std::vector<ClockReading> clocksOf(const model::Case& record, const model::Profile& profile, const QDateTime& now);

/// The running clock that is due first; nothing where none runs.
std::optional<ClockReading> nextClock(const std::vector<ClockReading>& clocks);

/// Whom to tell next when nobody has acknowledged: those whom the author has told or could not reach are left out.
model::Recipient nextToTell(const model::Case& record, const model::Profile& profile);

} // namespace heed::rules

namespace heed::model {

template <> struct Names<rules::ClockState> {
    static constexpr std::array<std::pair<rules::ClockState, const char*>, 5> table{
        {{rules::ClockState::OnTime, "on-time"},
         {rules::ClockState::Due, "due"},
         {rules::ClockState::Overdue, "overdue"},
         {rules::ClockState::Met, "met"},
         {rules::ClockState::MetLate, "met-late"}}};
};

} // namespace heed::model
