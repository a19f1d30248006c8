#pragma once

#include <QDateTime>
#include <QObject>
#include <QTimer>

namespace heed::gui {

/// Watches whether anybody uses the program. Counts by the wall clock, so that a computer that slept wakes up locked.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(QObject* parent = nullptr);

    /// `warning` seconds before the end of `idle` seconds it warns.
    void start(int idle, int warning = 20);
    void stop();
    bool isWarning() const { return m_warning; }
    /// Somebody is signed in.
    bool isRunning() const { return m_running; }
    /// Looks at the clock; called each half second, and by tests.
    void tick();

Q_SIGNALS:
    void warned(int secondsLeft); ///< each second that the warning stands
    void stayed();
    void expired();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void used();

    QTimer m_timer;
    QDateTime m_last;
    int m_idle = 0;
    int m_warnBefore = 20;
    bool m_running = false;
    bool m_warning = false;
};

} // namespace heed::gui
