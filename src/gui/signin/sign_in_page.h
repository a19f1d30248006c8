#pragma once

#include "session/thread.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Field;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::signin {

class DutyPanel;

/// Name and password; and, before anybody signs in, whom to tell.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    SignInPage(session::SessionThread* thread, const QString& vault, const QString& name, const QString& notice,
               QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void signedIn(const session::Member& member);
    void otherVaultWanted();
    void recoveryWanted(const QString& school);

private:
    void readFrontPage();
    void submit();
    void refused(const model::Error& error);
    void setWaiting(bool waiting);
    void slowDown(int seconds);
    void countDown();

    session::SessionThread* m_thread;
    QString m_vault;
    QLabel* m_school;
    Banner* m_notice;
    Banner* m_error;
    Banner* m_network;
    QLineEdit* m_name;
    QLineEdit* m_password;
    Field* m_nameField;
    Field* m_passwordField;
    QPushButton* m_signIn;
    QPushButton* m_otherVault;
    Busy* m_busy;
    DutyPanel* m_duty;
    QTimer m_slow; ///< runs while the next try has to wait
    int m_wait = 0;
};

} // namespace heed::gui::signin
