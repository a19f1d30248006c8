#pragma once

#include <algorithm>

namespace heed::rules {

/// How many seconds to wait before the next try, after so many refused sign-ins: none after the first three, then twice
/// as long each time, up to half a minute. It slows somebody who guesses at a PC; whoever has the files guesses
/// without.
constexpr int waitAfter(int refusals)
{
    constexpr int free = 3;
    constexpr int longest = 30;
    return refusals <= free ? 0 : std::min(longest, 1 << std::min(refusals - free, 5));
}

} // namespace heed::rules
