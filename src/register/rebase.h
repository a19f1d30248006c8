#pragma once

#include "model/error.h"
#include "model/pupil.h"

namespace heed::pupils {

/// What somebody wrote of a pupil whom they had `opened`, laid on what stands now: what they left as it was keeps what
/// others have changed meanwhile. BadInput names what both have changed, and how it stands.
model::Expected<model::Pupil> rebase(const model::Pupil& opened, const model::Pupil& typed, const model::Pupil& now);

} // namespace heed::pupils
