#pragma once

#include <QString>

#include <optional>

namespace heed::pupils {

struct LookedAfterSays {
    std::optional<bool> isLookedAfter; ///< nothing where the text does not say
    QString authority;                 ///< that looks after the child, where the text names one
};

/// What a column about looked-after children says: yes or no in the words of exports, or the authority by its name or
/// its number. Anything else ("unknown", "n/a", "-") says nothing: a guess here would decide who is told.
LookedAfterSays readLookedAfter(const QString& text);

} // namespace heed::pupils
