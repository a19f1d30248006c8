#include "app/tour_driver.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QEventLoop>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextStream>
#include <QThread>

namespace heed::app {
namespace {

constexpr int restless = 5; // ms between two looks

void sendMouse(QWidget* widget, QEvent::Type type, const QPoint& at, Qt::MouseButtons buttons)
{
    QMouseEvent event(type, QPointF(at), QPointF(widget->mapToGlobal(at)), Qt::LeftButton, buttons, Qt::NoModifier);
    QApplication::sendEvent(widget, &event);
}

void sendKey(QWidget* widget, int key, Qt::KeyboardModifiers modifiers, const QString& text)
{
    QKeyEvent down(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(widget, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers, text);
    QApplication::sendEvent(widget, &up);
}

} // namespace

TourDriver::TourDriver(QWidget* window, QString folder)
    : m_window(window)
    , m_folder(std::move(folder))
{
}

void TourDriver::wait(const QString& what, const std::function<bool()>& holds, std::chrono::seconds longest)
{
    const auto start = std::chrono::steady_clock::now();
    while (!holds()) {
        if (std::chrono::steady_clock::now() - start > longest)
            throw TourFailure(QStringLiteral("This did not happen: %1.").arg(what));
        QApplication::processEvents(QEventLoop::AllEvents, restless);
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(restless);
    }
}

void TourDriver::settle()
{
    for (int i = 0; i < 6; ++i) {
        QApplication::processEvents();
        QApplication::sendPostedEvents();
    }
}

QWidget* TourDriver::find(const QString& name) const
{
    for (auto* window : QApplication::topLevelWidgets()) {
        if (!window->isVisible())
            continue;
        if (window->objectName() == name)
            return window;
        for (auto* found : window->findChildren<QWidget*>(name))
            if (found->isVisible())
                return found;
    }
    return nullptr;
}

bool TourDriver::isSeen(const QString& name) const
{
    return find(name) != nullptr;
}

QWidget* TourDriver::see(const QString& name)
{
    wait(QStringLiteral("\"%1\" is on the screen").arg(name), [&] { return isSeen(name); });
    return find(name);
}

void TourDriver::openMenu(const QString& button)
{
    auto* opens = see(button);
    opens->setFocus(Qt::TabFocusReason);
    sendKey(opens, Qt::Key_Space, Qt::NoModifier, QStringLiteral(" "));
    wait(QStringLiteral("a menu opens"), [] { return QApplication::activePopupWidget() != nullptr; });
}

void TourDriver::chooseInMenu(const QString& entry)
{
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    auto* action = menu ? menu->findChild<QAction*>(entry) : nullptr;
    if (!action)
        throw TourFailure(QStringLiteral("No open menu has \"%1\".").arg(entry));
    menu->setActiveAction(action);
    sendKey(menu, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    settle();
}

void TourDriver::click(const QString& name)
{
    auto* widget = see(name);
    wait(QStringLiteral("\"%1\" can be pressed").arg(name), [&] { return isSeen(name) && find(name)->isEnabled(); });
    widget = find(name);
    click(widget);
}

void TourDriver::click(QWidget* widget)
{
    for (auto* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget);
    settle();
    widget->setFocus(Qt::MouseFocusReason);
    QPoint at = widget->rect().center();
    // A tick box answers to its box and its words, not to the empty room beside them.
    if (qobject_cast<QAbstractButton*>(widget) && widget->width() > 4 * widget->height())
        at.setX(std::min(at.x(), widget->height()));
    sendMouse(widget, QEvent::MouseButtonPress, at, Qt::LeftButton);
    sendMouse(widget, QEvent::MouseButtonRelease, at, Qt::NoButton);
    settle();
}

void TourDriver::type(const QString& name, const QString& text)
{
    auto* widget = see(name);
    for (auto* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(parent))
            area->ensureWidgetVisible(widget);
    widget->setFocus(Qt::OtherFocusReason);
    sendKey(widget, Qt::Key_A, Qt::ControlModifier, {});
    sendKey(widget, Qt::Key_Delete, Qt::NoModifier, {});
    for (const auto letter : text) {
        if (letter == u'\n')
            sendKey(widget, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\n"));
        else
            sendKey(widget, 0, Qt::NoModifier, QString(letter));
    }
    settle();
}

void TourDriver::choose(const QString& name, const QString& text)
{
    auto* box = see<QComboBox>(name);
    const int index = box->findText(text);
    if (index < 0)
        throw TourFailure(QStringLiteral("\"%1\" does not offer \"%2\".").arg(name, text));
    box->setFocus(Qt::OtherFocusReason);
    const int step = index < box->currentIndex() ? -1 : 1;
    while (box->currentIndex() != index)
        sendKey(box, step > 0 ? Qt::Key_Down : Qt::Key_Up, Qt::NoModifier, {});
    settle();
}

void TourDriver::press(int key, Qt::KeyboardModifiers modifiers)
{
    auto* target = QApplication::focusWidget();
    if (!target)
        target = m_window->focusWidget() ? m_window->focusWidget() : m_window;
    sendKey(target, key, modifiers, {});
    settle();
}

void TourDriver::chooseFile(const QString& dialog, const QString& path)
{
    auto* box = see<QFileDialog>(dialog);
    auto* line = box->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    if (!line)
        throw TourFailure(QStringLiteral("The file dialog has no line for the name."));
    line->setFocus();
    line->setText(path);
    sendKey(line, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"));
    wait(QStringLiteral("the file dialog closes"), [&] { return !isSeen(dialog); });
    // Without a window manager nobody gives the window its focus back.
    m_window->activateWindow();
    settle();
}

void TourDriver::say(const QString& words)
{
    QTextStream(stdout) << words << Qt::endl;
}

void TourDriver::picture(const QString& name, const QString& words)
{
    settle();
    auto* shown = QApplication::activeModalWidget() ? QApplication::activeModalWidget() : m_window;
    const auto file = QStringLiteral("%1-%2.png").arg(++m_number, 2, 10, QLatin1Char('0')).arg(name);
    auto whole = shown->grab();
    if (auto* popup = QApplication::activePopupWidget())
        QPainter(&whole).drawPixmap(shown->mapFromGlobal(popup->mapToGlobal(QPoint())), popup->grab());
    if (!whole.save(m_folder + u'/' + file))
        throw TourFailure(QStringLiteral("The picture \"%1\" cannot be written to \"%2\".").arg(file, m_folder));
    say(QStringLiteral("%1  %2").arg(file, words));
}

} // namespace heed::app
