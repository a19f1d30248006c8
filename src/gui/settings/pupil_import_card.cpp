#include "gui/settings/pupil_import_card.h"
#include "gui/frame/look.h"
#include "gui/frame/progress.h"
#include "gui/log/tick.h"
#include "gui/settings/column_choices.h"
#include "gui/settings/plain_table.h"
#include "gui/settings/reading_choices.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/scroller.h"
#include "platform/atomic_file.h"
#include "register/field_words.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QTableWidget>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

constexpr int mostShown = 500; // rows of a preview
constexpr std::size_t mostAsked = 40;
constexpr int tableHeight = 18; // em

QString told(const std::vector<pupils::Change>& changes)
{
    QStringList lines;
    for (const auto& change : changes)
        lines << PupilImportCard::tr("%1: %2 \u2192 %3")
                     .arg(pupils::fieldWords(change.field),
                          change.before.isEmpty() ? PupilImportCard::tr("nothing") : change.before,
                          change.after.isEmpty() ? PupilImportCard::tr("nothing") : change.after);
    return lines.join(u'\n');
}

/// "9B, born 3 May 2012".
QString about(const model::Pupil& pupil)
{
    const auto group = pupil.className.isEmpty() && !pupil.child.yearGroup.isEmpty()
                           ? PupilImportCard::tr("year %1").arg(pupil.child.yearGroup)
                           : pupil.className;
    const auto born = pupil.child.dateOfBirth ? PupilImportCard::tr("born %1").arg(QLocale().toString(
                                                    *pupil.child.dateOfBirth, QStringLiteral("d MMM yyyy")))
                                              : PupilImportCard::tr("born on an unknown day");
    return group.isEmpty() ? born : QString(group + QStringLiteral(", ") + born);
}

} // namespace

PupilImportCard::PupilImportCard(Context& context, QWidget* parent)
    : Card(tr("Pupils from a file"), parent)
    , m_context(context)
    , m_file(textLabel({}))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("importError")))
    , m_busy(new Busy(QStringLiteral("importBusy")))
    , m_progress(new ProgressLine(m_busy))
    , m_columnsPart(new QWidget)
    , m_asLastTime(textLabel(tr("This file is read as the last one with these headings was.")))
    , m_reading(new ReadingChoices)
    , m_columns(new ColumnChoices)
    , m_whole(new log::Tick(QStringLiteral("importWhole"),
                            tr("This file names every pupil of the school: who is not in it has left")))
    , m_previewPart(new QWidget)
    , m_counts(textLabel({}))
    , m_askedPart(new QWidget)
    , m_changes(
          plainTable(QStringLiteral("importChanges"), tr("What would change"), {tr("What"), tr("Who"), tr("How")}))
    , m_shown(remarkLabel({}))
    , m_saved(remarkLabel({}))
    , m_look(primaryButton(QStringLiteral("importLook"), tr("See what would change")))
    , m_take(primaryButton(QStringLiteral("importTake"), tr("Bring them in")))
    , m_save(button(QStringLiteral("importSaveRefused"), tr("Save the refused rows\u2026")))
    , m_back(button(QStringLiteral("importBack"), tr("Back to the columns")))
{
    setObjectName(QStringLiteral("importCard"));
    m_counts->setObjectName(QStringLiteral("importCounts"));
    m_file->setObjectName(QStringLiteral("importFile"));
    m_shown->setObjectName(QStringLiteral("importShown"));
    m_asLastTime->setObjectName(QStringLiteral("importAsLastTime"));
    m_progress->setParent(this);
    m_changes->setMinimumHeight(em(tableHeight));

    auto* columns = new QVBoxLayout(m_columnsPart);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->addWidget(textLabel(tr("This is what Heed thinks each column holds. Put right what is wrong; nothing has "
                                    "been changed yet.")));
    columns->addWidget(m_asLastTime);
    columns->addWidget(m_reading);
    columns->addWidget(m_columns);
    columns->addWidget(m_look, 0, Qt::AlignLeft);

    auto* part = new QVBoxLayout(m_previewPart);
    part->setContentsMargins(0, 0, 0, 0);
    for (auto* each : std::initializer_list<QWidget*>{m_counts, m_whole, m_askedPart, m_changes, m_shown})
        part->addWidget(each);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_take);
    buttons->addWidget(m_save);
    buttons->addWidget(m_back);
    part->addLayout(buttons);
    part->addWidget(m_saved);
    m_saved->setObjectName(QStringLiteral("importSaved"));
    (new QVBoxLayout(m_askedPart))->setContentsMargins(0, 0, 0, 0);

    auto* cancel = button(QStringLiteral("importCancel"), tr("Leave the register as it is"));
    for (auto* widget : std::initializer_list<QWidget*>{m_file, m_error, m_busy, m_columnsPart, m_previewPart})
        content()->addWidget(widget);
    content()->addWidget(cancel, 0, Qt::AlignLeft);
    m_error->hide();
    hide();

    connect(m_reading, &ReadingChoices::textChanged, this, &PupilImportCard::lookAgain);
    connect(m_look, &QPushButton::clicked, this, [this] { preview(); });
    connect(m_whole->box(), &QCheckBox::clicked, this, [this] { preview(request().decisions); });
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_previewPart->hide();
        m_columnsPart->show();
        m_look->setFocus();
    });
    connect(m_take, &QPushButton::clicked, this, &PupilImportCard::bringIn);
    connect(m_save, &QPushButton::clicked, this, &PupilImportCard::saveRefused);
    connect(cancel, &QPushButton::clicked, this, &PupilImportCard::leave);
}

