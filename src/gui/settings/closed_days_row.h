#pragma once

#include "gui/settings/row_editor.h"

#include "model/profile.h"

class QComboBox;
class QDateEdit;
class QLineEdit;

namespace heed::gui::settings {

/// A day with a calendar, written as "3 May 2026".
QDateEdit* dateBox(const QDate& date);

/// Days on which the school is shut.
class ClosureRow : public EditorRow {
    Q_OBJECT

public:
    explicit ClosureRow(const model::Closure& closure, QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;
    model::Closure closure() const;

private:
    QLineEdit* m_name;
    QDateEdit* m_from;
    QDateEdit* m_to;
};

/// A bank holiday that the rule does not know, or one that it knows and that was moved away.
class BankHolidayRow : public EditorRow {
    Q_OBJECT

public:
    BankHolidayRow(const QDate& day, bool added, QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;
    QDate day() const;
    bool isAdded() const;

private:
    QDateEdit* m_day;
    QComboBox* m_what;
};

} // namespace heed::gui::settings
