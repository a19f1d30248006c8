#include "gui/settings/members_panel.h"
#include "gui/cases/inline_form.h"
#include "gui/frame/look.h"
#include "gui/settings/member_card.h"
#include "gui/settings/open_work_card.h"
#include "gui/settings/starting_password_card.h"
#include "gui/widgets/kit.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace heed::gui::settings {
namespace {

constexpr int mostRows = 9; // in sight; longer lists scroll
constexpr model::Role roles[] = {model::Role::Staff, model::Role::Dsl, model::Role::Head, model::Role::Chair};

QTableWidget* makeTable()
{
    auto* table =
        named(new QTableWidget(0, 3), QStringLiteral("membersTable"), MembersPanel::tr("Colleagues who can sign in"));
    table->setHorizontalHeaderLabels({MembersPanel::tr("Name"), MembersPanel::tr("Role"), MembersPanel::tr("State")});
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return table;
}

} // namespace

MembersPanel::MembersPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_waiting(new Banner(Banner::Tone::Warning, QStringLiteral("membersWaiting")))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("membersAnswer")))
    , m_enrol(primaryButton(QStringLiteral("enrolButton"), tr("Enrol a colleague\u2026")))
    , m_form(nullptr)
    , m_busy(new Busy(QStringLiteral("membersBusy")))
    , m_starting(new StartingPasswordCard(context.profile.school.name))
    , m_openWork(new OpenWorkCard(context))
    , m_find(new QLineEdit)
    , m_table(makeTable())
    , m_card(new MemberCard(context))
{
    QStringList titles;
    for (const auto role : roles)
        titles << model::title(role);
    m_form = new cases::InlineForm(
        QStringLiteral("enrol"), tr("Enrol a colleague"),
        {{QStringLiteral("name"), tr("Name"), cases::Input::Line, tr("Give the colleague\u2019s name."), {}, {}, {}},
         {QStringLiteral("role"), tr("Role"), cases::Input::Choice, tr("Choose a role."), {}, titles, {}}},
        tr("Enrol"));
    m_form->content()->insertWidget(
        1, textLabel(tr("Staff can log concerns and see their own. Safeguarding leads read all but those about adults "
                        "who work here; those go to the head, or to the chair of governors. Heed makes a starting "
                        "password, which is shown once.")));
    for (auto* each : {m_waiting, m_answer})
        each->hide();
    m_form->hide();
    m_answer->setDismissible(true);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_waiting);
    column->addWidget(m_answer);
    column->addWidget(m_starting);
    column->addWidget(m_openWork);
    column->addWidget(m_enrol, 0, Qt::AlignLeft);
    column->addWidget(m_form);
    column->addWidget(m_busy);
    column->addWidget(headingLabel(tr("Who can sign in")));
    column->addWidget(new Field(QStringLiteral("membersFind"), tr("Find a colleague"), m_find));
    column->addWidget(m_table);
    column->addWidget(m_card);

    connect(m_enrol, &QPushButton::clicked, this, &MembersPanel::openEnrol);
    connect(m_form, &cases::InlineForm::submitted, this, &MembersPanel::enrol);
    connect(m_form, &cases::InlineForm::cancelled, this, [this] {
        m_form->hide();
        m_enrol->setFocus();
    });
    connect(m_find, &QLineEdit::textChanged, this, &MembersPanel::filter);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &MembersPanel::showChosen);
    connect(m_starting, &StartingPasswordCard::passedOn, m_enrol, qOverload<>(&QWidget::setFocus));
    connect(m_card, &MemberCard::changed, this, [this](const QString& sentence) {
        answer({}, sentence);
        m_table->setFocus();
        reload();
    });
    connect(m_card, &MemberCard::reset, this, &MembersPanel::giveStart);
    connect(m_card, &MemberCard::ended, this, &MembersPanel::ended);
}

void MembersPanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::members(session); },
        [this](const model::Expected<std::vector<session::MemberRow>>& members) {
            if (members) {
                fill(*members);
                return;
            }
            m_answer->setTone(Banner::Tone::Danger);
            m_answer->announce(tr("The colleagues could not be read"), members.error().message);
        });
}

bool MembersPanel::isShowingSecret() const
{
    return !m_starting->isHidden();
}

