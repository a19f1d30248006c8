#pragma once

#include "gui/frame/context.h"
#include "session/upkeep.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace heed::gui {
class Banner;
class Busy;
class ProgressLine;
} // namespace heed::gui

namespace heed::gui::settings {

/// Verify, with its progress and what it found; a reader can build the casebook again.
class ChecksPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChecksPanel(Context& context, QWidget* parent = nullptr);

private:
    void verify();
    void rebuild();
    void tell(const session::Verification& verification);
    void setBusy(bool busy);

    Context& m_context;
    QPushButton* m_verify;
    QPushButton* m_rebuild;
    Banner* m_answer;
    Busy* m_busy;
    ProgressLine* m_progress;
    QVBoxLayout* m_column;
    QWidget* m_details = nullptr;
};

} // namespace heed::gui::settings
