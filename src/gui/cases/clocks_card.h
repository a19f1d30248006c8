#pragma once

#include "gui/widgets/card.h"

#include "model/case.h"
#include "model/profile.h"

#include <QTimer>

namespace heed::gui::cases {

/// The clocks of a case: each with its name, when it is due, how it stands and, where it was missed, what to do now.
class ClocksCard : public Card {
    Q_OBJECT

public:
    explicit ClocksCard(QWidget* parent = nullptr);

    /// Hidden where no clock runs or ran.
    void setRecord(const model::Case& record, const model::Profile& profile);

private:
    void tell();

    model::Case m_record;
    model::Profile m_profile;
    QWidget* m_lines = nullptr;
    QTimer m_again;
};

} // namespace heed::gui::cases
