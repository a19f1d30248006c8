#pragma once

#include "model/error.h"

namespace heed::platform {

/// To be called first in main: no core dumps, no other process of the user may look inside, new files are the user's
/// own.
model::Result harden();

} // namespace heed::platform
