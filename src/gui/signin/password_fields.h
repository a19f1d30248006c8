#pragma once

#include "model/role.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;

namespace heed::gui {
class Field;
}

namespace heed::gui::signin {

/// A password that is being chosen: twice, with a bar that says how hard it is to guess. Paste is allowed, and nothing
/// is asked of its characters.
class PasswordFields : public QWidget {
    Q_OBJECT

public:
    explicit PasswordFields(const QString& objectName, QWidget* parent = nullptr);

    /// `known`: what a guesser tries first, such as the name and the school.
    void setFor(model::Role role, std::function<QStringList()> known);
    /// Says in place what is wrong; the password if nothing is.
    bool check();
    QString password() const;
    void clear();
    QLineEdit* first() const { return m_first; }

private:
    void judge();

    QLineEdit* m_first;
    QLineEdit* m_second;
    Field* m_firstField;
    Field* m_secondField;
    QProgressBar* m_bar;
    QLabel* m_verdict;
    QCheckBox* m_show;
    model::Role m_role = model::Role::Staff;
    std::function<QStringList()> m_known;
};

} // namespace heed::gui::signin
