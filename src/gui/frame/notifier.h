#pragma once

#include <QIcon>
#include <QObject>

class QSystemTrayIcon;

namespace heed::gui {

/// Heed's own icon, drawn.
QIcon heedIcon();

/// Tells a safeguarding lead who is signed in that something came: no name, no sign, no reference.
class Notifier : public QObject {
    Q_OBJECT

public:
    explicit Notifier(QWidget* window);

    void somethingCame();

private:
    QWidget* m_window;
    QSystemTrayIcon* m_tray = nullptr;
};

} // namespace heed::gui
