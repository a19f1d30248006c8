#include "gui/settings/days_editor.h"
#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/settings/closed_days_row.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"
#include "rules/working_days.h"

#include <QCheckBox>
#include <QLocale>
#include <QSpinBox>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

QSpinBox* number(int least, int most)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    ignoreWheel(box);
    return box;
}

/// The next bank holidays that the rule knows, so that nobody enters them again.
QString knownBankHolidays()
{
    QStringList days;
    for (int year = today().year(); days.size() < 4; ++year)
        for (const auto& day : rules::bankHolidays(year))
            if (day >= today() && days.size() < 4)
                days << rules::inWords(day);
    return rules::listed(days);
}

} // namespace

DaysEditor::DaysEditor(QWidget* parent)
    : QWidget(parent)
    , m_from(new log::TimeField)
    , m_to(new log::TimeField)
    , m_fromField(new Field(QStringLiteral("schoolDayFrom"), tr("The school day begins"), m_from))
    , m_toField(new Field(QStringLiteral("schoolDayTo"), tr("The school day ends"), m_to))
    , m_acknowledge(number(1, 24 * 60))
    , m_written(number(1, 7 * 24))
    , m_closures(new RowEditor(QStringLiteral("closures"), tr("Add days when the school is shut"), false))
    , m_bankHolidays(new RowEditor(QStringLiteral("bankHolidays"), tr("Add a change of bank holidays"), false))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.8));
    const auto heading = [column](const QString& text, const QString& remark) {
        auto* label = textLabel(text);
        label->setProperty("role", QStringLiteral("strong"));
        column->addWidget(label);
        column->addWidget(remarkLabel(remark));
    };

    heading(tr("School days"), tr("School time is counted only on these days and between these hours."));
    auto* week = new FlowLayout;
    const auto names = QLocale(QLocale::English, QLocale::UnitedKingdom);
    for (int day = 1; day <= 7; ++day) {
        auto* box = named(new QCheckBox(names.dayName(day)), QStringLiteral("schoolDay%1").arg(day),
                          tr("The school is open on %1").arg(names.dayName(day)));
        connect(box, &QCheckBox::toggled, this, &DaysEditor::changed);
        week->addWidget(box);
        m_days << box;
    }
    column->addLayout(week);
    column->addWidget(new FieldGrid(std::vector<Field*>{m_fromField, m_toField}));

    heading(
        tr("How long the clocks run"),
        tr("The authority\u2019s answer is always due after one day that is neither a weekend nor a bank holiday."));
    m_acknowledge->setSuffix(tr(" minutes"));
    m_written->setSuffix(tr(" hours"));
    column->addWidget(new FieldGrid(
        std::vector<Field*>{new Field(QStringLiteral("acknowledgeMinutes"), tr("A lead acknowledges within"),
                                      m_acknowledge, tr("School time. In danger, by the clock.")),
                            new Field(QStringLiteral("writtenHours"), tr("A telephone referral is confirmed within"),
                                      m_written, tr("Night and day."))},
        17));

    heading(tr("When the school is shut"),
            tr("Holidays, training days, snow. No school time runs then; the authority\u2019s clock still does."));
    column->addWidget(m_closures);
    heading(tr("Bank holidays"), tr("Heed knows the bank holidays of England and Wales. The next are %1. Enter only "
                                    "what the government adds or moves.")
                                     .arg(knownBankHolidays()));
    column->addWidget(m_bankHolidays);

    for (auto* time : {m_from, m_to})
        connect(time, &QLineEdit::textEdited, this, &DaysEditor::changed);
    for (auto* box : {m_acknowledge, m_written})
        connect(box, &QSpinBox::valueChanged, this, &DaysEditor::changed);
    for (auto* rows : {m_closures, m_bankHolidays})
        connect(rows, &RowEditor::changed, this, &DaysEditor::changed);
    connect(m_closures, &RowEditor::addWanted, this, [this] {
        m_closures->append(new ClosureRow({today(), today(), {}}))->firstField()->setFocus();
        Q_EMIT changed();
    });
    connect(m_bankHolidays, &RowEditor::addWanted, this, [this] {
        m_bankHolidays->append(new BankHolidayRow(today(), true))->firstField()->setFocus();
        Q_EMIT changed();
    });
}

void DaysEditor::setProfile(const model::Profile& profile)
{
    const QSignalBlocker quiet(this);
    const auto& day = profile.schoolDay;
    for (int i = 0; i < m_days.size(); ++i)
        m_days[i]->setChecked(std::find(day.days.begin(), day.days.end(), static_cast<model::Weekday>(i + 1)) !=
                              day.days.end());
    m_from->setTime(day.from);
    m_to->setTime(day.to);
    m_acknowledge->setValue(profile.clocks.acknowledgeMinutes);
    m_written->setValue(profile.clocks.writtenConfirmationHours);
    m_closures->clear();
    for (const auto& closure : profile.closures)
        m_closures->append(new ClosureRow(closure));
    m_bankHolidays->clear();
    for (const auto& added : profile.bankHolidays.added)
        m_bankHolidays->append(new BankHolidayRow(added, true));
    for (const auto& removed : profile.bankHolidays.removed)
        m_bankHolidays->append(new BankHolidayRow(removed, false));
}

bool DaysEditor::writeTo(model::Profile& profile)
{
    const auto read = [](const log::TimeField* field, Field* around) {
        const auto time = field->time();
        around->setError(time ? QString() : tr("Write a time such as 8:30."));
        return time;
    };
    const auto to = read(m_to, m_toField);
    const auto from = read(m_from, m_fromField);
    if (!from || !to) {
        (from ? m_to : m_from)->setFocus();
        return false;
    }
    profile.schoolDay = {{}, *from, *to};
    for (int i = 0; i < m_days.size(); ++i)
        if (m_days[i]->isChecked())
            profile.schoolDay.days.push_back(static_cast<model::Weekday>(i + 1));
    profile.clocks = {m_acknowledge->value(), m_written->value()};
    profile.closures.clear();
    for (int i = 0; i < m_closures->count(); ++i)
        profile.closures.push_back(static_cast<ClosureRow*>(m_closures->row(i))->closure());
    profile.bankHolidays = {};
    for (int i = 0; i < m_bankHolidays->count(); ++i) {
        const auto* row = static_cast<BankHolidayRow*>(m_bankHolidays->row(i));
        (row->isAdded() ? profile.bankHolidays.added : profile.bankHolidays.removed).push_back(row->day());
    }
    return true;
}

QMap<QString, QWidget*> DaysEditor::fields() const
{
    QMap<QString, QWidget*> fields{{QStringLiteral("schoolDay"), m_from},
                                   {QStringLiteral("clocks.acknowledgeMinutes"), m_acknowledge},
                                   {QStringLiteral("clocks.writtenConfirmationHours"), m_written}};
    for (int i = 0; i < m_closures->count(); ++i)
        fields.insert(QStringLiteral("closures[%1]").arg(i), m_closures->row(i)->firstField());
    return fields;
}

} // namespace heed::gui::settings
