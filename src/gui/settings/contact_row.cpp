#include "gui/settings/contact_row.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/named.h"

#include "platform/clock.h"
#include "rules/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {

ContactRow::ContactRow(const model::Contact& contact, const QString& prefix, QWidget* parent)
    : EditorRow(parent)
    , m_contact(contact)
    , m_prefix(prefix)
    , m_name(new QLineEdit(contact.name))
    , m_phone(new QLineEdit(contact.phone.value_or(QString())))
    , m_hours(new QLineEdit(contact.hours))
    , m_source(new QLineEdit(contact.source))
    , m_sourceField(new Field({}, tr("Where the number comes from"), m_source))
    , m_checked(linkButton({}, tr("I checked the number today")))
{
    std::vector<Field*> fields{new Field({}, tr("Name"), m_name), new Field({}, tr("Number"), m_phone),
                               new Field({}, tr("Hours"), m_hours), m_sourceField};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldGrid(fields));
    column->addWidget(m_checked, 0, Qt::AlignLeft);
    for (auto* line : {m_name, m_phone, m_hours, m_source})
        connect(line, &QLineEdit::textEdited, this, &EditorRow::changed);
    connect(m_checked, &QPushButton::clicked, this, [this] {
        m_contact.checked = platform::inSchoolTime(platform::now()).date();
        showChecked();
        Q_EMIT changed();
    });
    showChecked();
}

void ContactRow::showChecked()
{
    m_sourceField->setHint(m_contact.checked ? tr("Last checked on %1.").arg(rules::inWords(*m_contact.checked))
                                             : tr("Nobody noted when it was checked."));
}

QWidget* ContactRow::firstField()
{
    return m_name;
}

void ContactRow::setNumber(int number)
{
    const auto give = [this, number](QWidget* field, const char* suffix, const QString& says) {
        named(field, QStringLiteral("%1%2%3").arg(m_prefix, QString::fromLatin1(suffix)).arg(number), says.arg(number));
    };
    give(m_name, "Name", tr("Row %1: name"));
    give(m_phone, "Phone", tr("Row %1: number"));
    give(m_hours, "Hours", tr("Row %1: hours"));
    give(m_source, "Source", tr("Row %1: where the number comes from"));
    give(m_checked, "Checked", tr("Row %1: I checked the number today"));
}

model::Contact ContactRow::contact() const
{
    auto contact = m_contact;
    contact.name = m_name->text().trimmed();
    const auto phone = m_phone->text().trimmed();
    contact.phone = phone.isEmpty() ? std::optional<QString>() : phone;
    contact.hours = m_hours->text().trimmed();
    contact.source = m_source->text().trimmed();
    return contact;
}

} // namespace heed::gui::settings
