#pragma once

#include <QtGlobal>

// What numbers and lengths can be, for whoever reads what others have written.

namespace heed::model {

constexpr qint64 mostEntries = 1'000'000'000'000; // of one PC, and ticks of a journal: numbers of a thousand years
constexpr qsizetype deviceLength = 16;            // bytes of a device's id, and of a vault's
constexpr qsizetype markLength = 32;              // bytes of a hash

constexpr int longestAcknowledge = 24 * 60; // minutes of school time: a profile's clock
constexpr int longestWritten = 7 * 24;      // hours: another

} // namespace heed::model
