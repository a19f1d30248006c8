#pragma once

#include "session/thread.h"

#include <QWidget>

class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
} // namespace heed::gui

namespace heed::gui::signin {

class PasswordFields;

/// The first sign-in: the starting password goes, the member's own comes.
class ChoosePasswordPage : public QWidget {
    Q_OBJECT

public:
    ChoosePasswordPage(session::SessionThread* thread, const session::Member& member, QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void chosen(const session::Member& member);
    void givenUp();

private:
    void submit();

    session::SessionThread* m_thread;
    PasswordFields* m_fields;
    Banner* m_error;
    Busy* m_busy;
    QPushButton* m_go;
};

} // namespace heed::gui::signin
