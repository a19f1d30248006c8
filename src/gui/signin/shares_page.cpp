#include "gui/signin/shares_page.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_dialog.h"

#include "platform/clock.h"
#include "session/shares.h"

#include <QVBoxLayout>

namespace heed::gui::signin {

SharesPage::SharesPage(const session::SetUpAnswer& answer, const session::SetUpRequest& request, QWidget* parent)
    : QWidget(parent)
    , m_answer(answer)
    , m_school(request.profile.school.name)
    , m_madeBy(request.member)
    , m_state(new Banner(Banner::Tone::Warning, QStringLiteral("sharesState")))
    , m_finish(primaryButton(QStringLiteral("setUpFinish"), tr("&Finish, and sign in")))
{
    setObjectName(QStringLiteral("sharesPage"));
    m_state->set(tr("Print the recovery sheets now"), tr("They cannot be shown again. Give each to its holder, in an "
                                                         "envelope. Any %1 of the %2 together can open the records.")
                                                          .arg(request.threshold)
                                                          .arg(request.shares));
    auto* open = button(QStringLiteral("openShares"), tr("&Show, print or save the sheets\u2026"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.9));
    column->addWidget(textLabel(tr("%1 is set up.").arg(m_school)));
    column->addWidget(m_state);
    for (const auto& share : answer.shares)
        column->addWidget(textLabel(tr("Sheet %1: %2").arg(share.index).arg(share.holder)));
    column->addWidget(open, 0, Qt::AlignLeft);
    if (!answer.unconfirmed.empty()) {
        auto* card = new Card(tr("Not known yet"));
        for (const auto& problem : answer.unconfirmed)
            card->content()->addWidget(textLabel(problem.sentence));
        column->addWidget(card);
    }
    column->addWidget(m_finish, 0, Qt::AlignLeft);
    m_finish->setEnabled(false);
    m_finish->setAccessibleDescription(tr("Possible once the recovery sheets are printed or saved"));
    connect(open, &QPushButton::clicked, this, &SharesPage::openPaper);
    connect(m_finish, &QPushButton::clicked, this, &SharesPage::finished);
}

void SharesPage::openPaper()
{
    std::vector<report::Document> sheets;
    for (const auto& share : m_answer.shares)
        sheets.push_back(report::recoveryShare(session::pageOf(share, m_school, m_madeBy, platform::now())));
    auto* dialog = new PaperDialog(tr("Recovery sheets"), tr("Heed recovery sheet"), std::move(sheets), this);
    connect(dialog, &PaperDialog::printed, this, &SharesPage::done);
    connect(dialog, &PaperDialog::saved, this, &SharesPage::done);
    dialog->open();
}

void SharesPage::done()
{
    m_finish->setEnabled(true);
    m_state->setTone(Banner::Tone::Tell);
    m_state->set(tr("The sheets are out"),
                 tr("If you saved them as files: print them, give them out, and delete the files. Then finish."));
}

} // namespace heed::gui::signin
