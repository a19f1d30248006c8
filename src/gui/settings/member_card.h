#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/people.h"

#include <optional>

class QLabel;
class QPushButton;

namespace heed::gui {
class Busy;
}

namespace heed::gui::cases {
class InlineForm;
}

namespace heed::gui::settings {

/// One colleague: who let them in, and another role, a new start or the end, each a form that says what follows.
class MemberCard : public Card {
    Q_OBJECT

public:
    explicit MemberCard(Context& context, QWidget* parent = nullptr);

    void tell(const session::MemberRow& member);

Q_SIGNALS:
    void changed(const QString& sentence);
    void reset(const QString& name, const QString& startingPassword);
    /// The membership is over. `open`: references of what was handed over to them.
    void ended(const QString& name, const QStringList& open);

private:
    void openRole();
    void openReset();
    void openEnd();
    cases::InlineForm* put(cases::InlineForm* form, const QStringList& consequences, QPushButton* opener);
    void closeForm();
    /// Runs `work` behind the open form; `done` gets its value.
    template <class Work, class Done> void submit(const QString& what, Work work, Done done);

    Context& m_context;
    std::optional<session::MemberRow> m_member;
    QLabel* m_title;
    QLabel* m_standing;
    QLabel* m_history;
    QLabel* m_kept;
    QPushButton* m_role;
    QPushButton* m_reset;
    QPushButton* m_end;
    QPushButton* m_opener = nullptr;
    cases::InlineForm* m_form = nullptr;
    Busy* m_busy;
};

/// "Signs in", "Has not signed in yet" …, for a list.
QString stateOf(const session::MemberRow& member);
/// Who enrolled and reset them, and when: a line for each.
QString historyOf(const session::MemberRow& member);

} // namespace heed::gui::settings
