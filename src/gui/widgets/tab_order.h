#pragma once

class QWidget;

namespace heed::gui {

/// Puts the focus on what the layouts in `window` show after what has it, or before it, and from the last to the first.
/// False where nothing takes it. A window does this in focusNextPrevChild(): Qt's own chain goes by when a widget was
/// made, and a field that hands its focus on can lead it back for ever.
bool moveFocus(QWidget* window, bool forwards);

} // namespace heed::gui
