#pragma once

#include "gui/frame/context.h"
#include "session/people.h"

#include <QWidget>

class QLineEdit;
class QTableWidget;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
} // namespace heed::gui

namespace heed::gui::cases {
class InlineForm;
}

namespace heed::gui::settings {

class MemberCard;
class OpenWorkCard;
class StartingPasswordCard;

/// Who can sign in; a safeguarding lead enrols others here, gives them another role or a new start, and ends it.
class MembersPanel : public QWidget {
    Q_OBJECT

public:
    explicit MembersPanel(Context& context, QWidget* parent = nullptr);

    void reload();
    bool isShowingSecret() const; ///< a starting password

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fitTable();
    void fill(const std::vector<session::MemberRow>& members);
    void filter();
    void showChosen();
    void tellWaiting();
    void openEnrol();
    void enrol();
    void answer(const QString& title, const QString& sentence);
    void giveStart(const QString& name, const QString& password);
    void ended(const QString& name, const QStringList& open);

    Context& m_context;
    std::vector<session::MemberRow> m_members;
    QString m_chosen; ///< the id of the one whose card is shown
    Banner* m_waiting;
    Banner* m_answer;
    QPushButton* m_enrol;
    cases::InlineForm* m_form;
    Busy* m_busy;
    StartingPasswordCard* m_starting;
    OpenWorkCard* m_openWork;
    QLineEdit* m_find;
    QTableWidget* m_table;
    MemberCard* m_card;
};

} // namespace heed::gui::settings
