#pragma once

#include "cli/answer.h"

namespace heed::cli {

/// A line on standard error.
void say(const QString& line);

/// The answer or the error on the streams where they belong; returns the exit code.
int print(const Outcome& outcome, bool json);

/// Text of a record cannot steer the terminal: what is not to be seen is shown as a mark.
QString harmless(const QString& text);

/// "15:30 on Friday 20 November 2026", in school time.
QString words(const QDateTime& time);

/// A label and what it says, if it says anything; lines that follow are indented.
QString line(const QString& label, const QString& value);

} // namespace heed::cli
