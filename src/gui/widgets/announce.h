#pragma once

class QWidget;

namespace heed::gui {

/// Lets a screen reader know that `widget` has something new to say, without moving the focus.
void announce(QWidget* widget);

} // namespace heed::gui
