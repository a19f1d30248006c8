#include "session/logging.h"

#include "crypto/random.h"
#include "model/reference.h"
#include "platform/clock.h"
#include "rules/concern_check.h"
#include "rules/routing.h"
#include "session/entries.h"
#include "session/held_files.h"
#include "session/register_entries.h"
#include "session/resources.h"

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Kind;
using model::Result;

namespace {

/// The signs that were ticked, with the words that were shown.
model::Checklist asShown(const model::Concern& concern)
{
    auto shown = checklist();
    std::erase_if(shown.signsListed, [&](const model::Sign& sign) {
        return std::none_of(concern.signsSeen.begin(), concern.signsSeen.end(),
                            [&](const model::SignSeen& seen) { return seen.code == sign.code; });
    });
    return shown;
}

/// BadInput for what cannot be logged; else what could be better.
Expected<std::vector<rules::Advice>> soundAdvice(const model::Concern& concern)
{
    const auto problems = rules::check(concern, checklist(), platform::now());
    if (rules::anyError(problems))
        return failure(ErrorCode::BadInput,
                       QStringLiteral("The concern: \"%1\": %2").arg(problems.front().key, problems.front().sentence));
    return rules::adviceOn(concern, problems);
}

/// Writes into the author's own concern; a reader may add to any of the desk's.
Result writeReply(Session::State& state, const QString& reference, Kind kind, const model::Body& body,
                  const QString& filesOf = {})
{
    const auto done = [](const journal::Written&) {};
    if (auto record = ownRecord(state, reference)) {
        HEED_TAKE(auto* view, state.ownView());
        HEED_TAKE(const auto facts, view->facts(record->reference));
        if (!facts)
            return noSuchConcern(reference);
        return writeWithFiles(state, {recordDraft(*facts, kind, body, true), rules::Record::Own}, filesOf).map(done);
    } else if (record.error().code != ErrorCode::NotFound || !state.desk) {
        return tl::make_unexpected(record.error());
    }
    HEED_TAKE(const auto facts, state.find(reference));
    auto draft = recordDraft(facts, kind, body);
    draft.addressee = state.ring().member;
    return writeWithFiles(state, {draft, rules::Record::Others}, filesOf).map(done);
}

/// That somebody can open what goes by this route; otherwise whom to see.
Result isRead(const Session::State& author, const model::Route& route)
{
    const auto desk = rules::deskOf(route);
    if (!desk.isEmpty() && author.policy().hasReader(desk))
        return {};
    const auto whom = route.contact.phone ? QStringLiteral("ring %1, %2").arg(route.contact.name, *route.contact.phone)
                                          : QStringLiteral("see %1 in person").arg(route.contact.name);
    return failure(ErrorCode::NoReader,
                   QStringLiteral("Nobody can open this worry here yet, so it was not sent: %1 now, and keep what you "
                                  "wrote to yourself.")
                       .arg(whom));
}

} // namespace

Expected<model::Case> ownRecord(Session::State& state, const QString& reference)
{
    HEED_TAKE(auto* view, state.ownView());
    const auto normal = model::normalReference(reference);
    if (!normal)
        return noSuchConcern(reference);
    HEED_TAKE(auto record, view->record(*normal, state.policy()));
    if (!record || record->authorId != state.ring().member)
        return noSuchConcern(reference);
    return std::move(*record);
}

const model::Checklist& checklist()
{
    static const auto list = builtInChecklist();
    return list;
}

model::Route routeFor(Session& session, const model::Concern& concern)
{
    return rules::route(concern, session.profile(), platform::now(), session.member().name);
}

std::vector<rules::Problem> check(Session&, const model::Concern& concern)
{
    return rules::check(concern, checklist(), platform::now());
}

Expected<ConcernLook> lookAtConcern(Session& session, const model::Concern& concern)
{
    HEED_TAKE(auto advice, soundAdvice(concern));
    return ConcernLook{routeFor(session, concern), std::move(advice)};
}

Expected<Logged> logConcern(Session& session, const model::Concern& concern, const QString& filesOf)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TAKE(auto advice, soundAdvice(concern));
    HEED_TAKE(const auto draft, concernDraft(state, concern, platform::now()));
    const auto& body = std::get<model::ConcernBody>(draft.body);
    // A desk's only reader may have got new keys since the form was opened.
    const auto stillRight = [&] { return isRead(state, body.route); };
    HEED_TAKE(const auto written, writeWithFiles(state, {draft, rules::Record::Own, nullptr, {}, stillRight}, filesOf));
    return Logged{QString::fromLatin1(written.content.id.toHex()),
                  model::referenceOf(written.content.id),
                  journal::fingerprint(written.hash),
                  body.children.front(),
                  written.content.at,
                  body.route,
                  std::move(advice)};
}

Expected<journal::Draft> concernDraft(const Session::State& author, const model::Concern& concern, const QDateTime& at)
{
    const auto route = rules::route(concern, author.policy().vault.profile, at, author.ring().name);
    HEED_TRY(isRead(author, route));
    journal::Draft draft;
    draft.id = model::newRecordId(&crypto::randomBytes);
    draft.kind = Kind::Concern;
    draft.desk = rules::deskOf(route);
    draft.addressee = author.ring().member;
    model::ConcernBody body{concern, {}, route, asShown(concern)};
    for (std::size_t i = 0; i <= concern.children.size(); ++i)
        body.children << newChildId();
    draft.body = std::move(body);
    return draft;
}

Expected<std::vector<OwnConcern>> myConcerns(Session& session)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.ownView());
    HEED_TAKE(auto records, view->records(state.policy()));
    std::vector<OwnConcern> all;
    for (auto& record : records) {
        if (record.authorId != state.ring().member)
            continue;
        const bool told = std::any_of(record.events.begin(), record.events.end(), [](const model::Event& event) {
            const auto* body = std::get_if<model::ToldBody>(&event.body);
            return body && body->reached;
        });
        all.push_back({std::move(record), told});
    }
    return all;
}

Result recordTold(Session& session, const QString& reference, const model::ToldBody& told)
{
    const auto problems = rules::check(told, platform::now());
    if (!problems.empty())
        return failure(ErrorCode::BadInput, problems.front().sentence);
    return writeReply(session.state(), reference, Kind::Told, told);
}

Result addTo(Session& session, const QString& reference, const QString& text, const QString& corrects,
             const QString& filesOf)
{
    HEED_TRY(needs(text, "There is nothing to add yet: write what you want to add."));
    return writeReply(session.state(), reference, Kind::Addition, model::TextBody{text, {}, {}, corrects}, filesOf);
}

} // namespace heed::session
