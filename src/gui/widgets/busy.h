#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace heed::gui {

/// A line that says what is being done, with a bar; hidden while nothing is. It appears only after a moment, so that
/// quick work does not flicker.
class Busy : public QWidget {
    Q_OBJECT

public:
    explicit Busy(const QString& objectName, QWidget* parent = nullptr);

    void start(const QString& what, bool cancellable = false);
    /// `total` 0: not known.
    void progress(const QString& what, qint64 done, qint64 total);
    void stop();
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_what;
    QProgressBar* m_bar;
    QPushButton* m_cancel;
    bool m_busy = false;
};

} // namespace heed::gui
