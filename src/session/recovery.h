#pragma once

#include "session/session.h"

namespace heed::session {

// What a desk's readers must know of its recovery: whether there are shares, when they were last tried, who came in by
// them.

struct RecoveryState {
    QString desk;
    bool hasShares = false; ///< false: offer to make them; nobody can get in again if the readers' passwords are lost
    int set = 0;
    int threshold = 0;
    QStringList holders;
    std::optional<QDateTime> madeAt; ///< not known of sets of a Heed that did not write it down
    std::optional<QDateTime> lastDrill;
    bool drillIsDue = false;  ///< none this term
    QString sentence;         ///< what to do, or that all is well
    qint64 openToOldSets = 0; ///< entries that shares of an older set still open; 0 where none is known
};
/// Of the desk that this member reads. NotAllowed for who reads none.
model::Expected<RecoveryState> recoveryState(Session& session);

/// Somebody became a reader by printed shares.
struct RecoveryNotice {
    QString id;
    QString desk;
    QDateTime at;
    QString by; ///< who
    QString sentence;
};
/// Those that this member has not acknowledged yet; they stand on the page after sign-in until then. Empty for who
/// reads no desk.
model::Expected<std::vector<RecoveryNotice>> recoveryNotices(Session& session);
/// Records that this member has seen it.
model::Result acknowledgeRecovery(Session& session, const QString& id);

} // namespace heed::session
