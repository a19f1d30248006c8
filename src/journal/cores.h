#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace heed::journal {

/// Calls `work(i)` for each i below `count`, spread over all cores: for work that is a few elliptic-curve
/// multiplications and touches nothing but its own i. Few calls stay on this thread.
template <class Work> void onAllCores(std::size_t count, const Work& work)
{
    const auto workers = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), count / 32 + 1);
    const auto share = [&](std::size_t first) {
        for (auto i = first; i < count; i += workers)
            work(i);
    };
    std::vector<std::jthread> threads;
    for (std::size_t i = 1; i < workers; ++i)
        threads.emplace_back(share, i);
    share(0);
}

} // namespace heed::journal
