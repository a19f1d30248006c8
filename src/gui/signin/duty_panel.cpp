#include "gui/signin/duty_panel.h"
#include "gui/frame/look.h"
#include "gui/widgets/card.h"
#include "gui/widgets/named.h"
#include "gui/widgets/paper_dialog.h"

#include "platform/clock.h"
#include "rules/routing.h"
#include "rules/words.h"
#include "session/continuity.h"

#include <QVBoxLayout>

#include <chrono>

namespace heed::gui::signin {
namespace {

QLabel* largeLabel(const QString& objectName)
{
    auto* label = textLabel({});
    label->setObjectName(objectName);
    label->setProperty("role", QStringLiteral("large"));
    return label;
}

QString withNumber(const QString& name, const std::optional<QString>& phone)
{
    if (!phone || phone->isEmpty())
        return name;
    // A number never breaks over two lines.
    return name + QStringLiteral(", ") + QString(*phone).replace(u' ', QChar(QChar::Nbsp));
}

} // namespace

DutyPanel::DutyPanel(QWidget* parent)
    : QWidget(parent)
    , m_name(largeLabel(QStringLiteral("dutyName")))
    , m_detail(textLabel({}))
    , m_deputies(remarkLabel({}))
    , m_mash(largeLabel(QStringLiteral("dutyMash")))
    , m_adults(textLabel({}))
{
    named(this, QStringLiteral("dutyPanel"), tr("Whom to tell, without signing in"));
    auto* inSchool = new Card(tr("A child of this school"));
    inSchool->content()->addWidget(m_name);
    inSchool->content()->addWidget(m_detail);
    inSchool->content()->addWidget(m_deputies);
    auto* elsewhere = new Card(tr("A child who is not at this school"));
    elsewhere->content()->addWidget(m_mash);
    elsewhere->content()->addWidget(remarkLabel(tr("Ring yourself. You need nobody\u2019s permission.")));
    auto* adults = new Card(tr("A worry about an adult who works here"));
    adults->content()->addWidget(m_adults);
    auto* print = button(QStringLiteral("printBlankForm"), tr("&Print a blank form\u2026"));
    connect(print, &QPushButton::clicked, this, &DutyPanel::printBlankForm);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.9));
    column->addWidget(inSchool);
    column->addWidget(elsewhere);
    column->addWidget(adults);
    column->addWidget(print, 0, Qt::AlignLeft);
    column->addStretch();

    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &DutyPanel::update);
}

void DutyPanel::setProfile(const model::Profile& profile)
{
    m_profile = profile;
    m_known = true;
    m_minute.start();
    update();
}

void DutyPanel::update()
{
    if (!m_known)
        return;
    model::Concern concern;
    concern.child.onRoll = true;
    const auto route = rules::route(concern, m_profile, platform::now(), {});
    m_name->setText(withNumber(route.contact.name, route.contact.phone));
    m_detail->setText(route.kind == model::RouteKind::Dsl
                          ? tr("Tell them now, in person: %1 today.").arg(route.contact.role.toLower())
                          : tr("No safeguarding lead can be told just now. Do not wait: ring."));
    m_deputies->setText(tr("If you cannot reach them: %1.").arg(route.deputies.join(QStringLiteral(", "))));
    m_deputies->setVisible(!route.deputies.isEmpty());
    m_mash->setText(withNumber(m_profile.mash.name, m_profile.mash.phone));
    const auto head =
        m_profile.head.name.isEmpty() ? tr("the head teacher") : withNumber(m_profile.head.name, m_profile.head.phone);
    const auto chair = m_profile.chair.name.isEmpty() ? tr("the chair of governors")
                                                      : withNumber(m_profile.chair.name, m_profile.chair.phone);
    m_adults->setText(tr("Tell the head: %1.\nIf it is about the head: %2.").arg(head, chair));
}

void DutyPanel::printBlankForm()
{
    auto* dialog = new PaperDialog(tr("Blank form"), tr("Blank concern form"),
                                   {session::continuityPack(m_profile, platform::now(), 1)}, this);
    dialog->open();
}

} // namespace heed::gui::signin
