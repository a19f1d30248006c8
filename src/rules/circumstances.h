#pragma once

#include "model/concern.h"
#include "model/profile.h"
#include "model/route.h"

#include <QDateTime>

namespace heed::rules {

/// All that a route follows from. Borrows; lives for one call.
struct Circumstances {
    const model::Concern& concern;
    const model::Profile& profile;
    QDateTime at;
    QString author; ///< the member's name
};

/// What stands between a person and being told.
enum class Obstacle { None, Absent, Author, Involved };

/// Whether `name` is the author, or an adult or member of staff entered as involved (the field, never a search of the
/// text), or away at the time. In that order of precedence: involved, author, absent.
Obstacle obstacleOf(const QString& name, const Circumstances& c);

/// Whether `name` is entered as involved, as an adult or as staff.
bool isInvolved(const QString& name, const model::Concern& concern);

/// Whether `absence` holds at `at`. Days and minutes are school-local, the first and the last included.
bool holds(const model::Absence& absence, const QDateTime& at);

/// Who stands in for `name` at the time and can be told; a stand-in who is away is followed to their own stand-in.
/// Empty where there is none.
QString standInFor(const QString& name, const Circumstances& c);

/// Why somebody is passed over, as a sentence for the author.
model::Reason passedOver(const QString& name, Obstacle obstacle, const Circumstances& c);

/// A number only where there is one.
std::optional<QString> numberOf(const std::optional<QString>& phone);

} // namespace heed::rules
