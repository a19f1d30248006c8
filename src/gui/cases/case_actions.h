#pragma once

#include "gui/cases/case_forms.h"

#include <QWidget>

class QAction;
class QMenu;
class QPushButton;

namespace heed::gui {
class FlowLayout;
}

namespace heed::gui::cases {

/// What can be done with a case, in the order in which a safeguarding lead thinks: the next right thing as the one
/// primary button, then what every case needs, then all the rest in one menu.
class CaseActions : public QWidget {
    Q_OBJECT

public:
    explicit CaseActions(const std::vector<FormSpec>& specs, QWidget* parent = nullptr);

    /// Which things are offered, and which of them first. `isForCpoms`: it belongs on CPOMS as well.
    void setRecord(const model::Case& record, bool isForCpoms);
    /// Nothing can be done before the record is there.
    void setReady(bool ready);
    void setAcknowledging(bool isUnderWay);
    QWidget* firstFocus() const;
    /// What opens the form: where somebody goes on who closed it again.
    QWidget* openerOf(FormKind kind) const;
    /// What the form's button says, for a link elsewhere on the page; empty where it has none.
    QString wordsOf(FormKind kind) const;

Q_SIGNALS:
    void acknowledgeAsked();
    void formAsked(heed::gui::cases::FormKind kind);
    void printAsked();
    void copyAsked();

private:
    void arrange(const QList<QPushButton*>& buttons);

    FlowLayout* m_row;
    QPushButton* m_acknowledge;
    QPushButton* m_print;
    QPushButton* m_copy; ///< for CPOMS
    QPushButton* m_more;
    QMenu* m_menu;
    QMap<int, QPushButton*> m_buttons;
    QMap<int, QAction*> m_entries;
};

} // namespace heed::gui::cases
