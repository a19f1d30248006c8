#include "gui/settings/recovery_panel.h"
#include "gui/frame/look.h"
#include "gui/settings/shares_editor.h"
#include "gui/signin/share_entries.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/paper_dialog.h"

#include "platform/clock.h"
#include "rules/words.h"
#include "session/shares.h"

#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

QString dayOf(const QDateTime& when)
{
    return rules::inWords(platform::inSchoolTime(when).date());
}

QString factsOf(const session::RecoveryState& state)
{
    if (!state.hasShares)
        return RecoveryPanel::tr("There are no recovery sheets for what is written to %1. If everybody who reads it "
                                 "leaves or forgets their password, nobody can open it again.")
            .arg(model::deskTitle(state.desk));
    QStringList lines;
    lines << RecoveryPanel::tr("Any %1 of %2 sheets together open what is written to %3 again. This is set %4.")
                 .arg(state.threshold)
                 .arg(state.holders.size())
                 .arg(model::deskTitle(state.desk))
                 .arg(state.set);
    lines << RecoveryPanel::tr("Kept by: %1.").arg(state.holders.join(QStringLiteral(", ")));
    if (state.madeAt)
        lines << RecoveryPanel::tr("Made: %1.").arg(dayOf(*state.madeAt));
    lines << (state.lastDrill ? RecoveryPanel::tr("Last tried: %1.").arg(dayOf(*state.lastDrill))
                              : RecoveryPanel::tr("Never tried yet."));
    if (state.openToOldSets > 0)
        lines << RecoveryPanel::tr("Sheets of an older set still open %1 entries that were written before. Collect and "
                                   "destroy them.")
                     .arg(state.openToOldSets);
    return lines.join(u'\n');
}

} // namespace

