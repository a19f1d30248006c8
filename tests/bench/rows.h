#pragma once

#include "measure.h"

namespace heed::bench {

/// A durable log, by a member of staff, beside a bare insert-and-commit of the same size; and a sign-in beside bare
/// Argon2id.
std::vector<Row> theMainJob(int runs);

} // namespace heed::bench
