#include "gui/log/when_fields.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/school_time.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

enum Sure { AsWritten, Roughly, NotSure };

/// A day without a time means some time of that day, and never a future one.
std::optional<QDateTime> instantOf(const DayField* day, const TimeField* time)
{
    const auto now = platform::inSchoolTime(platform::now());
    if (!day->day() && !time->time())
        return {};
    const auto date = day->day().value_or(now.date());
    if (time->time())
        return rules::atSchoolTime(date, *time->time());
    const auto noon = rules::atSchoolTime(date, QTime(12, 0));
    return date == now.date() && noon > now ? now : noon;
}

} // namespace

WhenFields::WhenFields(QWidget* parent)
    : QWidget(parent)
    , m_day(new DayField)
    , m_time(new TimeField)
    , m_untilDay(new DayField)
    , m_untilTime(new TimeField)
    , m_sure(new CalmComboBox)
    , m_place(new TextBox(1))
    , m_delay(new TextBox(1))
{
    m_sure->addItems({u"As I wrote it"_s, u"Only roughly"_s, u"Not sure"_s});
    auto* grid = new QGridLayout(this);
    grid->setHorizontalSpacing(em(1));
    grid->setVerticalSpacing(em(0.6));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->addWidget(
        remarkLabel(u"When you saw or heard it, not when you write it. Roughly will do, and so will nothing."_s, this),
        0, 0, 1, 2);
    const auto add = [&](const QString& key, const QString& label, QWidget* input, int row, int column, int span = 1,
                         const QString& hint = {}) {
        auto* field = new Field(key, label, input, hint, this);
        m_fields.insert(key, field);
        grid->addWidget(field, row, column, 1, span);
    };
    add(u"observedAt"_s, u"Day"_s, m_day, 1, 0);
    add(u"observedTime"_s, u"Time, roughly"_s, m_time, 1, 1);
    add(u"observedUntil"_s, u"Until: the day, if it went on"_s, m_untilDay, 2, 0);
    add(u"observedUntilTime"_s, u"Until: the time"_s, m_untilTime, 2, 1);
    add(u"precision"_s, u"How sure are you of when it was?"_s, m_sure, 3, 0, 2);
    add(u"place"_s, u"Place"_s, m_place, 4, 0, 2);
    add(u"delayReason"_s, u"That was some time ago: why is it written down now?"_s, m_delay, 5, 0, 2);
    for (auto* edit : findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::textChanged, this, &WhenFields::changed);
    connect(m_sure, &QComboBox::currentIndexChanged, this, &WhenFields::changed);
    connect(m_place, &TextBox::textChanged, this, &WhenFields::changed);
    connect(m_delay, &TextBox::textChanged, this, &WhenFields::changed);
    askWhyLate(false);
}

void WhenFields::fill(model::Concern& concern) const
{
    concern.observedAt = instantOf(m_day, m_time);
    concern.observedUntil = instantOf(m_untilDay->day() || !m_untilTime->time() ? m_untilDay : m_day, m_untilTime);
    if (m_sure->currentIndex() == NotSure)
        concern.precision = model::Precision::NotKnown;
    else if (concern.observedAt && !m_time->time() && !m_untilTime->time())
        concern.precision = model::Precision::Day;
    else if (concern.observedAt && m_sure->currentIndex() == Roughly)
        concern.precision = model::Precision::About;
    concern.place = m_place->words().trimmed();
    concern.delayReason = m_delay->words().trimmed();
}

void WhenFields::askWhyLate(bool asked)
{
    // What was written stays in sight, so that nothing is sent unseen.
    m_fields.value(u"delayReason"_s)->setVisible(asked || !m_delay->document()->isEmpty());
}

void WhenFields::clearAll()
{
    for (auto* edit : findChildren<QLineEdit*>())
        edit->clear();
    m_sure->setCurrentIndex(0);
    m_place->clear();
    m_delay->clear();
}

std::vector<rules::Problem> WhenFields::unreadable() const
{
    std::vector<rules::Problem> problems;
    for (const auto& [key, day] : {std::pair{u"observedAt"_s, m_day}, {u"observedUntil"_s, m_untilDay}})
        if (day->isUnreadable())
            problems.push_back(
                {key, u"Heed cannot read \"%1\" as the day when it was. Write day and month, or leave it empty."_s.arg(
                          day->text().left(40))});
    for (const auto& [key, time] : {std::pair{u"observedAt"_s, m_time}, {u"observedUntil"_s, m_untilTime}})
        if (time->isUnreadable())
            problems.push_back({key, u"Heed cannot read \"%1\" as a time. Write it as 14:10, or leave it empty."_s.arg(
                                         time->text().left(40))});
    return problems;
}

} // namespace heed::gui::log
