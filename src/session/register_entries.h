#pragma once

#include "session/state.h"

namespace heed::session {

// Entries of the pupil register as they are about to be written. Only for this folder.

/// What tells everyone and the safeguarding leads of a pupil; of one that is changed (`before`), everyone only where
/// what they may see has changed.
std::vector<Session::State::Entry> pupilEntries(const model::Pupil& pupil, const model::Pupil* before,
                                                const QString& reason);

/// The safeguarding leads' view, or NotAllowed.
model::Expected<casebook::Casebook*> registerView(Session::State& state);

/// A fresh id of a child.
QString newChildId();

} // namespace heed::session
