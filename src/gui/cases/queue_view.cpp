#include "gui/cases/queue_view.h"

#include "gui/cases/queue_model.h"
#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"

#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchPause = 180;   // ms
constexpr int clockPause = 60'000; // ms
constexpr int mostClocks = 500;    // rows whose clocks are read at once

QString countsText(const session::QueueCounts& counts)
{
    QStringList parts{u"%1 waiting"_s.arg(counts.waiting), u"%1 open"_s.arg(counts.open),
                      u"%1 closed"_s.arg(counts.closed)};
    if (counts.overdueActions > 0)
        parts << (counts.overdueActions == 1 ? u"1 action is overdue"_s
                                             : u"%1 actions are overdue"_s.arg(counts.overdueActions));
    return parts.join(u"  ·  "_s);
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
    , m_table(new QTableView(this))
    , m_search(new QLineEdit)
    , m_state(new CalmComboBox)
    , m_counts(textLabel({}, this))
    , m_empty(textLabel({}, this))
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

    m_search->setMaxLength(10'000);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(u"A name, a word, a number plate, a reference"_s);
    m_state->addItem(u"All"_s, -1);
    m_state->addItem(u"Waiting"_s, static_cast<int>(model::State::Waiting));
    m_state->addItem(u"Open"_s, static_cast<int>(model::State::Open));
    m_state->addItem(u"Closed"_s, static_cast<int>(model::State::Closed));
    auto* filters = new QHBoxLayout;
    filters->setSpacing(em(1));
    filters->addWidget(new Field(u"queue.search"_s, u"&Search"_s, m_search, {}, this), 1);
    filters->addWidget(new Field(u"queue.state"_s, u"S&tate"_s, m_state, {}, this));
    layout->addLayout(filters);

    named(m_table, u"queue.table"_s, u"Concerns, the longest waiting first. Enter opens one."_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
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
    layout->addWidget(m_table, 1);
    m_empty->setObjectName(u"queue.empty"_s);
    layout->addWidget(m_empty);
    m_empty->hide();

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchPause);
    connect(&m_searchTimer, &QTimer::timeout, this, &QueueView::applyFilter);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        applyFilter();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, &QueueView::applyFilter);
    // The style decides whether a click or a double click activates; Enter always does.
    connect(m_table, &QTableView::activated, this, &QueueView::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &QueueView::openCurrent);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(key), m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &QueueView::openCurrent);
    }
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_model, &QueueModel::failed, this,
            [this](const model::Error& error) { m_error->announce(u"The cases cannot be shown"_s, error.message); });
    connect(m_model, &QueueModel::loaded, this, [this] {
        m_error->hide();
        const bool isEmpty = m_model->rowCount() == 0;
        m_empty->setText(m_model->filter().isOpen() ? u"Nothing has been logged yet."_s
                                                    : u"Nothing here has what you look for."_s);
        m_empty->setVisible(isEmpty);
        if (isEmpty) {
            announce(m_empty);
            return;
        }
        int row = 0;
        for (int i = 0; i < m_model->rowCount(); ++i)
            if (m_model->index(i, 0).data(QueueModel::ReferenceRole).toString() == m_current)
                row = i;
        m_table->setCurrentIndex(m_model->index(row, 0));
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { askClocks(0, m_model->rowCount() - 1); });
    connect(m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) { askClocks(first, last); });
    m_clockTimer.setInterval(clockPause);
    connect(&m_clockTimer, &QTimer::timeout, this, [this] {
        if (isVisible())
            askClocks(0, m_model->rowCount() - 1);
    });
    m_clockTimer.start();
    m_table->viewport()->installEventFilter(this);
    fitColumns();
}

void QueueView::reload()
{
    const auto index = m_table->currentIndex();
    m_current = index.isValid() ? index.data(QueueModel::ReferenceRole).toString() : QString();
    m_model->reload();
    askCounts();
}

void QueueView::show(const model::CaseFilter& filter)
{
    m_model->setFilter(filter);
    askCounts();
}

QWidget* QueueView::firstFocus() const
{
    return m_table;
}

void QueueView::applyFilter()
{
    m_searchTimer.stop();
    model::CaseFilter filter;
    if (const int chosen = m_state->currentData().toInt(); chosen >= 0)
        filter.state = static_cast<model::State>(chosen);
    filter.text = m_search->text().trimmed();
    m_model->setFilter(filter);
}

void QueueView::askCounts()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::counts(session); },
        [this](const model::Expected<session::QueueCounts>& counts) {
            if (counts)
                m_counts->setText(countsText(*counts));
        });
}

void QueueView::askClocks(int first, int last)
{
    const auto references = m_model->openReferences(first, last).mid(0, mostClocks);
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
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().lineSpacing() * 2 + em(0.7));
    const int letter = m_table->fontMetrics().averageCharWidth();
    const std::array<int, QueueModel::ColumnCount> letters{24, 26, 6, 23, 10, 10, 16, 19};
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
