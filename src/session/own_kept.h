#pragma once

#include "session/state.h"

namespace heed::session {

// Which entries of the journal are a member's own is known to nobody but them, and only by trying their key on each.
// What has been tried once is kept: sealed like a draft, filled up to whole pages, and under a name that says nothing.

/// The view of the member's own concerns, in memory; taken up from where it was put by, if that is still true.
model::Result openOwn(Session::State& state);
/// Puts by how far that view has read, once it has read on by as much as takes a moment.
void keepOwn(Session::State& state);

} // namespace heed::session