void PupilImportCard::chooseFile()
{
    auto* dialog = named(new QFileDialog(this, tr("Choose the file with the pupils")), QStringLiteral("importDialog"),
                         tr("Choose the file with the pupils"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("CTF and CSV files (*.xml *.csv *.txt *.tsv)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &PupilImportCard::look);
    dialog->open();
}

void PupilImportCard::look(const QString& path)
{
    m_path = path;
    m_mapping.reset();
    m_columns->reset();
    m_reading->reset();
    m_whole->setChecked(false);
    m_error->hide();
    m_columnsPart->hide();
    m_previewPart->hide();
    m_file->setText(QFileInfo(path).fileName());
    show();
    const auto progress = m_progress->start(tr("Looking at the file\u2026"), false);
    m_context.thread->ask(
        this, [path](session::Session&) { return session::lookAtFile(path); },
        [this, path](const model::Expected<session::FileLook>& found) {
            if (path != m_path)
                return;
            m_progress->finish();
            if (!found)
                fail(found.error());
            else if (found->isCsv)
                showColumns(*found);
            else
                preview();
        });
}

/// The same file, with another encoding or delimiter.
void PupilImportCard::lookAgain()
{
    m_error->hide();
    const auto progress = m_progress->start(tr("Looking at the file\u2026"), false);
    m_context.thread->ask(
        this,
        [path = m_path, given = m_reading->given()](session::Session&) { return session::lookAtFile(path, given); },
        [this, path = m_path](const model::Expected<session::FileLook>& found) {
            if (path != m_path)
                return;
            m_progress->finish();
            found ? showColumns(*found) : fail(found.error());
        });
}

void PupilImportCard::showColumns(const session::FileLook& found)
{
    const auto& look = found.look;
    m_mapping = look.mapping;
    m_asLastTime->setVisible(found.asLastTime);
    m_reading->take(look.mapping);
    m_columns->take(look);
    const bool isFirst = !m_columnsPart->isVisible();
    m_columnsPart->show();
    if (!isFirst)
        return;
    m_look->setFocus();
    showFromTop(this);
}

session::ImportRequest PupilImportCard::request() const
{
    session::ImportRequest request;
    request.path = m_path;
    request.mapping = m_mapping;
    if (request.mapping) {
        request.mapping->columns = m_columns->columns();
        request.given = m_reading->given();
    }
    request.whole = m_whole->isChecked();
    // An empty id is a new pupil; no id at all is not decided.
    for (const auto& [line, choice] : m_asked)
        if (const auto who = choice->currentData(); who.isValid())
            request.decisions[line] = who.toString();
    return request;
}

void PupilImportCard::preview(const pupils::Decisions& decided)
{
    m_error->hide();
    m_take->setEnabled(false);
    m_asked.clear();
    const auto progress = m_progress->start(tr("Reading the file\u2026"), true);
    m_context.thread->ask(
        this,
        [progress, wanted = request()](session::Session& session) {
            return session::previewImport(session, wanted, progress);
        },
        [this, decided](const model::Expected<session::ImportPreview>& answer) {
            m_progress->finish();
            answer ? showPreview(*answer, decided) : fail(answer.error());
        });
}

void PupilImportCard::showPreview(const session::ImportPreview& preview, const pupils::Decisions& decided)
{
    const auto& plan = preview.plan;
    m_looked = {preview.fingerprint, preview.registerState};
    m_refused = preview.refusedCsv;
    auto counts =
        tr("%1 new, %2 changed, %3 have left, %4 as they were, %5 refused, %6 to be decided. Nothing has been "
           "changed yet.")
            .arg(plan.added.size())
            .arg(plan.changed.size())
            .arg(plan.left.size())
            .arg(plan.unchanged)
            .arg(plan.refused.size())
            .arg(plan.asked.size());
    if (plan.left.size() > plan.changed.size() + static_cast<std::size_t>(plan.unchanged))
        counts += u' ' + tr("More than half of the register would have left: is this the right file?");
    m_counts->setText(counts);
    m_changes->setRowCount(0);
    const auto add = [this](const QString& what, const QString& who, const QString& how) {
        if (m_changes->rowCount() < mostShown)
            addRow(m_changes, {what, who, how});
    };
    for (const auto& one : plan.refused)
        add(tr("Refused"), tr("Line %1").arg(one.line), one.reason);
    for (const auto& one : plan.left)
        add(tr("Left"), model::nameOf(one.after.child), tr("No longer in the file. Their records stay."));
    for (const auto& one : plan.changed)
        add(tr("Changed"), model::nameOf(one.after.child), told(one.changes));
    for (const auto& one : plan.added) {
        QStringList how;
        if (preview.isCsv && preview.mapping.partsNames())
            how << partedWords(one.after.child.forename, one.after.child.surname);
        if (!one.after.className.isEmpty())
            how << tr("Class %1").arg(one.after.className);
        add(tr("New"), model::nameOf(one.after.child), how.join(u'\n'));
    }
    m_changes->resizeRowsToContents();
    const auto all = plan.refused.size() + plan.left.size() + plan.changed.size() + plan.added.size();
    m_shown->setText(tr("The first %1 of %2 are shown.").arg(m_changes->rowCount()).arg(all));
    m_shown->setVisible(all > static_cast<std::size_t>(mostShown));
    m_changes->setVisible(all > 0);
    askAbout(preview, decided);
    m_save->setVisible(!m_refused.isEmpty());
    m_saved->hide();
    m_back->setVisible(m_mapping.has_value());
    m_columnsPart->hide();
    m_previewPart->show();
    m_take->setEnabled(true);
    if (m_whole->box()->hasFocus())
        return;
    // What has to be read or decided comes before the button that does it.
    QWidget* first = m_asked.empty() ? static_cast<QWidget*>(m_changes) : m_asked.begin()->second;
    (first->isHidden() ? m_take : first)->setFocus();
    showFromTop(this);
}

void PupilImportCard::askAbout(const session::ImportPreview& preview, const pupils::Decisions& decided)
{
    while (auto* item = m_askedPart->layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const auto& one : preview.plan.asked) {
        if (m_asked.size() >= mostAsked)
            break;
        auto* choice = new CalmComboBox;
        choice->addItem(tr("Decide later: leave as it is"));
        if (one.canBeNew)
            choice->addItem(tr("A new pupil"), QString());
        for (const auto& candidate : one.candidates)
            choice->addItem(tr("The same as %1, %2").arg(model::nameOf(candidate.child), about(candidate)),
                            candidate.child.id);
        if (const auto before = decided.find(one.line); before != decided.end())
            choice->setCurrentIndex(std::max(0, choice->findData(before->second)));
        m_askedPart->layout()->addWidget(
            new Field(QStringLiteral("importAsked%1").arg(one.line),
                      tr("Who is %1 (line %2)?").arg(model::nameOf(one.pupil.child)).arg(one.line), choice,
                      one.why + u' ' + tr("In the file: %1.").arg(about(one.pupil))));
        m_asked[one.line] = choice;
    }
    if (preview.plan.asked.size() > m_asked.size())
        m_askedPart->layout()->addWidget(
            remarkLabel(tr("%1 more are to be decided. Bring these in, and choose the file again for the others.")
                            .arg(preview.plan.asked.size() - m_asked.size())));
    m_askedPart->setVisible(!m_asked.empty());
}

void PupilImportCard::bringIn()
{
    if (m_busy->isBusy())
        return;
    m_error->hide();
    m_take->setEnabled(false);
    const auto progress = m_progress->start(tr("Writing the register\u2026"), true);
    m_context.thread->ask(
        this,
        [progress, wanted = request(), looked = m_looked](session::Session& session) {
            return session::importPupils(session, wanted, looked, progress);
        },
        [this](const model::Expected<session::ImportPreview>& done) {
            m_progress->finish();
            m_take->setEnabled(true);
            if (!done)
                return fail(done.error());
            const auto& plan = done->plan;
            auto sentence = tr("%1 new, %2 changed, %3 have left. The import is part of the record.")
                                .arg(plan.added.size())
                                .arg(plan.changed.size())
                                .arg(plan.left.size());
            if (const auto open = plan.refused.size() + plan.asked.size(); open > 0)
                sentence += u' ' + tr("%1 rows were not brought in: refused, or not decided.").arg(open);
            close();
            Q_EMIT imported(sentence);
        });
}

void PupilImportCard::saveRefused()
{
    auto* dialog = named(new QFileDialog(this, tr("Save the refused rows")), QStringLiteral("importRefusedDialog"),
                         tr("Save the refused rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(QStringLiteral("refused.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (const auto saved = platform::replaceFile(path, m_refused, platform::privateFile); !saved)
            return fail(saved.error());
        m_saved->setText(tr("Saved as %1. Correct the rows there, bring that file in, and then delete it: it names "
                            "children.")
                             .arg(QFileInfo(path).fileName()));
        m_saved->show();
    });
    dialog->open();
}

void PupilImportCard::fail(const model::Error& error)
{
    m_error->announce(tr("Nothing was changed"), error.message);
}

/// What is being read or written is stopped first, and its answer says so.
void PupilImportCard::leave()
{
    if (!m_busy->isBusy() || !m_progress->stop())
        close();
}

void PupilImportCard::close()
{
    m_progress->finish();
    m_path.clear();
    hide();
    Q_EMIT closed();
}

} // namespace heed::gui::settings
