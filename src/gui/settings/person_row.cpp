#include "gui/settings/person_row.h"
#include "gui/log/day_field.h"
#include "gui/widgets/kit.h"

#include <QCheckBox>
#include <QCompleter>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

constexpr int narrowest = 13; // em

} // namespace

PersonRow::PersonRow(const QString& prefix, const QString& says, const std::vector<PersonField>& fields,
                     QWidget* parent)
    : EditorRow(parent)
    , m_prefix(prefix)
    , m_says(says)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    std::vector<QWidget*> grid;
    std::vector<QCheckBox*> ticks;
    for (const auto& each : fields) {
        if (each.kind == PersonField::Kind::Tick) {
            auto* tick = new QCheckBox(each.label);
            tick->setChecked(!each.text.isEmpty());
            connect(tick, &QCheckBox::toggled, this, &EditorRow::changed);
            m_ticks.insert(each.key, tick);
            ticks.push_back(tick);
            continue;
        }
        auto* line = each.kind == PersonField::Kind::Day ? new log::DayField : new QLineEdit;
        line->setText(each.text);
        line->setCursorPosition(0);
        if (!each.suggestions.isEmpty()) {
            auto* completer = new QCompleter(each.suggestions, line);
            completer->setCaseSensitivity(Qt::CaseInsensitive);
            line->setCompleter(completer);
        }
        connect(line, &QLineEdit::textChanged, this, &EditorRow::changed);
        auto* field = new Field({}, each.label, line);
        m_fields.insert(each.key, field);
        m_labels.insert(each.key, each.label);
        grid.push_back(field);
        if (m_first.isEmpty())
            m_first = each.key;
    }
    column->addWidget(new FieldGrid(grid, narrowest));
    for (auto* tick : ticks)
        column->addWidget(tick);
}

QWidget* PersonRow::firstField()
{
    return m_fields.value(m_first)->input();
}

void PersonRow::setNumber(int number)
{
    const auto give = [&](QWidget* widget, const QString& key, const QString& label) {
        named(widget, QStringLiteral("%1%2.%3").arg(m_prefix).arg(number).arg(key),
              QStringLiteral("%1 %2: %3").arg(m_says).arg(number).arg(label));
    };
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        give(field.value()->input(), field.key(), m_labels.value(field.key()));
    for (auto tick = m_ticks.cbegin(); tick != m_ticks.cend(); ++tick)
        give(tick.value(), tick.key(), tick.value()->text());
}

QString PersonRow::text(const char* key) const
{
    return static_cast<QLineEdit*>(m_fields.value(QString::fromLatin1(key))->input())->text().trimmed();
}

bool PersonRow::isTicked(const char* key) const
{
    return m_ticks.value(QString::fromLatin1(key))->isChecked();
}

std::optional<QDate> PersonRow::day(const char* key) const
{
    return qobject_cast<log::DayField*>(m_fields.value(QString::fromLatin1(key))->input())->day();
}

QWidget* PersonRow::checkDays()
{
    QWidget* first = nullptr;
    for (auto* field : m_fields)
        if (const auto* day = qobject_cast<log::DayField*>(field->input())) {
            field->setError(day->isUnreadable() ? tr("Heed cannot read this as a day. Write it as 3/5/2012, or leave "
                                                     "it empty.")
                                                : QString());
            if (day->isUnreadable() && !first)
                first = field->input();
        }
    return first;
}

} // namespace heed::gui::settings
