#include "gui/log/paper_fields.h"
#include "gui/log/day_field.h"
#include "gui/log/line.h"
#include "gui/widgets/kit.h"

#include "rules/school_time.h"

#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

PaperFields::PaperFields(QWidget* parent)
    : QWidget(parent)
    , m_by(newLine())
    , m_day(new DayField)
    , m_time(new TimeField)
{
    auto* column = new QVBoxLayout(this);
    auto* by =
        new Field(u"writtenBy"_s, u"Who wrote it"_s, m_by,
                  u"As the name stands on the form. You stay the one who typed it in, and hear what came of it."_s);
    auto* day = new Field(u"writtenAt"_s, u"Day on the form"_s, m_day);
    column->addWidget(by);
    column->addWidget(new FieldGrid({day, new Field(u"writtenTime"_s, u"Time on the form"_s, m_time)}));
    m_fields = {{u"writtenBy"_s, by}, {u"writtenAt"_s, day}};
    for (auto* line : {m_by, static_cast<QLineEdit*>(m_day), static_cast<QLineEdit*>(m_time)})
        connect(line, &QLineEdit::textChanged, this, &PaperFields::changed);
}

QString PaperFields::writtenBy() const
{
    return m_by->text().simplified();
}

std::optional<QDateTime> PaperFields::writtenAt() const
{
    const auto day = m_day->day();
    return day ? std::optional(rules::atSchoolTime(*day, m_time->time().value_or(QTime(12, 0)))) : std::nullopt;
}

void PaperFields::clear()
{
    for (auto* line : {m_by, static_cast<QLineEdit*>(m_day), static_cast<QLineEdit*>(m_time)})
        line->clear();
}

std::vector<rules::Problem> PaperFields::unreadable() const
{
    std::vector<rules::Problem> problems;
    if (m_day->isUnreadable())
        problems.push_back(
            {u"writtenAt"_s,
             u"Heed cannot read \"%1\" as a day. Write day and month, or leave it empty."_s.arg(m_day->text().left(40)),
             rules::Severity::Error});
    if (m_time->isUnreadable())
        problems.push_back(
            {u"writtenAt"_s,
             u"Heed cannot read \"%1\" as a time. Write it as 14:10, or leave it empty."_s.arg(m_time->text().left(40)),
             rules::Severity::Error});
    return problems;
}

} // namespace heed::gui::log
