#include "session/standing.h"

#include "session/state.h"

namespace heed::session {

using model::ErrorCode;
using model::failure;
using model::Result;

StandingView standing(Session& session)
{
    const auto& state = session.state();
    const auto may = rules::may(state.ring().role, model::Kind::RestoreAccepted, model::everyoneDesk);
    return {state.missing, state.forked, session.isReadOnly() && may.yes && !state.ring().starting};
}

Result acceptVault(Session& session, const QString& reason)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TRY(needs(reason, "Say what happened, and why it is right to go on with it."));
    HEED_TRY(vault::reread(state.folder, state.unlocked));
    HEED_TRY(state.takeStock());
    if (!session.isReadOnly())
        return failure(ErrorCode::BadInput, QStringLiteral("Nothing is missing from this vault: there is nothing to "
                                                           "accept."));
    HEED_TAKE(const auto heads, state.journal.heads());
    auto body = journal::acceptanceOf(state.policy(), heads);
    body.reason = reason.trimmed();
    body.missing = state.missing + state.forked;
    journal::Draft draft;
    draft.kind = model::Kind::RestoreAccepted;
    draft.desk = model::everyoneDesk;
    draft.body = body;
    HEED_TRY(state.writeOnly({{draft, rules::Record::Own, nullptr, {}}}, {}));
    {
        HEED_TAKE(const auto lock, state.memory.lock());
        HEED_TAKE(auto memory, state.memory.load());
        // Whoever accepts has read what is missing: none of it is held against the vault any more.
        memory.heads.clear();
        memory.statements.clear();
        HEED_TAKE(const auto now, state.journal.heads());
        journal::remember(memory, state.policy(), now);
        HEED_TRY(state.memory.save(memory));
    }
    return state.openDesk({});
}

} // namespace heed::session
