#pragma once

#include <QString>

namespace heed::rules {

/// A count that a sheet without names may show: "none", "fewer than 5", or the nearest multiple of five ("about 15").
/// Everything is rounded, totals too, so that no hidden number can be found by taking one from another. Source: the
/// Department for Education's practice in its statistics (suppression of counts below 5, rounding to 5).
QString smallNumber(qint64 count);

} // namespace heed::rules
