#include "gui/cases/filter_bar.h"

#include "gui/cases/colleagues.h"
#include "gui/cases/words.h"
#include "gui/frame/look.h"
#include "gui/log/day_field.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/undo_line.h"

#include "report/words.h"
#include "session/logging.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int searchPause = 150; // ms

QComboBox* choices(const std::vector<std::pair<QString, QString>>& items, const QString& all)
{
    auto* box = new CalmComboBox;
    box->addItem(all, QString());
    for (const auto& [words, value] : items)
        box->addItem(words, value);
    return box;
}

void setChoice(QComboBox* box, const QString& value)
{
    if (box->findData(value) < 0)
        box->addItem(value, value); // of somebody who has left, or a sign of another checklist
    box->setCurrentIndex(box->findData(value));
}

template <class E> QString nameOrNothing(const std::optional<E>& value)
{
    return value ? model::nameOf(*value) : QString();
}

std::vector<std::pair<QString, QString>> signsToChoose()
{
    std::vector<std::pair<QString, QString>> all;
    for (const auto& sign : session::checklist().signsListed)
        all.emplace_back(shortSign(sign.code), sign.code);
    all.emplace_back(shortSign(model::otherSignCode), model::otherSignCode);
    return all;
}

std::vector<std::pair<QString, QString>> years()
{
    std::vector<std::pair<QString, QString>> all{{u"Reception"_s, u"R"_s}};
    for (int year = 1; year <= 13; ++year)
        all.emplace_back(u"Year %1"_s.arg(year), QString::number(year));
    return all;
}

std::vector<std::pair<QString, QString>> flags()
{
    std::vector<std::pair<QString, QString>> all{{u"Immediate danger"_s, u"immediate-danger"_s},
                                                 {u"Missing now"_s, u"missing-now"_s}};
    for (const auto& [flag, name] : model::Names<model::Vulnerability>::table)
        all.emplace_back(report::vulnerabilityText(flag), QString::fromLatin1(name));
    return all;
}

} // namespace

FilterBar::FilterBar(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_search(new QLineEdit)
    , m_state(choices({{u"Waiting"_s, u"waiting"_s}, {u"Open"_s, u"open"_s}, {u"Closed"_s, u"closed"_s}}, u"All"_s))
    , m_order(new CalmComboBox)
    , m_level(choices({{u"Low"_s, u"low"_s}, {u"Medium"_s, u"medium"_s}, {u"High"_s, u"high"_s}}, u"Any"_s))
    , m_dsl(choices({}, u"Anybody"_s))
    , m_year(choices(years(), u"Any"_s))
    , m_sign(choices(signsToChoose(), u"Any"_s))
    , m_flag(choices(flags(), u"Any"_s))
    , m_wait(choices({{u"Within an hour"_s, u"hour"_s},
                      {u"Within a day"_s, u"day"_s},
                      {u"Within a week"_s, u"week"_s},
                      {u"Later"_s, u"longer"_s},
                      {u"By nobody yet"_s, u"never"_s}},
                     u"Any time"_s))
    , m_since(new log::DayField)
    , m_until(new log::DayField)
    , m_overdue(new QCheckBox(u"Only with something &overdue"_s))
    , m_kept(new CalmComboBox)
    , m_keepAs(new QLineEdit)
{
    setObjectName(u"queue.filters"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.6));
    m_search->setMaxLength(10'000);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(u"A name, a word or part of one, a number plate, a reference"_s);
    for (const auto& [words, order] : std::initializer_list<std::pair<QString, model::CaseOrder>>{
             {u"Most urgent first"_s, model::CaseOrder::Urgency},
             {u"Newest first"_s, model::CaseOrder::Newest},
             {u"Oldest first"_s, model::CaseOrder::Oldest},
             {u"What is due first"_s, model::CaseOrder::Due},
             {u"By child's surname"_s, model::CaseOrder::Child}})
        m_order->addItem(words, model::nameOf(order));
    m_first = new QBoxLayout(QBoxLayout::LeftToRight);
    m_first->setSpacing(em(1));
    m_first->addWidget(new Field(u"queue.search"_s, u"&Search"_s, m_search, {}, this), 1);
    auto* choice = new QHBoxLayout;
    choice->setSpacing(em(1));
    choice->addWidget(new Field(u"queue.state"_s, u"S&tate"_s, m_state, {}, this));
    choice->addWidget(new Field(u"queue.order"_s, u"O&rder"_s, m_order, {}, this));
    choice->addStretch();
    m_first->addLayout(choice);
    column->addLayout(m_first);

    auto* toggles = new QWidget(this);
    auto* row = new FlowLayout(toggles);
    row->setContentsMargins(0, 0, 0, 0);
    m_toggle = linkButton(u"queue.more"_s, u"More filters"_s, toggles);
    m_clear = linkButton(u"queue.clear"_s, u"Show everything"_s, toggles);
    row->addWidget(m_toggle);
    row->addWidget(m_clear);
    m_back = linkButton(u"queue.back"_s, u"Back to what was found"_s, toggles);
    m_back->hide();
    row->addWidget(m_back);
    column->addWidget(toggles);
    m_more = makeMore();
    column->addWidget(m_more);
    m_error = new Banner(Banner::Tone::Note, u"queue.filterError"_s, this);
    column->addWidget(m_error);
    m_thrown = new UndoLine(u"queue.thrown"_s, this);
    column->addWidget(m_thrown);
    m_error->hide();
    m_clear->hide();
    showMore(false);

    m_pause.setSingleShot(true);
    m_pause.setInterval(searchPause);
    connect(&m_pause, &QTimer::timeout, this, &FilterBar::read);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        read();
        Q_EMIT searchDone();
    });
    for (auto* box : {m_state, m_order, m_level, m_dsl, m_year, m_sign, m_flag, m_wait})
        connect(box, &QComboBox::currentIndexChanged, this, &FilterBar::read);
    for (auto* day : {m_since, m_until})
        connect(day, &QLineEdit::editingFinished, this, &FilterBar::read);
    connect(m_overdue, &QCheckBox::toggled, this, &FilterBar::read);
    connect(m_toggle, &QPushButton::clicked, this, [this] { showMore(!m_more->isVisible()); });
    connect(m_clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(m_back, &QPushButton::clicked, this, [this] { set(m_before); });
    loadKept();
    loadDsls();
}

