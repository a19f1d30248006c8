#include "session/review.h"

#include "casebook/casebook.h"
#include "crypto/random.h"
#include "model/name.h"
#include "model/reference.h"
#include "platform/clock.h"
#include "rules/assessment.h"
#include "rules/closing.h"
#include "rules/completeness.h"
#include "rules/family_entries.h"
#include "rules/review_prompts.h"
#include "session/entries.h"
#include "session/held_files.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Kind;
using model::Result;

namespace {

using Facts = casebook::Casebook::RecordFacts;

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

Expected<journal::Written> writeInto(Session& session, const QString& reference, Kind kind, const model::Body& body,
                                     bool authorSees = false, const QString& filesOf = {})
{
    auto& state = session.state();
    HEED_TAKE(const auto facts, state.find(reference));
    const auto whose = facts.author == state.ring().member ? rules::Record::Own : rules::Record::Others;
    return writeWithFiles(state, {recordDraft(facts, kind, body, authorSees), whose}, filesOf);
}

Result done(const Expected<journal::Written>& written)
{
    return written ? Result() : tl::make_unexpected(written.error());
}

Expected<model::Case> recordOf(Session::State& state, const QString& reference)
{
    HEED_TAKE(const auto facts, state.find(reference));
    HEED_TAKE(auto record, state.desk->record(model::referenceOf(facts.id), state.policy()));
    if (!record)
        return noSuchConcern(reference);
    return std::move(*record);
}

/// The same for many in one go: a page of a child's records is read at once.
Result noteReadings(Session::State& state, const std::vector<model::Case>& cases)
{
    if (!state.missing.isEmpty() || !state.forked.isEmpty())
        return {};
    std::vector<Session::State::Entry> entries;
    QList<QByteArray> read;
    for (const auto& one : cases) {
        HEED_TAKE(const auto facts, state.desk->facts(one.reference));
        if (!facts || state.opened.contains(facts->id))
            continue;
        entries.push_back({recordDraft(*facts, Kind::Read, model::EmptyBody{}), rules::Record::Others, nullptr, {}});
        read << facts->id;
    }
    if (entries.empty())
        return {};
    HEED_TRY(state.writeAll(std::move(entries), {}));
    for (const auto& id : read)
        state.opened << id;
    return {};
}

/// Who reads the desk of this record under that name.
Expected<const vault::Member*> readerNamed(Session::State& state, const QString& reference, const QString& name,
                                           const char* doThis)
{
    HEED_TAKE(const auto facts, state.find(reference));
    const auto* colleague = state.policy().memberNamed(name);
    const auto role = colleague ? colleague->role() : std::nullopt;
    if (!role || model::deskOf(*role) != facts.desk)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" does not read this record: %2 one of %3.")
                           .arg(name.left(100), QString::fromLatin1(doThis), model::deskTitle(facts.desk)));
    return colleague;
}

const QString askingWords = QStringLiteral("Read this, and say whether it can be closed: ");

/// Says whether one agrees, and that one has done what one was asked.
Result answerAgreement(Session& session, const QString& reference, bool agrees, const QString& reason)
{
    HEED_TRY(writeInto(session, reference, Kind::Agreed, rules::agreementBody(agrees, reason)));
    HEED_TAKE(const auto record, recordOf(session.state(), reference));
    for (const auto& one : record.actions)
        if (!one.doneAt && one.action.who == session.member().name && one.action.text.startsWith(askingWords))
            HEED_TRY(finishAction(session, reference, one.id,
                                  agrees ? QStringLiteral("Agreed.") : QStringLiteral("Did not agree.")));
    return {};
}

/// What stands in the way of a second closing or reopening.
Result expectState(Session& session, const QString& reference, bool closed)
{
    auto& state = session.state();
    HEED_TRY(state.bringUpToDate({}, false));
    HEED_TAKE(const auto record, recordOf(state, reference));
    if ((record.state == model::State::Closed) == closed)
        return {};
    if (closed)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 is open: there is nothing to reopen.").arg(record.reference));
    const auto last = std::find_if(record.events.rbegin(), record.events.rend(),
                                   [](const model::Event& event) { return event.kind == Kind::Closed; });
    const auto who = last == record.events.rend() ? QStringLiteral("somebody") : last->author;
    return failure(ErrorCode::BadInput,
                   QStringLiteral("%1 has been closed already, by %2: read what they wrote, and reopen it if there is "
                                  "more to do.")
                       .arg(record.reference, who));
}

