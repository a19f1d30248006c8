#pragma once

#include "model/pupil.h"

#include <vector>

namespace heed::pupils {

/// Two pupils who may be siblings, and why: one address, or one contact with one telephone. Offered, never assumed.
struct SiblingOffer {
    QString one;
    QString other;
    QString why;
};
std::vector<SiblingOffer> offerSiblings(const std::vector<model::Pupil>& pupils);

} // namespace heed::pupils
