#include "gui/log/missing_fields.h"

#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/log/text_box.h"
#include "gui/widgets/kit.h"

#include <QGridLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

std::optional<model::Moment> momentOf(const DayField* day, const TimeField* time)
{
    if (const auto date = day->day())
        return model::Moment{*date, time->time()};
    return {};
}

} // namespace

MissingFields::MissingFields(QWidget* parent)
    : QWidget(parent)
    , m_sinceDay(new DayField)
    , m_sinceTime(new TimeField)
    , m_backDay(new DayField)
    , m_backTime(new TimeField)
    , m_told(new CalmComboBox)
    , m_police(new TextBox(1))
{
    setObjectName(u"missing"_s);
    m_told->addItems({u"Not known"_s, u"Yes"_s, u"No"_s});
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, em(0.4));
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(em(0.5));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString& key, const QString& label, QWidget* input, int row, int column, int span = 1) {
        auto* field = new Field(key, label, input, {}, this);
        m_fields.insert(key, field);
        grid->addWidget(field, row, column, 1, span);
    };
    add(u"missing.since"_s, u"Missing since: the day"_s, m_sinceDay, 0, 0);
    add(u"missing.sinceTime"_s, u"Time, roughly"_s, m_sinceTime, 0, 1);
    add(u"missing.back"_s, u"Back since: the day, if they are"_s, m_backDay, 1, 0);
    add(u"missing.backTime"_s, u"Time, roughly"_s, m_backTime, 1, 1);
    add(u"missing.toldPolice"_s, u"Have the police been told?"_s, m_told, 2, 0);
    add(u"missing.police"_s, u"Who told them, and their reference"_s, m_police, 3, 0, 2);
    m_sinceTime->setAccessibleName(u"Roughly what time they went missing"_s);
    m_backTime->setAccessibleName(u"Roughly what time they came back"_s);
    setFocusProxy(m_sinceDay);
    for (auto* edit : findChildren<QLineEdit*>())
        connect(edit, &QLineEdit::textChanged, this, &MissingFields::changed);
    connect(m_told, &QComboBox::currentIndexChanged, this, &MissingFields::changed);
    connect(m_police, &TextBox::textChanged, this, &MissingFields::changed);
}

std::optional<model::MissingFacts> MissingFields::facts() const
{
    model::MissingFacts facts;
    facts.since = momentOf(m_sinceDay, m_sinceTime);
    facts.back = momentOf(m_backDay, m_backTime);
    if (m_told->currentIndex() > 0)
        facts.toldPolice = m_told->currentIndex() == 1;
    facts.police = m_police->words().trimmed();
    return facts == model::MissingFacts{} ? std::nullopt : std::optional(facts);
}

void MissingFields::clearAll()
{
    for (auto* edit : findChildren<QLineEdit*>())
        edit->clear();
    m_told->setCurrentIndex(0);
    m_police->clear();
}

std::vector<rules::Problem> MissingFields::unreadable() const
{
    std::vector<rules::Problem> problems;
    for (const auto& [key, day] : {std::pair{u"missing.since"_s, m_sinceDay}, {u"missing.back"_s, m_backDay}})
        if (day->isUnreadable())
            problems.push_back({key, u"Heed cannot read \"%1\" as a day. Write day and month, or leave it empty."_s.arg(
                                         day->text().left(40))});
    for (const auto& [key, time] :
         {std::pair{u"missing.sinceTime"_s, m_sinceTime}, {u"missing.backTime"_s, m_backTime}})
        if (time->isUnreadable())
            problems.push_back({key, u"Heed cannot read \"%1\" as a time. Write it as 14:10, or leave it empty."_s.arg(
                                         time->text().left(40))});
    return problems;
}

} // namespace heed::gui::log
