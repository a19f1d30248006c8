#pragma once

#include "model/concern.h"

namespace heed::rules {

/// A number plate or a telephone number that stands in running text.
struct Mention {
    model::InvolvedKind kind = model::InvolvedKind::Vehicle;
    QString shown; ///< as written
    QString value; ///< as comparable() gives it

    bool operator==(const Mention&) const = default;
};

/// British plates of the styles issued since 1963 and telephone numbers of ten or eleven digits, with or without
/// spaces. Sources: DVLA INF104; Ofcom's National Telephone Numbering Plan.
std::vector<Mention> mentionsIn(const QString& text);

/// The form in which the same thing is the same however it was typed: a plate or a telephone number without spaces,
/// "+44" as "0", a user name without "@", a person or place in lower case without accents. Empty where there is too
/// little to compare.
QString comparable(model::InvolvedKind kind, const QString& name);

/// Whether two comparable forms may be the same thing: equal, or for vehicles a part of a plate of at least four
/// characters within the other.
bool isAlike(model::InvolvedKind kind, const QString& one, const QString& other);

/// "mk21abc": words of letters and digits, or of digits alone, that may belong together when they stand side by side.
bool joinsUp(const QString& word);

} // namespace heed::rules