void MembersPanel::fill(const std::vector<session::MemberRow>& members)
{
    m_members = members;
    // Who is here first, by name; who has left last.
    std::stable_sort(m_members.begin(), m_members.end(), [](const auto& one, const auto& other) {
        if (one.role.has_value() != other.role.has_value())
            return one.role.has_value();
        return one.name.localeAwareCompare(other.name) < 0;
    });
    tellWaiting();
    filter();
}

void MembersPanel::filter()
{
    const auto chosen = m_chosen;
    const auto words = m_find->text().simplified();
    m_table->setRowCount(0);
    int chosenRow = -1;
    for (const auto& member : m_members) {
        if (!member.name.contains(words, Qt::CaseInsensitive))
            continue;
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        const QStringList cells{member.name, member.role ? model::title(*member.role) : QString(), stateOf(member)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells.at(column));
            item->setData(Qt::UserRole, member.id);
            m_table->setItem(row, column, item);
        }
        if (member.id == chosen)
            chosenRow = row;
    }
    fitTable();
    if (chosenRow >= 0)
        m_table->selectRow(chosenRow);
    else
        m_card->hide();
}

void MembersPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fitTable(); // now that the rows have the font in force
}

void MembersPanel::fitTable()
{
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() + em(0.3);
    for (int row = 0; row < std::min(mostRows, m_table->rowCount()); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

void MembersPanel::showChosen()
{
    const auto* item = m_table->currentItem();
    if (!item || m_table->selectedItems().isEmpty())
        return;
    const auto found = std::find_if(m_members.begin(), m_members.end(), [&](const session::MemberRow& member) {
        return member.id == item->data(Qt::UserRole).toString();
    });
    if (found == m_members.end())
        return;
    m_chosen = found->id;
    m_card->tell(*found);
}

void MembersPanel::tellWaiting()
{
    QStringList lines;
    for (const auto& member : m_members) {
        if (!member.waitsForDesk)
            continue;
        const auto desk = model::deskTitle(model::deskOf(*member.role));
        lines << (member.hasSignedIn
                      ? tr("%1 waits to read what is written to %2: somebody who reads it already has to sign in.")
                            .arg(member.name, desk)
                      : tr("%1 has not signed in yet. Until then nothing can be sent to %2: Heed tells authors whom to "
                           "see in person.")
                            .arg(member.name, desk));
    }
    m_waiting->set(tr("Not let in yet"), lines.join(u'\n'));
    m_waiting->setVisible(!lines.isEmpty());
}

void MembersPanel::openEnrol()
{
    m_answer->hide();
    m_form->show();
    m_form->focusFirst();
}

void MembersPanel::enrol()
{
    if (m_busy->isBusy())
        return;
    const auto name = m_form->text(QStringLiteral("name")).simplified();
    const auto role = roles[m_form->choice(QStringLiteral("role"))];
    m_form->setBusy(true);
    m_busy->start(tr("Making their starting password\u2026"));
    m_context.thread->ask(
        this, [name, role](session::Session& session) { return session::addMember(session, name, role); },
        [this, name](const model::Expected<session::NewMemberAnswer>& answer) {
            m_busy->stop();
            if (!answer) {
                m_form->showError(answer.error().message);
                m_form->focusFirst();
                return;
            }
            m_form->setBusy(false);
            m_form->clear();
            m_form->hide();
            giveStart(name, answer->startingPassword);
        });
}

void MembersPanel::answer(const QString& title, const QString& sentence)
{
    m_answer->setTone(Banner::Tone::Tell);
    m_answer->announce(title, sentence);
}

void MembersPanel::giveStart(const QString& name, const QString& password)
{
    m_answer->hide();
    m_starting->tell(name, password);
    reload();
}

void MembersPanel::ended(const QString& name, const QStringList& open)
{
    QStringList colleagues;
    for (const auto& member : m_members)
        if (member.role && model::deskOf(*member.role) == m_context.member.desk && member.name != name)
            colleagues << member.name;
    answer(tr("%1 can no longer sign in").arg(name),
           open.isEmpty() ? tr("No open concern had been handed over to them.") : QString());
    if (open.isEmpty())
        m_table->setFocus();
    else
        m_openWork->tell(name, open, colleagues);
    reload();
}

} // namespace heed::gui::settings
