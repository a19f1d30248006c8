#pragma once

#include "session/session.h"

namespace heed::session {

/// Looks for the member's own concerns in the next piece of the journal; true once it has been read to its end. Nobody
/// else knows which entries are theirs, so every one is tried: piece by piece, so that nothing waits behind a large
/// journal.
model::Expected<bool> followOwn(Session& session);

} // namespace heed::session
