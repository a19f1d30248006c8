#pragma once

#include "help.h"

namespace heed::tests {

/// Takes the entry of a combo box that reads so.
void choose(const QString& name, const QString& text);
/// Presses a button by the keyboard.
void press(const QString& name);
/// Of a label, as it is read.
QString wordsOf(const QString& name);
/// Opens a part of the settings.
void openSettings(gui::MainWindow& window, const QString& tab);

} // namespace heed::tests
