#include "platform/desktop_lock.h"

#include <catch2/catch_test_macros.hpp>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

using namespace heed;

namespace {

const QString logindPath = QStringLiteral("/org/freedesktop/login1");
const QString ourSession = QStringLiteral("/org/freedesktop/login1/session/_31");

bool waitFor(const std::function<bool()>& holds)
{
    QElapsedTimer clock;
    clock.start();
    while (!holds()) {
        if (clock.hasExpired(20000))
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        QThread::msleep(1);
    }
    return true;
}

/// A message bus of the test's own, in the place of both the system's and the session's.
class PrivateBus {
public:
    PrivateBus()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address"),
                        QStringLiteral("--address=unix:path=") + m_folder.filePath(QStringLiteral("bus"))});
        REQUIRE(m_daemon.waitForStarted());
        REQUIRE(m_daemon.waitForReadyRead(20000));
        const auto address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        // A connection of its own, so that the signals come from somebody else.
        m_peer = std::make_unique<QDBusConnection>(
            QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("logind")));
        REQUIRE(m_peer->isConnected());
        REQUIRE(m_peer->registerService(QStringLiteral("org.freedesktop.login1")));
    }
    ~PrivateBus()
    {
        m_peer.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("logind"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    void send(const QString& path, const char* interface, const char* name, const QVariantList& arguments = {})
    {
        auto signal = QDBusMessage::createSignal(path, QString::fromLatin1(interface), QString::fromLatin1(name));
        signal.setArguments(arguments);
        REQUIRE(m_peer->send(signal));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    std::unique_ptr<QDBusConnection> m_peer;
};

} // namespace

TEST_CASE("The desktop's lock, its screen saver and sleep are heard; waking up and unlocking are not")
{
    PrivateBus bus;
    platform::DesktopLock lock;
    REQUIRE(lock.isListening());
    int heard = 0;
    QObject::connect(&lock, &platform::DesktopLock::locking, &lock, [&] { ++heard; });

    // In order, so that each has had its turn when the one after it is heard.
    bus.send(ourSession, "org.freedesktop.login1.Session", "Unlock");
    bus.send(ourSession, "org.freedesktop.login1.Session", "Lock");
    CHECK(waitFor([&] { return heard >= 1; }));
    CHECK(heard == 1);

    bus.send(logindPath, "org.freedesktop.login1.Manager", "PrepareForSleep", {false});
    bus.send(logindPath, "org.freedesktop.login1.Manager", "PrepareForSleep", {true});
    CHECK(waitFor([&] { return heard >= 2; }));
    CHECK(heard == 2);

    bus.send(QStringLiteral("/ScreenSaver"), "org.freedesktop.ScreenSaver", "ActiveChanged", {false});
    bus.send(QStringLiteral("/ScreenSaver"), "org.freedesktop.ScreenSaver", "ActiveChanged", {true});
    CHECK(waitFor([&] { return heard >= 3; }));
    bus.send(QStringLiteral("/org/gnome/ScreenSaver"), "org.gnome.ScreenSaver", "ActiveChanged", {true});
    CHECK(waitFor([&] { return heard >= 4; }));

    const QVariantMap hint{{QStringLiteral("LockedHint"), true}};
    bus.send(ourSession, "org.freedesktop.DBus.Properties", "PropertiesChanged",
             {QStringLiteral("org.freedesktop.login1.User"), hint, QStringList()});
    bus.send(ourSession, "org.freedesktop.DBus.Properties", "PropertiesChanged",
             {QStringLiteral("org.freedesktop.login1.Session"), hint, QStringList()});
    CHECK(waitFor([&] { return heard >= 5; }));
    CHECK(heard == 5);
}
