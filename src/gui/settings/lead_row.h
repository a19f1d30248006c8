#pragma once

#include "gui/settings/row_editor.h"

#include "model/profile.h"

class QLineEdit;

namespace heed::gui {
class Field;
}

namespace heed::gui::settings {

class LeadRow : public EditorRow {
    Q_OBJECT

public:
    LeadRow(const model::Dsl& lead, bool full, QWidget* parent = nullptr);

    QWidget* firstField() override;
    void setNumber(int number) override;
    std::optional<model::Dsl> lead();
    QString name() const;

private:
    model::Dsl m_lead;
    bool m_full;
    QLineEdit* m_name;
    QLineEdit* m_phone;
    QLineEdit* m_role;
    QLineEdit* m_years;
    QLineEdit* m_sites;
    QLineEdit* m_rota;
    std::vector<Field*> m_fields;
    Field* m_rotaField = nullptr;
};

} // namespace heed::gui::settings
