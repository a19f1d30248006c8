#include "gui/settings/members_panel.h"
#include "gui/frame/look.h"
#include "gui/settings/starting_password_card.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTableWidget>
#include <QVBoxLayout>

namespace heed::gui::settings {

MembersPanel::MembersPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_table(named(new QTableWidget(0, 4), QStringLiteral("membersTable"), tr("Colleagues who can sign in")))
    , m_name(new QLineEdit)
    , m_nameField(new Field(QStringLiteral("newMemberName"), tr("Name"), m_name))
    , m_role(new CalmComboBox)
    , m_add(primaryButton(QStringLiteral("addMember"), tr("Enrol")))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("membersError")))
    , m_busy(new Busy(QStringLiteral("membersBusy")))
    , m_starting(new StartingPasswordCard(context.profile.school.name))
{
    m_error->hide();
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Role"), tr("State"), tr("Enrolled by")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const auto role : {model::Role::Staff, model::Role::Dsl, model::Role::Head, model::Role::Chair})
        m_role->addItem(model::title(role), static_cast<int>(role));

    auto* enrol = new Card(tr("Enrol a colleague"));
    std::vector<Field*> fields{m_nameField, new Field(QStringLiteral("newMemberRole"), tr("Role"), m_role)};
    enrol->content()->addWidget(textLabel(tr(
        "Staff can log concerns and see their own. Safeguarding leads read all but those about adults who work here; "
        "those go to the head, or to the chair of governors.")));
    enrol->content()->addWidget(m_error);
    enrol->content()->addWidget(new FieldGrid(fields, 16));
    enrol->content()->addWidget(m_add, 0, Qt::AlignLeft);
    enrol->content()->addWidget(m_busy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_starting);
    column->addWidget(enrol);
    column->addWidget(headingLabel(tr("Who can sign in")));
    column->addWidget(m_table);
    connect(m_add, &QPushButton::clicked, this, &MembersPanel::add);
    connect(m_starting, &StartingPasswordCard::passedOn, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_name, &QLineEdit::returnPressed, this, &MembersPanel::add);
    connect(m_name, &QLineEdit::textEdited, m_nameField, &Field::clearError);
}

void MembersPanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::members(session); },
        [this](const model::Expected<std::vector<session::MemberRow>>& members) {
            if (members)
                fill(*members);
            else
                m_error->announce(tr("The colleagues could not be read"), members.error().message);
        });
}

void MembersPanel::fill(const std::vector<session::MemberRow>& members)
{
    m_table->setRowCount(static_cast<int>(members.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& member = members[static_cast<std::size_t>(row)];
        const auto state = !member.role         ? tr("Has left")
                           : member.hasSignedIn ? tr("Signs in")
                                                : tr("Has not signed in yet");
        const auto by =
            member.enrolledBy.isEmpty()
                ? tr("At set-up")
                : tr("%1, %2").arg(member.enrolledBy, rules::inWords(platform::inSchoolTime(member.enrolledAt).date()));
        const QStringList cells{member.name, member.role ? model::title(*member.role) : QString(), state, by};
        for (int column = 0; column < cells.size(); ++column)
            m_table->setItem(row, column, new QTableWidgetItem(cells.at(column)));
    }
    // As high as it is long: the page scrolls, not a table within it.
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() + em(0.5);
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

void MembersPanel::add()
{
    const auto name = m_name->text().simplified();
    m_error->hide();
    m_nameField->setError(name.isEmpty() ? tr("Give the colleague\u2019s name.") : QString());
    if (name.isEmpty() || m_busy->isBusy())
        return;
    m_add->setEnabled(false);
    m_busy->start(tr("Making their starting password\u2026"));
    m_context.thread->ask(
        this,
        [name, role = static_cast<model::Role>(m_role->currentData().toInt())](session::Session& session) {
            return session::addMember(session, name, role);
        },
        [this, name](const model::Expected<session::NewMemberAnswer>& answer) {
            m_busy->stop();
            m_add->setEnabled(true);
            if (!answer) {
                if (answer.error().code == model::ErrorCode::BadInput ||
                    answer.error().code == model::ErrorCode::AlreadyExists)
                    m_nameField->setError(answer.error().message);
                else
                    m_error->announce(tr("%1 was not enrolled").arg(name), answer.error().message);
                m_name->setFocus();
                return;
            }
            m_name->clear();
            m_starting->tell(name, answer->startingPassword);
            reload();
        });
}

} // namespace heed::gui::settings
