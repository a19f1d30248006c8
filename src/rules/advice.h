#pragma once

#include "model/concern.h"
#include "rules/problem.h"

#include <vector>

namespace heed::rules {

/// What its author might look at again before, or in adding after: never an error, never in the way.
struct Advice {
    QString key;         ///< the field, as JSON names it
    QString phrase;      ///< as it stands there, where it is about some words of it
    QString sentence;    ///< what is asked, or what is better
    QString alternative; ///< words to use instead, where there are some

    bool operator==(const Advice&) const = default;
};

/// The advice among `problems`, then that on wording, in the order in which they are found.
std::vector<Advice> adviceOn(const model::Concern& concern, const std::vector<Problem>& problems);

} // namespace heed::rules
