#pragma once

#include "session/session.h"

#include <QObject>
#include <QPointer>

#include <atomic>
#include <memory>

namespace heed::gui {

class Busy;

/// Carries the progress of long work from the session's thread to a line on the page, and "stop" the other way.
class ProgressLine : public QObject {
    Q_OBJECT

public:
    explicit ProgressLine(Busy* busy);

    /// Starts the line; the answer may be called on any thread.
    session::Progress start(const QString& what, bool cancellable);
    void finish();
    /// Asks the work to stop, as the line's own button does; false where it cannot be stopped.
    bool stop();

private:
    Busy* m_busy;
    std::shared_ptr<std::atomic<bool>> m_stop;
    bool m_cancellable = false;
};

} // namespace heed::gui
