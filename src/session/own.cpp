#include "session/own.h"

#include "session/own_kept.h"
#include "session/state.h"

namespace heed::session {

namespace {

constexpr int entriesInPiece = 125; // four times that where many are left: some milliseconds, whatever else runs

} // namespace

model::Expected<bool> followOwn(Session& session)
{
    auto& state = session.state();
    HEED_TRY(state.ready());
    HEED_TRY(openOwn(state));
    casebook::Watch onePiece;
    onePiece.cancelled = [] { return true; };
    auto reading = state.ownReading();
    reading.batch = entriesInPiece;
    const auto read = state.own->bringUpToDate(state.journal, reading, onePiece);
    if (!read && read.error().code == model::ErrorCode::Cancelled)
        return false;
    HEED_TRY(read.map([](qint64) {}));
    keepOwn(state);
    return true;
}

} // namespace heed::session
