#include "gui/frame/progress.h"
#include "gui/widgets/busy.h"

#include <QCoreApplication>

namespace heed::gui {

ProgressLine::ProgressLine(Busy* busy)
    : QObject(busy)
    , m_busy(busy)
{
    connect(busy, &Busy::cancelled, this, &ProgressLine::stop);
}

bool ProgressLine::stop()
{
    if (m_cancellable && m_stop)
        *m_stop = true;
    return m_cancellable;
}

session::Progress ProgressLine::start(const QString& what, bool cancellable)
{
    m_cancellable = cancellable;
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_busy->start(what, cancellable);
    session::Progress progress;
    progress.cancelled = [stop = m_stop] { return stop->load(); };
    progress.report = [busy = QPointer<Busy>(m_busy), stop = m_stop](const QString& now, qint64 done, qint64 total) {
        // Whether the line still lives is looked at on its own thread.
        QMetaObject::invokeMethod(qApp, [busy, now, done, total] {
            if (busy && busy->isBusy())
                busy->progress(now, done, total);
        });
    };
    return progress;
}

void ProgressLine::finish()
{
    m_busy->stop();
}

} // namespace heed::gui