RecoveryPanel::RecoveryPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("recoveryAnswer")))
    , m_busy(new Busy(QStringLiteral("recoveryBusy")))
{
    m_answer->hide();
    m_context.thread->ask(
        this, [](session::Session& session) -> model::Expected<QString> { return session.vaultPath(); },
        [this](const model::Expected<QString>& path) { m_vault = path.value_or(QString()); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_answer);
    column->addWidget(makeNew());
    column->addWidget(makeState());
    column->addWidget(m_busy);
    column->addWidget(makeDrill());
    column->addWidget(makeReissue());
}

QWidget* RecoveryPanel::makeState()
{
    auto* card = new Card(tr("If every key is lost"));
    m_standing = new Banner(Banner::Tone::Warning, QStringLiteral("recoveryStanding"));
    m_standing->hide();
    m_facts = textLabel({});
    m_facts->setObjectName(QStringLiteral("recoveryFacts"));
    m_openDrill = button(QStringLiteral("recoveryDrill"), tr("Try the sheets\u2026"));
    m_openReissue = button(QStringLiteral("recoveryReissue"), tr("Make new sheets\u2026"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_openDrill);
    buttons->addWidget(m_openReissue);
    card->content()->addWidget(m_standing);
    card->content()->addWidget(m_facts);
    card->content()->addLayout(buttons);
    m_openDrill->hide();
    m_openReissue->hide();
    connect(m_openDrill, &QPushButton::clicked, this, &RecoveryPanel::openDrill);
    connect(m_openReissue, &QPushButton::clicked, this, &RecoveryPanel::openReissue);
    return card;
}

QWidget* RecoveryPanel::makeDrill()
{
    m_drill = new Card(tr("Do the sheets work?"));
    m_drill->setObjectName(QStringLiteral("drillForm"));
    m_drill->content()->addWidget(
        textLabel(tr("Ask as many holders as are needed to come with their sheet, and type each one in. Nothing is "
                     "opened and nothing is changed; that the sheets were tried stands in the record.")));
    m_tryThem = primaryButton(QStringLiteral("drillTry"), tr("Try them"));
    auto* cancel = button(QStringLiteral("drillCancel"), tr("Cancel"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_tryThem);
    buttons->addWidget(cancel);
    m_drill->content()->addLayout(buttons);
    m_drill->hide();
    connect(m_tryThem, &QPushButton::clicked, this, &RecoveryPanel::drill);
    connect(cancel, &QPushButton::clicked, this, [this] { close(m_drill, m_openDrill); });
    return m_drill;
}

QWidget* RecoveryPanel::makeReissue()
{
    m_reissue = new Card(tr("New recovery sheets"));
    m_reissue->setObjectName(QStringLiteral("reissueForm"));
    m_reissueSays = textLabel({});
    m_editor = new SharesEditor(QStringLiteral("reissue"));
    m_make = primaryButton(QStringLiteral("reissueMake"), tr("Make new sheets"));
    auto* cancel = button(QStringLiteral("reissueCancel"), tr("Cancel"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(cancel);
    m_reissue->content()->addWidget(m_reissueSays);
    m_reissue->content()->addWidget(m_editor);
    m_reissue->content()->addLayout(buttons);
    m_reissue->hide();
    connect(m_make, &QPushButton::clicked, this, &RecoveryPanel::reissue);
    connect(cancel, &QPushButton::clicked, this, [this] { close(m_reissue, m_openReissue); });
    return m_reissue;
}

QWidget* RecoveryPanel::makeNew()
{
    m_new = new Card(tr("The new sheets"));
    m_new->setObjectName(QStringLiteral("newSheets"));
    m_newSays = new Banner(Banner::Tone::Warning, QStringLiteral("newSheetsSay"));
    auto* open = primaryButton(QStringLiteral("newSheetsOpen"), tr("Show, print or save the sheets\u2026"));
    m_finish = button(QStringLiteral("newSheetsDone"), tr("The holders have them"));
    auto* buttons = new FlowLayout;
    buttons->addWidget(open);
    buttons->addWidget(m_finish);
    m_new->content()->addWidget(m_newSays);
    m_new->content()->addLayout(buttons);
    m_new->hide();
    connect(open, &QPushButton::clicked, this, &RecoveryPanel::openPaper);
    connect(m_finish, &QPushButton::clicked, this, [this] {
        m_sheets.clear();
        m_new->hide();
        m_openReissue->setFocus();
    });
    return m_new;
}

void RecoveryPanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::recoveryState(session); },
        [this](const model::Expected<session::RecoveryState>& state) {
            if (state)
                tell(*state);
            else
                answer(false, tr("This could not be read"), state.error().message);
        });
}

void RecoveryPanel::tell(const session::RecoveryState& state)
{
    m_state = state;
    const bool isWell = state.hasShares && !state.drillIsDue;
    m_standing->set({}, state.sentence);
    m_standing->setTone(isWell ? Banner::Tone::Note : Banner::Tone::Warning);
    m_standing->setVisible(!state.sentence.isEmpty());
    m_facts->setText(factsOf(state));
    m_openDrill->setVisible(state.hasShares);
    m_openReissue->setText(state.hasShares ? tr("Make new sheets\u2026") : tr("Make recovery sheets\u2026"));
    m_openReissue->setAccessibleName(m_openReissue->text());
    m_openReissue->show();
}

void RecoveryPanel::close(Card* form, QPushButton* opener)
{
    if (form == m_drill) {
        delete m_entries;
        m_entries = nullptr;
    }
    form->hide();
    opener->setFocus();
}

void RecoveryPanel::openDrill()
{
    m_answer->hide();
    m_reissue->hide();
    if (!m_entries) {
        m_entries = new signin::ShareEntries(m_context.thread, m_vault);
        m_drill->content()->insertWidget(2, m_entries);
        m_entries->show();
    }
    m_drill->show();
    m_entries->first()->setFocus();
}

void RecoveryPanel::drill()
{
    if (m_busy->isBusy())
        return;
    m_busy->start(tr("Putting the sheets together\u2026"));
    m_tryThem->setEnabled(false);
    m_context.thread->ask(
        this,
        [shares = m_entries->shares()](session::Session& session) { return session::drillShares(session, shares); },
        [this](const model::Result& result) {
            m_busy->stop();
            m_tryThem->setEnabled(true);
            if (!result) {
                answer(false, tr("These sheets would not open it"), result.error().message);
                m_tryThem->setFocus();
                return;
            }
            close(m_drill, m_openDrill);
            Q_EMIT m_context.navigator->say(tr("The recovery sheets work."));
            answer(true, tr("The sheets work"),
                   tr("They fit together and would open what is written to %1. Nothing was changed. Put them back in "
                      "their envelopes.")
                       .arg(model::deskTitle(m_state.desk)));
            reload();
        });
}

void RecoveryPanel::openReissue()
{
    m_answer->hide();
    if (m_entries)
        close(m_drill, m_openDrill);
    m_reissueSays->setText(
        m_state.hasShares
            ? tr("The sheets that are out now open nothing that is written from now on. They still open what was "
                 "written before: collect and destroy them.")
            : tr("A key is split and printed. One sheet alone opens nothing; enough of them together let somebody in "
                 "again who has this role."));
    if (m_state.hasShares)
        m_editor->set(static_cast<int>(m_state.holders.size()), m_state.threshold);
    m_editor->suggest(m_state.holders);
    m_reissue->show();
    m_editor->firstField()->setFocus();
}

void RecoveryPanel::reissue()
{
    if (m_busy->isBusy() || !m_editor->check())
        return;
    m_busy->start(tr("Making new keys\u2026"));
    m_make->setEnabled(false);
    m_context.thread->ask(
        this,
        [count = m_editor->count(), threshold = m_editor->threshold(), holders = m_editor->holders()](
            session::Session& session) { return session::reissueShares(session, count, threshold, holders); },
        [this](const model::Expected<std::vector<session::ShareSheet>>& sheets) {
            m_busy->stop();
            m_make->setEnabled(true);
            if (!sheets) {
                answer(false, tr("No sheets were made"), sheets.error().message);
                m_make->setFocus();
                return;
            }
            m_sheets = *sheets;
            m_reissue->hide();
            m_finish->setEnabled(false);
            m_newSays->setTone(Banner::Tone::Warning);
            m_newSays->announce(tr("Print the new sheets now"),
                                tr("They cannot be shown again once you lock or leave. Give each to its holder, in an "
                                   "envelope. Any %1 of the %2 together are enough.")
                                    .arg(m_sheets.front().threshold)
                                    .arg(m_sheets.size()));
            m_new->show();
            Q_EMIT m_context.navigator->say(tr("New recovery sheets were made."));
            m_new->findChild<QPushButton*>(QStringLiteral("newSheetsOpen"))->setFocus();
            reload();
        });
}

void RecoveryPanel::openPaper()
{
    std::vector<report::Document> pages;
    for (const auto& sheet : m_sheets)
        pages.push_back(report::recoveryShare(
            session::pageOf(sheet, m_context.profile.school.name, m_context.member.name, platform::now())));
    auto* dialog = new PaperDialog(tr("Recovery sheets"), tr("Heed recovery sheet"), std::move(pages), this);
    const auto out = [this] {
        m_finish->setEnabled(true);
        m_newSays->setTone(Banner::Tone::Tell);
        m_newSays->set(tr("The sheets are out"), tr("If you saved them as files: print them, give them out, and delete "
                                                    "the files. Collect and destroy the old ones."));
    };
    connect(dialog, &PaperDialog::printed, this, out);
    connect(dialog, &PaperDialog::saved, this, out);
    dialog->open();
}

void RecoveryPanel::answer(bool good, const QString& title, const QString& sentence)
{
    m_answer->setTone(good ? Banner::Tone::Tell : Banner::Tone::Danger);
    m_answer->announce(title, sentence);
}

} // namespace heed::gui::settings
