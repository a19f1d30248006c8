#pragma once

#include "gui/settings/row_editor.h"

#include "model/profile.h"

class QComboBox;
class QDateEdit;

namespace heed::gui::settings {

/// Who is away, from when to when, and who stands in.
class AbsenceRow : public EditorRow {
    Q_OBJECT

public:
    AbsenceRow(const model::Absence& absence, const QStringList& names, QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;
    model::Absence absence() const;

private:
    model::Absence m_absence;
    QComboBox* m_name;
    QDateEdit* m_from;
    QDateEdit* m_to;
    QComboBox* m_standIn;
};

} // namespace heed::gui::settings
