#pragma once

#include "report/share.h"
#include "session/people.h"

namespace heed::session {

// Recovery shares while they are being typed; nothing is opened and nothing changed. No key is needed.

struct ShareLook {
    enum class State { Empty, Unfinished, Wrong, Fits };
    State state = State::Empty;
    QString sentence; ///< how far it is, or what is wrong with it; begins small
};

struct SharesLook {
    std::vector<ShareLook> shares; ///< one for each text that was given
    QString desk;                  ///< that they are of; empty while that is not known
    int needed = 0;                ///< how many fitting ones open it; 0 while that is not known
    QStringList holders;           ///< who keep the sheets of that desk

    /// Whether as many fit as are needed, and none is wrong.
    bool isEnough() const;
};

/// Says of each share as typed whether it is mistyped, doubled, of another vault or desk, or outdated.
model::Expected<SharesLook> lookAtShares(const QString& vault, const QStringList& typed);

/// How many shares open the desks of a vault, before any is typed: the number of *safeguarding*, or of the first desk
/// that has some. 0: there are none.
model::Expected<int> sharesNeeded(const QString& vault);

/// The page that is printed of a share.
report::RecoveryShare pageOf(const ShareSheet& sheet, const QString& school, const QString& madeBy,
                             const QDateTime& madeAt);

} // namespace heed::session
