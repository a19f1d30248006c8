#pragma once

#include "session/session.h"

namespace heed::session {

/// How the vault stands beside what this installation has seen of it. Nothing in either list: it may be written to.
struct StandingView {
    QStringList missing;    ///< it is older than what was here: each a sentence
    QStringList forked;     ///< it has another history than the one that was here
    bool mayAccept = false; ///< this member may accept it as it is
};
StandingView standing(Session& session);

/// By a safeguarding lead, after seeing what is missing: from here on this is the vault. A signed entry says who
/// accepted it, why, and what was missing; this installation goes on as a new device; other PCs follow when they meet
/// that entry. Errors: NotAllowed; BadInput without a reason, or where nothing is missing.
model::Result acceptVault(Session& session, const QString& reason);

} // namespace heed::session
