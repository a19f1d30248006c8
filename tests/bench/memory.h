#pragma once

#include <fstream>
#include <string>

namespace heed::bench {

/// The most memory that this process has held since forgetPeak(), as Linux counts it.
inline double peakMebibytes()
{
    constexpr double kibibytes = 1024;
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmHWM:"))
            return std::stod(line.substr(6)) / kibibytes;
    return 0;
}

inline void forgetPeak()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}

} // namespace heed::bench
