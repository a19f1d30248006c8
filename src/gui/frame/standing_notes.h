#pragma once

#include "gui/frame/context.h"
#include "session/standing.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace heed::gui {

class Banner;
class DraftKeeper;

namespace cases {
class InlineForm;
}

/// That the vault is older than what this computer has seen, or has two histories: what is missing, and for a
/// safeguarding lead the way to accept it, with a reason.
class StandingNotes : public QWidget {
    Q_OBJECT

public:
    explicit StandingNotes(Context& context, QWidget* parent = nullptr);

    void reload();
    /// What was typed is kept, and is there again after the lock.
    void beforeLock();

Q_SIGNALS:
    /// The form is open: the pages step aside.
    void asking(bool isAsking);
    /// It can be written to again.
    void accepted();

private:
    void tell(const session::StandingView& standing);
    void openForm();
    void accept();
    bool takeDraft(const QByteArray& draft);

    Context& m_context;
    QVBoxLayout* m_column;
    Banner* m_banner;
    QPushButton* m_open;
    cases::InlineForm* m_form;
    DraftKeeper* m_draft;
};

} // namespace heed::gui
