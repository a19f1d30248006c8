#pragma once

#include "session/register.h"
#include "session/state.h"

#include <functional>

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

/// What says that many pupils were changed at once (register_history.h), to be written with them. A new school year has
/// this name, and no fingerprint of a file.
inline const QString newYearName = QStringLiteral("A new school year");
Session::State::Entry historyEntry(const model::ImportBody& body);

FoundPupil foundOf(const model::Pupil& pupil);

/// The safeguarding leads' view, or NotAllowed.
model::Expected<casebook::Casebook*> registerView(Session::State& state);

/// Thinks out entries on the register as it stands and writes them; where somebody else has written meanwhile, it is
/// thought out anew. No entries: nothing is to be done.
using RegisterWork = std::function<model::Expected<std::vector<Session::State::Entry>>(casebook::Casebook& view)>;
model::Result writeRegister(Session::State& state, const RegisterWork& work, const Progress& progress = {});

/// A fresh id of a child.
QString newChildId();

} // namespace heed::session
