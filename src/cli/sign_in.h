#pragma once

#include "cli/arguments.h"
#include "session/session.h"

namespace heed::cli {

/// Signs in as --as with --password-file. What every reader must see comes on standard error. NotAllowed while a
/// starting password stands, unless it is about to be changed.
model::Expected<std::unique_ptr<session::Session>> signIn(const Command& command, bool changesPassword = false);

/// Tells of long work on standard error where a person is looking.
session::Progress progress();

} // namespace heed::cli
