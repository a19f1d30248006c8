#include "gui/log/check_view.h"

#include "gui/files/file_view.h"
#include "gui/frame/look.h"
#include "gui/log/problem_list.h"
#include "gui/log/record_view.h"
#include "gui/log/route_panel.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/advice.h"
#include "rules/concern_check.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

std::vector<ProblemList::Item> itemsOf(const std::vector<rules::Advice>& advice)
{
    std::vector<ProblemList::Item> items;
    items.reserve(advice.size());
    for (const auto& one : advice)
        items.push_back({one.key, one.phrase.isEmpty() ? one.sentence : u"\"%1\": %2"_s.arg(one.phrase, one.sentence),
                         one.alternative.isEmpty() ? QString() : u"Perhaps: "_s + one.alternative});
    return items;
}

} // namespace

CheckView::CheckView(const model::Checklist& checklist, QWidget* parent)
    : QWidget(parent)
    , m_checklist(checklist)
    , m_error(new Banner(Banner::Tone::Warning, u"check.error"_s, this))
    , m_problems(new ProblemList(u"check.problems"_s, u"errors"_s, this))
    , m_advice(new ProblemList(u"check.advice"_s, u"card"_s, this))
    , m_record(new RecordView(u"check.record"_s, u"What you wrote"_s, this))
    , m_told(textLabel({}, this))
    , m_submit(primaryButton(u"check.submit"_s, u"&Submit"_s, this))
    , m_back(button(u"check.back"_s, u"Go &back and change it"_s, this))
    , m_busy(new Busy(u"check.busy"_s, this))
{
    setObjectName(u"checkView"_s);
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(1));
    layout->setSpacing(em(1));
    layout->addWidget(titleLabel(u"Read it over"_s, this));
    layout->addWidget(m_error);
    layout->addWidget(m_problems);
    m_error->hide();

    auto* record = new Card(this);
    record->content()->addWidget(m_record);
    layout->addWidget(record);
    layout->addWidget(m_advice);

    auto* told = new Card(u"Who will be told"_s, this);
    m_told->setObjectName(u"check.told"_s);
    told->content()->addWidget(m_told);
    layout->addWidget(told);

    layout->addStretch();

    // What one presses stays in sight while one reads.
    auto* foot = new QWidget(this);
    auto* footColumn = new QVBoxLayout(foot);
    footColumn->setContentsMargins(em(1.2), em(0.6), em(1.2), em(0.8));
    auto* buttons = new QWidget(foot);
    auto* line = new FlowLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_submit);
    line->addWidget(m_back);
    footColumn->addWidget(m_busy);
    footColumn->addWidget(buttons);
    footColumn->addWidget(
        remarkLabel(u"Once submitted, nobody can change it, you neither. You can always add to it."_s, foot));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_area = scrolling(content, u"check.scroll"_s, 110);
    whole->addWidget(m_area, 1);
    whole->addWidget(foot);

    connect(m_submit, &QPushButton::clicked, this, &CheckView::submitAsked);
    connect(m_back, &QPushButton::clicked, this, &CheckView::backAsked);
    for (auto* list : {m_problems, m_advice})
        connect(list, &ProblemList::wanted, this, &CheckView::fieldAsked);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &CheckView::backAsked);
}

void CheckView::setConcern(const model::Concern& concern, const std::vector<rules::Problem>& problems,
                           const model::Route& route, const std::vector<model::AttachedFile>& files)
{
    m_error->hide();
    m_isSound = !rules::anyError(problems);
    std::vector<ProblemList::Item> wrong;
    for (const auto& problem : problems)
        if (problem.severity == rules::Severity::Error)
            wrong.push_back({problem.key, problem.sentence, {}});
    m_problems->setItems(wrong.size() == 1 ? u"One thing must be put right first"_s
                                           : u"%1 things must be put right first"_s.arg(wrong.size()),
                         {}, wrong);
    m_advice->setItems(u"You might look at this again"_s,
                       u"Only advice. Heed changes nothing, and you can submit it as it is."_s,
                       itemsOf(rules::adviceOn(concern, problems)));

    m_record->startOver();
    tellConcern(*m_record, concern, m_checklist, platform::inSchoolTime(platform::now()).date());
    if (!files.empty())
        m_record->heading(u"Files"_s);
    for (const auto& file : files)
        m_record->bullet(file.name, kindAndSize(file));
    m_told->setText((route.emergencyFirst ? u"First ring 999. Then: "_s : QString()) + whatToDo(route.contact) + u'.');
    m_submit->setEnabled(m_isSound);
    m_submit->setAccessibleDescription(m_isSound ? QString() : m_problems->title());
    setSubmitting(false);
    m_area->verticalScrollBar()->setValue(0);
}

void CheckView::setSubmitting(bool submitting)
{
    if (submitting)
        m_busy->start(u"Sealing and storing what you wrote"_s);
    else
        m_busy->stop();
    m_submit->setEnabled(m_isSound && !submitting);
    m_back->setEnabled(!submitting);
}

void CheckView::showError(const QString& sentence)
{
    setSubmitting(false);
    m_error->announce(u"It was not submitted"_s, sentence + u" What you wrote is still here."_s);
    m_area->verticalScrollBar()->setValue(0);
}

QWidget* CheckView::firstFocus() const
{
    return m_isSound ? m_submit : m_problems->firstLink();
}

} // namespace heed::gui::log
