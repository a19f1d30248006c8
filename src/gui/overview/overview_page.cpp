#include "gui/overview/overview_page.h"

#include "gui/frame/look.h"
#include "gui/overview/figure_table.h"
#include "gui/overview/governors_view.h"
#include "gui/overview/pages.h"
#include "gui/widgets/kit.h"

#include <QStackedWidget>

namespace heed::gui::overview {

using namespace Qt::StringLiterals;

namespace {

/// Rows for columns: a table of few columns stays readable at twice the text size.
std::vector<session::FigureRow> turned(const std::vector<session::FigureRow>& rows)
{
    std::vector<session::FigureRow> turned;
    for (std::size_t i = 0; !rows.empty() && i < rows.front().figures.size(); ++i) {
        session::FigureRow row{{}, rows.front().figures[i].words, {}};
        for (const auto& one : rows) {
            row.figures.push_back(one.figures[i]);
            row.figures.back().words = one.words;
        }
        turned.push_back(std::move(row));
    }
    return turned;
}

} // namespace

PlacePage* makeOverviewPage(Context& context, QWidget* parent)
{
    return new OverviewPage(context, parent);
}

OverviewPage::OverviewPage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_figures(new QWidget)
    , m_governors(new GovernorsView(context))
    , m_error(new Banner(Banner::Tone::Warning, u"overview.error"_s))
    , m_now(new QWidget)
    , m_none(textLabel(u"Nothing has been logged yet."_s))
{
    named(this, u"overviewPage"_s, title());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    auto* column = new QVBoxLayout(m_figures);
    column->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    column->setSpacing(em(1));
    column->addWidget(titleLabel(u"Overview"_s));
    column->addWidget(remarkLabel(u"Counted and dated, never scored. Each figure opens the list behind it. More "
                                  "concerns can mean that staff notice more; few do not mean that all is well."_s));
    column->addWidget(m_error);
    m_error->hide();
    m_none->setObjectName(u"overview.none"_s);
    m_none->hide();
    column->addWidget(m_none);
    auto* now = new FlowLayout(m_now);
    now->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_now);

    const auto add = [&](const QString& heading, FigureTable* shown) {
        auto* card = new Card(heading);
        card->content()->addWidget(shown);
        column->addWidget(card);
    };
    m_ages = table(u"overview.ages"_s, u"Not closed, by how long ago it was logged"_s, u"Logged"_s);
    m_waits = table(u"overview.waits"_s, u"How soon it was acknowledged, by month of logging"_s, u"Acknowledged"_s);
    m_signs = table(u"overview.signs"_s, u"Signs, by month of logging"_s, u"Sign"_s);
    add(m_ages->accessibleName(), m_ages);
    add(m_waits->accessibleName(), m_waits);
    add(m_signs->accessibleName(), m_signs);
    auto* governors = button(u"overview.governors"_s, u"The &governors' sheet…"_s);
    column->addWidget(governors, 0, Qt::AlignLeft);
    column->addStretch();
    m_stack->addWidget(scrolling(m_figures, u"overview.scroll"_s));
    m_stack->addWidget(m_governors);

    connect(governors, &QPushButton::clicked, this, &OverviewPage::showGovernors);
    connect(m_governors, &GovernorsView::backAsked, this, [this, governors] {
        m_stack->setCurrentIndex(0);
        governors->setFocus(Qt::OtherFocusReason);
    });
}

FigureTable* OverviewPage::table(const QString& name, const QString& title, const QString& corner)
{
    auto* made = new FigureTable(name, title, corner);
    connect(made, &FigureTable::wanted, m_context.navigator, &Navigator::openList);
    return made;
}

QString OverviewPage::title() const
{
    return u"Overview"_s;
}

void OverviewPage::enter()
{
    m_stack->setCurrentIndex(0);
    reload();
}

void OverviewPage::refresh()
{
    // Not under the eyes of somebody who reads the sheet.
    if (m_stack->currentIndex() == 0)
        reload();
}

QString OverviewPage::where() const
{
    return m_stack->currentIndex() == 1 ? u"governors"_s : QString();
}

void OverviewPage::goBack(const QString& where)
{
    if (where == u"governors"_s)
        showGovernors();
}

QWidget* OverviewPage::firstFocus()
{
    if (m_stack->currentIndex() == 1)
        return m_governors->firstFocus();
    if (auto* first = m_now->findChild<QPushButton*>())
        return first;
    return m_ages;
}

void OverviewPage::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::overview(session); },
        [this](const model::Expected<session::Overview>& all) {
            if (!all) {
                m_error->announce(u"The figures cannot be shown"_s, all.error().message);
                return;
            }
            m_error->hide();
            showFigures(*all);
        });
}

void OverviewPage::showFigures(const session::Overview& all)
{
    showNow(all.now);
    m_ages->setRows(turned(all.byAge));
    auto waits = all.waits;
    waits.push_back({{}, u"All that was logged"_s, all.months});
    m_waits->setRows(waits);
    m_signs->setRows(all.signsSeen);
    const bool isEmpty =
        std::all_of(all.now.begin(), all.now.end(), [](const session::Figure& one) { return one.count == 0; });
    m_none->setVisible(isEmpty);
}

void OverviewPage::showNow(const std::vector<session::Figure>& figures)
{
    // The same buttons with new figures, so that the focus stays.
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto& figure = figures[i];
        const auto name = u"overview.now.%1"_s.arg(i);
        auto* tile = m_now->findChild<QPushButton*>(name);
        if (!tile) {
            tile = button(name, {}, m_now);
            tile->setProperty("role", u"choice"_s);
            m_now->layout()->addWidget(tile);
            connect(tile, &QPushButton::clicked, this,
                    [this, filter = figure.filter] { Q_EMIT m_context.navigator->openList(filter); });
        }
        tile->setText(u"%1\n%2"_s.arg(figure.count).arg(figure.words));
        tile->setAccessibleName(u"%1: %2. Opens the list"_s.arg(figure.words).arg(figure.count));
    }
}

void OverviewPage::showGovernors()
{
    m_stack->setCurrentIndex(1);
    m_governors->reload();
}

} // namespace heed::gui::overview
