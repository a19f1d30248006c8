#include "gui/settings/contact_row.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/named.h"

#include "platform/clock.h"
#include "rules/services.h"
#include "rules/words.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {

ContactRow::ContactRow(const model::Contact& contact, const QString& prefix, QWidget* parent)
    : EditorRow(parent)
    , m_contact(contact)
    , m_prefix(prefix)
    , m_name(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_hours(new QLineEdit)
    , m_source(new QLineEdit)
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
        connect(line, &QLineEdit::textEdited, this, [this] {
            showChecked();
            Q_EMIT changed();
        });
    connect(m_checked, &QPushButton::clicked, this, [this] {
        m_contact.checked = platform::inSchoolTime(platform::now()).date();
        showChecked();
        Q_EMIT changed();
    });
    setContact(contact);
}

void ContactRow::showChecked()
{
    const auto now = contact();
    const auto today = platform::inSchoolTime(platform::now()).date();
    QString hint;
    if (now.phone && !now.checked)
        hint = tr("Nobody noted when it was checked.");
    else if (now.phone && rules::isOld(now.checked, today))
        hint = tr("Last checked on %1, more than a year ago: check it again.").arg(rules::inWords(*now.checked));
    else if (now.phone)
        hint = tr("Last checked on %1.").arg(rules::inWords(*now.checked));
    if (m_prefix == QStringLiteral("council") && now.phone && (now.source.isEmpty() || !now.checked))
        hint += tr(" Staff do not see this number until it has a source and a day.");
    m_sourceField->setHint(hint.trimmed());
    m_checked->setVisible(now.phone.has_value());
}

QWidget* ContactRow::firstField()
{
    return m_name;
}

QWidget* ContactRow::phoneField() const
{
    return m_phone;
}

void ContactRow::give(const QString& suffix, const QString& says)
{
    const auto set = [&](QWidget* field, const char* what, const QString& words) {
        named(field, m_prefix + QLatin1StringView(what) + suffix, says + words);
    };
    set(m_name, "Name", tr("name"));
    set(m_phone, "Phone", tr("number"));
    set(m_hours, "Hours", tr("hours"));
    set(m_source, "Source", tr("where the number comes from"));
    set(m_checked, "Checked", tr("I checked the number today"));
}

void ContactRow::setNumber(int number)
{
    give(QString::number(number), tr("Row %1: ").arg(number));
}

void ContactRow::setAlone(const QString& what)
{
    give({}, what + QStringLiteral(": "));
}

void ContactRow::setContact(const model::Contact& contact)
{
    m_contact = contact;
    m_name->setText(contact.name);
    m_phone->setText(contact.phone.value_or(QString()));
    m_hours->setText(contact.hours);
    m_source->setText(contact.source);
    for (auto* line : {m_name, m_phone, m_hours, m_source})
        line->setCursorPosition(0);
    showChecked();
}

model::Contact ContactRow::contact() const
{
    auto contact = m_contact;
    contact.name = m_name->text().trimmed();
    const auto phone = m_phone->text().trimmed();
    contact.phone = phone.isEmpty() ? std::optional<QString>() : phone;
    contact.hours = m_hours->text().trimmed();
    contact.source = m_source->text().trimmed();
    if (contact.phone != m_contact.phone && contact.phone)
        contact.checked = platform::inSchoolTime(platform::now()).date();
    return contact;
}

} // namespace heed::gui::settings