QWidget* FilterBar::makeMore()
{
    auto* more = new QWidget(this);
    auto* column = new QVBoxLayout(more);
    column->setContentsMargins(0, 0, 0, 0);
    auto* fields = new QWidget(more);
    auto* flow = new FlowLayout(fields);
    flow->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& name, const QString& label, QWidget* input) {
        auto* field = new Field(u"queue."_s + name, label, input, {}, fields);
        flow->addWidget(field);
        return field;
    };
    add(u"level"_s, u"Level"_s, m_level);
    add(u"dsl"_s, u"Whose case"_s, m_dsl);
    add(u"year"_s, u"Year group"_s, m_year);
    add(u"sign"_s, u"Sign"_s, m_sign);
    add(u"flag"_s, u"Of the child"_s, m_flag);
    add(u"wait"_s, u"Acknowledged"_s, m_wait);
    m_sinceField = add(u"since"_s, u"Logged from"_s, m_since);
    m_untilField = add(u"until"_s, u"Logged up to"_s, m_until);
    // Their own examples have no room here.
    m_since->setPlaceholderText(u"3 May 2026"_s);
    m_until->setPlaceholderText(u"today"_s);
    named(m_overdue, u"queue.overdue"_s, u"Only with something overdue"_s);
    flow->addWidget(m_overdue);
    column->addWidget(fields);
    column->addWidget(makeKept());
    return more;
}

QWidget* FilterBar::makeKept()
{
    auto* kept = new QWidget(this);
    auto* flow = new FlowLayout(kept);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(new Field(u"queue.kept"_s, u"Kept filters"_s, m_kept, {}, kept));
    m_keepAs->setMaxLength(100);
    flow->addWidget(new Field(u"queue.keepAs"_s, u"Keep this one as"_s, m_keepAs, {}, kept));
    auto* keepIt = button(u"queue.keep"_s, u"Keep"_s, kept);
    m_drop = button(u"queue.drop"_s, u"Forget it"_s, kept);
    m_drop->setAccessibleName(u"Forget the filter that is chosen"_s);
    flow->addWidget(keepIt);
    flow->addWidget(m_drop);
    const auto keepThis = [this] { keep({m_keepAs->text().trimmed(), m_filter}); };
    connect(keepIt, &QPushButton::clicked, this, keepThis);
    connect(m_keepAs, &QLineEdit::returnPressed, this, keepThis);
    connect(m_kept, &QComboBox::activated, this, &FilterBar::choose);
    connect(m_drop, &QPushButton::clicked, this, &FilterBar::dropChosen);
    return kept;
}

void FilterBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    // With large text the search has a line of its own.
    const bool isNarrow = event->size().width() < fontMetrics().averageCharWidth() * 80;
    m_first->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FilterBar::showMore(bool show)
{
    m_more->setVisible(show);
    m_toggle->setText(show ? u"Fewer filters"_s : u"More filters"_s);
    m_toggle->setAccessibleName(m_toggle->text());
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

QWidget* FilterBar::firstFocus() const
{
    return m_search;
}

void FilterBar::read()
{
    m_pause.stop();
    if (m_isSetting)
        return;
    m_sinceField->setError(m_since->isUnreadable() ? u"Write a day: 3 May 2026."_s : QString());
    m_untilField->setError(m_until->isUnreadable() ? u"Write a day: 3 May 2026."_s : QString());
    model::CaseFilter filter;
    filter.text = m_search->text().trimmed();
    filter.state = model::valueOf<model::State>(m_state->currentData().toString());
    filter.order = model::valueOf<model::CaseOrder>(m_order->currentData().toString()).value_or(filter.order);
    filter.level = model::valueOf<model::Level>(m_level->currentData().toString());
    filter.dsl = m_dsl->currentData().toString();
    filter.yearGroup = m_year->currentData().toString();
    filter.sign = m_sign->currentData().toString();
    filter.flag = m_flag->currentData().toString();
    filter.acknowledged = model::valueOf<model::Wait>(m_wait->currentData().toString());
    filter.since = m_since->day();
    filter.until = m_until->day();
    filter.overdue = m_overdue->isChecked();
    if (filter == m_filter)
        return;
    m_filter = filter;
    ask();
}

void FilterBar::ask()
{
    m_back->hide();
    m_clear->setVisible(!m_filter.isOpen());
    // A search has an order of its own.
    m_order->setEnabled(m_filter.text.isEmpty());
    Q_EMIT changed();
}

void FilterBar::clear()
{
    m_before = m_filter;
    const auto words = inWords();
    set({});
    m_back->setAccessibleDescription(words);
    m_back->setToolTip(words);
    m_back->show();
}

void FilterBar::set(const model::CaseFilter& filter)
{
    m_isSetting = true;
    m_search->setText(filter.text);
    setChoice(m_state, nameOrNothing(filter.state));
    setChoice(m_order, model::nameOf(filter.order));
    setChoice(m_level, nameOrNothing(filter.level));
    setChoice(m_dsl, filter.dsl);
    setChoice(m_year, filter.yearGroup);
    setChoice(m_sign, filter.sign);
    setChoice(m_flag, filter.flag);
    setChoice(m_wait, nameOrNothing(filter.acknowledged));
    m_since->setDay(filter.since);
    m_until->setDay(filter.until);
    m_overdue->setChecked(filter.overdue);
    m_isSetting = false;
    m_pause.stop();
    m_filter = filter;
    ask();
}

QString FilterBar::inWords() const
{
    QStringList parts;
    for (const auto* box : {m_state, m_level, m_dsl, m_year, m_sign, m_flag})
        if (!box->currentData().toString().isEmpty())
            parts << box->currentText();
    if (m_filter.acknowledged)
        parts << u"acknowledged "_s + m_wait->currentText().toLower();
    if (m_filter.since)
        parts << u"from "_s + log::dayText(*m_filter.since);
    if (m_filter.until)
        parts << u"up to "_s + log::dayText(*m_filter.until);
    if (m_filter.overdue)
        parts << u"overdue"_s;
    if (!m_filter.text.isEmpty())
        parts << u"with \"%1\""_s.arg(m_filter.text.left(40));
    return parts.join(u", "_s);
}

void FilterBar::loadKept()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::savedFilters(session); },
        [this](const model::Expected<std::vector<session::SavedFilter>>& kept) {
            if (kept)
                m_keptFilters = *kept;
            m_kept->clear();
            m_kept->addItem(m_keptFilters.empty() ? u"None yet"_s : u"Choose one"_s, -1);
            for (std::size_t i = 0; i < m_keptFilters.size(); ++i)
                m_kept->addItem(m_keptFilters[i].name, static_cast<int>(i));
            m_kept->setEnabled(!m_keptFilters.empty());
            m_drop->setEnabled(false);
        });
}

void FilterBar::loadDsls()
{
    m_dsl->addItem(m_context.member.name, m_context.member.name);
    askColleagues(m_context, this, [this](const QStringList& names) {
        for (const auto& name : names)
            if (m_dsl->findData(name) < 0)
                m_dsl->addItem(name, name);
    });
}

void FilterBar::dropChosen()
{
    const auto place = static_cast<std::size_t>(m_kept->currentData().toInt());
    const auto dropped = m_keptFilters.at(place);
    m_context.thread->ask(
        this, [name = dropped.name](session::Session& session) { return session::dropFilter(session, name); },
        [this, dropped](const model::Result& result) {
            if (result)
                m_thrown->offer({}, u"\"%1\" is forgotten."_s.arg(dropped.name), [this, dropped] { keep(dropped); });
            else
                m_error->announce({}, result.error().message);
            loadKept();
        });
}

void FilterBar::keep(const session::SavedFilter& kept)
{
    m_context.thread->ask(
        this, [kept](session::Session& session) { return session::saveFilter(session, kept); },
        [this](const model::Result& result) {
            if (!result) {
                m_error->announce({}, result.error().message);
                return;
            }
            m_error->hide();
            m_thrown->forget();
            m_keepAs->clear();
            Q_EMIT m_context.navigator->say(u"The filter is kept."_s);
            loadKept();
        });
}

void FilterBar::choose(int kept)
{
    const int place = m_kept->itemData(kept).toInt();
    m_drop->setEnabled(place >= 0);
    if (place >= 0 && static_cast<std::size_t>(place) < m_keptFilters.size())
        set(m_keptFilters[static_cast<std::size_t>(place)].filter);
}

} // namespace heed::gui::cases
