#include "gui/settings/what_if_panel.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/due_times.h"
#include "rules/routing.h"
#include "rules/school_time.h"
#include "rules/words.h"

#include <QDateTimeEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

enum What { OnRoll, NotOnRoll, NotSure, AboutStaff, AboutHead };

QString dueText(const model::Clock& clock)
{
    const auto due = rules::inWords(clock.due);
    if (clock.name == rules::acknowledgeClock)
        return WhatIfPanel::tr("It is to be acknowledged by %1.").arg(due);
    if (clock.name == rules::writtenClock)
        return WhatIfPanel::tr("A call made then is to be confirmed in writing by %1.").arg(due);
    return WhatIfPanel::tr("The authority is to say what it decided by %1.").arg(due);
}

} // namespace

WhatIfPanel::WhatIfPanel(QWidget* parent)
    : QWidget(parent)
    , m_when(new QDateTimeEdit)
    , m_what(new CalmComboBox)
    , m_year(new CalmComboBox)
    , m_who(textLabel({}))
    , m_reasons(textLabel({}))
{
    const auto now = platform::inSchoolTime(platform::now());
    m_when->setCalendarPopup(true);
    m_when->setDisplayFormat(QStringLiteral("ddd d MMM yyyy HH:mm"));
    m_when->setDateTime(QDateTime(now.date(), now.time()));
    ignoreWheel(m_when);
    m_what->addItem(tr("A child of this school"), OnRoll);
    m_what->addItem(tr("A child who is not at this school"), NotOnRoll);
    m_what->addItem(tr("Not sure whether the child is here"), NotSure);
    m_what->addItem(tr("An adult who works here"), AboutStaff);
    m_what->addItem(tr("The head teacher"), AboutHead);
    m_year->addItem(tr("Any year"), QString());
    for (int year = 1; year <= 13; ++year)
        m_year->addItem(tr("Year %1").arg(year), QString::number(year));
    m_who->setObjectName(QStringLiteral("whatIfAnswer"));
    m_who->setProperty("role", QStringLiteral("large"));

    auto* card = new Card(tr("Who would be told if\u2026"));
    std::vector<Field*> fields{new Field(QStringLiteral("whatIfWhat"), tr("It is about"), m_what),
                               new Field(QStringLiteral("whatIfYear"), tr("Year"), m_year),
                               new Field(QStringLiteral("whatIfWhen"), tr("It is logged"), m_when)};
    card->content()->addWidget(new FieldGrid(fields, 15));
    card->content()->addWidget(m_who);
    card->content()->addWidget(m_reasons);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    for (auto* box : {m_what, m_year})
        connect(box, &QComboBox::currentIndexChanged, this, &WhatIfPanel::answer);
    connect(m_when, &QDateTimeEdit::dateTimeChanged, this, &WhatIfPanel::answer);
}

void WhatIfPanel::setProfile(const model::Profile& profile)
{
    m_profile = profile;
    answer();
}

void WhatIfPanel::answer()
{
    const auto what = m_what->currentData().toInt();
    model::Concern concern;
    if (what != NotSure)
        concern.child.onRoll = what != NotOnRoll;
    concern.child.yearGroup = m_year->currentData().toString();
    concern.aboutStaff = what == AboutStaff || what == AboutHead;
    concern.aboutHead = what == AboutHead;
    const auto at = rules::atSchoolTime(m_when->date(), m_when->time());
    const auto route = rules::route(concern, m_profile, at, {});
    QString who = route.contact.name;
    if (route.contact.phone)
        who += QStringLiteral(", ") + *route.contact.phone;
    if (!route.deputies.isEmpty())
        who += tr("; then %1").arg(rules::listed(route.deputies));
    for (const auto& other : route.also)
        who += tr("; beside: %1")
                   .arg(other.phone ? QString(other.name + QStringLiteral(", ") + *other.phone) : other.name);
    m_who->setText(who);
    QStringList reasons;
    for (const auto& reason : route.reasons)
        reasons << reason.sentence;
    for (const auto& clock : route.clocks)
        reasons << dueText(clock);
    m_reasons->setText(reasons.join(u'\n'));
}

} // namespace heed::gui::settings
