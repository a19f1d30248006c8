#pragma once

#include "model/profile.h"

#include <QDateTime>

// School-local time is the time of Great Britain, whatever zone the machine is set to, and follows from the instant by
// rule, so that the same facts give the same answer on every machine: Summer Time Act 1972 as amended by the Summer
// Time Order 2002 (from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October).

namespace heed::rules {

/// Seconds that British clocks are ahead of UTC at `instant`: 0 or 3600.
int londonOffset(const QDateTime& instant);

/// The same instant, written as British clocks show it (with its offset).
QDateTime toSchoolTime(const QDateTime& instant);

/// The instant at which British clocks show `time` on `date`. What the spring change skips is taken an hour later; what
/// the autumn change repeats is taken the first time.
QDateTime atSchoolTime(QDate date, QTime time);

/// Whether `hours` hold at `instant`. `from` belongs to them and `to` does not; where `to` is not after `from` they run
/// over midnight.
bool holds(const model::Hours& hours, const QDateTime& instant);

/// A day of the profile's week that is neither a bank holiday nor in a closure.
bool isSchoolDay(QDate day, const model::Profile& profile);

/// Whether the school is open at `at`: a school day, in its hours.
bool isSchoolTime(const QDateTime& at, const model::Profile& profile);

/// The instant when `minutes` of school time have gone by after `from`. A due time at the very end of a school day
/// stays there. A profile without school time in the next two years gives wall-clock minutes.
QDateTime addSchoolMinutes(const QDateTime& from, int minutes, const model::Profile& profile);

/// Whole minutes of school time between two instants, 0 where `to` is not after `from`.
qint64 schoolMinutesBetween(const QDateTime& from, const QDateTime& to, const model::Profile& profile);

} // namespace heed::rules
