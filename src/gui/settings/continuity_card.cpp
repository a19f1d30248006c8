#include "gui/settings/continuity_card.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_dialog.h"

#include "platform/clock.h"
#include "session/continuity.h"

namespace heed::gui::settings {

using namespace Qt::StringLiterals;

ContinuityCard::ContinuityCard(Context& context, QWidget* parent)
    : Card(tr("When the computers are down"), parent)
    , m_context(context)
{
    content()->addWidget(
        textLabel(tr("Whom to tell and ring, who is on duty in the coming week, and four blank concern "
                     "forms. Print it once a week and keep it where everybody finds it. It says nothing "
                     "of any child.")));
    auto* show = button(u"continuityButton"_s, tr("Print the pack\u2026"));
    content()->addWidget(show, 0, Qt::AlignLeft);
    connect(show, &QPushButton::clicked, this, &ContinuityCard::showPack);
}

void ContinuityCard::showPack()
{
    constexpr int forms = 4;
    auto* dialog = new PaperDialog(tr("When the computers are down"), tr("Continuity pack"),
                                   {session::continuityPack(m_context.profile, platform::now(), forms)}, this);
    dialog->open();
}

} // namespace heed::gui::settings
