#include "session/recovery.h"

#include "platform/clock.h"
#include "rules/terms.h"
#include "session/state.h"

#include <algorithm>

namespace heed::session {

using model::ErrorCode;
using model::Expected;
using model::failure;
using model::Result;

namespace {

const QDateTime always(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);

QDate dayOf(const QDateTime& time)
{
    return platform::inSchoolTime(time).date();
}

QString sentenceOf(const RecoveryState& state)
{
    if (!state.hasShares)
        return QStringLiteral("There are no recovery sheets: make some, or nobody can get in again once every reader's "
                              "password is lost.");
    if (state.drillIsDue)
        return QStringLiteral("The sheets have not been tried this term: ask their holders to come with them.");
    return {};
}

/// Recoveries of this desk by somebody else, that this member has not taken in.
Expected<std::vector<casebook::Casebook::DeskEvent>> unseen(Session::State& state)
{
    HEED_TAKE(auto* view, state.deskView());
    HEED_TAKE(auto events, view->deskEvents(model::Kind::Recovered));
    std::vector<casebook::Casebook::DeskEvent> open;
    for (auto& event : events) {
        if (event.author == state.ring().member)
            continue;
        HEED_TAKE(const bool seen, view->has(event.id, model::Kind::Acknowledged, state.ring().member, always));
        if (!seen)
            open.push_back(std::move(event));
    }
    return open;
}

} // namespace

Expected<RecoveryState> recoveryState(Session& session)
{
    auto& state = session.state();
    HEED_TAKE(auto* view, state.deskView());
    HEED_TRY(vault::reread(state.folder, state.unlocked));
    RecoveryState all;
    all.desk = state.deskName();
    const auto* statement = state.policy().desk(all.desk);
    if (!statement || !statement->recovery) {
        all.sentence = sentenceOf(all);
        return all;
    }
    const auto& set = *statement->recovery;
    all.hasShares = true;
    all.set = static_cast<int>(set.number);
    all.threshold = set.threshold;
    all.holders = set.holders;
    all.madeAt = set.madeAt;
    if (set.number > 1 && set.fromEpoch) {
        HEED_TAKE(all.openToOldSets, view->entriesBefore(*set.fromEpoch));
    }
    HEED_TAKE(const auto drills, view->deskEvents(model::Kind::Drill));
    if (!drills.empty())
        all.lastDrill = drills.front().at;
    const auto began = rules::termBegan(dayOf(platform::now()));
    const auto isThisTerm = [&](const std::optional<QDateTime>& time) { return time && dayOf(*time) >= began; };
    all.drillIsDue = !isThisTerm(all.lastDrill) && !isThisTerm(all.madeAt);
    all.sentence = sentenceOf(all);
    return all;
}

Expected<std::vector<RecoveryNotice>> recoveryNotices(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    std::vector<RecoveryNotice> notices;
    if (!state.desk)
        return notices;
    HEED_TAKE(const auto events, unseen(state));
    for (const auto& event : events)
        notices.push_back({QString::fromLatin1(event.id.toHex()), state.deskName(), event.at,
                           state.policy().nameOf(event.author),
                           event.text + QStringLiteral(" If you do not know of this, find out today: whoever has "
                                                       "enough sheets can read what you can.")});
    return notices;
}

Result acknowledgeRecovery(Session& session, const QString& id)
{
    auto& state = session.state();
    HEED_TAKE(const auto events, unseen(state));
    const auto found = std::find_if(events.begin(), events.end(),
                                    [&](const auto& event) { return QString::fromLatin1(event.id.toHex()) == id; });
    if (found == events.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such recovery to acknowledge: look again."));
    journal::Draft draft;
    draft.kind = model::Kind::Acknowledged;
    draft.desk = state.deskName();
    draft.record = found->id;
    draft.body = model::EmptyBody{};
    return state.write(draft, rules::Record::Others).map([](const journal::Written&) {});
}

} // namespace heed::session
