#pragma once

#include "session/register.h"
#include "session/state.h"

namespace heed::session {

// Entries of the pupil register as they are about to be written. Only for this folder.

/// What tells everyone and the safeguarding leads of a pupil; of one that is changed (`before`), everyone only where
/// what they may see has changed.
std::vector<Session::State::Entry> pupilEntries(const model::Pupil& pupil, const model::Pupil* before,
                                                const QString& reason);

/// What makes others of the register brothers and sisters of `after`, and takes back what `before` said: it holds for
/// both. BadInput for an id that is nobody's.
model::Expected<std::vector<Session::State::Entry>>
siblingEntries(const std::vector<model::Pupil>& all, const model::Pupil& after, const model::Pupil* before);

FoundPupil foundOf(const model::Pupil& pupil);

/// The safeguarding leads' view, or NotAllowed.
model::Expected<casebook::Casebook*> registerView(Session::State& state);

/// A fresh id of a child.
QString newChildId();

} // namespace heed::session
