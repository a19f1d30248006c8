#pragma once

#include "model/checklist.h"
#include "rules/advice.h"
#include "session/session.h"

namespace heed::session {

// Writing a concern down, and what its author can do with it afterwards. For every member.

/// What the author gets: the reference and, on the slip, the fingerprint that makes it a witness.
struct Logged {
    QString id;
    QString reference;
    QString fingerprint;
    QString child; ///< an id that `child` finds again
    QDateTime loggedAt;
    model::Route route;
    std::vector<rules::Advice> advice; ///< what could be better: it can be added to
};

/// What can be said of a concern before it is logged.
struct ConcernLook {
    model::Route route;
    std::vector<rules::Advice> advice;
};

/// The checklist in force.
const model::Checklist& checklist();

/// Who would be told of this concern now. No keys are needed: the form asks as it changes.
model::Route routeFor(Session& session, const model::Concern& concern);

/// What must be put right, or could be better, before it is submitted.
std::vector<rules::Problem> check(Session& session, const model::Concern& concern);

/// What logging the concern now would answer, without writing it: whom to tell, and what could be better before.
/// BadInput names what is wrong.
model::Expected<ConcernLook> lookAtConcern(Session& session, const model::Concern& concern);

/// Seals the concern to the desk that its route names, with the files that the form `filesOf` holds (attachments.h),
/// and answers once it is durable. BadInput names what is wrong. NoReader: nobody reads that desk yet, nothing was
/// sent; the sentence says whom to see in person.
model::Expected<Logged> logConcern(Session& session, const model::Concern& concern, const QString& filesOf = {});

/// One of the author's own concerns, with their own text and what came back.
struct OwnConcern {
    model::Case
        record; ///< the author's own entries, acknowledgement and feedback; nothing that the desk keeps to itself
    bool toldAnswered = false; ///< somebody was told, and the author said so; until then they are asked, also once it
                               ///< is closed: the record would lack it
};

/// Newest first.
model::Expected<std::vector<OwnConcern>> myConcerns(Session& session);

/// "I have told her", or "I could not reach her". `reference` as typed.
model::Result recordTold(Session& session, const QString& reference, const model::ToldBody& told);

/// Adds to a concern; text is never edited. `corrects` names the entry that it puts right, if it does; `filesOf` the
/// form whose files it carries.
model::Result addTo(Session& session, const QString& reference, const QString& text, const QString& corrects = {},
                    const QString& filesOf = {});

} // namespace heed::session
