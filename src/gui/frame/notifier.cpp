#include "gui/frame/notifier.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QSystemTrayIcon>
#include <QWidget>

namespace heed::gui {
namespace {

class SystemTray : public Tray {
public:
    SystemTray()
        : m_icon(heedIcon())
    {
        m_icon.setToolTip(QStringLiteral("Heed"));
    }

    void tell(const QString& title, const QString& text) override
    {
        m_icon.show();
        m_icon.showMessage(title, text, heedIcon());
    }

private:
    QSystemTrayIcon m_icon;
};

} // namespace

QIcon heedIcon()
{
    QIcon icon;
    for (const int size : {16, 32, 64, 128}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(size / 64.0, size / 64.0);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(0x1d, 0x5c, 0x6e));
        painter.drawRoundedRect(2, 2, 60, 60, 14, 14);
        // An ear and an eye at once: two arcs and a dot.
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 6, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(QRectF(14, 14, 36, 36), 20 * 16, 200 * 16);
        painter.drawArc(QRectF(24, 24, 16, 16), 0, 360 * 16);
        icon.addPixmap(pixmap);
    }
    return icon;
}

std::unique_ptr<Tray> systemTray()
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return {};
    return std::make_unique<SystemTray>();
}

Notifier::Notifier(QWidget* window)
    : QObject(window)
    , m_window(window)
    , m_tray(systemTray())
{
}

void Notifier::somethingCame()
{
    QApplication::alert(m_window);
    if (m_tray)
        m_tray->tell(tr("Heed"), tr("Something new is waiting for you."));
}

} // namespace heed::gui
