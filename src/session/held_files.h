#pragma once

#include "session/attachments.h"
#include "session/state.h"

namespace heed::session {

// Sealed files that no entry carries yet, and for which form of this member they wait. Only for this folder.

/// The files of `form` as its entry will carry them, each held against what was sealed. None for an empty name.
model::Expected<std::vector<model::Attachment>> takeHeld(Session::State& state, const QString& form);

/// Writes an entry that carries what `form` holds; that holds nothing afterwards. Where the entry cannot be written,
/// all is as it was.
model::Expected<journal::Written> writeWithFiles(Session::State& state, Session::State::Entry entry,
                                                 const QString& form);

/// An attachment in guarded memory.
model::Expected<OpenedFile> openSealed(const Session::State& state, const model::Attachment& attachment,
                                       const Progress& progress);

/// Removes what was left behind: files whose sealing did not end, and those of a command that died. What a form of a
/// screen holds stays until its author takes it back.
model::Result tidyHeld(Session::State& state);

} // namespace heed::session
