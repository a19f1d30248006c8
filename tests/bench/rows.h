#pragma once

#include "measure.h"

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

} // namespace heed::bench
