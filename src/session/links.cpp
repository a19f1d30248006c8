#include "session/links.h"

#include "casebook/casebook.h"
#include "model/reference.h"
#include "session/review.h"
#include "session/state.h"

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

constexpr int mostReadings = 500;

constexpr int shownOfId = 100;

} // namespace

Result linkDescribed(Session& session, const model::ChildLinkedBody& body)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    HEED_TAKE(const auto described, view->descriptionOf(body.from));
    if (!described)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("No child that you can open is known as \"%1\".").arg(body.from.left(shownOfId)));
    journal::Draft draft;
    draft.kind = model::Kind::ChildLinked;
    draft.desk = described->desk;
    // What a concern says belongs to its record; what the register says, to none.
    draft.record = described->concern;
    draft.body = body;
    HEED_TRY(state.write(draft, rules::Record::Others));
    return {};
}

Expected<std::vector<SameThing>> sameElsewhere(Session& session, const QString& reference)
{
    HEED_TAKE(const auto facts, session.state().find(reference));
    HEED_TAKE(auto found, session.state().desk->elsewhere(model::referenceOf(facts.id)));
    std::vector<SameThing> all;
    for (auto& thing : found) {
        SameThing same{thing.kind, thing.shown, {}, thing.areMore};
        for (auto& other : thing.others)
            same.others.push_back({other.reference, other.child, other.childId, other.loggedAt, other.shown});
        all.push_back(std::move(same));
    }
    return all;
}

Expected<std::vector<RecordRead>> readersOf(Session& session, const QString& child)
{
    HEED_TAKE(const auto one, findChild(session, child));
    HEED_TAKE(auto* view, session.state().deskView());
    HEED_TAKE(const auto found, view->readingsOf(one.id, mostReadings, session.state().policy()));
    std::vector<RecordRead> all;
    for (const auto& reading : found)
        all.push_back({reading.who, reading.at, reading.reference});
    return all;
}

Result mergeChildren(Session& session, const QString& from, const QString& to, const QString& reason)
{
    HEED_TRY(needs(reason, "Merging two records needs its reason: write how you know that this is one child."));
    HEED_TAKE(const auto one, findChild(session, from));
    HEED_TAKE(const auto other, findChild(session, to));
    if (one.id == other.id)
        return failure(ErrorCode::BadInput, QStringLiteral("These are one record already."));
    return linkDescribed(session, {one.id, other.id, true, reason, false});
}

Result unmergeChild(Session& session, const QString& child, const QString& reason)
{
    HEED_TRY(needs(reason, "Taking a merging back needs its reason."));
    return linkDescribed(session, {child.trimmed(), child.trimmed(), true, reason, false});
}

Result correctChild(Session& session, const QString& reference, const QString& to, const QString& reason)
{
    HEED_TRY(needs(reason, "Say how you know whose concern this is."));
    HEED_TAKE(const auto facts, session.state().find(reference));
    HEED_TAKE(const auto record, session.state().desk->record(model::referenceOf(facts.id), session.state().policy()));
    const auto described = record ? record->logged.children.value(0) : QString();
    if (described.isEmpty())
        return noSuchConcern(reference);
    if (to.trimmed().isEmpty())
        return linkDescribed(session, {described, described, false, reason, true});
    HEED_TAKE(const auto other, findChild(session, to));
    if (other.id == described)
        return linkDescribed(session, {described, described, true, reason, false});
    return linkDescribed(session, {described, other.id, true, reason, true});
}

Expected<std::vector<MergedChild>> mergedInto(Session& session, const QString& child)
{
    HEED_TAKE(const auto one, findChild(session, child));
    HEED_TAKE(auto* view, session.state().deskView());
    HEED_TAKE(const auto found, view->mergedInto(one.id));
    std::vector<MergedChild> all;
    for (const auto& merged : found)
        all.push_back({merged.id, merged.name});
    return all;
}

} // namespace heed::session
