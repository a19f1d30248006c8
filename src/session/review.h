#pragma once

#include "rules/clocks.h"
#include "rules/problem.h"
#include "session/session.h"

#include <QMap>

namespace heed::session {

// What a reader of a desk does with what waits there. Each answers once its entry is durable. References are taken as
// typed; one that does not exist and one that this member may not open get the same NotFound.

struct QueueFilter {
    std::optional<model::State> state;
    QString text; ///< over everything this reader may read
    int limit = 200;
    int offset = 0;
};

/// Waiting ones first, the most urgent and the oldest on top; then those with something due; then the rest, newest
/// first.
model::Expected<std::vector<model::CaseRow>> queue(Session& session, const QueueFilter& filter = {});

struct QueueCounts {
    qint64 waiting = 0;
    qint64 open = 0;
    qint64 closed = 0;
    qint64 overdueActions = 0;
};
model::Expected<QueueCounts> counts(Session& session);

/// The record, after an entry that says it was opened (once for each sign-in).
model::Expected<model::Case> openCase(Session& session, const QString& reference);

/// A child: who they are as far as the records say, and every concern about them, the newest first. `child` is an id, a
/// UPN or an unambiguous name; BadInput lists the candidates otherwise.
struct ChildRecord {
    QString id;
    model::Child child;
    std::vector<model::Case> cases;
};
model::Expected<ChildRecord> openChild(Session& session, const QString& child);

/// The clocks of a concern as they stand now, with today's profile.
std::vector<rules::ClockReading> clocksOf(Session& session, const model::Case& record);
/// Of each of these records, by reference, the running clock that is due first; those without one are left out.
model::Expected<QMap<QString, rules::ClockReading>> nextClocks(Session& session, const QStringList& references);

/// What KCSIE asks for and is not yet there, in words.
std::vector<rules::Problem> missingFrom(const model::Case& record);

model::Result acknowledge(Session& session, const QString& reference);
model::Result setLevel(Session& session, const QString& reference, const model::LevelBody& level);
model::Result addNote(Session& session, const QString& reference, const QString& text, const QString& corrects = {});
/// Answers the action's id.
model::Expected<QString> addAction(Session& session, const QString& reference, const model::ActionBody& action);
/// `action` may be the beginning of its id, if no other action of the record begins so.
model::Result finishAction(Session& session, const QString& reference, const QString& action, const QString& result);
model::Result recordContact(Session& session, const QString& reference, const model::ContactBody& contact);
model::Result decide(Session& session, const QString& reference, const model::DecisionBody& decision);
model::Result refer(Session& session, const QString& reference, const model::ReferralBody& referral);
model::Result recordAssessment(Session& session, const QString& reference, const model::AssessmentBody& assessment);
/// A structured review. BadInput names the first prompt that lacks its evidence, judgement or rationale.
model::Result recordReview(Session& session, const QString& reference, const model::ReviewBody& review);
/// Sealed to the concern's author as well as the desk.
model::Result giveFeedback(Session& session, const QString& reference, const QString& text);
/// `to`: a colleague who reads this desk, by name.
model::Result handOver(Session& session, const QString& reference, const QString& to, const QString& reason);
/// Passes a concern on to another desk as a new entry of one's own; the old place records it.
model::Result passTo(Session& session, const QString& reference, const QString& desk, const QString& reason);
/// BadInput without an outcome or a reason.
model::Result close(Session& session, const QString& reference, const model::ClosedBody& closing);
model::Result reopen(Session& session, const QString& reference, const QString& reason);

} // namespace heed::session
