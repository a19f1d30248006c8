#pragma once

#include <QObject>

#include <memory>

namespace heed::platform {

/// Tells when the desktop locks its screen or the computer goes to sleep, as far as the system says so. Uses no
/// Widgets; needs an event loop.
class DesktopLock : public QObject {
    Q_OBJECT

public:
    explicit DesktopLock(QObject* parent = nullptr);
    ~DesktopLock() override;

    /// Whether anything would tell: false on a computer without a desktop session, where only the idle time locks.
    bool isListening() const;

Q_SIGNALS:
    /// Sleep waits a moment for what this sets off.
    void locking();

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

} // namespace heed::platform
