#pragma once

class QWidget;

namespace heed::gui {

/// Lets the Tab key go through everything in `root` in the order in which its layouts show it. Widgets that were made
/// on their own and put in later stand elsewhere in Qt's own chain.
void orderTabs(QWidget* root);

} // namespace heed::gui
