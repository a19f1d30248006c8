#include "gui/widgets/wheel.h"

#include <QEvent>

namespace heed::gui {

bool WheelStopper::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::Wheel)
        return false;
    event->ignore();
    return true;
}

} // namespace heed::gui
