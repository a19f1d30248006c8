#include "gui/cases/cases_page.h"

#include "gui/cases/case_view.h"
#include "gui/cases/pages.h"
#include "gui/cases/print_view.h"
#include "gui/cases/queue_view.h"
#include "gui/widgets/kit.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

PlacePage* makeCasesPage(Context& context, QWidget* parent)
{
    return new CasesPage(context, parent);
}

CasesPage::CasesPage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_queue(new QueueView(context))
    , m_case(new CaseView(context))
    , m_print(new PrintView(context))
{
    named(this, u"casesPage"_s, title());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_stack->addWidget(scrolling(m_queue, u"queue.scroll"_s));
    m_stack->addWidget(scrolling(m_case, u"case.scroll"_s));
    m_stack->addWidget(m_print);

    connect(m_queue, &QueueView::wanted, this, &CasesPage::open);
    connect(m_case, &CaseView::backAsked, this, [this] {
        m_case->storeDrafts();
        showQueue();
        m_queue->firstFocus()->setFocus(Qt::OtherFocusReason);
    });
    connect(m_case, &CaseView::printAsked, this, [this](const QString& reference) { showPrint(reference); });
    connect(m_print, &PrintView::backAsked, this, [this] {
        m_print->storeDraft();
        showCase();
        m_case->reload();
        m_case->firstFocus()->setFocus(Qt::OtherFocusReason);
    });
}

QString CasesPage::title() const
{
    return u"Cases"_s;
}

void CasesPage::enter()
{
    showQueue();
}

void CasesPage::refresh()
{
    if (m_stack->currentIndex() == 0)
        m_queue->refresh();
    else if (m_stack->currentIndex() == 1)
        m_case->reload();
}

void CasesPage::open(const QString& reference)
{
    m_case->open(reference);
    showCase();
    findChild<QScrollArea*>(u"case.scroll"_s)->verticalScrollBar()->setValue(0);
}

void CasesPage::narrow(const model::CaseFilter& filter)
{
    m_stack->setCurrentIndex(0);
    m_queue->show(filter);
}

void CasesPage::beforeLock()
{
    m_case->storeDrafts();
    m_print->storeDraft();
}

QString CasesPage::where() const
{
    switch (m_stack->currentIndex()) {
    case 1: return u"case "_s + m_case->reference();
    case 2: return u"print "_s + m_case->reference();
    default: return {};
    }
}

void CasesPage::goBack(const QString& where)
{
    const auto reference = where.section(u' ', 1);
    open(reference);
    if (where.startsWith(u"print "_s))
        showPrint(reference);
    else if (where.startsWith(u"call-sheet "_s))
        showPrint(reference, session::PaperKind::CallSheet);
}

QWidget* CasesPage::firstFocus()
{
    switch (m_stack->currentIndex()) {
    case 1: return m_case->firstFocus();
    case 2: return m_print->firstFocus();
    default: return m_queue->firstFocus();
    }
}

void CasesPage::showQueue()
{
    m_stack->setCurrentIndex(0);
    m_queue->reload();
}

void CasesPage::showPrint(const QString& reference, std::optional<session::PaperKind> kind)
{
    m_print->setReference(reference, kind);
    m_stack->setCurrentIndex(2);
    m_print->firstFocus()->setFocus(Qt::OtherFocusReason);
}

void CasesPage::showCase()
{
    m_stack->setCurrentIndex(1);
}

} // namespace heed::gui::cases
