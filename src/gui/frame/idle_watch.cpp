#include "gui/frame/idle_watch.h"

#include "platform/clock.h"

#include <QCoreApplication>
#include <QEvent>

namespace heed::gui {
namespace {

constexpr int tickInterval = 500; // ms

bool isUse(QEvent::Type type)
{
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod: return true;
    default: return false;
    }
}

} // namespace

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(tickInterval);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::tick);
}

void IdleWatch::start(int idle, int warning)
{
    m_idle = idle;
    m_warnBefore = warning;
    m_last = platform::now();
    m_warning = false;
    if (!m_running)
        qApp->installEventFilter(this);
    m_running = true;
    m_timer.start();
}

void IdleWatch::stop()
{
    m_timer.stop();
    if (m_running)
        qApp->removeEventFilter(this);
    m_running = m_warning = false;
}

void IdleWatch::tick()
{
    if (!m_running)
        return;
    const auto now = platform::now();
    if (now < m_last) // the clock was set back
        m_last = now;
    const auto left = m_idle - m_last.secsTo(now);
    if (left <= 0) {
        stop();
        Q_EMIT expired();
    } else if (left <= m_warnBefore) {
        m_warning = true;
        Q_EMIT warned(static_cast<int>(left));
    }
}

void IdleWatch::used()
{
    m_last = platform::now();
    if (!m_warning)
        return;
    m_warning = false;
    Q_EMIT stayed();
}

bool IdleWatch::eventFilter(QObject*, QEvent* event)
{
    if (isUse(event->type())) {
        // Whoever comes back after the time was up, before the timer noticed, finds it locked.
        tick();
        if (m_running)
            used();
    }
    return false;
}

} // namespace heed::gui
