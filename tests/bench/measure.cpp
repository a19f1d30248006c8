#include "measure.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace heed::bench {
namespace {

double milliseconds(const std::function<void()>& work)
{
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun).count();
}

double median(std::vector<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

} // namespace

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
    return {name, median(ours), median(theirs), runs};
}

void printTable(const std::vector<Row>& rows)
{
    std::printf("%-42s %12s %12s %8s %6s\n", "what", "Heed, ms", "bare, ms", "ratio", "runs");
    for (const auto& row : rows)
        std::printf("%-42s %12.2f %12.2f %8.2f %6d\n", row.name.c_str(), row.heed, row.bare, row.ratio(), row.runs);
}

void printJson(const std::vector<Row>& rows)
{
    std::printf("{\"rows\": [");
    for (std::size_t i = 0; i < rows.size(); ++i)
        std::printf("%s\n  {\"name\": \"%s\", \"heedMs\": %.3f, \"bareMs\": %.3f, \"ratio\": %.3f, \"runs\": %d}",
                    i > 0 ? "," : "", rows[i].name.c_str(), rows[i].heed, rows[i].bare, rows[i].ratio(), rows[i].runs);
    std::printf("\n]}\n");
}

} // namespace heed::bench
