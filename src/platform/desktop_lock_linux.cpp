#include "platform/desktop_lock.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>
#include <QFileInfo>
#include <QTimer>

#include <chrono>

// systemd-logind on the system bus: Lock and LockedHint of our session, PrepareForSleep of the machine
// (https://www.freedesktop.org/wiki/Software/systemd/logind/). The screen savers on the session bus: ActiveChanged of
// freedesktop's, and of GNOME's, MATE's and Cinnamon's, which do not offer that one.

namespace heed::platform {
namespace {

using namespace std::chrono_literals;

constexpr auto timeToLock = 500ms; // for which sleep is held back; logind itself allows 5 s

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString logindPath = QStringLiteral("/org/freedesktop/login1");
const QString logindManager = QStringLiteral("org.freedesktop.login1.Manager");
const QString logindSession = QStringLiteral("org.freedesktop.login1.Session");

/// Without an address libdbus would start a bus of its own.
bool hasSessionBus()
{
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

class DesktopLock::Listener : public QObject {
    Q_OBJECT

public:
    explicit Listener(DesktopLock* tells)
        : m_tells(tells)
    {
        auto system = QDBusConnection::systemBus();
        if (system.isConnected()) {
            m_isListening |= system.connect(logind, {}, logindSession, QStringLiteral("Lock"), this,
                                            SLOT(sessionLocks(QDBusMessage)));
            system.connect(logind, {}, QStringLiteral("org.freedesktop.DBus.Properties"),
                           QStringLiteral("PropertiesChanged"), this, SLOT(sessionChanged(QDBusMessage)));
            m_isListening |= system.connect(logind, logindPath, logindManager, QStringLiteral("PrepareForSleep"), this,
                                            SLOT(sleepComes(bool)));
            findSession();
            holdSleep();
        }
        if (!hasSessionBus())
            return;
        auto session = QDBusConnection::sessionBus();
        if (!session.isConnected())
            return;
        for (const auto* saver : {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.mate.ScreenSaver",
                                  "org.cinnamon.ScreenSaver"})
            m_isListening |= session.connect({}, {}, QString::fromLatin1(saver), QStringLiteral("ActiveChanged"), this,
                                             SLOT(saverChanges(bool)));
    }

    bool isListening() const { return m_isListening; }

private Q_SLOTS:
    void sessionLocks(const QDBusMessage& message)
    {
        if (isOurs(message.path()))
            Q_EMIT m_tells->locking();
    }

    void sessionChanged(const QDBusMessage& message)
    {
        const auto arguments = message.arguments();
        if (arguments.value(0).toString() != logindSession || !isOurs(message.path()))
            return;
        const auto changed = qdbus_cast<QVariantMap>(arguments.value(1));
        if (changed.value(QStringLiteral("LockedHint")).toBool())
            Q_EMIT m_tells->locking();
    }

    void sleepComes(bool begins)
    {
        if (!begins) {
            holdSleep();
            return;
        }
        Q_EMIT m_tells->locking();
        // What was set off is done by then: the window no longer shows a record when the lid opens again.
        QTimer::singleShot(timeToLock, this, [this] { m_holdsSleep = {}; });
    }

    void saverChanges(bool active)
    {
        if (active)
            Q_EMIT m_tells->locking();
    }

private:
    /// While our session is not known, any session's lock counts: once too often is better.
    bool isOurs(const QString& path) const { return m_session.isEmpty() || path == m_session; }

    template <class Done> void ask(const QString& method, const QVariantList& arguments, Done done)
    {
        auto call = QDBusMessage::createMethodCall(logind, logindPath, logindManager, method);
        call.setArguments(arguments);
        auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, done] {
            watcher->deleteLater();
            done(watcher);
        });
    }

    void findSession()
    {
        ask(QStringLiteral("GetSessionByPID"), {static_cast<uint>(QCoreApplication::applicationPid())},
            [this](QDBusPendingCallWatcher* watcher) {
                const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
                if (reply.isValid())
                    m_session = reply.value().path();
            });
    }

    void holdSleep()
    {
        ask(QStringLiteral("Inhibit"),
            {QStringLiteral("sleep"), QStringLiteral("Heed"), QStringLiteral("Locks the records first"),
             QStringLiteral("delay")},
            [this](QDBusPendingCallWatcher* watcher) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *watcher;
                if (reply.isValid())
                    m_holdsSleep = reply.value();
            });
    }

    DesktopLock* m_tells;
    bool m_isListening = false;
    QString m_session; ///< logind's object of the session that Heed runs in
    QDBusUnixFileDescriptor m_holdsSleep;
};

DesktopLock::DesktopLock(QObject* parent)
    : QObject(parent)
    , m_listener(std::make_unique<Listener>(this))
{
}

DesktopLock::~DesktopLock() = default;

bool DesktopLock::isListening() const
{
    return m_listener->isListening();
}

} // namespace heed::platform

#include "desktop_lock_linux.moc"
