#pragma once

#include "gui/frame/context.h"
#include "session/people.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QTableWidget;
class QPushButton;

namespace heed::gui {
class Banner;
class Busy;
class Field;
} // namespace heed::gui

namespace heed::gui::settings {

class StartingPasswordCard;

/// Who can sign in; a safeguarding lead enrols others here.
class MembersPanel : public QWidget {
    Q_OBJECT

public:
    explicit MembersPanel(Context& context, QWidget* parent = nullptr);

    void reload();

private:
    void fill(const std::vector<session::MemberRow>& members);
    void add();

    Context& m_context;
    QTableWidget* m_table;
    QLineEdit* m_name;
    Field* m_nameField;
    QComboBox* m_role;
    QPushButton* m_add;
    Banner* m_error;
    Busy* m_busy;
    StartingPasswordCard* m_starting;
};

} // namespace heed::gui::settings
