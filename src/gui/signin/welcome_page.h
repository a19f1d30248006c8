#pragma once

#include "session/thread.h"

#include <QWidget>

class QStackedWidget;

namespace heed::gui {
class Banner;
}

namespace heed::gui::signin {

/// The first start: set up for our school, try it with a made-up one, or open what is there.
class WelcomePage : public QWidget {
    Q_OBJECT

public:
    explicit WelcomePage(session::SessionThread* thread, QWidget* parent = nullptr);

Q_SIGNALS:
    /// To be signed in to; `name` may be empty.
    void vaultChosen(const QString& vault, const QString& name);

private:
    void bring(QWidget* page);
    void setUp();
    void tryIt();
    void openExisting();
    void restore();
    void opened(const QString& folder);

    session::SessionThread* m_thread;
    QStackedWidget* m_stack;
    QWidget* m_choices;
    Banner* m_error;
};

} // namespace heed::gui::signin
