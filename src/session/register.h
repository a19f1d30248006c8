#pragma once

#include "model/pupil.h"
#include "session/session.h"

namespace heed::session {

// The pupil register: every member finds pupils in it; the safeguarding leads keep it.

/// A pupil as every member may see them.
struct FoundPupil {
    QString id;
    QString forename;
    QString surname;
    std::optional<QDate> dateOfBirth;
    QString yearGroup;
    QString className;
    bool onRoll = true;

    bool operator==(const FoundPupil&) const = default;
};

/// Those whose name, class or year is typed, the likeliest first; for each key that is pressed (pupils::NameIndex). For
/// every member. Nothing typed finds nobody.
model::Expected<std::vector<FoundPupil>> findPupils(Session& session, const QString& typed, int limit = 12);

/// All of them, as far as this member may see: a safeguarding lead with the facts, others without.
model::Expected<std::vector<model::Pupil>> pupils(Session& session);

/// One of them, by id, UPN (a lead only) or unambiguous name. NotFound; BadInput lists the candidates.
model::Expected<model::Pupil> pupil(Session& session, const QString& which);

/// What the register holds of a child, by any id that a concern or the register knows them by; nothing for a child who
/// is not in it. For readers of the safeguarding desk.
model::Expected<std::optional<model::Pupil>> childFacts(Session& session, const QString& child);

/// A pupil by hand; answers the id. By a lead. BadInput for a wrong UPN, a name or date that cannot be, or a UPN that
/// another pupil has. AlreadyExists names those who may be this child, unless somebody has said that it is `another`.
model::Expected<QString> registerPupil(Session& session, const model::Pupil& pupil, bool another = false);
/// What is known of them from now on, whole; whom it names as brothers and sisters are so both ways. `reason` may be
/// empty.
/// With the pupil as they were `opened`, only what differs from that is changed; BadInput where somebody else has
/// changed the same meanwhile.
model::Result correctPupil(Session& session, const model::Pupil& pupil, const QString& reason,
                           const std::optional<model::Pupil>& opened = {});
/// They are no longer on roll, and keep their records.
model::Result markLeft(Session& session, const QStringList& ids, const QDate& day);

/// A child whom a concern describes and who is not in the register.
struct DescribedChild {
    QString id;
    model::Child child;
};
/// Those with these words in their name, or with this id. For leads.
model::Expected<std::vector<DescribedChild>> describedChildren(Session& session, const QString& text);

/// That the child described in a concern, by the id that `log` answered, is (or is not) this pupil: the concern
/// follows.
model::Result linkChild(Session& session, const QString& described, const QString& pupil, bool same,
                        const QString& reason);

} // namespace heed::session
