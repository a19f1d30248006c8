#pragma once

#include <QStringList>

namespace heed::pupils {

/// A name that stood in one column.
struct TwoNames {
    QString forename; ///< empty where there was only one name
    QString surname;

    bool operator==(const TwoNames&) const = default;
};

/// Parts "Made-up, Jamie" at its comma, whichever comes first elsewhere. Without a comma the surname is the first word
/// or the last, as `surnameFirst` says, with what belongs to it ("van der Berg", "St John"): a guess, which a person
/// sees before anything changes.
TwoNames partName(const QString& name, bool surnameFirst);

/// Whether most of these cells that hold something have a comma.
bool haveCommas(const QStringList& cells);

} // namespace heed::pupils
