#pragma once

#include "gui/frame/context.h"
#include "session/backups.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::signin {
class RestoreForm;
}

namespace heed::gui::settings {

/// When the last good backup was made and where, what went wrong, one more now, a second place, and a new vault from a
/// backup.
class BackupsPanel : public QWidget {
    Q_OBJECT

public:
    explicit BackupsPanel(Context& context, QWidget* parent = nullptr);

    void reload();

private:
    QWidget* makeLast();
    QWidget* makeSecond();
    void tell(const session::BackupStatus& status);
    void backUp();
    void choosePlace();
    void setPlace(const QString& folder);
    void answer(bool good, const QString& title, const QString& sentence);

    Context& m_context;
    Banner* m_answer;
    Banner* m_failures;
    QLabel* m_last;
    QPushButton* m_now;
    Busy* m_busy;
    ProgressLine* m_progress;
    QLabel* m_second;
    QPushButton* m_choose;
    QPushButton* m_none;
    QString m_place;
    signin::RestoreForm* m_restore;
};

} // namespace heed::gui::settings
