#pragma once

#include "model/body_mark.h"
#include "rules/problem.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace heed::gui {
class Field;
}

namespace heed::gui::log {

class DayField;
class TextBox;

/// What one mark on the body map looks like, and what the child says of it. Everything may be left empty.
class MarkFields : public QWidget {
    Q_OBJECT

public:
    MarkFields(const QString& prefix, const model::BodyMark& place, QWidget* parent = nullptr);

    model::BodyMark mark() const;
    void setNumber(int number);
    void setChosen(bool chosen);
    std::vector<rules::Problem> unreadable(const QString& key) const;
    /// The field of "kind", "firstNoticed" and the like, as a record calls them.
    Field* fieldOf(const QString& ending) const;

Q_SIGNALS:
    void changed();

private:
    model::BodyMark m_place; ///< view, x and y
    QLabel* m_title;
    QComboBox* m_kind;
    QLineEdit* m_size;
    QLineEdit* m_shape;
    QLineEdit* m_colour;
    QComboBox* m_broken;
    DayField* m_noticed;
    TextBox* m_account;
    TextBox* m_note;
};

} // namespace heed::gui::log
