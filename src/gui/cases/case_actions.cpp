#include "gui/cases/case_actions.h"

#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"

#include <QMenu>
#include <QStyle>

#include <memory>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

int at(FormKind kind)
{
    return static_cast<int>(kind);
}

/// What nearly every case needs, in the order of the row; the rest stands in the menu.
constexpr std::array often{FormKind::Note, FormKind::Action, FormKind::Contact, FormKind::Decision, FormKind::Referral};

/// Before these the menu draws a line: what the lead makes of it, who else is told, whose it is and how it ends.
constexpr std::array beginsGroup{FormKind::Feedback, FormKind::Whose};

template <std::size_t count> bool has(const std::array<FormKind, count>& kinds, FormKind kind)
{
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void setRole(QPushButton* button, const QString& role)
{
    if (button->property("role").toString() == role)
        return;
    button->setProperty("role", role);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace

CaseActions::CaseActions(const std::vector<FormSpec>& specs, QWidget* parent)
    : QWidget(parent)
    , m_row(new FlowLayout(this))
    , m_acknowledge(primaryButton(u"case.acknowledge"_s, u"Ac&knowledge"_s, this))
    , m_print(button(u"case.print"_s, u"&Print or save…"_s, this))
    , m_copy(button(u"case.copy"_s, u"Cop&y for CPOMS"_s, this))
    , m_more(button(u"case.more"_s, u"&More…"_s, this))
    , m_menu(named(new QMenu(this), u"case.menu"_s, u"More that can be done with this case"_s))
{
    setObjectName(u"case.actions"_s);
    m_row->setContentsMargins(0, 0, 0, 0);
    for (const auto& spec : specs) {
        if (spec.button.isEmpty())
            continue;
        if (has(often, spec.kind) || spec.kind == FormKind::Reopen) {
            auto* opens = button(u"case.open."_s + spec.name, spec.button, this);
            m_buttons.insert(at(spec.kind), opens);
            connect(opens, &QPushButton::clicked, this, [this, kind = spec.kind] { Q_EMIT formAsked(kind); });
            continue;
        }
        if (has(beginsGroup, spec.kind))
            m_menu->addSeparator();
        auto* entry = m_menu->addAction(spec.button);
        entry->setObjectName(u"case.open."_s + spec.name);
        m_entries.insert(at(spec.kind), entry);
        connect(entry, &QAction::triggered, this, [this, kind = spec.kind] { Q_EMIT formAsked(kind); });
    }
    m_more->setAccessibleDescription(u"Opens a menu"_s);
    connect(m_acknowledge, &QPushButton::clicked, this, &CaseActions::acknowledgeAsked);
    connect(m_print, &QPushButton::clicked, this, &CaseActions::printAsked);
    m_copy->setAccessibleDescription(u"Taken off the clipboard after a minute, or when Heed locks"_s);
    connect(m_copy, &QPushButton::clicked, this, &CaseActions::copyAsked);
    // Not the button's own menu, which would run an event loop of its own.
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
        m_menu->setActiveAction(m_menu->actions().value(0));
    });
    setRecord({}, false);
}

void CaseActions::setRecord(const model::Case& record, bool isForCpoms)
{
    const bool isOver = record.state == model::State::Closed;
    const bool isWaiting = !record.acknowledgedAt && !isOver;
    auto* decide = m_buttons.value(at(FormKind::Decision));
    auto* reopen = m_buttons.value(at(FormKind::Reopen));
    const bool isDecisionNext = !isWaiting && !isOver;
    setRole(decide, isDecisionNext ? u"primary"_s : u"plain"_s);
    m_acknowledge->setVisible(isWaiting);
    reopen->setVisible(isOver);
    m_entries.value(at(FormKind::Close))->setVisible(!isOver);
    m_copy->setVisible(isForCpoms);
    m_entries.value(at(FormKind::Elsewhere))->setVisible(isForCpoms);

    QList<QPushButton*> order{m_acknowledge, reopen};
    if (isDecisionNext)
        order << decide;
    for (const auto kind : often)
        if (auto* one = m_buttons.value(at(kind)); !order.contains(one))
            order << one;
    arrange(order << m_print << m_copy << m_more);
}

void CaseActions::arrange(const QList<QPushButton*>& buttons)
{
    while (const std::unique_ptr<QLayoutItem> item{m_row->takeAt(0)})
        continue;
    for (auto* one : buttons)
        m_row->addWidget(one);
}

void CaseActions::setReady(bool ready)
{
    setEnabled(ready);
    for (auto* entry : std::as_const(m_entries))
        entry->setEnabled(ready);
}

void CaseActions::setAcknowledging(bool isUnderWay)
{
    m_acknowledge->setEnabled(!isUnderWay);
}

QWidget* CaseActions::firstFocus() const
{
    for (auto* one : {m_acknowledge, m_buttons.value(at(FormKind::Reopen))})
        if (!one->isHidden())
            return one;
    return m_buttons.value(at(FormKind::Decision));
}

QWidget* CaseActions::openerOf(FormKind kind) const
{
    auto* made = m_buttons.value(at(kind));
    return made && !made->isHidden() ? made : m_more;
}

QString CaseActions::wordsOf(FormKind kind) const
{
    const auto* made = m_buttons.value(at(kind));
    const auto* entry = m_entries.value(at(kind));
    return (made ? made->text() : entry ? entry->text() : QString()).remove(u'&');
}

} // namespace heed::gui::cases
