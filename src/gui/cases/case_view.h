#pragma once

#include "gui/cases/case_forms.h"
#include "gui/frame/context.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class Card;
class DraftKeeper;
class FilesList;
class UndoLine;
} // namespace heed::gui

namespace heed::gui::log {
class RecordView;
}

namespace heed::gui::cases {

class AgreementCard;
class CaseActions;
class ClocksCard;
class OthersCard;
class SameCard;

/// One case: what was logged in the order in which a safeguarding lead asks, what is to be done, what happened, and the
/// forms to go on with, each on the page itself.
class CaseView : public QWidget {
    Q_OBJECT

public:
    explicit CaseView(Context& context, QWidget* parent = nullptr);

    /// Opens the record, which is recorded as read.
    void open(const QString& reference);
    void reload();
    QString reference() const { return m_reference; }
    /// Keeps what stands in the open forms, sealed.
    void storeDrafts();
    QWidget* firstFocus() const;

Q_SIGNALS:
    void backAsked();
    void printAsked(const QString& reference);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    void showRecord(const model::Case& record);
    void showActions(const model::Case& record);
    void askElsewhere();
    void showMissing(const model::Case& record);
    void showChronology();
    InlineForm* form(FormKind kind);
    const FormSpec& specOf(FormKind kind) const;
    QPushButton* guideLink(const Guide& guide, const QString& objectName, QWidget* parent);
    void openForm(FormKind kind, const QString& action = {});
    /// What a form of this kind recorded last, beside it.
    void showBefore(FormKind kind);
    void submit(FormKind kind);
    void closeForm(FormKind kind);
    /// Closes a form that was not sent, and offers to bring back what was typed.
    void throwAway(FormKind kind);
    void acknowledge();
    void copyForCpoms();
    QByteArray drafts() const;
    bool takeDrafts(const QByteArray& bytes);
    QString filesOf(FormKind kind) const; ///< the session's name of what the form attaches
    void focusHead();

    Context& m_context;
    DraftKeeper* m_draft;
    QString m_reference;
    model::Case m_record;
    std::vector<FormSpec> m_specs;
    QMap<int, InlineForm*> m_forms;
    QString m_action; ///< that the open form finishes

    QPushButton* m_back = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_line = nullptr;
    QLabel* m_standing = nullptr;
    QPushButton* m_child = nullptr;
    CaseActions* m_todo = nullptr;
    Banner* m_danger = nullptr;
    Banner* m_error = nullptr;
    UndoLine* m_thrown = nullptr;
    QBoxLayout* m_formRow = nullptr; ///< the open forms, and what such a form recorded before
    QVBoxLayout* m_formPlace = nullptr;
    Card* m_before = nullptr;
    QLabel* m_beforeTitle = nullptr;
    QLabel* m_beforeText = nullptr;
    QBoxLayout* m_sides = nullptr;
    log::RecordView* m_logged = nullptr;
    log::RecordView* m_chronology = nullptr;
    QPushButton* m_earlier = nullptr; ///< shows more of it
    int m_entriesShown = 0;
    FilesList* m_files = nullptr;
    Card* m_filesCard = nullptr;
    ClocksCard* m_clocks = nullptr;
    AgreementCard* m_agreement = nullptr;
    OthersCard* m_others = nullptr;
    SameCard* m_same = nullptr;
    Card* m_missingCard = nullptr;
    Card* m_actionsCard = nullptr;
    QWidget* m_missing = nullptr;
    QWidget* m_actions = nullptr;
};

} // namespace heed::gui::cases