/// Writes that a record is closed or open again, and the author's word of it: both or none, and only if nobody was
/// faster.
Result turn(Session& session, const Facts& facts, const std::pair<Kind, model::Body>& entry, model::State to,
            const std::function<Result()>& stillRight)
{
    auto& state = session.state();
    const auto whose = facts.author == state.ring().member ? rules::Record::Own : rules::Record::Others;
    std::vector<Session::State::Entry> entries;
    entries.push_back({recordDraft(facts, entry.first, entry.second), whose, nullptr, {}, stillRight});
    entries.push_back({recordDraft(facts, Kind::Status, statusBody(to), true), whose, nullptr, {}});
    return done(state.writeAll(std::move(entries), {}));
}

} // namespace

Result noteReading(Session::State& state, const Facts& facts)
{
    if (state.opened.contains(facts.id) || !state.missing.isEmpty() || !state.forked.isEmpty())
        return {};
    HEED_TRY(state.write(recordDraft(facts, Kind::Read, model::EmptyBody{}), rules::Record::Others));
    state.opened << facts.id;
    return {};
}

journal::Draft recordDraft(const Facts& facts, Kind kind, const model::Body& body, bool authorSees)
{
    journal::Draft draft;
    draft.kind = kind;
    draft.desk = facts.desk;
    draft.record = facts.id;
    draft.body = body;
    if (authorSees)
        draft.addressee = facts.author;
    return draft;
}

model::TextBody statusBody(model::State state)
{
    return {model::nameOf(state), {}, {}, {}};
}

Expected<model::CasePage> queue(Session& session, const model::CaseFilter& filter,
                                const std::optional<model::CaseCursor>& after, int limit)
{
    HEED_TAKE(auto* view, session.state().deskView());
    return view->list(filter, after, limit, today(), session.state().policy());
}

Expected<qint64> countOf(Session& session, const model::CaseFilter& filter, qint64 most)
{
    HEED_TAKE(auto* view, session.state().deskView());
    return view->countOf(filter, most, today());
}

Expected<QueueCounts> counts(Session& session)
{
    HEED_TAKE(auto* view, session.state().deskView());
    HEED_TAKE(const auto found, view->counts(today()));
    return QueueCounts{found.waiting, found.open, found.closed, found.overdueActions};
}

Expected<model::Case> openCase(Session& session, const QString& reference)
{
    auto& state = session.state();
    HEED_TAKE(const auto facts, state.find(reference));
    HEED_TRY(noteReading(state, facts));
    return recordOf(state, reference);
}

Expected<KnownChild> findChild(Session& session, const QString& child)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    HEED_TAKE(const auto found, view->findChildren(child));
    if (found.empty())
        return failure(ErrorCode::NotFound,
                       QStringLiteral("No child that you can open is known as \"%1\": check the name, or use the UPN.")
                           .arg(child.left(100)));
    const auto exact =
        std::find_if(found.begin(), found.end(), [&](const auto& one) { return one.id == child.trimmed(); });
    if (found.size() > 1 && exact == found.end()) {
        QStringList candidates;
        for (const auto& one : found)
            candidates << QStringLiteral("%1 (%2)").arg(model::nameOf(one.child), one.id);
        return failure(ErrorCode::BadInput,
                       QStringLiteral("\"%1\" could be any of %2: give the id of one.")
                           .arg(child.left(100), candidates.mid(0, 10).join(QStringLiteral(", "))));
    }
    const auto& one = exact == found.end() ? found.front() : *exact;
    return KnownChild{one.id, one.child};
}

