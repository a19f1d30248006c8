#include "gui/settings/backups_panel.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/signin/restore_form.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"

#include <QFileDialog>
#include <QVBoxLayout>

namespace heed::gui::settings {

BackupsPanel::BackupsPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("backupAnswer")))
    , m_failures(new Banner(Banner::Tone::Danger, QStringLiteral("backupFailures")))
    , m_last(textLabel({}))
    , m_now(primaryButton(QStringLiteral("backupNow"), tr("Back up now")))
    , m_busy(new Busy(QStringLiteral("backupBusy")))
    , m_progress(new ProgressLine(m_busy))
    , m_second(textLabel({}))
    , m_choose(button(QStringLiteral("secondPlaceChoose"), tr("Choose a folder\u2026")))
    , m_none(button(QStringLiteral("secondPlaceNone"), tr("No second place")))
    , m_restore(new signin::RestoreForm(context.thread, context.member.name))
{
    for (auto* each : {m_answer, m_failures})
        each->hide();
    m_last->setObjectName(QStringLiteral("backupLast"));
    m_second->setObjectName(QStringLiteral("secondPlace"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_answer);
    column->addWidget(m_failures);
    column->addWidget(makeLast());
    column->addWidget(makeSecond());
    column->addWidget(m_restore);
    connect(m_restore, &signin::RestoreForm::openWanted, this,
            [this](const QString& path) { Q_EMIT m_context.navigator->openVault(path); });
}

QWidget* BackupsPanel::makeLast()
{
    auto* card = new Card(tr("The last good backup"));
    card->content()->addWidget(m_last);
    card->content()->addWidget(
        remarkLabel(tr("Heed makes one by itself on each day that it is used, and checks it after it is written. It "
                       "keeps 7 of the last days, 4 of the last weeks and 12 of the last months. A backup is sealed: "
                       "who copies it cannot read it.")));
    card->content()->addWidget(m_now, 0, Qt::AlignLeft);
    card->content()->addWidget(m_busy);
    connect(m_now, &QPushButton::clicked, this, &BackupsPanel::backUp);
    return card;
}

QWidget* BackupsPanel::makeSecond()
{
    auto* card = new Card(tr("A second place"));
    card->content()->addWidget(textLabel(tr("A fire or a thief takes the computer and the backups on it. Choose a "
                                            "folder on a USB stick or on another machine; this computer remembers "
                                            "it.")));
    card->content()->addWidget(m_second);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_none);
    card->content()->addLayout(buttons);
    connect(m_choose, &QPushButton::clicked, this, &BackupsPanel::choosePlace);
    connect(m_none, &QPushButton::clicked, this, [this] { setPlace({}); });
    return card;
}

void BackupsPanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::backupStatus(session); },
        [this](const model::Expected<session::BackupStatus>& status) {
            if (status)
                tell(*status);
            else
                answer(false, tr("The backups could not be read"), status.error().message);
        });
    m_context.thread->ask(
        this, [](session::Session& session) -> model::Expected<QString> { return session.vaultPath(); },
        [this](const model::Expected<QString>& path) {
            if (path)
                m_restore->setVault(*path);
        });
}

void BackupsPanel::tell(const session::BackupStatus& status)
{
    m_last->setText(status.inVault ? signin::backupWords(*status.inVault) : tr("There is none yet. Make one now."));
    m_place = status.secondPlace;
    QString second;
    if (m_place.isEmpty())
        second = tr("None is chosen.");
    else if (status.second)
        second = tr("%1\nThe newest there: %2").arg(m_place, signin::backupWords(*status.second));
    else
        second = tr("%1\nNo backup can be seen there now. Is the stick in, is the other machine on?").arg(m_place);
    m_second->setText(second);
    m_none->setVisible(!m_place.isEmpty());
    QStringList failed;
    for (const auto& failure : status.failures)
        failed << tr("%1, %2: %3").arg(rules::inWords(failure.at), failure.place, failure.sentence);
    m_failures->set(tr("A backup did not go well"), failed.join(u'\n'));
    m_failures->setVisible(!failed.isEmpty());
}

void BackupsPanel::backUp()
{
    if (m_busy->isBusy())
        return;
    m_answer->hide();
    m_now->setEnabled(false);
    const auto progress = m_progress->start(tr("Backing up\u2026"), true);
    m_context.thread->ask(
        this, [progress](session::Session& session) { return session::backUpNow(session, progress); },
        [this](const model::Expected<session::BackupRow>& made) {
            m_progress->finish();
            m_now->setEnabled(true);
            m_now->setFocus();
            if (made)
                answer(true, tr("Backed up and checked"), signin::backupWords(*made));
            else if (made.error().code == model::ErrorCode::Cancelled)
                answer(true, {}, tr("Stopped. Nothing is left of it, and the backups before it are still there."));
            else
                answer(false, tr("It was not backed up"), made.error().message);
            reload();
        });
}

void BackupsPanel::choosePlace()
{
    auto* dialog = named(new QFileDialog(this, tr("A second place for backups")), QStringLiteral("secondPlaceDialog"),
                         tr("A second place for backups"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!m_place.isEmpty())
        dialog->setDirectory(m_place);
    connect(dialog, &QFileDialog::fileSelected, this, &BackupsPanel::setPlace);
    dialog->open();
}

void BackupsPanel::setPlace(const QString& folder)
{
    m_context.thread->ask(
        this, [folder](session::Session& session) { return session::setSecondPlace(session, folder); },
        [this, folder](const model::Result& result) {
            m_choose->setFocus();
            if (!result) {
                answer(false, tr("That folder was not taken"), result.error().message);
                return;
            }
            m_context.settings->secondBackup = folder;
            answer(true, {},
                   folder.isEmpty() ? tr("There is no second place any more.")
                                    : tr("The next backup goes there, too."));
            reload();
        });
}

void BackupsPanel::answer(bool good, const QString& title, const QString& sentence)
{
    m_answer->setTone(good ? Banner::Tone::Tell : Banner::Tone::Danger);
    m_answer->announce(title, sentence);
}

} // namespace heed::gui::settings
