#pragma once

#include "gui/widgets/card.h"
#include "session/backups.h"
#include "session/thread.h"

class QComboBox;
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

/// "24 November 2026, 10:20; 1,200 entries, 3 MB".
QString backupWords(const session::BackupRow& row);

/// Makes a new vault from a backup: which one, into which new folder, checked before it is offered. It never writes
/// into a vault that is there. Works before anybody signs in.
class RestoreForm : public Card {
    Q_OBJECT

public:
    /// `member`: whose password can check the entries, too; empty while nobody is known.
    RestoreForm(session::SessionThread* thread, const QString& member, QWidget* parent = nullptr);

    /// Lists the backups of this vault; the new folder is suggested beside it.
    void setVault(const QString& vault);
    QWidget* first() const;

Q_SIGNALS:
    void openWanted(const QString& path);

private:
    void chooseFolder();
    void list(const QString& folder);
    void suggest();
    void restore();
    void tell(const session::Restored& restored);

    session::SessionThread* m_thread;
    QString m_vault;
    QString m_place; ///< the folder whose backups are listed
    std::vector<session::BackupRow> m_rows;
    QComboBox* m_which;
    Field* m_whichField;
    QLineEdit* m_path;
    Field* m_pathField;
    QLineEdit* m_name;
    QLineEdit* m_password;
    QPushButton* m_go;
    QPushButton* m_open;
    Banner* m_answer;
    Busy* m_busy;
    ProgressLine* m_progress;
    QString m_made;
    QString m_suggested;
};

} // namespace heed::gui::signin
