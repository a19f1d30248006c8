#pragma once

#include "gui/frame/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
} // namespace heed::gui

namespace heed::gui::signin {
class PasswordFields;
}

namespace heed::gui::settings {

class PasswordPanel : public QWidget {
    Q_OBJECT

public:
    explicit PasswordPanel(Context& context, QWidget* parent = nullptr);

    /// Says who enrolled and reset this member.
    void reload();

private:
    void submit();

    Context& m_context;
    signin::PasswordFields* m_fields;
    QLabel* m_history;
    Banner* m_answer;
    Busy* m_busy;
    QPushButton* m_change;
};

} // namespace heed::gui::settings
