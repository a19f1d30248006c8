#include "gui/frame/global_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace heed::gui {

GlobalKeys::GlobalKeys(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool GlobalKeys::eventFilter(QObject* watched, QEvent* event)
{
    // A key comes first to the window's handle, then to the widget: once is enough.
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->isAutoRepeat())
        return false;
    if (key->key() == Qt::Key_F12) {
        Q_EMIT hideWanted();
        return true;
    }
    if (key->key() == Qt::Key_L && key->modifiers() == Qt::ControlModifier) {
        Q_EMIT lockWanted();
        return true;
    }
    return false;
}

} // namespace heed::gui
