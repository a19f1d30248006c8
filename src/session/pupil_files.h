#pragma once

#include "register/csv.h"

namespace heed::session {

// CSV files of pupils, looked at as those with the same headings were read the last time. Only for this folder.

/// The guess, corrected by what a person says now and, where they say nothing, by what they said of a file with the
/// same headings (`asLastTime`).
struct CsvLook {
    pupils::Look look;
    bool asLastTime = false;
};
model::Expected<CsvLook> lookAtCsv(const QByteArray& bytes, const pupils::Given& given);

/// Remembers for this account how the file was read, if that was not as Heed guesses. Of the file itself only a hash of
/// its headings is kept: in a file without headings they would be a pupil. That it cannot be kept stops nobody.
void rememberCsv(const QByteArray& bytes, const pupils::Mapping& mapping);

} // namespace heed::session