Expected<ChildRecord> openChild(Session& session, const QString& child)
{
    auto& state = session.state();
    HEED_TAKE(const auto one, findChild(session, child));
    HEED_TAKE(auto* view, state.deskView());
    ChildRecord record{one.id, one.child, {}};
    HEED_TAKE(record.cases, view->recordsOfChild(one.id, state.policy()));
    for (const auto& some : record.cases) {
        HEED_TAKE(const auto facts, view->facts(some.reference));
        if (facts)
            HEED_TRY(noteReading(state, *facts));
    }
    return record;
}

Expected<ChildPage> childPage(Session& session, const QString& child, const std::optional<ChildCursor>& after,
                              int limit)
{
    auto& state = session.state();
    HEED_TAKE(const auto one, findChild(session, child));
    HEED_TAKE(auto* view, state.deskView());
    using Cursor = casebook::Casebook::ChildCursor;
    const auto from = after ? std::optional(Cursor{after->logged, after->line}) : std::nullopt;
    HEED_TAKE(auto found, view->recordsOfChild(one.id, from, limit, state.policy()));
    ChildPage page{one.id, one.child, std::move(found.records), {}};
    if (found.next)
        page.next = ChildCursor{found.next->logged, found.next->line};
    HEED_TRY(noteReadings(state, page.cases));
    return page;
}

Expected<std::vector<model::Case>> childSigns(Session& session, const QString& child)
{
    HEED_TAKE(const auto one, findChild(session, child));
    HEED_TAKE(auto* view, session.state().deskView());
    return view->signsOfChild(one.id);
}

std::vector<rules::ClockReading> clocksOf(Session& session, const model::Case& record)
{
    return rules::clocksOf(record, session.profile(), platform::now());
}

Expected<QMap<QString, rules::ClockReading>> nextClocks(Session& session, const QStringList& references)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    QMap<QString, rules::ClockReading> next;
    for (const auto& reference : references) {
        HEED_TAKE(const auto record, view->record(reference, state.policy()));
        if (!record)
            continue;
        if (const auto clock = rules::nextClock(clocksOf(session, *record)))
            next.insert(reference, *clock);
    }
    return next;
}

std::vector<rules::Problem> missingFrom(const model::Case& record, const model::Profile& profile)
{
    return rules::missingFrom(record, profile.record);
}

Result acknowledge(Session& session, const QString& reference)
{
    return done(writeInto(session, reference, Kind::Acknowledged, model::EmptyBody{}, true));
}

namespace {

/// Does it to each; what can only fail for all of them alike ends it.
template <class Do> Expected<BulkAnswer> toAll(const QStringList& references, Do act)
{
    BulkAnswer answer;
    for (const auto& reference : references) {
        const Result result = act(reference);
        if (result) {
            ++answer.done;
        } else if (model::exitCode(result.error().code) == model::exitCode(ErrorCode::BadInput)) {
            answer.problems << QStringLiteral("%1: %2").arg(reference, result.error().message);
        } else {
            return tl::make_unexpected(result.error());
        }
    }
    return answer;
}

} // namespace

Expected<BulkAnswer> acknowledgeAll(Session& session, const QStringList& references)
{
    return toAll(references, [&](const QString& reference) -> Result {
        HEED_TAKE(const auto record, openCase(session, reference));
        if (record.acknowledgedAt)
            return failure(ErrorCode::BadInput,
                           QStringLiteral("%1 has acknowledged it already.").arg(record.acknowledgedBy));
        return acknowledge(session, reference);
    });
}

Expected<BulkAnswer> handOverAll(Session& session, const QStringList& references, const QString& to,
                                 const QString& reason)
{
    return toAll(references, [&](const QString& reference) { return handOver(session, reference, to, reason); });
}

Result setLevel(Session& session, const QString& reference, const model::LevelBody& level)
{
    HEED_TRY(needs(level.reason, "A level needs its reason: write why."));
    return done(writeInto(session, reference, Kind::LevelSet, level));
}

Result addNote(Session& session, const QString& reference, const QString& text, const QString& corrects,
               const QString& filesOf)
{
    HEED_TRY(needs(text, "The note is empty: write something first."));
    return done(writeInto(session, reference, Kind::Note, model::TextBody{text, {}, {}, corrects}, false, filesOf));
}

