#include "gui/frame/cover.h"
#include "gui/widgets/named.h"

#include "platform/clock.h"

#include <QLocale>
#include <QVBoxLayout>

namespace heed::gui {

Cover::Cover(QWidget* parent)
    : QWidget(parent)
    , m_day(titleLabel({}))
    , m_date(headingLabel({}))
{
    named(this, QStringLiteral("cover"), tr("Today"));
    setFocusPolicy(Qt::StrongFocus);
    auto* hint = remarkLabel(tr("F12: back"));
    auto* column = new QVBoxLayout(this);
    column->addStretch(2);
    for (auto* label : {m_day, m_date}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addStretch(3);
    hint->setAlignment(Qt::AlignHCenter);
    column->addWidget(hint);
}

void Cover::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    const auto today = platform::inSchoolTime(platform::now()).date();
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    m_day->setText(english.toString(today, QStringLiteral("dddd")));
    m_date->setText(english.toString(today, QStringLiteral("d MMMM yyyy")));
}

} // namespace heed::gui
