#pragma once

#include "session/people.h"
#include "session/thread.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::signin {

class SetUpStep;

/// Sets a vault up step by step, and does not let go before the recovery shares are printed or saved.
class SetUpPage : public QWidget {
    Q_OBJECT

public:
    explicit SetUpPage(session::SessionThread* thread, QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void finished(const QString& vault, const QString& name);
    void givenUp();

private:
    void go(int step);
    void next();
    void make();
    void made(const session::SetUpAnswer& answer);

    session::SessionThread* m_thread;
    session::SetUpRequest m_request;
    std::vector<SetUpStep*> m_steps;
    int m_step = 0;
    QLabel* m_title;
    QLabel* m_where;
    QStackedWidget* m_stack;
    QWidget* m_foot;
    QPushButton* m_back;
    QPushButton* m_next;
    Banner* m_error;
    Busy* m_busy;
    ProgressLine* m_progress;
};

} // namespace heed::gui::signin
