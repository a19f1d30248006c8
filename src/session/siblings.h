#pragma once

#include "session/register.h"

namespace heed::session {

/// Brothers and sisters within the register.
struct SiblingOffer {
    FoundPupil pupil;
    QString why; ///< "One address"
};
struct Siblings {
    std::vector<FoundPupil> confirmed; ///< by a lead
    std::vector<SiblingOffer> offered; ///< who may be, and nobody has said so
};
/// Of a pupil, by register id. For leads. Confirming is correcting the pupil: it holds for both.
model::Expected<Siblings> siblingsOf(Session& session, const QString& id);

} // namespace heed::session
