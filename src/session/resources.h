#pragma once

#include "model/checklist.h"
#include "model/profile.h"

namespace heed::session {

/// The data that comes with Heed, from resources/.
model::Checklist builtInChecklist();
model::Profile builtInProfile();

} // namespace heed::session
