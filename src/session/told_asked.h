#pragma once

#include "session/logging.h"

namespace heed::session {

/// Whether an author is still asked if they told somebody: they have not said so, and it is not closed, which shows
/// that somebody knows.
inline bool isToldAsked(const OwnConcern& own)
{
    return !own.toldAnswered && own.record.state != model::State::Closed;
}

} // namespace heed::session
