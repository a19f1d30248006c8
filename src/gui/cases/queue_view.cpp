#include "gui/cases/queue_view.h"

#include "gui/cases/cell_delegate.h"
#include "gui/cases/chosen_bar.h"
#include "gui/cases/filter_bar.h"
#include "gui/cases/found_delegate.h"
#include "gui/cases/queue_model.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int clockPause = 60'000;   // ms
constexpr int mostClocks = 100;      // rows whose clocks are read at once
constexpr qint64 mostCounted = 1000; // of a filter: beyond, nobody wants to know how many
constexpr int fewestRows = 4;        // that are seen at least; where there is less room, the page scrolls

QString number(qint64 count)
{
    static const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    return english.toString(count);
}

QString countsText(const session::QueueCounts& counts)
{
    QStringList parts{u"%1 waiting"_s.arg(number(counts.waiting)), u"%1 open"_s.arg(number(counts.open)),
                      u"%1 closed"_s.arg(number(counts.closed))};
    if (counts.overdueActions > 0)
        parts << u"%1 with something overdue"_s.arg(number(counts.overdueActions));
    return parts.join(u"  ·  "_s);
}

QString narrowedText(qint64 count, const QString& words)
{
    if (count > mostCounted)
        return u"More than %1: %2"_s.arg(number(mostCounted), words);
    return u"%1 found: %2"_s.arg(number(count), words);
}

} // namespace

QueueView::QueueView(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QueueModel(
          [this](const QueueModel::Wanted& wanted, QueueModel::Answer answer) {
              m_context.thread->ask(
                  this,
                  [wanted](session::Session& session) {
                      return session::queue(session, wanted.filter, wanted.after, wanted.limit);
                  },
                  std::move(answer));
          },
          this))
    , m_filters(new FilterBar(context, this))
    , m_table(new QTableView(this))
    , m_chosen(new ChosenBar(context, this))
    , m_counts(textLabel({}, this))
    , m_narrowed(textLabel({}, this))
    , m_empty(textLabel({}, this))
    , m_nothing(makeEmpty())
    , m_error(new Banner(Banner::Tone::Warning, u"queue.error"_s, this))
{
    setObjectName(u"queueView"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(1));
    layout->setSpacing(em(0.8));
    layout->addWidget(titleLabel(u"Cases"_s, this));
    m_counts->setObjectName(u"queue.counts"_s);
    layout->addWidget(m_counts);
    layout->addWidget(m_error);
    m_error->hide();
    layout->addWidget(m_filters);
    m_narrowed->setObjectName(u"queue.narrowed"_s);
    layout->addWidget(m_narrowed);
    m_narrowed->hide();
    makeTable();
    layout->addWidget(m_table, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_chosen);
    m_nothing->hide();

    connect(m_filters, &FilterBar::changed, this, &QueueView::narrow);
    connect(m_filters, &FilterBar::searchDone, this, [this] {
        m_goToTable = m_model->isLoading();
        if (!m_goToTable && m_table->isVisible())
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_chosen, &ChosenBar::done, this, &QueueView::reload);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_filters, &FilterBar::focusSearch);
    connect(m_model, &QueueModel::failed, this,
            [this](const model::Error& error) { m_error->announce(u"The cases cannot be shown"_s, error.message); });
    connect(m_model, &QueueModel::loaded, this, &QueueView::showRows);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { askClocks(0, m_model->rowCount() - 1); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { askClocks(first, last); });
    m_clockTimer.setInterval(clockPause);
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        if (isVisible())
            askClocks(m_table->rowAt(0), m_table->rowAt(0) + mostClocks);
    });
    m_clockTimer.start();
    m_table->viewport()->installEventFilter(this);
    fitColumns();
}

void QueueView::makeTable()
{
    named(m_table, u"queue.table"_s,
          u"Concerns. Enter opens one. Hold Shift or Control to choose several, and do something with all of them."_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setItemDelegateForColumn(QueueModel::Signs, new FoundDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    // One height for all: a million rows are never measured.
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->horizontalHeader()->setStretchLastSection(false);
    // The style decides whether a click or a double click activates; Enter always does.
    connect(m_table, &QTableView::activated, this, &QueueView::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &QueueView::openCurrent);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &QueueView::openCurrent);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueueView::choose);
    connect(m_model, &QAbstractItemModel::modelReset, this, &QueueView::choose);
}

QWidget* QueueView::makeEmpty()
{
    auto* nothing = new QWidget(this);
    auto* column = new QVBoxLayout(nothing);
    column->setContentsMargins(0, em(1), 0, 0);
    m_empty->setObjectName(u"queue.empty"_s);
    column->addWidget(m_empty);
    auto* back = button(u"queue.showAll"_s, u"Show everything"_s, nothing);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addStretch();
    connect(back, &QPushButton::clicked, this, [this] {
        m_filters->clear();
        m_filters->focusSearch();
    });
    return nothing;
}

