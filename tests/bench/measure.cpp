#include "measure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace heed::bench {
namespace {

/// `times` in order.
double share(const std::vector<double>& times, double of)
{
    if (times.empty())
        return 0;
    const auto place = static_cast<std::size_t>(std::ceil(of * static_cast<double>(times.size())));
    return times[std::clamp<std::size_t>(place, 1, times.size()) - 1];
}

} // namespace

double milliseconds(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

Row compare(const std::string& name, int runs, const std::function<void()>& heed, const std::function<void()>& bare)
{
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int i = 0; i <= runs; ++i) {
        const auto one = milliseconds(heed);
        const auto other = milliseconds(bare);
        if (i > 0) {
            ours.push_back(one);
            theirs.push_back(other);
        }
    }
    return rowOf(name, std::move(ours), std::move(theirs));
}

Row rowOf(const std::string& name, std::vector<double> heed, std::vector<double> bare)
{
    std::sort(heed.begin(), heed.end());
    std::sort(bare.begin(), bare.end());
    constexpr double half = 0.5;
    constexpr double most = 0.95;
    return {name,
            share(heed, half),
            share(bare, half),
            share(heed, most),
            share(bare, most),
            static_cast<int>(heed.size())};
}

void printTable(const std::vector<Row>& rows)
{
    std::printf("%-46s %10s %10s %7s %10s %10s %6s\n", "what", "Heed, ms", "bare, ms", "ratio", "Heed, 95%",
                "bare, 95%", "runs");
    for (const auto& row : rows)
        std::printf("%-46s %10.2f %10.2f %7.2f %10.2f %10.2f %6d\n", row.name.c_str(), row.heed, row.bare, row.ratio(),
                    row.heed95, row.bare95, row.runs);
}

void printJson(const std::vector<Row>& rows)
{
    std::printf("{\"rows\": [");
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::printf("%s\n  {\"name\": \"%s\", \"heedMs\": %.3f, \"bareMs\": %.3f, \"ratio\": %.3f, \"heed95Ms\": %.3f, "
                    "\"bare95Ms\": %.3f, \"runs\": %d}",
                    i > 0 ? "," : "", rows[i].name.c_str(), rows[i].heed, rows[i].bare, rows[i].ratio(), rows[i].heed95,
                    rows[i].bare95, rows[i].runs);
    std::printf("\n]}\n");
}

} // namespace heed::bench
