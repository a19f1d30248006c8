#include "gui/guidance/call_sheet_card.h"

#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "report/words.h"
#include "session/review.h"

#include <QTimeZone>

namespace heed::gui::guidance {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostListed = 200; // of each state; the others are found in the list of all cases

QString lineOf(const model::CaseRow& row)
{
    return u"%1, logged %2 (%3)"_s.arg(row.child, report::momentText(row.loggedAt, QTimeZone("Europe/London")),
                                       row.reference);
}

} // namespace

CallSheetCard::CallSheetCard(Context& context, QWidget* parent)
    : Card(u"Call sheet for a case"_s, parent)
    , m_context(context)
    , m_words(textLabel({}, this))
    , m_cases(new CalmComboBox)
    , m_field(new Field(u"callSheetCase"_s, u"Which case is the call about?"_s, m_cases, {}, this))
    , m_open(primaryButton(u"callSheetOpen"_s, u"Show its call sheet"_s, this))
{
    setObjectName(u"callSheetCard"_s);
    m_words->setObjectName(u"callSheetWords"_s);
    m_cases->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* all = button(u"callSheetAllCases"_s, u"Look through all cases"_s, this);
    auto* cancel = button(u"callSheetCancel"_s, u"Cancel"_s, this);
    content()->addWidget(m_words);
    content()->addWidget(m_field);
    auto* row = new FlowLayout;
    for (auto* each : {m_open, all, cancel})
        row->addWidget(each);
    content()->addLayout(row);
    connect(m_open, &QPushButton::clicked, this, &CallSheetCard::choose);
    connect(m_cases, &QComboBox::currentIndexChanged, this, [this] { m_field->clearError(); });
    connect(all, &QPushButton::clicked, this, [this] { Q_EMIT m_context.navigator->openPlace(Place::Cases); });
    connect(cancel, &QPushButton::clicked, this, &CallSheetCard::closed);
    hide();
}

void CallSheetCard::ask()
{
    m_context.thread->ask(
        this,
        [](session::Session& session) -> model::Expected<std::vector<model::CaseRow>> {
            std::vector<model::CaseRow> rows;
            for (const auto state : {model::State::Waiting, model::State::Open}) {
                model::CaseFilter filter;
                filter.state = state;
                HEED_TAKE(auto page, session::queue(session, filter, {}, mostListed));
                rows.insert(rows.end(), page.rows.begin(), page.rows.end());
            }
            return rows;
        },
        [this](const model::Expected<std::vector<model::CaseRow>>& cases) { showCases(cases); });
}

void CallSheetCard::showCases(const model::Expected<std::vector<model::CaseRow>>& cases)
{
    m_cases->clear();
    m_cases->addItem(u"Choose"_s);
    const bool isAny = cases && !cases->empty();
    if (cases)
        for (const auto& row : *cases) {
            m_cases->addItem(lineOf(row), row.reference);
            if (row.reference == m_context.lastCase)
                m_cases->setCurrentIndex(m_cases->count() - 1);
        }
    m_words->setText(!cases  ? cases.error().message
                     : isAny ? QString()
                             : u"No case is open. Use the call sheet to write on, or log the concern first."_s);
    m_words->setVisible(!isAny);
    m_field->setVisible(isAny);
    m_open->setVisible(isAny);
    show();
    if (!isAny)
        setFocus(Qt::OtherFocusReason);
    else if (m_cases->currentIndex() > 0)
        m_open->setFocus(Qt::OtherFocusReason);
    else
        m_cases->setFocus(Qt::OtherFocusReason);
}

void CallSheetCard::choose()
{
    const auto reference = m_cases->currentData().toString();
    m_field->setError(reference.isEmpty() ? u"Choose a case."_s : QString());
    if (reference.isEmpty()) {
        m_cases->setFocus(Qt::OtherFocusReason);
        return;
    }
    hide();
    Q_EMIT m_context.navigator->openCallSheet(reference);
}

} // namespace heed::gui::guidance
