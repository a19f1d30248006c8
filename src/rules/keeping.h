#pragma once

#include <QDateTime>

#include <vector>

namespace heed::rules {

/// Whether a backup should be made on first use: none was made on the day of `now` (the school's day), as far as `made`
/// tells. One from the future, of a clock that was wrong, counts for its own day only.
bool backupIsDue(const std::vector<QDateTime>& made, const QDateTime& now);

/// Which of the backups made at these times can go: all but the newest of each of the last 7 days that have one, of the
/// last 4 weeks (from Monday) and of the last 12 months. The newest of all always stays. Answers indexes into `made`.
std::vector<std::size_t> backupsToDrop(const std::vector<QDateTime>& made);

} // namespace heed::rules
