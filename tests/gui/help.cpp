#include "help.h"

#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>

namespace heed::tests {
namespace {

constexpr int longest = 60000; // ms

QWidget* find(const QString& name)
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

QAction* menuEntry(const QString& name)
{
    for (auto* window : QApplication::topLevelWidgets())
        for (auto* found : window->isVisible() ? window->findChildren<QAction*>(name) : QList<QAction*>())
            if (const auto* menu = qobject_cast<QMenu*>(found->parent());
                menu && found->isVisible() && menu->parentWidget()->isVisible())
                return found;
    return nullptr;
}

} // namespace

bool waitFor(const std::function<bool()>& holds)
{
    return QTest::qWaitFor(holds, longest);
}

bool isSeen(const QString& name)
{
    return find(name) != nullptr;
}

QWidget* seen(const QString& name)
{
    waitFor([&] { return isSeen(name); });
    return find(name);
}

bool isOffered(const QString& name)
{
    if (const auto* entry = menuEntry(name))
        return entry->isEnabled();
    const auto* button = find(name);
    return button && button->isEnabled();
}

void click(const QString& name)
{
    INFO("click " << name.toStdString());
    REQUIRE(waitFor([&] { return isSeen(name) || menuEntry(name); }));
    if (auto* entry = menuEntry(name)) {
        REQUIRE(waitFor([&] { return entry->isEnabled(); }));
        entry->trigger();
        return;
    }
    auto* button = seen<QAbstractButton>(name);
    REQUIRE(button);
    REQUIRE(waitFor([&] { return button->isEnabled(); }));
    button->setFocus();
    button->click();
}

void type(const QString& name, const QString& text)
{
    INFO("type " << name.toStdString());
    auto* field = seen(name);
    REQUIRE(field);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    for (const auto letter : text)
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
}

School::School()
{
    REQUIRE(m_folder.isValid());
    session::SetUpRequest request;
    request.path = path();
    request.profile = session::defaultProfile();
    request.profile.school.name = QStringLiteral("St Example");
    request.member = lead();
    request.password = password();
    request.holders = QStringList{QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")};
    const auto made = session::setUpVault(request);
    if (!made)
        FAIL(made.error().message.toStdString());
}

QString School::path() const
{
    return m_folder.filePath(QStringLiteral("St Example.heed"));
}

void School::enrol(const QString& name, model::Role role)
{
    auto secret = password().toUtf8();
    auto session = session::Session::signIn(path(), lead(), crypto::spanOf(secret));
    REQUIRE(session);
    const auto added = session::addMember(**session, name, role, password());
    if (!added)
        FAIL(added.error().message.toStdString());
}

std::unique_ptr<gui::MainWindow> School::window()
{
    platform::Settings settings;
    settings.theme = platform::Theme::Light;
    auto window = std::make_unique<gui::MainWindow>(settings);
    window->resize(1280, 800); // the offscreen platform's screen is narrower
    window->start(path());
    window->show();
    QApplication::setActiveWindow(window.get());
    return window;
}

std::unique_ptr<gui::MainWindow> School::signedIn(const QString& name)
{
    auto made = window();
    type(QStringLiteral("signInName"), name.isEmpty() ? lead() : name);
    type(QStringLiteral("signInPassword"), password());
    click(QStringLiteral("signInButton"));
    REQUIRE(waitFor([&] { return made->shell() != nullptr; }));
    return made;
}

} // namespace heed::tests
