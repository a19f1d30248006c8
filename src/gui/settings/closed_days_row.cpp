#include "gui/settings/closed_days_row.h"
#include "gui/widgets/kit.h"

#include <QDateEdit>
#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {

QDateEdit* dateBox(const QDate& date)
{
    auto* box = new QDateEdit(date);
    box->setCalendarPopup(true);
    box->setDisplayFormat(QStringLiteral("d MMM yyyy"));
    ignoreWheel(box);
    return box;
}

ClosureRow::ClosureRow(const model::Closure& closure, QWidget* parent)
    : EditorRow(parent)
    , m_name(new QLineEdit(closure.name))
    , m_from(dateBox(closure.from))
    , m_to(dateBox(closure.to))
{
    m_name->setMaxLength(model::shortText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldGrid(std::vector<Field*>{new Field({}, tr("What it is"), m_name),
                                                        new Field({}, tr("First day"), m_from),
                                                        new Field({}, tr("Last day"), m_to)}));
    connect(m_name, &QLineEdit::textEdited, this, &EditorRow::changed);
    for (auto* box : {m_from, m_to})
        connect(box, &QDateEdit::dateChanged, this, &EditorRow::changed);
}

QWidget* ClosureRow::firstField()
{
    return m_name;
}

void ClosureRow::setNumber(int number)
{
    named(m_name, QStringLiteral("closureName%1").arg(number), tr("Closure %1: what it is").arg(number));
    named(m_from, QStringLiteral("closureFrom%1").arg(number), tr("Closure %1: first day").arg(number));
    named(m_to, QStringLiteral("closureTo%1").arg(number), tr("Closure %1: last day").arg(number));
}

model::Closure ClosureRow::closure() const
{
    return {m_from->date(), m_to->date(), m_name->text().trimmed()};
}

BankHolidayRow::BankHolidayRow(const QDate& day, bool added, QWidget* parent)
    : EditorRow(parent)
    , m_day(dateBox(day))
    , m_what(new CalmComboBox)
{
    m_what->addItem(tr("Is a bank holiday too"), true);
    m_what->addItem(tr("Is not a bank holiday this time"), false);
    m_what->setCurrentIndex(added ? 0 : 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new FieldGrid(
        std::vector<Field*>{new Field({}, tr("Day"), m_day), new Field({}, tr("What changes"), m_what)}, 15));
    connect(m_day, &QDateEdit::dateChanged, this, &EditorRow::changed);
    connect(m_what, &QComboBox::currentIndexChanged, this, &EditorRow::changed);
}

QWidget* BankHolidayRow::firstField()
{
    return m_day;
}

void BankHolidayRow::setNumber(int number)
{
    named(m_day, QStringLiteral("bankHolidayDay%1").arg(number), tr("Change %1 of bank holidays: day").arg(number));
    named(m_what, QStringLiteral("bankHolidayWhat%1").arg(number), tr("Change %1 of bank holidays: what").arg(number));
}

QDate BankHolidayRow::day() const
{
    return m_day->date();
}

bool BankHolidayRow::isAdded() const
{
    return m_what->currentData().toBool();
}

} // namespace heed::gui::settings
