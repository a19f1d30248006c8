#pragma once

#include "model/error.h"

namespace heed::crypto {

/// Makes libsodium ready and tries each primitive against a known answer. To be called once, before anything else here.
/// Error: MachineFailed.
model::Result start();

} // namespace heed::crypto
