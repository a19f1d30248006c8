#pragma once

#include "measure.h"

#include <cstdint>

namespace heed::bench {

/// A durable log, by a member of staff, beside a bare insert-and-commit of the same size; and a sign-in beside bare
/// Argon2id.
std::vector<Row> theMainJob(int runs);

/// 5,000 pupils of a file to the committed register, beside bare parsing and bare insertion of as many entries; and the
/// search for pupils, for each key, beside a LIKE query.
std::vector<Row> theRegister(int runs);

/// A summary of one concern and a chronology of 500 entries as PDF, beside QTextDocument and QPdfWriter with the same
/// text.
std::vector<Row> onPaper(int runs);

/// What a safeguarding lead waits for, in an invented school.
struct DeskRequest {
    std::string vault; ///< one that `heed-cli demo` made with this seed; empty: one is made, and thrown away again
    std::uint32_t seed = 1;
    int concerns = 10'000;
    bool rebuild = false; ///< the casebook is thrown away and built again first
    int runs = 10;
};
std::vector<Row> theDesk(const DeskRequest& request);

} // namespace heed::bench
