#include "gui/settings/pupils_panel.h"
#include "gui/frame/look.h"
#include "gui/settings/new_year_card.h"
#include "gui/settings/pupil_import_card.h"
#include "gui/settings/pupil_page.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/scroller.h"
#include "platform/clock.h"
#include "rules/words.h"
#include "session/register_history.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <chrono>
#include <utility>

namespace heed::gui::settings {
namespace {

constexpr std::size_t mostShown = 200;
constexpr int tableHeight = 20; // em
constexpr auto typingPause = std::chrono::milliseconds(60);

QTableWidget* makeTable()
{
    auto* table = named(new QTableWidget(0, 5), QStringLiteral("pupilsTable"), PupilsPanel::tr("Pupils"));
    table->setHorizontalHeaderLabels({PupilsPanel::tr("Surname"), PupilsPanel::tr("Forename"), PupilsPanel::tr("Class"),
                                      PupilsPanel::tr("Born"), PupilsPanel::tr("State")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    // The names take what there is; class and birth, which tell namesakes apart, are whole.
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int name : {0, 1})
        table->horizontalHeader()->setSectionResizeMode(name, QHeaderView::Stretch);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setMinimumHeight(em(tableHeight));
    return table;
}

} // namespace

PupilsPanel::PupilsPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("pupilsAnswer")))
    , m_list(new QWidget)
    , m_page(new PupilPage(context))
    , m_import(primaryButton(QStringLiteral("pupilsImport"), tr("Bring in from a file\u2026")))
    , m_add(button(QStringLiteral("pupilsAdd"), tr("Add a pupil\u2026")))
    , m_newYear(button(QStringLiteral("pupilsNewYear"), tr("New school year\u2026")))
    , m_correct(button(QStringLiteral("pupilsCorrect"), tr("Open the chosen pupil\u2026")))
    , m_importCard(new PupilImportCard(context))
    , m_newYearCard(new NewYearCard(context))
    , m_last(remarkLabel({}))
    , m_find(new QLineEdit)
    , m_count(remarkLabel({}))
    , m_table(makeTable())
{
    m_count->setObjectName(QStringLiteral("pupilsCount"));
    m_last->setObjectName(QStringLiteral("pupilsLast"));
    m_last->hide();
    m_answer->setDismissible(true);
    m_answer->hide();
    m_correct->setEnabled(false);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);

    auto* buttons = new FlowLayout;
    for (auto* each : {m_import, m_add, m_newYear})
        buttons->addWidget(each);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(em(0.8));
    for (auto* each : std::initializer_list<QWidget*>{m_answer, m_list, m_page})
        whole->addWidget(each);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.8));
    column->addWidget(
        textLabel(tr("Everybody finds a pupil here by name, class or year while they write a concern, and "
                     "sees no more than name, class, year and date of birth. The rest is for the "
                     "safeguarding leads.")));
    column->addLayout(buttons);
    for (auto* each : std::initializer_list<QWidget*>{m_last, m_importCard, m_newYearCard})
        column->addWidget(each);
    column->addWidget(new Field(QStringLiteral("pupilsFind"), tr("Find a pupil"), m_find,
                                tr("Name in any order, class or year; a wrong letter does not matter.")));
    column->addWidget(m_count);
    column->addWidget(m_table);
    column->addWidget(m_correct, 0, Qt::AlignLeft);
    listen();
}

void PupilsPanel::listen()
{
    connect(m_import, &QPushButton::clicked, m_importCard, &PupilImportCard::chooseFile);
    connect(m_importCard, &PupilImportCard::imported, this, &PupilsPanel::tell);
    connect(m_importCard, &PupilImportCard::closed, m_import, qOverload<>(&QWidget::setFocus));
    connect(m_add, &QPushButton::clicked, this, [this] { m_page->open({}); });
    connect(m_correct, &QPushButton::clicked, this, &PupilsPanel::correctChosen);
    connect(m_table, &QTableWidget::itemActivated, this, &PupilsPanel::correctChosen);
    connect(m_page, &PupilPage::opened, this, [this] {
        m_answer->hide();
        m_list->hide();
    });
    connect(m_page, &PupilPage::closed, this, [this] {
        m_list->show();
        m_find->setFocus();
    });
    connect(m_page, &PupilPage::saved, this, &PupilsPanel::tell);
    connect(m_newYear, &QPushButton::clicked, m_newYearCard, &NewYearCard::open);
    connect(m_newYearCard, &NewYearCard::begun, this, &PupilsPanel::tell);
    connect(m_newYearCard, &NewYearCard::closed, m_newYear, qOverload<>(&QWidget::setFocus));
    connect(m_find, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &PupilsPanel::find);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_correct->setEnabled(!m_table->selectedItems().isEmpty()); });
}

