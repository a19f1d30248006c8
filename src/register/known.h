#pragma once

#include "model/pupil.h"

#include <QHash>
#include <QList>

#include <optional>
#include <vector>

namespace heed::pupils {

/// Forename and surname as used, as names are compared (model::comparedName).
QString comparedName(const model::Pupil& pupil);
/// Name as used and date of birth in one; empty without a date.
QString nameAndBirth(const model::Pupil& pupil);
/// Both have a UPN, and not the same.
bool upnsDiffer(const model::Pupil& one, const model::Pupil& other);

/// Places of those who may be this pupil, written down a second time: born on one day with a forename or a surname the
/// same (as used, in law or before, however it is spaced), or of one name where a date of birth is not known or has day
/// and month turned round; and no UPN tells them apart.
QList<std::size_t> alike(const model::Pupil& pupil, const std::vector<model::Pupil>& pupils);

/// The register, by what its pupils can be found under. Answers are places in `pupils`, which has to outlive it.
class Known {
public:
    explicit Known(const std::vector<model::Pupil>& pupils);

    /// By UPN, also a former one of either.
    std::optional<std::size_t> byUpn(const model::Pupil& incoming) const;
    /// By name, as used or in law, and date of birth.
    QList<std::size_t> byName(const model::Pupil& incoming) const;
    /// Born on one day with one of the two names, or of one name and born on a day that is this one turned round.
    QList<std::size_t> likely(const model::Pupil& incoming) const;

private:
    const std::vector<model::Pupil>& m_pupils;
    QHash<QString, std::size_t> m_byUpn;
    QMultiHash<QString, std::size_t> m_byName;
    QMultiHash<QDate, std::size_t> m_byBirth;
};

} // namespace heed::pupils
