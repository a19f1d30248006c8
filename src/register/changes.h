#pragma once

#include "model/pupil.h"

#include <vector>

namespace heed::pupils {

/// A field that an import would change.
struct Change {
    QString field; ///< its name in the written shape; fieldWords says it
    QString before;
    QString after;

    bool operator==(const Change&) const = default;
};

/// Field by field what `after` says otherwise.
std::vector<Change> changesOf(const model::Pupil& before, const model::Pupil& after);

} // namespace heed::pupils