void PupilsPanel::storeDraft()
{
    m_page->storeDraft();
}

void PupilsPanel::reload()
{
    if (!std::exchange(m_hasLooked, true))
        m_page->loadDraft();
    loadHistory();
    find();
}

void PupilsPanel::find()
{
    const auto typed = m_find->text().simplified();
    m_context.thread->ask(
        this,
        [typed](session::Session& session) -> model::Expected<std::vector<session::FoundPupil>> {
            if (!typed.isEmpty())
                return session::findPupils(session, typed, static_cast<int>(mostShown));
            HEED_TAKE(const auto all, session::pupils(session));
            std::vector<session::FoundPupil> found;
            for (const auto& one : all)
                found.push_back({one.child.id, one.child.forename, one.child.surname, one.child.dateOfBirth,
                                 one.child.yearGroup, one.className, one.child.onRoll != false});
            return found;
        },
        [this, typed](const model::Expected<std::vector<session::FoundPupil>>& found) {
            if (found && typed == m_find->text().simplified())
                fill(*found, !typed.isEmpty());
            else if (!found)
                m_count->setText(found.error().message);
        });
}

void PupilsPanel::fill(const std::vector<session::FoundPupil>& pupils, bool searched)
{
    m_table->setRowCount(0);
    const auto shown = std::min(mostShown, pupils.size());
    m_table->setRowCount(static_cast<int>(shown));
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& one = pupils[i];
        const QStringList cells{
            one.surname, one.forename, one.className.isEmpty() ? tr("Year %1").arg(one.yearGroup) : one.className,
            one.dateOfBirth ? QLocale().toString(*one.dateOfBirth, QStringLiteral("d MMM yyyy")) : QString(),
            one.onRoll ? tr("On roll") : tr("Has left")};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells.at(column));
            item->setData(Qt::UserRole, one.id);
            m_table->setItem(static_cast<int>(i), column, item);
        }
    }
    m_table->scrollToTop(); // the best match stands first
    m_correct->setEnabled(false);
    if (pupils.empty())
        m_count->setText(searched
                             ? tr("Nobody of that name. Try fewer letters.")
                             : tr("The register is empty: bring the pupils in from the school\u2019s own system."));
    else if (shown < pupils.size())
        m_count->setText(tr("%1 of %2. Type a name to find the others.").arg(shown).arg(pupils.size()));
    else
        m_count->setText(tr("%1 pupils").arg(shown));
}

void PupilsPanel::correctChosen()
{
    const auto* item = m_table->currentItem();
    if (!item)
        return;
    m_context.thread->ask(
        this,
        [id = item->data(Qt::UserRole).toString()](session::Session& session) { return session::pupil(session, id); },
        [this](const model::Expected<model::Pupil>& pupil) {
            if (pupil)
                m_page->open(*pupil);
            else
                tell(pupil.error().message);
        });
}

/// When many pupils were changed at once for the last time, under the buttons.
void PupilsPanel::loadHistory()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::registerHistory(session, 1); },
        [this](const model::Expected<std::vector<session::RegisterChange>>& found) {
            if (!found || found->empty())
                return m_last->hide();
            const auto& one = found->front();
            const auto day = rules::inWords(platform::inSchoolTime(one.at).date());
            m_last->setText(one.isNewYear ? tr("Last: %1 began a school year on %2. %3 went on, %4 left.")
                                                .arg(one.who, day)
                                                .arg(one.what.changed)
                                                .arg(one.what.left)
                                          : tr("Last: %1 brought in %2 on %3. %4 new, %5 changed, %6 left, %7 refused.")
                                                .arg(one.who, one.what.file, day)
                                                .arg(one.what.registered)
                                                .arg(one.what.changed)
                                                .arg(one.what.left)
                                                .arg(one.what.refused));
            m_last->show();
        });
}

void PupilsPanel::tell(const QString& sentence)
{
    m_answer->announce({}, sentence);
    showFromTop(this);
    reload();
}

bool PupilsPanel::isChanged() const
{
    return m_importCard->isOpen() || m_page->isChanged();
}

} // namespace heed::gui::settings
