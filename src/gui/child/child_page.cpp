#include "gui/child/child_page.h"

#include "gui/cases/words.h"
#include "gui/child/figures_model.h"
#include "gui/child/pages.h"
#include "gui/child/timeline_chart.h"
#include "gui/frame/look.h"
#include "gui/log/record_view.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "report/words.h"

#include <QGridLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

QString signsOf(const model::Case& record)
{
    QStringList signs;
    for (const auto& seen : record.logged.concern.signsSeen)
        signs << cases::shortSign(seen.code);
    if (!record.logged.concern.otherSign.isEmpty() && !signs.contains(cases::shortSign(model::otherSignCode)))
        signs << cases::shortSign(model::otherSignCode);
    return signs.join(u", "_s);
}

QString firstWords(const QString& text)
{
    constexpr int enough = 160;
    const auto plain = text.left(2 * enough).simplified();
    return plain.size() > enough ? plain.left(enough) + u'…' : plain;
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
    , m_error(new Banner(Banner::Tone::Note, u"child.error"_s))
    , m_facts(new log::RecordView(u"child.facts"_s, u"Who the child is"_s))
    , m_chart(new TimelineChart)
    , m_figures(new QTableView)
    , m_model(new FiguresModel(this))
    , m_factsCard(new Card(u"Who they are"_s))
    , m_signsCard(new Card(u"Signs over time"_s))
    , m_casesCard(new Card(u"Concerns, the newest first"_s))
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

    m_factsCard->content()->addWidget(m_facts);
    column->addWidget(m_factsCard);

    m_signsCard->content()->addWidget(
        remarkLabel(u"Counted and dated, never scored. Few dots do not mean that all is well."_s));
    m_signsCard->content()->addWidget(makeLegend());
    m_signsCard->content()->addWidget(m_chart);
    named(m_figures, u"child.figures"_s, u"The signs in figures"_s);
    m_figures->setModel(m_model);
    m_figures->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_figures->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_figures->setTabKeyNavigation(false);
    m_figures->setShowGrid(false);
    m_figures->setWordWrap(true);
    m_figures->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_figures->verticalHeader()->hide();
    m_figures->horizontalHeader()->setHighlightSections(false);
    m_signsCard->content()->addWidget(m_figures);
    column->addWidget(m_signsCard);
    column->addWidget(m_casesCard);
    column->addStretch();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, u"child.scroll"_s));
    setParts(false);

    connect(find, &QPushButton::clicked, this, &ChildPage::search);
    connect(m_search, &QLineEdit::returnPressed, this, &ChildPage::search);
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
    m_factsCard->setVisible(visible);
    m_signsCard->setVisible(visible);
    m_casesCard->setVisible(visible);
}

void ChildPage::enter()
{
    refresh();
}

void ChildPage::refresh()
{
    if (!m_child.isEmpty())
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

void ChildPage::open(const QString& id)
{
    m_context.thread->ask(
        this, [id](session::Session& session) { return session::openChild(session, id); },
        [this](const model::Expected<session::ChildRecord>& record) {
            if (!record) {
                m_error->announce({}, record.error().message);
                return;
            }
            m_error->hide();
            setRecord(*record);
        });
}

void ChildPage::setRecord(const session::ChildRecord& record)
{
    m_child = record.id;
    m_name->setText(model::nameOf(record.child));
    m_facts->startOver();
    m_facts->paragraph(log::childLine(record.child, today()));
    m_facts->fact(u"A pupil of this school"_s, !record.child.onRoll   ? u"Not sure"_s
                                               : *record.child.onRoll ? u"Yes"_s
                                                                      : u"No"_s);
    m_facts->fact(u"Lives in the area of"_s, record.child.homeAuthority);
    QStringList flags;
    for (const auto flag : record.child.vulnerabilities)
        flags << report::vulnerabilityText(flag);
    m_facts->fact(u"Known of the child"_s, flags.join(u", "_s));
    m_facts->fact(u"UPN"_s, record.child.upn);
    m_facts->fact(u"Described as"_s, record.child.description);

    const auto timeline = timelineOf(record.cases, session::checklist(), today());
    m_chart->setTimeline(timeline);
    m_model->setTimeline(timeline);
    fitTable();

    delete m_cases;
    m_cases = new QWidget(m_casesCard);
    auto* lines = new QVBoxLayout(m_cases);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.3));
    for (const auto& one : record.cases) {
        auto* link = linkButton(u"child.case."_s + one.reference,
                                u"%1, %2"_s.arg(one.reference, cases::moment(one.loggedAt)), m_cases);
        connect(link, &QPushButton::clicked, this,
                [this, reference = one.reference] { Q_EMIT m_context.navigator->openCase(reference); });
        lines->addWidget(link, 0, Qt::AlignLeft);
        QStringList parts{cases::stateText(one.state), u"level "_s + cases::levelText(one.level).toLower()};
        if (const auto signs = signsOf(one); !signs.isEmpty())
            parts << signs;
        lines->addWidget(remarkLabel(parts.join(u"  ·  "_s), m_cases));
        lines->addWidget(textLabel(firstWords(one.logged.concern.facts), m_cases));
        lines->addSpacing(em(0.6));
    }
    m_casesCard->content()->addWidget(m_cases);
    setParts(true);
}

void ChildPage::fitTable()
{
    m_figures->resizeColumnsToContents();
    const int letter = m_figures->fontMetrics().averageCharWidth();
    m_figures->setColumnWidth(FiguresModel::Sign, 46 * letter);
    m_figures->horizontalHeader()->setStretchLastSection(true);
    m_figures->resizeRowsToContents();
    int height = m_figures->horizontalHeader()->sizeHint().height() + 2 * m_figures->frameWidth() + em(1);
    for (int row = 0; row < m_model->rowCount(); ++row)
        height += m_figures->rowHeight(row);
    m_figures->setFixedHeight(height);
    m_figures->setVisible(m_model->rowCount() > 0);
}

} // namespace heed::gui::child
