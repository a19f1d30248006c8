#pragma once

#include <QIcon>
#include <QObject>

#include <memory>

namespace heed::gui {

/// Heed's own icon, drawn.
QIcon heedIcon();

/// Where the desktop shows a short message.
class Tray {
public:
    virtual ~Tray() = default;
    virtual void tell(const QString& title, const QString& text) = 0;
};

/// The desktop's own; nothing where it has none.
std::unique_ptr<Tray> systemTray();

/// Tells a safeguarding lead who is signed in that something came: no name, no sign, no reference.
class Notifier : public QObject {
    Q_OBJECT

public:
    explicit Notifier(QWidget* window);

    /// In place of the desktop's, for tests.
    void setTray(std::unique_ptr<Tray> tray) { m_tray = std::move(tray); }
    void somethingCame();

private:
    QWidget* m_window;
    std::unique_ptr<Tray> m_tray;
};

} // namespace heed::gui
