#pragma once

#include "model/profile.h"

#include <QDateTime>

// When something must have happened. Answers carry the offset of British clocks.

namespace heed::rules {

inline const QString acknowledgeClock = QStringLiteral("acknowledge");
inline const QString writtenClock = QStringLiteral("written-confirmation");
inline const QString decisionClock = QStringLiteral("authority-decision");
inline const QString chaseClock = QStringLiteral("chase");
inline const QString escalateClock = QStringLiteral("escalate");

/// A safeguarding lead has acknowledged: the profile's minutes after logging, counted in school time or, when it is
/// urgent (immediate danger, a child missing now), by the wall clock. Source: the school's own setting, 60 by default.
QDateTime acknowledgeDue(const QDateTime& loggedAt, bool urgent, const model::Profile& profile);

/// A telephone referral is confirmed in writing: the profile's hours elapsed, night and day. Source: local procedures
/// ask for between at once and two working days; 24 hours is the strictest figure seen (FIELD.md 2.2).
QDateTime writtenConfirmationDue(const QDateTime& telephonedAt, const model::Profile& profile);

/// The authority has said what it decided: the same time of day on the next day that is neither a weekend nor a bank
/// holiday. The school's closures never stop it. Source: KCSIE and Working Together, "within one working day".
QDateTime oneWorkingDayAfter(const QDateTime& instant, const model::Profile& profile);

} // namespace heed::rules
