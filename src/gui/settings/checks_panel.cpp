#include "gui/settings/checks_panel.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/settings/continuity_card.h"
#include "gui/settings/sheet_card.h"
#include "gui/widgets/kit.h"

#include <QVBoxLayout>

namespace heed::gui::settings {

ChecksPanel::ChecksPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_verify(primaryButton(QStringLiteral("verifyButton"), tr("Check everything")))
    , m_rebuild(button(QStringLiteral("rebuildButton"), tr("Build the casebook again")))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("verifyAnswer")))
    , m_busy(new Busy(QStringLiteral("verifyBusy")))
    , m_progress(new ProgressLine(m_busy))
    , m_column(new QVBoxLayout(this))
{
    m_answer->hide();
    auto* card = new Card(tr("Is the record whole?"));
    card->content()->addWidget(textLabel(tr("Heed goes through every signed file and every entry: signatures, chains, "
                                            "gaps, and what this computer remembers of them.")));
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_verify);
    if (context.isReader()) {
        buttons->addWidget(m_rebuild);
        m_rebuild->setAccessibleDescription(
            tr("The casebook is made from the record, and can be made again at any time"));
    } else {
        delete m_rebuild;
        m_rebuild = nullptr;
    }
    card->content()->addLayout(buttons);
    card->content()->addWidget(m_busy);
    card->content()->addWidget(m_answer);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(em(1));
    m_column->addWidget(card);
    m_column->addWidget(new SheetCard(context));
    m_column->addWidget(new ContinuityCard(context));
    connect(m_verify, &QPushButton::clicked, this, &ChecksPanel::verify);
    if (m_rebuild)
        connect(m_rebuild, &QPushButton::clicked, this, &ChecksPanel::rebuild);
}

void ChecksPanel::setBusy(bool busy)
{
    m_verify->setEnabled(!busy);
    if (m_rebuild)
        m_rebuild->setEnabled(!busy);
    if (busy)
        return;
    m_progress->finish();
    m_verify->setFocus(); // it went when the button was disabled
}

void ChecksPanel::verify()
{
    m_answer->hide();
    setBusy(true);
    const auto progress = m_progress->start(tr("Checking\u2026"), true);
    m_context.thread->ask(
        this, [progress](session::Session& session) { return session::verify(session, progress); },
        [this](const model::Expected<session::Verification>& answer) {
            setBusy(false);
            if (answer)
                tell(*answer);
            else if (answer.error().code != model::ErrorCode::Cancelled) {
                m_answer->setTone(Banner::Tone::Danger);
                m_answer->announce(tr("The check was not done"), answer.error().message);
            }
        });
}

void ChecksPanel::tell(const session::Verification& verification)
{
    delete m_details;
    m_details = new QWidget;
    auto* column = new QVBoxLayout(m_details);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    const auto list = [column](const QString& title, const QStringList& lines, const QString& mark) {
        if (lines.isEmpty())
            return;
        auto* card = new Card(title);
        for (const auto& line : lines)
            card->content()->addWidget(textLabel(mark + line));
        column->addWidget(card);
    };
    QStringList found;
    for (const auto& finding : verification.findings)
        found << QStringList{finding.place.isEmpty() ? finding.sentence
                                                     : finding.place + QStringLiteral(": ") + finding.sentence,
                             finding.entry.isEmpty() ? QString() : tr("As far as is known: %1.").arg(finding.entry)}
                     .join(u'\n')
                     .trimmed();
    list(tr("Found"), found, QStringLiteral("\u26a0 "));
    list(tr("Checked"), verification.checks, QStringLiteral("\u2713 "));
    list(tr("Could not be checked"), verification.notDone, QStringLiteral("\u2013 "));
    m_column->insertWidget(1, m_details); // below the check, above the other card
    const bool well = verification.findings.empty();
    m_answer->setTone(well ? Banner::Tone::Tell : Banner::Tone::Danger);
    m_answer->announce(
        well ? tr("All is well") : tr("Something is wrong"),
        well ? tr("%1 entries were checked.").arg(verification.entries)
             : tr("%1 entries were checked, and %2 things found. Tell whoever looks after Heed, and keep a backup.")
                   .arg(verification.entries)
                   .arg(verification.findings.size()));
}

void ChecksPanel::rebuild()
{
    m_answer->hide();
    setBusy(true);
    const auto progress = m_progress->start(tr("Building the casebook again\u2026"), true);
    m_context.thread->ask(
        this, [progress](session::Session& session) { return session::rebuildCasebook(session, progress); },
        [this](const model::Result& result) {
            setBusy(false);
            m_answer->setTone(result ? Banner::Tone::Tell : Banner::Tone::Danger);
            if (result)
                m_answer->announce({}, tr("The casebook was built again from the record."));
            else if (result.error().code != model::ErrorCode::Cancelled)
                m_answer->announce(tr("It was not built again"), result.error().message);
        });
}

} // namespace heed::gui::settings
