#pragma once

#include "session/session.h"

namespace heed::session {

// A vault that was put back to an older state, and going on with it.

/// How the vault stands beside what this PC has seen.
struct StandingView {
    QStringList missing; ///< what was there and is not: it can only be read
    QStringList forked;  ///< what is there in two versions
    bool mayAccept = false;
};
StandingView standing(Session& session);

/// Goes on with the vault as it is, by an entry that everyone can open: with the reason, what this PC misses, and how
/// far statements and journal reach. Other PCs that knew this lead go on with it, too. NotAllowed for who is no lead;
/// BadInput where nothing is missing.
model::Result acceptVault(Session& session, const QString& reason);

} // namespace heed::session
