#pragma once

#include "vault/policy.h"

#include <QStringList>

namespace heed::vault {

/// What a share is, as far as it has been typed.
struct ShareLook {
    enum class State { Empty, Unfinished, Mistyped, OtherVault, OtherDesk, Doubled, Outdated, Fits };
    State state = State::Empty;
    QString sentence; ///< what is wrong, or how far it is; begins small
    QString desk;     ///< once it can be read whole, and is of this vault
};

/// Each share beside the ones before it: which groups are mistyped, whether it stands twice, is of another vault or
/// desk, or was replaced by a newer set. The shares' secrets are read and not kept.
std::vector<ShareLook> lookAtShares(const Policy& policy, const QStringList& typed);

} // namespace heed::vault
