#pragma once

#include "gui/settings/row_editor.h"

#include "model/profile.h"

class QLineEdit;

class QPushButton;

namespace heed::gui {
class Field;
}

namespace heed::gui::settings {

/// A service or a council: its number, its hours, where the number comes from and when it was last checked.
class ContactRow : public EditorRow {
    Q_OBJECT

public:
    /// `prefix` of its object names: "contact", "council".
    ContactRow(const model::Contact& contact, const QString& prefix, QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;
    /// For one that stands alone: its fields are read out as those of `what`.
    void setAlone(const QString& what);
    void setContact(const model::Contact& contact);
    /// Whoever changes a number has just looked it up: it counts as checked today.
    model::Contact contact() const;
    QWidget* phoneField() const;

private:
    void showChecked();
    void give(const QString& suffix, const QString& says);

    model::Contact m_contact;
    QString m_prefix;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_hours;
    QLineEdit* m_source;
    Field* m_sourceField;
    QPushButton* m_checked;
};

} // namespace heed::gui::settings
