#include "gui/settings/absence_row.h"
#include "gui/settings/closed_days_row.h"
#include "gui/widgets/calm_combo_box.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/named.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

QComboBox* nameBox(const QStringList& names, const QString& chosen, bool mayBeNobody)
{
    auto* box = new CalmComboBox;
    if (mayBeNobody)
        box->addItem(AbsenceRow::tr("The next in order"), QString());
    for (const auto& name : names)
        box->addItem(name, name);
    if (!chosen.isEmpty() && box->findData(chosen) < 0)
        box->addItem(chosen, chosen);
    if (!chosen.isEmpty())
        box->setCurrentIndex(box->findData(chosen));
    return box;
}

/// The hour of a moment stays while its day does.
model::Moment momentOf(const QDateEdit* box, const model::Moment& before)
{
    if (box->date() == before.date)
        return before;
    return {box->date(), {}};
}

} // namespace

AbsenceRow::AbsenceRow(const model::Absence& absence, const QStringList& names, QWidget* parent)
    : EditorRow(parent)
    , m_absence(absence)
    , m_name(nameBox(names, absence.name, false))
    , m_from(dateBox(absence.from.date))
    , m_to(dateBox(absence.to.date))
    , m_standIn(nameBox(names, absence.standIn, true))
{
    std::vector<Field*> fields{new Field({}, tr("Who is away"), m_name), new Field({}, tr("First day"), m_from),
                               new Field({}, tr("Last day"), m_to), new Field({}, tr("Stands in"), m_standIn)};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldGrid(fields));
    for (auto* box : {m_name, m_standIn})
        connect(box, &QComboBox::currentIndexChanged, this, &EditorRow::changed);
    for (auto* box : {m_from, m_to})
        connect(box, &QDateEdit::dateChanged, this, &EditorRow::changed);
}

QWidget* AbsenceRow::firstField()
{
    return m_name;
}

void AbsenceRow::setNumber(int number)
{
    const auto give = [number](QWidget* field, const char* suffix, const QString& says) {
        named(field, QStringLiteral("absence%1%2").arg(QString::fromLatin1(suffix)).arg(number), says.arg(number));
    };
    give(m_name, "Name", tr("Absence %1: who is away"));
    give(m_from, "From", tr("Absence %1: first day"));
    give(m_to, "To", tr("Absence %1: last day"));
    give(m_standIn, "StandIn", tr("Absence %1: who stands in"));
}

model::Absence AbsenceRow::absence() const
{
    return {m_name->currentData().toString(), momentOf(m_from, m_absence.from), momentOf(m_to, m_absence.to),
            m_standIn->currentData().toString()};
}

} // namespace heed::gui::settings
