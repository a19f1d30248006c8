#pragma once

#include "model/case_filter.h"
#include "rules/clocks.h"
#include "rules/problem.h"
#include "session/session.h"

#include <QMap>

namespace heed::session {

// What a reader of a desk does with what waits there. Each answers once its entry is durable. References are taken as
// typed; one that does not exist and one that this member may not open get the same NotFound.

/// One page of the queue: waiting ones first, the most urgent and the oldest on top; then those with something due;
/// then the rest, newest first; or in the order that the filter asks for. A search shows the newest first.
model::Expected<model::CasePage> queue(Session& session, const model::CaseFilter& filter = {},
                                       const std::optional<model::CaseCursor>& after = {}, int limit = 200);
/// How many concerns the filter lets through, counted no further than `most`.
model::Expected<qint64> countOf(Session& session, const model::CaseFilter& filter, qint64 most);

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
/// The same in pages, for a child of whom there are thousands. Those on the page are recorded as read.
struct ChildCursor {
    qint64 logged = 0;
    qint64 line = 0;
};
struct ChildPage {
    QString id;
    model::Child child;
    std::vector<model::Case> cases;
    std::optional<ChildCursor> next; ///< nothing: that was the last
};
model::Expected<ChildPage> childPage(Session& session, const QString& child,
                                     const std::optional<ChildCursor>& after = {}, int limit = 20);
/// Every concern about a child, the oldest first, with its reference, when it was logged and its signs; all else is
/// empty. For the picture over time; no entry is made of it, as none is of a line of the queue.
model::Expected<std::vector<model::Case>> childSigns(Session& session, const QString& child);
/// The same child without their records, and without an entry.
struct KnownChild {
    QString id;
    model::Child child;
};
model::Expected<KnownChild> findChild(Session& session, const QString& child);

/// The clocks of a concern as they stand now, with today's profile.
std::vector<rules::ClockReading> clocksOf(Session& session, const model::Case& record);
/// Of each of these records, by reference, the running clock that is due first; those without one are left out.
model::Expected<QMap<QString, rules::ClockReading>> nextClocks(Session& session, const QStringList& references);

/// What KCSIE asks for and is not yet there, in words, and what the school's record on another system lacks.
std::vector<rules::Problem> missingFrom(const model::Case& record, const model::Profile& profile);

model::Result acknowledge(Session& session, const QString& reference);

/// What came of doing one thing to several concerns.
struct BulkAnswer {
    int done = 0;
    QStringList problems; ///< a sentence for each that it could not be done to
};
/// Acknowledges those that nobody has acknowledged yet; each is recorded as read.
model::Expected<BulkAnswer> acknowledgeAll(Session& session, const QStringList& references);
model::Expected<BulkAnswer> handOverAll(Session& session, const QStringList& references, const QString& to,
                                        const QString& reason);

model::Result setLevel(Session& session, const QString& reference, const model::LevelBody& level);
/// `filesOf`: the form whose files it carries (attachments.h); of an assessment, the document it is.
model::Result addNote(Session& session, const QString& reference, const QString& text, const QString& corrects = {},
                      const QString& filesOf = {});
/// Answers the action's id.
model::Expected<QString> addAction(Session& session, const QString& reference, const model::ActionBody& action);
/// `action` may be the beginning of its id, if no other action of the record begins so.
model::Result finishAction(Session& session, const QString& reference, const QString& action, const QString& result);
model::Result recordContact(Session& session, const QString& reference, const model::ContactBody& contact);
model::Result decide(Session& session, const QString& reference, const model::DecisionBody& decision);
model::Result refer(Session& session, const QString& reference, const model::ReferralBody& referral);
/// Whether the family or somebody else was told, and if not, why. BadInput as rules::checkInformed says.
model::Result recordInformed(Session& session, const QString& reference, const model::InformedBody& body);
/// BadInput as rules::checkConsent says.
model::Result recordConsent(Session& session, const QString& reference, const model::ConsentBody& body);
/// BadInput names what is neither said nor said to be not known, or a day to come (rules/assessment.h).
model::Result recordAssessment(Session& session, const QString& reference, const model::AssessmentBody& assessment,
                               const QString& filesOf = {});
/// A structured review. BadInput names the first prompt that lacks its evidence, judgement or rationale.
model::Result recordReview(Session& session, const QString& reference, const model::ReviewBody& review);
/// That a person has put this concern on another system as well, such as CPOMS.
model::Result markElsewhere(Session& session, const QString& reference, const model::ElsewhereBody& mark);
/// Sealed to the concern's author as well as the desk.
model::Result giveFeedback(Session& session, const QString& reference, const QString& text);
/// `to`: a colleague who reads this desk, by name.
model::Result handOver(Session& session, const QString& reference, const QString& to, const QString& reason);
/// Passes a concern on to another desk as a new entry of one's own; the old place records it.
model::Result passTo(Session& session, const QString& reference, const QString& desk, const QString& reason);
/// Says, as a second lead, that the case can be closed. Not by whoever logged the concern.
model::Result agree(Session& session, const QString& reference, const QString& reason);
/// Says, as a second lead, that it cannot be closed yet, and what is wanting: an agreement before it no longer counts.
model::Result refuse(Session& session, const QString& reference, const QString& reason);
/// Asks a colleague who reads this desk, by name, whether the case can be closed: an action of theirs. BadInput for the
/// concern's own author, who cannot be the second.
model::Result askToAgree(Session& session, const QString& reference, const QString& to, const QString& reason,
                         const std::optional<QDate>& due = {});
/// BadInput without an outcome or a reason; NotAllowed while a second agreement is wanting that the profile asks for.
model::Result close(Session& session, const QString& reference, const model::ClosedBody& closing);
model::Result reopen(Session& session, const QString& reference, const QString& reason);

} // namespace heed::session
