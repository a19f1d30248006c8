#pragma once

#include "gui/cases/case_forms.h"
#include "gui/widgets/card.h"

#include "model/profile.h"

class QLabel;
class QPushButton;

namespace heed::gui::cases {

/// Whether a second lead has agreed that the case can be closed, and what one can do about it. Hidden where the school
/// does not ask for it, and where the case is closed.
class AgreementCard : public Card {
    Q_OBJECT

public:
    explicit AgreementCard(QWidget* parent = nullptr);

    void setRecord(const model::Case& record, const model::Profile& profile, const session::Member& member);

Q_SIGNALS:
    void formAsked(heed::gui::cases::FormKind kind);

private:
    QLabel* m_words;
    QLabel* m_own;
    QPushButton* m_agree;
    QPushButton* m_refuse;
    QPushButton* m_ask;
};

} // namespace heed::gui::cases
