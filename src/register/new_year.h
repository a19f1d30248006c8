#pragma once

#include "register/plan.h"

namespace heed::pupils {

/// What a new school year would do to the register.
struct NewYear {
    std::vector<Planned> moved;
    std::vector<Planned> left;
    int stay = 0; ///< on roll, in a year that has no next one
};

/// Every pupil on roll is a year on (nursery "N1", "N2", then "R", then 1 to 14), in a class whose name begins with the
/// new year where it began with the old. Those of the `leaving` years have left on `day`.
NewYear newYear(const std::vector<model::Pupil>& pupils, const QStringList& leaving, const QDate& day);

/// The oldest year that somebody on roll is in: who leaves, most likely. Empty where no year is known.
QString oldestYear(const std::vector<model::Pupil>& pupils);

/// One year group of it, for a person to read.
struct YearStep {
    QString year;
    QString next; ///< empty: they leave
    int pupils = 0;
    QStringList classes; ///< "9B → 10B", each once

    bool operator==(const YearStep&) const = default;
};

/// Of `moved` and `left`, the oldest first.
std::vector<YearStep> stepsOf(const NewYear& change);

} // namespace heed::pupils
