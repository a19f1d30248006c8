#include "gui/settings/lead_row.h"
#include "gui/frame/look.h"
#include "gui/settings/hours_text.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/named.h"

#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

QStringList listOf(const QString& text)
{
    QStringList found;
    for (const auto& part : text.split(u','))
        if (!part.trimmed().isEmpty())
            found << part.trimmed();
    return found;
}

} // namespace

LeadRow::LeadRow(const model::Dsl& lead, bool full, QWidget* parent)
    : EditorRow(parent)
    , m_lead(lead)
    , m_full(full)
    , m_name(new QLineEdit(lead.name))
    , m_phone(new QLineEdit(lead.phone.value_or(QString())))
    , m_role(new QLineEdit(lead.role))
    , m_years(new QLineEdit(lead.years.join(QStringLiteral(", "))))
    , m_sites(new QLineEdit(lead.sites.join(QStringLiteral(", "))))
    , m_rota(new QLineEdit(hoursText(lead.rota)))
{
    m_fields = {new Field({}, tr("Name"), m_name), new Field({}, tr("Number"), m_phone),
                new Field({}, tr("Role"), m_role)};
    if (full) {
        m_rotaField = new Field({}, tr("On duty"), m_rota);
        m_fields.push_back(new Field({}, tr("For years"), m_years));
        m_fields.push_back(new Field({}, tr("For sites"), m_sites));
        m_years->setPlaceholderText(tr("All; or such as 7, 8"));
        m_sites->setPlaceholderText(tr("All"));
        m_rota->setPlaceholderText(tr("Always; or Mon-Wed 08:30-12:00"));
        m_fields.push_back(m_rotaField);
    } else {
        for (auto* unused : {m_years, m_sites, m_rota}) {
            unused->setParent(this);
            unused->hide();
        }
    }
    for (auto* line : {m_name, m_phone, m_role, m_years, m_sites, m_rota})
        line->setCursorPosition(0);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldGrid(m_fields, 13));
    for (auto* line : {m_name, m_phone, m_role, m_years, m_sites, m_rota})
        connect(line, &QLineEdit::textEdited, this, &EditorRow::changed);
}

QWidget* LeadRow::firstField()
{
    return m_name;
}

void LeadRow::setNumber(int number)
{
    const auto give = [number](QLineEdit* line, const char* suffix, const QString& says) {
        named(line, QStringLiteral("lead%1%2").arg(QString::fromLatin1(suffix)).arg(number), says.arg(number));
    };
    give(m_name, "Name", tr("Name of safeguarding lead %1"));
    give(m_phone, "Phone", tr("Number of safeguarding lead %1"));
    give(m_role, "Role", tr("Role of safeguarding lead %1"));
    give(m_years, "Years", tr("Years of safeguarding lead %1"));
    give(m_sites, "Sites", tr("Sites of safeguarding lead %1"));
    give(m_rota, "Rota", tr("When safeguarding lead %1 is on duty"));
}

QString LeadRow::name() const
{
    return m_name->text().trimmed();
}

std::optional<model::Dsl> LeadRow::lead()
{
    auto lead = m_lead;
    lead.name = name();
    lead.role = m_role->text().trimmed();
    const auto phone = m_phone->text().trimmed();
    lead.phone = phone.isEmpty() ? std::optional<QString>() : phone;
    if (!m_full)
        return lead;
    lead.years = listOf(m_years->text());
    lead.sites = listOf(m_sites->text());
    const auto rota = readHours(m_rota->text());
    m_rotaField->setError(rota ? QString()
                               : tr("This cannot be read. Write it as: Mon-Wed 08:30-12:00; Thu 12:00-15:30."));
    if (!rota) {
        m_rota->setFocus();
        return {};
    }
    lead.rota = *rota;
    return lead;
}

} // namespace heed::gui::settings