Expected<QString> addAction(Session& session, const QString& reference, const model::ActionBody& action)
{
    HEED_TRY(needs(action.text, "An action needs words: write what is to be done."));
    HEED_TAKE(const auto written, writeInto(session, reference, Kind::ActionAdded, action));
    return QString::fromLatin1(written.content.id.toHex());
}

Result finishAction(Session& session, const QString& reference, const QString& action, const QString& result)
{
    HEED_TAKE(const auto record, recordOf(session.state(), reference));
    QStringList matching;
    for (const auto& one : record.actions)
        if (!action.isEmpty() && one.id.startsWith(action) && !one.doneAt)
            matching << one.id;
    if (matching.size() != 1)
        return failure(
            ErrorCode::BadInput,
            matching.isEmpty()
                ? QStringLiteral("There is no open action \"%1\" in %2.").arg(action.left(40), record.reference)
                : QStringLiteral("More than one action begins with \"%1\": give more of its id.").arg(action.left(40)));
    return done(writeInto(session, reference, Kind::ActionDone, model::ActionDoneBody{matching.front(), result}));
}

Result recordContact(Session& session, const QString& reference, const model::ContactBody& contact)
{
    HEED_TRY(needs(contact.who, "Say who was contacted."));
    return done(writeInto(session, reference, Kind::ContactMade, contact));
}

Result decide(Session& session, const QString& reference, const model::DecisionBody& decision)
{
    HEED_TRY(needs(decision.reason, "A decision needs its reason: write why."));
    return done(writeInto(session, reference, Kind::Decision, decision));
}

Result refer(Session& session, const QString& reference, const model::ReferralBody& referral)
{
    HEED_TRY(needs(referral.to, "Say to whom the referral goes."));
    HEED_TAKE(const auto facts, session.state().find(reference));
    HEED_TRY(session.state().verifyAgain(facts.id));
    return done(writeInto(session, reference, Kind::Referral, referral));
}