void QueueView::reload()
{
    const auto index = m_table->currentIndex();
    m_current = index.isValid() ? index.data(QueueModel::ReferenceRole).toString() : QString();
    m_model->setRecordSystem(m_context.profile.record);
    m_model->reload();
    askCounts();
}

void QueueView::refresh()
{
    if (m_chosen->isChoosing())
        askCounts();
    else
        reload();
}

void QueueView::show(const model::CaseFilter& filter)
{
    m_filters->set(filter);
}

QWidget* QueueView::firstFocus() const
{
    return m_table->isVisibleTo(this) ? static_cast<QWidget*>(m_table) : m_filters->firstFocus();
}

void QueueView::narrow()
{
    m_current.clear();
    m_model->setFilter(m_filters->filter());
    askCounts();
}

void QueueView::showRows()
{
    m_error->hide();
    const bool isEmpty = m_model->rowCount() == 0;
    const bool isOpen = m_model->filter().isOpen();
    // The focus is not left on what goes.
    if (isEmpty && m_table->hasFocus())
        m_filters->focusSearch();
    m_table->setVisible(!isEmpty);
    m_nothing->setVisible(isEmpty);
    if (isEmpty) {
        m_empty->setText(isOpen ? u"Nothing has been logged yet."_s
                                : u"No concern matches: %1."_s.arg(m_filters->inWords()));
        m_nothing->findChild<QPushButton*>(u"queue.showAll"_s)->setVisible(!isOpen);
        announce(m_empty);
        return;
    }
    int row = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->index(i, 0).data(QueueModel::ReferenceRole).toString() == m_current)
            row = i;
    m_table->setCurrentIndex(m_model->index(row, 0));
    if (std::exchange(m_goToTable, false))
        m_table->setFocus(Qt::OtherFocusReason);
}

void QueueView::askCounts()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::counts(session); },
        [this](const model::Expected<session::QueueCounts>& counts) {
            if (counts)
                m_counts->setText(countsText(*counts));
        });
    const auto filter = m_filters->filter();
    if (filter.isOpen()) {
        m_narrowed->hide();
        return;
    }
    m_context.thread->ask(
        this, [filter](session::Session& session) { return session::countOf(session, filter, mostCounted + 1); },
        [this, filter](const model::Expected<qint64>& count) {
            if (!count || !(filter == m_filters->filter()))
                return;
            m_narrowed->setText(narrowedText(*count, m_filters->inWords()));
            m_narrowed->setVisible(*count > 0);
            announce(m_narrowed);
        });
}

void QueueView::askClocks(int first, int last)
{
    const auto references = m_model->openReferences(std::max(first, 0), last).mid(0, mostClocks);
    if (references.isEmpty())
        return;
    m_context.thread->ask(
        this, [references](session::Session& session) { return session::nextClocks(session, references); },
        [this](const model::Expected<QMap<QString, rules::ClockReading>>& clocks) {
            if (clocks)
                m_model->setClocks(*clocks);
        });
}

void QueueView::openCurrent()
{
    if (const auto index = m_table->currentIndex(); index.isValid())
        Q_EMIT wanted(index.data(QueueModel::ReferenceRole).toString());
}

void QueueView::choose()
{
    QStringList references;
    int outOfSight = 0;
    // Whole ranges: with a million rows chosen by Ctrl+A, nothing may go through them one by one.
    for (const auto& range : m_table->selectionModel()->selection()) {
        if (range.height() > m_model->held()) {
            outOfSight += range.height();
            continue;
        }
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (const auto* held = m_model->rowAt(row))
                references << held->reference;
            else
                ++outOfSight;
        }
    }
    m_chosen->choose(references, outOfSight);
}

void QueueView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

bool QueueView::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void QueueView::fitColumns()
{
    const int height = m_table->fontMetrics().lineSpacing() * 2 + em(0.7);
    m_table->verticalHeader()->setDefaultSectionSize(height);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() + fewestRows * height);
    const int letter = m_table->fontMetrics().averageCharWidth();
    const std::array<int, QueueModel::ColumnCount> letters{24, 26, 6, 23, 10, 14, 16, 19};
    int used = 0;
    for (int column = 0; column < QueueModel::ColumnCount; ++column) {
        const int wanted = letters[static_cast<std::size_t>(column)] * letter;
        m_table->setColumnWidth(column, wanted);
        used += wanted;
    }
    // What is left goes to the signs, which are the longest.
    const int left = m_table->viewport()->width() - used;
    if (left > 0)
        m_table->setColumnWidth(QueueModel::Signs, m_table->columnWidth(QueueModel::Signs) + left);
}

} // namespace heed::gui::cases
