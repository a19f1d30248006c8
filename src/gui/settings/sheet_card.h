#pragma once

#include "gui/frame/context.h"
#include "gui/widgets/card.h"
#include "session/sheet.h"

class QPlainTextEdit;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Field;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::settings {

/// Holds a printed sheet against the vault: the fingerprint of its last page is typed, or scanned from its QR code.
class SheetCard : public Card {
    Q_OBJECT

public:
    explicit SheetCard(Context& context, QWidget* parent = nullptr);

private:
    void check();
    void tell(const model::Expected<session::SheetCheck>& checked);

    Context& m_context;
    QPlainTextEdit* m_typed;
    Field* m_field;
    QPushButton* m_check;
    Banner* m_answer;
    Busy* m_busy;
    ProgressLine* m_progress;
};

} // namespace heed::gui::settings
