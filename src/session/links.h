#pragma once

#include "model/concern.h"
#include "session/session.h"

namespace heed::session {

// Whose a concern is, and what it has in common with others.

/// A plate, telephone number, user name, person or place of a concern that stands in others too.
struct SameThing {
    struct Other {
        QString reference;
        QString child; ///< the name
        QString childId;
        QDateTime loggedAt;
        QString shown; ///< as it is written there
    };
    model::InvolvedKind kind = model::InvolvedKind::Adult;
    QString shown;             ///< as it is written here
    std::vector<Other> others; ///< the newest first
    bool areMore = false;
};
model::Expected<std::vector<SameThing>> sameElsewhere(Session& session, const QString& reference);

/// Who has opened which of a child's records, the newest first.
struct RecordRead {
    QString who;
    QDateTime at;
    QString reference;
};
model::Expected<std::vector<RecordRead>> readersOf(Session& session, const QString& child);

/// Writes what a lead says of the description `body.from`, which a concern or the register has. NotFound where neither
/// does.
model::Result linkDescribed(Session& session, const model::ChildLinkedBody& body);

/// The records of the child `from` belong to the child `to` from now on: both by id, UPN or unambiguous name. Both keep
/// their histories, and an entry says who did it and why.
model::Result mergeChildren(Session& session, const QString& from, const QString& to, const QString& reason);
/// Takes a merging back: everything is as if it had not been said. `child` is an id that was merged into another.
model::Result unmergeChild(Session& session, const QString& child, const QString& reason);
/// Whose this one concern is: its first child is the child `to`. All else stays where it is. An empty `to` says that it
/// is nobody who is known here.
model::Result correctChild(Session& session, const QString& reference, const QString& to, const QString& reason);

/// Ids of children that were merged into this one, with the name that each had: what can be taken back.
struct MergedChild {
    QString id;
    QString name;
};
model::Expected<std::vector<MergedChild>> mergedInto(Session& session, const QString& child);

} // namespace heed::session
