#include "gui/frame/desk_notes.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"

#include <QVBoxLayout>

namespace heed::gui {

DeskNotes::DeskNotes(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_noShares(new Banner(Banner::Tone::Warning, QStringLiteral("noShares")))
    , m_drill(new QWidget)
    , m_drillSays(remarkLabel({}))
    , m_unsent(remarkLabel({}))
{
    setObjectName(QStringLiteral("deskNotes"));
    m_column->setContentsMargins(em(0.8), 0, em(0.8), 0);
    m_column->setSpacing(em(0.5));
    m_column->addWidget(m_noShares);
    m_column->addWidget(m_drill);
    m_column->addWidget(m_unsent);
    m_unsent->setObjectName(QStringLiteral("unsentDrafts"));
    m_unsent->hide();
    auto* make = button(QStringLiteral("noSharesMake"), tr("Make recovery sheets\u2026"));
    m_noShares->addButton(make);
    m_noShares->setDismissible(true);
    m_noShares->hide();
    auto* row = new FlowLayout(m_drill);
    m_drillSays->setObjectName(QStringLiteral("drillDueSays"));
    m_drillSays->setWordWrap(false); // the row breaks before the button
    auto* go = linkButton(QStringLiteral("drillDue"), tr("Try the recovery sheets"));
    row->addWidget(m_drillSays);
    row->addWidget(go);
    m_drill->hide();
    connect(make, &QPushButton::clicked, this, &DeskNotes::recoveryWanted);
    connect(go, &QPushButton::clicked, this, &DeskNotes::recoveryWanted);
}

void DeskNotes::reload()
{
    if (!m_context.isReader())
        return;
    m_context.thread->ask(
        this, [](session::Session& session) { return session::recoveryNotices(session); },
        [this](const model::Expected<std::vector<session::RecoveryNotice>>& notices) {
            if (notices)
                tell(*notices);
        });
    m_context.thread->ask(
        this, [](session::Session& session) { return session::recoveryState(session); },
        [this](const model::Expected<session::RecoveryState>& state) {
            if (state)
                tell(*state);
        });
    m_context.thread->ask(
        this, [](session::Session& session) { return session::unsentDrafts(session); },
        [this](const model::Expected<session::UnsentDrafts>& drafts) {
            if (drafts)
                tell(*drafts);
        });
}

void DeskNotes::tell(const std::vector<session::RecoveryNotice>& notices)
{
    for (const auto& notice : notices) {
        if (m_notices.contains(notice.id))
            continue;
        auto* banner = new Banner(Banner::Tone::Danger, QStringLiteral("recoveryNotice%1").arg(m_notices.size() + 1));
        auto* seen = button(QStringLiteral("recoverySeen%1").arg(m_notices.size() + 1), tr("I have seen this"));
        seen->setAccessibleDescription(tr("Records that you know of it"));
        banner->addButton(seen);
        m_notices.insert(notice.id, banner);
        m_column->insertWidget(0, banner);
        banner->announce(tr("Somebody came in with recovery sheets, %1")
                             .arg(rules::inWords(platform::inSchoolTime(notice.at).date())),
                         notice.sentence);
        connect(seen, &QPushButton::clicked, this, [this, id = notice.id] { acknowledge(id); });
    }
}

void DeskNotes::acknowledge(const QString& id)
{
    m_context.thread->ask(
        this, [id](session::Session& session) { return session::acknowledgeRecovery(session, id); },
        [this, id](const model::Result& result) {
            if (!result) {
                Q_EMIT m_context.navigator->fail(result.error());
                return;
            }
            if (auto* banner = m_notices.take(id)) {
                banner->hide();
                banner->deleteLater();
            }
        });
}

void DeskNotes::tell(const session::RecoveryState& state)
{
    m_noShares->setVisible(!state.hasShares);
    if (!state.hasShares)
        m_noShares->set(tr("There are no recovery sheets yet"),
                        tr("If everybody who reads what is written to %1 leaves or forgets their password, nobody can "
                           "open it again. Make sheets now, while you can: it takes five minutes and a printer.")
                            .arg(model::deskTitle(state.desk)));
    m_isDrillDue = state.hasShares && state.drillIsDue;
    m_drillSays->setText(tr("The recovery sheets have not been tried this term."));
    m_drill->setVisible(m_isDrillDue && m_isOnDesk);
}

void DeskNotes::tell(const session::UnsentDrafts& drafts)
{
    constexpr int settled = 3600; // seconds: what is newer is somebody writing
    m_isUnsent = drafts.oldest && drafts.oldest->secsTo(platform::now()) >= settled;
    if (m_isUnsent) {
        const auto since = rules::inWords(platform::inSchoolTime(*drafts.oldest).date());
        m_unsent->setText(drafts.count == 1
                              ? tr("One draft lies unsent, since %1. Nobody but its author can read it: ask colleagues "
                                   "to send what they began.")
                                    .arg(since)
                              : tr("%1 drafts lie unsent, the oldest since %2. Nobody but their authors can read them: "
                                   "ask colleagues to send what they began.")
                                    .arg(drafts.count)
                                    .arg(since));
    }
    m_unsent->setVisible(m_isUnsent && m_isOnDesk);
}

void DeskNotes::setOnDesk(bool onDesk)
{
    m_isOnDesk = onDesk;
    m_unsent->setVisible(m_isUnsent && m_isOnDesk);
    m_drill->setVisible(m_isDrillDue && m_isOnDesk);
}

} // namespace heed::gui
