#pragma once

#include <functional>
#include <string>
#include <vector>

namespace heed::bench {

/// One thing that Heed does, beside the bare library work that it cannot do without.
struct Row {
    std::string name;
    double heed = 0; ///< median, milliseconds
    double bare = 0;
    double heed95 = 0; ///< 95th percentile
    double bare95 = 0;
    int runs = 0;

    double ratio() const { return bare > 0 ? heed / bare : 0; }
};

/// Runs both in turn, `runs` times after one that is not counted, so that a machine whose speed drifts is fair to both.
Row compare(const std::string& name, int runs, const std::function<void()>& heed, const std::function<void()>& bare);

/// Of times that were taken otherwise, in milliseconds.
Row rowOf(const std::string& name, std::vector<double> heed, std::vector<double> bare);
double milliseconds(const std::function<void()>& work);

void printTable(const std::vector<Row>& rows);
void printJson(const std::vector<Row>& rows);

} // namespace heed::bench
