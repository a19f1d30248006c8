#include "gui/child/child_page.h"

#include "gui/cases/case_facts.h"
#include "gui/cases/words.h"
#include "gui/child/figures_model.h"
#include "gui/child/front_sheet.h"
#include "gui/child/gathering_card.h"
#include "gui/child/merge_card.h"
#include "gui/child/pages.h"
#include "gui/child/timeline_chart.h"
#include "gui/frame/look.h"
#include "gui/log/record_view.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "report/words.h"
#include "session/links.h"
#include "session/register.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesOfEach = 50; // shown of each concern; of twenty concerns that is enough to lay out

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

} // namespace

PlacePage* makeChildPage(Context& context, QWidget* parent)
{
    return new ChildPage(context, parent);
}

ChildPage::ChildPage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_name(titleLabel(u"Children"_s))
    , m_gathering(new GatheringCard(context))
    , m_error(new Banner(Banner::Tone::Note, u"child.error"_s))
    , m_facts(new log::RecordView(u"child.facts"_s, u"Who the child is"_s))
    , m_chart(new TimelineChart)
    , m_dot(textLabel({}))
    , m_dotOpen(linkButton(u"child.dot.open"_s, {}))
    , m_figures(new QTableView)
    , m_model(new FiguresModel(this))
    , m_factsCard(new Card(u"Who they are"_s))
    , m_signsCard(new Card(u"Signs over time"_s))
    , m_casesCard(new Card(u"What happened, concern by concern, the newest first"_s))
    , m_merge(new MergeCard(context))
    , m_readers(new log::RecordView(u"child.readers"_s, u"Who has read this child's records"_s))
    , m_more(button(u"child.more"_s, u"Show earlier concerns"_s))
{
    named(this, u"childPage"_s, title());
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    column->setSpacing(em(1));
    m_name->setObjectName(u"child.name"_s);
    column->addWidget(m_name);
    m_search->setMaxLength(280);
    m_search->setPlaceholderText(u"A name or a unique pupil number"_s);
    auto* find = button(u"child.find"_s, u"Find"_s);
    auto* searchRow = new QHBoxLayout;
    searchRow->addWidget(new Field(u"child.search"_s, u"&Find a child with concerns"_s, m_search), 1);
    searchRow->addWidget(find, 0, Qt::AlignBottom);
    column->addLayout(searchRow);
    column->addWidget(m_error);
    m_error->hide();
    column->addWidget(m_gathering);

    m_factsCard->content()->addWidget(m_facts);
    column->addWidget(m_factsCard);

    m_signsCard->content()->addWidget(
        remarkLabel(u"Counted and dated, never scored. Few dots do not mean that all is well."_s));
    m_signsCard->content()->addWidget(makeLegend());
    m_signsCard->content()->addWidget(m_chart);
    m_dot->setObjectName(u"child.dot"_s);
    m_signsCard->content()->addWidget(m_dot);
    m_signsCard->content()->addWidget(m_dotOpen, 0, Qt::AlignLeft);
    named(m_figures, u"child.figures"_s, u"The signs in figures"_s);
    m_figures->setModel(m_model);
    m_figures->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_figures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_figures->setTabKeyNavigation(false);
    m_figures->setShowGrid(false);
    m_figures->setWordWrap(true);
    m_figures->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_figures->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_figures->verticalHeader()->hide();
    m_figures->horizontalHeader()->setHighlightSections(false);
    m_figures->viewport()->installEventFilter(this);
    m_signsCard->content()->addWidget(m_figures);
    column->addWidget(m_signsCard);
    column->addWidget(m_casesCard);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    column->addWidget(m_merge);
    auto* readers = new Card(u"Who has read these records"_s);
    auto* showReaders = button(u"child.readers.show"_s, u"Show who has read them"_s);
    readers->content()->addWidget(showReaders, 0, Qt::AlignLeft);
    readers->content()->addWidget(m_readers);
    m_readers->hide();
    column->addWidget(readers);
    m_readersCard = readers;
    column->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, u"child.scroll"_s));
    setParts(false);

    connect(m_more, &QPushButton::clicked, this, &ChildPage::askMore);
    connect(showReaders, &QPushButton::clicked, this, &ChildPage::askReaders);
    connect(m_merge, &MergeCard::changed, this, &ChildPage::refresh);
    connect(m_gathering, &GatheringCard::wanted, this, &ChildPage::open);
    connect(find, &QPushButton::clicked, this, &ChildPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ChildPage::search);
    connect(m_chart, &TimelineChart::pointed, this, [this](const QString& words, const QString& reference) {
        m_dot->setText(words.isEmpty() ? u"Click a dot, or go from one to the next with the arrow keys."_s : words);
        m_dot->setVisible(m_chart->focusPolicy() != Qt::NoFocus); // there are dots
        m_dotOpen->setText(u"Open "_s + reference);
        m_dotOpen->setVisible(!reference.isEmpty());
        m_dotReference = reference;
    });
    connect(m_dotOpen, &QPushButton::clicked, this, [this] { Q_EMIT m_context.navigator->openCase(m_dotReference); });
    connect(m_chart, &TimelineChart::wanted, m_context.navigator, &Navigator::openCase);
}

