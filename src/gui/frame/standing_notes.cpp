#include "gui/frame/standing_notes.h"
#include "gui/cases/inline_form.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "model/cbor.h"

#include <QVBoxLayout>

namespace heed::gui {
namespace {

constexpr qsizetype most = 6; // sentences: the page below has to be seen, too

} // namespace

StandingNotes::StandingNotes(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_banner(new Banner(Banner::Tone::Danger, QStringLiteral("standing")))
    , m_open(button(QStringLiteral("standingAccept"), tr("Go on with it as it is\u2026")))
    , m_form(new cases::InlineForm(QStringLiteral("accept"), tr("Go on with these records as they are"),
                                   {{QStringLiteral("reason"),
                                     tr("What happened, and why it is right to go on"),
                                     cases::Input::Text,
                                     tr("Say what happened."),
                                     tr("It is recorded with your name and with what is missing."),
                                     {},
                                     {}}},
                                   tr("Accept and go on")))
    , m_draft(new DraftKeeper(
          context, QStringLiteral("accept"),
          [this] { return m_form->isTouched() ? model::writeCbor(m_form->state()) : QByteArray(); }, this))
{
    setObjectName(QStringLiteral("standingNotes"));
    m_column->setContentsMargins(em(0.8), em(0.6), em(0.8), 0);
    m_column->addWidget(m_banner);
    m_column->addWidget(m_form);
    m_column->addStretch();
    m_banner->addButton(m_open);
    m_form->content()->insertWidget(
        1, textLabel(tr("From here on this is the record. What is missing does not come back by itself: authors\u2019 "
                        "slips, printed sheets and later backups show what it was. If somebody may have put an older "
                        "copy here on purpose, find out first.")));
    m_form->hide();
    hide();
    connect(m_open, &QPushButton::clicked, this, &StandingNotes::openForm);
    connect(m_form, &cases::InlineForm::submitted, this, &StandingNotes::accept);
    connect(m_form, &cases::InlineForm::edited, m_draft, &DraftKeeper::edited);
    connect(m_form, &cases::InlineForm::cancelled, this, [this] {
        m_form->clear();
        m_draft->store();
        m_form->hide();
        Q_EMIT asking(false);
        m_open->setFocus();
    });
}

void StandingNotes::reload()
{
    m_context.thread->ask(
        this,
        [](session::Session& session) -> model::Expected<session::StandingView> { return session::standing(session); },
        [this](const model::Expected<session::StandingView>& standing) {
            if (standing)
                tell(*standing);
        });
}

void StandingNotes::tell(const session::StandingView& standing)
{
    auto sentences = standing.forked + standing.missing;
    if (const auto more = sentences.size() - most; more > 0)
        sentences = sentences.mid(0, most) << tr("And %1 more.").arg(more);
    const bool isNew = isHidden() && !sentences.isEmpty();
    setVisible(!sentences.isEmpty());
    if (sentences.isEmpty()) {
        m_form->hide();
        Q_EMIT asking(false);
        return;
    }
    m_banner->set(standing.forked.isEmpty() ? tr("These records are older than what this computer has seen")
                                            : tr("These records have two histories"),
                  sentences.join(u'\n') + u'\n' +
                      (standing.mayAccept
                           ? tr("They can be read and not written to. If a backup was put back, a safeguarding lead "
                                "goes on with it here.")
                           : tr("They can be read and not written to. Write on paper meanwhile, and tell a "
                                "safeguarding lead and IT.")));
    m_open->setVisible(standing.mayAccept);
    if (!isNew)
        return;
    m_banner->announce(m_banner->title(), m_banner->text());
    if (standing.mayAccept)
        m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
}

void StandingNotes::beforeLock()
{
    m_draft->store();
}

bool StandingNotes::takeDraft(const QByteArray& draft)
{
    if (draft.isEmpty() || m_form->isTouched())
        return false;
    const auto state = model::parseCbor(draft, tr("The draft"));
    if (!state)
        return false;
    m_form->restore(*state);
    openForm();
    return true;
}

void StandingNotes::openForm()
{
    m_form->show();
    Q_EMIT asking(true);
    m_form->focusFirst();
}

void StandingNotes::accept()
{
    m_form->setBusy(true);
    m_context.thread->ask(
        this,
        [reason = m_form->text(QStringLiteral("reason"))](session::Session& session) {
            return session::acceptVault(session, reason);
        },
        [this](const model::Result& result) {
            if (!result) {
                m_form->showError(result.error().message);
                return;
            }
            m_form->setBusy(false);
            m_form->clear();
            m_draft->store();
            m_form->hide();
            Q_EMIT asking(false);
            hide();
            Q_EMIT m_context.navigator->say(tr("Accepted. It stands in the record."));
            Q_EMIT accepted();
        });
}

} // namespace heed::gui
