#include "gui/widgets/calm_combo_box.h"

#include "gui/widgets/wheel.h"

#include <QWheelEvent>

namespace heed::gui {

CalmComboBox::CalmComboBox(QWidget* parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
    setMinimumContentsLength(8);
}

void CalmComboBox::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ignoreWheel(QWidget* field)
{
    field->setFocusPolicy(Qt::StrongFocus);
    field->installEventFilter(new WheelStopper(field));
}

} // namespace heed::gui
