#pragma once

#include "model/error.h"

namespace heed::platform {

/// What this installation remembers and logs: $XDG_STATE_HOME/heed, else ~/.local/state/heed. Made if missing, 0700.
model::Expected<QString> stateFolder();

/// The user's settings: $XDG_CONFIG_HOME/heed, else ~/.config/heed. Made if missing, 0700.
model::Expected<QString> configFolder();

} // namespace heed::platform
