#pragma once

#include <QLineEdit>

namespace heed::gui::log {

/// Lets `line` keep whatever is pasted into it, where a line of Qt's would cut it without a word. What is too long for
/// a record is said when it is read over (rules/text_limits.h).
void keepAll(QLineEdit& line);

/// A line for a name or a number; it may become narrow.
QLineEdit* newLine();

} // namespace heed::gui::log
