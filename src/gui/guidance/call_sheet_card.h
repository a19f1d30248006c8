#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"

#include "model/error.h"

#include <vector>

class QComboBox;
class QLabel;
class QPushButton;

namespace heed::model {
struct CaseRow;
}

namespace heed::gui {
class Field;
}

namespace heed::gui::guidance {

/// For whoever is about to ring: which open case the call is about. From here its filled call sheet is one step away.
class CallSheetCard : public Card {
    Q_OBJECT

public:
    explicit CallSheetCard(Context& context, QWidget* parent = nullptr);

    /// Reads the cases that are not closed and shows itself, with the case that was opened last chosen.
    void ask();

Q_SIGNALS:
    void closed(); ///< somebody no longer wants it: the page puts it away

private:
    void showCases(const model::Expected<std::vector<model::CaseRow>>& cases);
    void choose();

    Context& m_context;
    QLabel* m_words; ///< why there is nothing to choose
    QComboBox* m_cases;
    Field* m_field;
    QPushButton* m_open;
};

} // namespace heed::gui::guidance
