#pragma once

#include "model/pupil.h"

namespace heed::pupils {

/// The register's pupil with what a file says of them: what it leaves out stays, they are on roll, and a contact that a
/// lead has added by hand is kept.
model::Pupil merged(const model::Pupil& before, const model::Pupil& incoming);

} // namespace heed::pupils
