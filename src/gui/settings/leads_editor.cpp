#include "gui/settings/leads_editor.h"
#include "gui/settings/lead_row.h"

#include <QVBoxLayout>

namespace heed::gui::settings {

LeadsEditor::LeadsEditor(bool full, QWidget* parent)
    : QWidget(parent)
    , m_full(full)
    , m_rows(new RowEditor(QStringLiteral("leads"), tr("Add a safeguarding lead"), true))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_rows);
    connect(m_rows, &RowEditor::addWanted, this, [this] {
        model::Dsl lead;
        lead.role = tr("Designated safeguarding lead");
        m_rows->append(new LeadRow(lead, m_full))->firstField()->setFocus();
        Q_EMIT changed();
    });
    connect(m_rows, &RowEditor::changed, this, &LeadsEditor::changed);
}

void LeadsEditor::setLeads(const std::vector<model::Dsl>& leads)
{
    m_rows->clear();
    for (const auto& lead : leads)
        m_rows->append(new LeadRow(lead, m_full));
}

std::optional<std::vector<model::Dsl>> LeadsEditor::leads()
{
    std::vector<model::Dsl> leads;
    for (int i = 0; i < m_rows->count(); ++i) {
        const auto lead = static_cast<LeadRow*>(m_rows->row(i))->lead();
        if (!lead)
            return {};
        leads.push_back(*lead);
    }
    return leads;
}

QStringList LeadsEditor::names() const
{
    QStringList names;
    for (int i = 0; i < m_rows->count(); ++i)
        names << static_cast<LeadRow*>(m_rows->row(i))->name();
    names.removeAll(QString());
    return names;
}

} // namespace heed::gui::settings