QWidget* ChildPage::makeLegend()
{
    auto* legend =
        textLabel(u"○ a sign of risk    ◆ of possible harm    □ either        In it: S seen by the author, C told by "
                  "the child, O told by somebody else, R from a record"_s);
    legend->setObjectName(u"child.legend"_s);
    return legend;
}

QString ChildPage::title() const
{
    return u"Children"_s;
}

void ChildPage::setParts(bool visible)
{
    m_gathering->setVisible(!visible);
    m_factsCard->setVisible(visible);
    m_signsCard->setVisible(visible);
    m_casesCard->setVisible(visible);
    m_merge->setVisible(visible);
    m_readersCard->setVisible(visible);
    m_more->setVisible(visible && m_next);
}

void ChildPage::enter()
{
    refresh();
}

void ChildPage::refresh()
{
    if (m_child.isEmpty())
        m_gathering->refresh();
    else
        open(m_child);
}

QWidget* ChildPage::firstFocus()
{
    return m_search;
}

void ChildPage::search()
{
    const auto wanted = m_search->text().trimmed();
    if (!wanted.isEmpty())
        open(wanted);
}

void ChildPage::beforeLock()
{
    m_merge->beforeLock();
}

void ChildPage::open(const QString& id)
{
    m_context.thread->ask(
        this, [id](session::Session& session) { return session::childPage(session, id); },
        [this](const model::Expected<session::ChildPage>& page) {
            if (!page) {
                m_error->announce({}, page.error().message);
                return;
            }
            m_error->hide();
            setPage(*page, true);
        });
}

void ChildPage::askMore()
{
    m_more->setEnabled(false);
    m_context.thread->ask(
        this,
        [id = m_child, after = m_next](session::Session& session) { return session::childPage(session, id, after); },
        [this, id = m_child](const model::Expected<session::ChildPage>& page) {
            m_more->setEnabled(true);
            if (!page)
                m_error->announce({}, page.error().message);
            else if (id == m_child)
                setPage(*page, false);
        });
}

void ChildPage::setPage(const session::ChildPage& page, bool first)
{
    m_next = page.next;
    // What has the focus may go: a link to this child, or to one of its concerns, which is made anew.
    const auto* focus = QApplication::focusWidget();
    const bool comesFromLink = focus && m_gathering->isAncestorOf(focus);
    const auto concern = first && focus && m_cases && m_cases->isAncestorOf(focus) ? focus->objectName() : QString();
    if (first) {
        const bool isOther = page.id != m_child;
        m_child = page.id;
        m_name->setText(model::nameOf(page.child));
        if (isOther)
            m_readers->hide();
        askFacts(page.child);
        askSigns();
        m_merge->setChild(page.id, model::nameOf(page.child));
        delete m_cases;
        m_cases = new QWidget(m_casesCard);
        auto* lines = new QVBoxLayout(m_cases);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(em(0.3));
        m_casesCard->content()->addWidget(m_cases);
    }
    for (const auto& one : page.cases)
        addConcern(one);
    setParts(true);
    if (comesFromLink)
        m_facts->setFocus(Qt::OtherFocusReason);
    if (auto* again = concern.isEmpty() ? nullptr : m_cases->findChild<QWidget*>(concern))
        again->setFocus(Qt::OtherFocusReason);
}

