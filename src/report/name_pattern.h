#pragma once

#include <QString>

// A name as different hands write it: "O'Neil", "o’neil" and "Oneil"; "José" and "Jose"; "Ann-Marie" and "Ann Marie".

namespace heed::report {

/// The same for every spelling that namePattern() finds.
QString nameKey(const QString& name);

/// A regular expression, without case, that finds the name as whole words in decomposed text
/// (QString::NormalizationForm_D), also over a line's end and with invisible characters within. Empty for no name.
QString namePattern(const QString& name);

} // namespace heed::report
