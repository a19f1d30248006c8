#include "gui/frame/notifier.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>
#include <QSystemTrayIcon>
#include <QWidget>

namespace heed::gui {

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

Notifier::Notifier(QWidget* window)
    : QObject(window)
    , m_window(window)
{
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_tray = new QSystemTrayIcon(heedIcon(), this);
    m_tray->setToolTip(QStringLiteral("Heed"));
}

void Notifier::somethingCame()
{
    QApplication::alert(m_window);
    if (!m_tray)
        return;
    m_tray->show();
    m_tray->showMessage(tr("Heed"), tr("Something new is waiting for you."), heedIcon());
}

} // namespace heed::gui
