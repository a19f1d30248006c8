#include "gui/frame/global_keys.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>

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
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier)
        if (auto* pressed = qobject_cast<QPushButton*>(watched); pressed && pressed->isEnabled()) {
            pressed->click();
            return true;
        }
    return false;
}

} // namespace heed::gui