void ChildPage::addConcern(const model::Case& record)
{
    auto* lines = static_cast<QVBoxLayout*>(m_cases->layout());
    auto* link = linkButton(u"child.case."_s + record.reference,
                            u"%1, %2"_s.arg(record.reference, cases::moment(record.loggedAt)), m_cases);
    connect(link, &QPushButton::clicked, this,
            [this, reference = record.reference] { Q_EMIT m_context.navigator->openCase(reference); });
    lines->addWidget(link, 0, Qt::AlignLeft);
    QStringList parts{cases::stateText(record.state), u"level "_s + cases::levelText(record.level).toLower()};
    if (const auto signs = cases::signsText(record.logged.concern); !signs.isEmpty())
        parts << signs;
    lines->addWidget(remarkLabel(parts.join(u"  ·  "_s), m_cases));
    auto* happened = new log::RecordView(u"child.happened."_s + record.reference,
                                         u"What happened in "_s + record.reference, m_cases);
    if (const int before = cases::tellChronology(*happened, record, entriesOfEach); before > 0)
        lines->addWidget(
            remarkLabel(u"%1 earlier entries are not shown here: open the concern."_s.arg(before), m_cases));
    lines->addWidget(happened);
    lines->addSpacing(em(0.8));
}

void ChildPage::askFacts(const model::Child& child)
{
    tellFrontSheet(*m_facts, child, {}, today());
    m_context.thread->ask(
        this, [id = m_child](session::Session& session) { return session::childFacts(session, id); },
        [this, id = m_child, child](const model::Expected<std::optional<model::Pupil>>& pupil) {
            if (pupil && *pupil && id == m_child)
                tellFrontSheet(*m_facts, child, *pupil, today());
        });
}

void ChildPage::askSigns()
{
    // Where there are thousands, even the picture is made on the session's thread.
    m_context.thread->ask(
        this,
        [id = m_child](session::Session& session) -> model::Expected<Timeline> {
            HEED_TAKE(const auto all, session::childSigns(session, id));
            return timelineOf(all, session::checklist(), today());
        },
        [this, id = m_child](const model::Expected<Timeline>& timeline) {
            if (!timeline || id != m_child)
                return;
            m_chart->setTimeline(*timeline);
            m_model->setTimeline(*timeline);
            fitTable();
        });
}

void ChildPage::askReaders()
{
    m_context.thread->ask(
        this, [id = m_child](session::Session& session) { return session::readersOf(session, id); },
        [this, id = m_child](const model::Expected<std::vector<session::RecordRead>>& readers) {
            if (!readers) {
                m_error->announce({}, readers.error().message);
                return;
            }
            if (id != m_child)
                return;
            m_readers->startOver();
            for (const auto& one : *readers)
                m_readers->bullet(one.who, u"%1, %2"_s.arg(cases::moment(one.at), one.reference));
            m_readers->show();
        });
}

bool ChildPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fitTable();
    return PlacePage::eventFilter(watched, event);
}

void ChildPage::fitTable()
{
    // The sign and how it is known wrap; they share what the rest leaves.
    constexpr int widest = 46; // letters of a sign in one line
    constexpr int narrowest = 18;
    auto* header = m_figures->horizontalHeader();
    header->setStretchLastSection(false);
    m_figures->resizeColumnsToContents();
    int others = 0;
    for (const auto column : {FiguresModel::Meaning, FiguresModel::First, FiguresModel::Last, FiguresModel::FourWeeks,
                              FiguresModel::SixMonths, FiguresModel::TwelveMonths})
        others += m_figures->columnWidth(column);
    const int letter = m_figures->fontMetrics().averageCharWidth();
    const int rest = m_figures->viewport()->width() - others;
    m_figures->setColumnWidth(FiguresModel::Sign, std::clamp(rest * 3 / 5, narrowest * letter, widest * letter));
    m_figures->setColumnWidth(FiguresModel::Sources, narrowest * letter / 2);
    header->setStretchLastSection(true);
    m_figures->resizeRowsToContents();
    int height = m_figures->horizontalHeader()->sizeHint().height() + 2 * m_figures->frameWidth() + em(1);
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_figures->rowHeight(row);
    m_figures->setFixedHeight(height);
    m_figures->setVisible(m_model->rowCount() > 0);
}

} // namespace heed::gui::child
