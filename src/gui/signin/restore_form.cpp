#include "gui/signin/restore_form.h"
#include "gui/frame/progress.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
#include <QStandardPaths>

namespace heed::gui::signin {

QString backupWords(const session::BackupRow& row)
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const auto entries = row.entries == 1 ? RestoreForm::tr("1 entry")
                                          : RestoreForm::tr("%1 entries").arg(english.toString(row.entries));
    return RestoreForm::tr("%1: %2, %3")
        .arg(rules::inWords(row.at), entries, english.formattedDataSize(row.bytes, 0, QLocale::DataSizeSIFormat));
}

RestoreForm::RestoreForm(session::SessionThread* thread, const QString& member, QWidget* parent)
    : Card(tr("Go back to a backup"), parent)
    , m_thread(thread)
    , m_which(new CalmComboBox)
    , m_whichField(new Field(QStringLiteral("restoreWhich"), tr("Backup"), m_which))
    , m_path(new QLineEdit)
    , m_pathField(new Field(QStringLiteral("restorePath"), tr("New folder"), m_path,
                            tr("It is made beside what is there. Nothing that is there is changed.")))
    , m_name(new QLineEdit(member))
    , m_password(new QLineEdit)
    , m_go(button(QStringLiteral("restoreGo"), tr("Check it and make the new folder")))
    , m_open(primaryButton(QStringLiteral("restoreOpen"), tr("Open it")))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("restoreAnswer")))
    , m_busy(new Busy(QStringLiteral("restoreBusy")))
    , m_progress(new ProgressLine(m_busy))
{
    setObjectName(QStringLiteral("restoreForm"));
    m_answer->hide();
    m_answer->addButton(m_open);
    m_password->setEchoMode(QLineEdit::Password);
    auto* elsewhere = button(QStringLiteral("restoreElsewhere"), tr("Look in another folder\u2026"));
    std::vector<Field*> who{
        new Field(QStringLiteral("restoreName"), tr("Name of a colleague who was in it"), m_name),
        new Field(QStringLiteral("restorePassword"), tr("Their password at that time"), m_password)};
    content()->addWidget(textLabel(
        tr("For when the records are damaged or gone. A new folder is made from the backup, checked, and then "
           "offered. What was written after the backup is not in it.")));
    content()->addWidget(m_whichField);
    content()->addWidget(elsewhere, 0, Qt::AlignLeft);
    content()->addWidget(m_pathField);
    content()->addWidget(textLabel(tr("With a name and password Heed also checks every entry that they can open. "
                                      "Without, it checks the files and their signatures.")));
    content()->addWidget(new FieldGrid(who, 14));
    content()->addWidget(m_go, 0, Qt::AlignLeft);
    content()->addWidget(m_busy);
    content()->addWidget(m_answer);
    connect(elsewhere, &QPushButton::clicked, this, &RestoreForm::chooseFolder);
    connect(m_which, &QComboBox::currentIndexChanged, this, &RestoreForm::suggest);
    connect(m_go, &QPushButton::clicked, this, &RestoreForm::restore);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(m_made); });
    connect(m_path, &QLineEdit::textEdited, m_pathField, &Field::clearError);
}

QWidget* RestoreForm::first() const
{
    return m_which;
}

void RestoreForm::setVault(const QString& vault)
{
    m_vault = vault;
    list(m_place.isEmpty() ? vault : m_place);
}

void RestoreForm::chooseFolder()
{
    auto* dialog = named(new QFileDialog(this, tr("Where the backups are")), QStringLiteral("restoreDialog"),
                         tr("Where the backups are"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &RestoreForm::list);
    dialog->open();
}

void RestoreForm::list(const QString& folder)
{
    m_place = folder;
    m_thread->post(
        this, [folder] { return session::listBackups(folder); },
        [this, folder](const model::Expected<std::vector<session::BackupRow>>& rows) {
            if (folder != m_place)
                return;
            m_rows = rows.value_or(std::vector<session::BackupRow>());
            m_which->clear();
            for (const auto& row : m_rows)
                m_which->addItem(backupWords(row));
            m_whichField->setHint(tr("In %1").arg(folder));
            m_whichField->setError(!rows            ? rows.error().message
                                   : m_rows.empty() ? tr("There is no backup in this folder. Choose another one.")
                                                    : QString());
            suggest();
        });
}

void RestoreForm::suggest()
{
    const int index = m_which->currentIndex();
    if (index < 0 || index >= static_cast<int>(m_rows.size()) || m_path->text() != m_suggested)
        return;
    const auto day = platform::inSchoolTime(m_rows[static_cast<std::size_t>(index)].at).date().toString(Qt::ISODate);
    const auto beside = m_vault.isEmpty() ? QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                                          : QFileInfo(m_vault).dir();
    const auto name = m_vault.isEmpty() ? tr("Our school") : QFileInfo(m_vault).completeBaseName();
    m_suggested = beside.filePath(tr("%1 of %2.heed").arg(name, day));
    m_path->setText(m_suggested);
}

void RestoreForm::restore()
{
    if (m_busy->isBusy())
        return;
    m_answer->hide();
    const int index = m_which->currentIndex();
    if (index < 0) {
        m_whichField->setError(tr("Choose a folder that holds backups."));
        m_which->setFocus();
        return;
    }
    const auto path = QDir::cleanPath(m_path->text().trimmed());
    m_pathField->setError(QDir::isAbsolutePath(path) ? QString() : tr("Give the whole path of a new folder."));
    if (!m_pathField->error().isEmpty()) {
        m_path->setFocus();
        return;
    }
    m_go->setEnabled(false);
    const auto progress = m_progress->start(tr("Checking the backup\u2026"), true);
    m_thread->post(
        this,
        [folder = m_rows[static_cast<std::size_t>(index)].folder, path, name = m_name->text().simplified(),
         password = m_password->text(), progress]() -> model::Expected<session::Restored> {
            if (password.isEmpty())
                return session::restoreBackup(folder, path, progress);
            auto secret = password.toUtf8();
            auto restored = session::restoreBackup(folder, path, name, crypto::spanOf(secret), progress);
            crypto::wipe(secret);
            return restored;
        },
        [this](const model::Expected<session::Restored>& restored) {
            m_progress->finish();
            m_go->setEnabled(true);
            m_open->setVisible(restored.has_value());
            if (restored) {
                m_password->clear();
                tell(*restored);
                return;
            }
            m_go->setFocus();
            if (restored.error().code == model::ErrorCode::AlreadyExists) {
                m_pathField->setError(restored.error().message);
                m_path->setFocus();
                return;
            }
            m_answer->setTone(restored.error().code == model::ErrorCode::Cancelled ? Banner::Tone::Note
                                                                                   : Banner::Tone::Danger);
            m_answer->announce(tr("No new folder was made"), restored.error().message);
        });
}

void RestoreForm::tell(const session::Restored& restored)
{
    m_made = restored.path;
    QStringList lines{tr("%1, as it was %2, is in %3.").arg(restored.school, rules::inWords(restored.at), m_made)};
    for (const auto& check : restored.checks)
        lines << QStringLiteral("\u2713 ") + check;
    for (const auto& missing : restored.notDone)
        lines << QStringLiteral("\u2013 ") + missing;
    lines << tr("Open it and sign in. Where this computer has seen newer entries, it says what is missing, and nothing "
                "can be written yet. Keep the old folder as it is: it may show what happened.");
    m_answer->setTone(Banner::Tone::Tell);
    m_answer->announce(tr("The backup is good"), lines.join(u'\n'));
    m_open->setFocus();
}

} // namespace heed::gui::signin
