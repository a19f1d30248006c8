#pragma once

#include "gui/frame/context.h"
#include "session/people.h"
#include "session/recovery.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Card;
} // namespace heed::gui

namespace heed::gui::signin {
class ShareEntries;
}

namespace heed::gui::settings {

class SharesEditor;

/// The recovery sheets of the desk that this member reads: how they stand, whether they work, and new ones.
class RecoveryPanel : public QWidget {
    Q_OBJECT

public:
    explicit RecoveryPanel(Context& context, QWidget* parent = nullptr);

    void reload();
    bool isShowingSheets() const { return !m_sheets.empty(); }

private:
    QWidget* makeState();
    QWidget* makeDrill();
    QWidget* makeReissue();
    QWidget* makeNew();
    void tell(const session::RecoveryState& state);
    void openDrill();
    void drill();
    void openReissue();
    void reissue();
    void openPaper();
    void close(Card* form, QPushButton* opener);
    void answer(bool good, const QString& title, const QString& sentence);

    Context& m_context;
    QString m_vault;
    session::RecoveryState m_state;
    std::vector<session::ShareSheet> m_sheets; ///< new ones, until they are out
    Banner* m_answer;
    Busy* m_busy;
    Banner* m_standing = nullptr;
    QLabel* m_facts = nullptr;
    QPushButton* m_openDrill = nullptr;
    QPushButton* m_openReissue = nullptr;
    Card* m_drill = nullptr;
    signin::ShareEntries* m_entries = nullptr;
    QPushButton* m_tryThem = nullptr;
    Card* m_reissue = nullptr;
    QLabel* m_reissueSays = nullptr;
    SharesEditor* m_editor = nullptr;
    QPushButton* m_make = nullptr;
    Card* m_new = nullptr;
    Banner* m_newSays = nullptr;
    QPushButton* m_finish = nullptr;
};

} // namespace heed::gui::settings
