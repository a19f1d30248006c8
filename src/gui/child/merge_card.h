#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/links.h"

class QPushButton;

namespace heed::gui {
class Banner;
class DraftKeeper;
} // namespace heed::gui

namespace heed::gui::cases {
class InlineForm;
}

namespace heed::gui::child {

/// Two records of one child become one, and that can be taken back: both histories stay. What will happen is said
/// before it does.
class MergeCard : public Card {
    Q_OBJECT

public:
    explicit MergeCard(Context& context, QWidget* parent = nullptr);

    void setChild(const QString& id, const QString& name);
    /// What was typed is kept, and is there again when the child's page is opened the next time.
    void beforeLock();

Q_SIGNALS:
    void changed();

private:
    void askMerged();
    void showMerged(const std::vector<session::MergedChild>& merged);
    void look();
    void merge();
    void takeBack();
    void openForm(cases::InlineForm* form);
    void closeForm(cases::InlineForm* form);
    QByteArray draft() const;
    bool takeDraft(const QByteArray& draft);

    Context& m_context;
    QString m_child;
    QString m_name;
    QString m_other; ///< the id of the child who would be merged
    session::MergedChild m_back;
    QPushButton* m_open;
    cases::InlineForm* m_form;
    Banner* m_preview;
    QPushButton* m_merge;
    cases::InlineForm* m_backForm;
    DraftKeeper* m_draft;
    QWidget* m_list = nullptr;
};

} // namespace heed::gui::child
