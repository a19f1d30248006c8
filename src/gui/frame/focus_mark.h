#pragma once

#include <QString>

class QWidget;

namespace heed::gui {

/// Where somebody was typing: a field's name and the cursor in it, and nothing of what stands there.
struct FocusMark {
    QString field;
    int anchor = -1;
    int position = -1;
};

FocusMark markOf(const QWidget* field);
/// Gives that field below `root` the focus and the cursor back; false while it cannot be seen.
bool returnTo(const FocusMark& mark, QWidget* root);

} // namespace heed::gui
