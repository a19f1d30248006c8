#pragma once

#include "session/thread.h"
#include "session/upkeep.h"

#include <QWidget>

class QVBoxLayout;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::signin {

/// Makes a made-up school in the user's data folder, then shows who can sign in and with which password.
class DemoPage : public QWidget {
    Q_OBJECT

public:
    explicit DemoPage(session::SessionThread* thread, QWidget* parent = nullptr);

    /// Where the next one goes: the first free name in the user's data folder.
    static QString freePath();

Q_SIGNALS:
    void signInAs(const QString& vault, const QString& name);
    void givenUp();

private:
    void make();
    void made(const session::DemoAnswer& answer);

    session::SessionThread* m_thread;
    QString m_path;
    QVBoxLayout* m_column;
    QPushButton* m_make;
    QPushButton* m_back;
    Banner* m_error;
    Busy* m_busy;
    ProgressLine* m_progress;
};

} // namespace heed::gui::signin
