#pragma once

#include "session/thread.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Card;
class Field;
} // namespace heed::gui

namespace heed::gui::signin {

class PasswordFields;
class ShareEntries;

/// For when nobody can get in any more: enough printed sheets, and who is to read from now on.
class RecoverPage : public QWidget {
    Q_OBJECT

public:
    RecoverPage(session::SessionThread* thread, const QString& vault, const QString& school, QWidget* parent = nullptr);

    void focusFirst();

Q_SIGNALS:
    void recovered(const QString& name);
    void givenUp();

private:
    void looked();
    bool check();
    void submit();
    void done(const model::Expected<QString>& desk);

    session::SessionThread* m_thread;
    QString m_vault;
    QString m_school;
    ShareEntries* m_shares;
    QLabel* m_standing;
    QLabel* m_about;
    QLineEdit* m_name;
    Field* m_nameField;
    PasswordFields* m_password; ///< a new one: of a safeguarding lead
    QLineEdit* m_own;           ///< the one they have: of the head or the chair
    Field* m_ownField;
    Banner* m_error;
    Banner* m_done;
    Busy* m_busy;
    Card* m_form;
    Card* m_who;
    QPushButton* m_go;
    QPushButton* m_signIn;
};

} // namespace heed::gui::signin