Result recordInformed(Session& session, const QString& reference, const model::InformedBody& body)
{
    if (const auto problems = rules::checkInformed(body, platform::now()); !problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    return done(writeInto(session, reference, Kind::Informed, body));
}

Result recordConsent(Session& session, const QString& reference, const model::ConsentBody& body)
{
    if (const auto problems = rules::checkConsent(body, platform::now()); !problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    return done(writeInto(session, reference, Kind::Consent, body));
}

Result recordAssessment(Session& session, const QString& reference, const model::AssessmentBody& assessment,
                        const QString& filesOf)
{
    if (const auto problems = rules::checkAssessment(assessment, today()); !problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    return done(writeInto(session, reference, Kind::Assessment, assessment, false, filesOf));
}

Result recordReview(Session& session, const QString& reference, const model::ReviewBody& review)
{
    if (const auto problems = rules::checkReview(review); !problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    return done(writeInto(session, reference, Kind::Review, review));
}

Result markElsewhere(Session& session, const QString& reference, const model::ElsewhereBody& mark)
{
    HEED_TRY(needs(mark.system, "Say on which system it was entered."));
    return done(writeInto(session, reference, Kind::EnteredElsewhere, mark));
}

Result giveFeedback(Session& session, const QString& reference, const QString& text)
{
    HEED_TRY(needs(text, "The feedback is empty: write something first."));
    return done(writeInto(session, reference, Kind::Feedback, model::TextBody{text, {}, {}, {}}, true));
}

Result handOver(Session& session, const QString& reference, const QString& to, const QString& reason)
{
    HEED_TAKE(const auto* colleague, readerNamed(session.state(), reference, to, "hand it over to"));
    return done(writeInto(session, reference, Kind::HandedOver, model::TextBody{{}, reason, colleague->name, {}}));
}

Result passTo(Session& session, const QString& reference, const QString& desk, const QString& reason)
{
    auto& state = session.state();
    HEED_TRY(needs(reason, "Say why it is passed on."));
    HEED_TAKE(const auto record, recordOf(state, reference));
    HEED_TAKE(const auto facts, state.find(reference));
    if (desk == facts.desk || (desk != model::safeguardingDesk && desk != model::headDesk && desk != model::chairDesk))
        return failure(
            ErrorCode::BadInput,
            QStringLiteral("A concern is passed to another desk: safeguarding, head or chair, and not to \"%1\".")
                .arg(desk.left(40)));
    const auto isRead = [&state, desk]() -> Result {
        if (state.policy().hasReader(desk))
            return {};
        return failure(
            ErrorCode::NoReader,
            QStringLiteral("Nobody reads what is for %1 here yet: see them in person.").arg(model::deskTitle(desk)));
    };
    HEED_TRY(isRead());
    journal::Draft draft;
    draft.id = model::newRecordId(&crypto::randomBytes);
    draft.kind = Kind::Concern;
    draft.desk = desk;
    draft.addressee = state.ring().member;
    auto body = record.logged;
    body.concern.actionTaken += QStringLiteral("\n\nPassed on by %1, who wrote: %2").arg(state.ring().name, reason);
    draft.body = std::move(body);
    HEED_TAKE(draft.attachments, state.desk->filesOf(record.id));
    const auto whose = facts.author == state.ring().member ? rules::Record::Own : rules::Record::Others;
    // Both or neither: nothing stands on the other desk that this one does not know to be there.
    std::vector<Session::State::Entry> entries;
    entries.push_back({std::move(draft), rules::Record::Own, nullptr, {}, isRead});
    entries.push_back({recordDraft(facts, Kind::Passed, model::TextBody{{}, reason, desk, {}}), whose});
    return done(state.writeAll(std::move(entries), {}));
}

Result agree(Session& session, const QString& reference, const QString& reason)
{
    HEED_TRY(needs(reason, "Say why you agree that it can be closed."));
    HEED_TRY(expectState(session, reference, false));
    return answerAgreement(session, reference, true, reason);
}

Result refuse(Session& session, const QString& reference, const QString& reason)
{
    HEED_TRY(needs(reason, "Say what has to be done or known before it can be closed."));
    HEED_TRY(expectState(session, reference, false));
    return answerAgreement(session, reference, false, reason);
}

Result askToAgree(Session& session, const QString& reference, const QString& to, const QString& reason,
                  const std::optional<QDate>& due)
{
    HEED_TRY(needs(reason, "Say why it can be closed, as you see it."));
    HEED_TRY(expectState(session, reference, false));
    HEED_TAKE(const auto* colleague, readerNamed(session.state(), reference, to, "ask"));
    HEED_TAKE(const auto facts, session.state().find(reference));
    if (colleague->id == facts.author)
        return failure(ErrorCode::BadInput,
                       QStringLiteral("%1 logged this concern and cannot be the second to agree: ask another.")
                           .arg(colleague->name));
    HEED_TRY(addAction(session, reference, {askingWords + reason, colleague->name, due, {}}));
    return {};
}

Result close(Session& session, const QString& reference, const model::ClosedBody& closing)
{
    HEED_TRY(needs(closing.outcome, "A closing needs an outcome: write what came of it."));
    HEED_TRY(needs(closing.reason, "A closing needs its reason: write why it can be closed."));
    const auto mayBeClosed = [&]() -> Result {
        HEED_TRY(expectState(session, reference, false));
        HEED_TAKE(const auto record, recordOf(session.state(), reference));
        if (const auto answer = rules::mayClose(record, session.member().id, session.profile().secondAgreement);
            !answer)
            return failure(ErrorCode::NotAllowed, answer.reason);
        return {};
    };
    HEED_TRY(mayBeClosed());
    HEED_TAKE(const auto facts, session.state().find(reference));
    HEED_TRY(session.state().verifyAgain(facts.id));
    return turn(session, facts, {Kind::Closed, closing}, model::State::Closed, mayBeClosed);
}

Result reopen(Session& session, const QString& reference, const QString& reason)
{
    HEED_TRY(needs(reason, "A reopening needs its reason: write why."));
    const auto isClosed = [&] { return expectState(session, reference, true); };
    HEED_TRY(isClosed());
    HEED_TAKE(const auto facts, session.state().find(reference));
    return turn(session, facts, {Kind::Reopened, model::TextBody{{}, reason, {}, {}}}, model::State::Open, isClosed);
}

} // namespace heed::session
