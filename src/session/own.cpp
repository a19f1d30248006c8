#include "session/own.h"

#include "session/state.h"

namespace heed::session {

model::Expected<bool> followOwn(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    if (!state.own) {
        HEED_TAKE(state.own, casebook::Casebook::inMemory());
    }
    casebook::Watch onePiece;
    onePiece.cancelled = [] { return true; };
    const auto read = state.own->bringUpToDate(state.journal, state.ownReading(), onePiece);
    if (!read && read.error().code == model::ErrorCode::Cancelled)
        return false;
    return read.map([](qint64) { return true; });
}

} // namespace heed::session
