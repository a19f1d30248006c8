#include "gui/settings/password_panel.h"
#include "gui/frame/look.h"
#include "gui/settings/member_card.h"
#include "gui/signin/password_fields.h"
#include "gui/widgets/kit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {

PasswordPanel::PasswordPanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_fields(new signin::PasswordFields(QStringLiteral("newPassword")))
    , m_history(textLabel({}))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("passwordAnswer")))
    , m_busy(new Busy(QStringLiteral("passwordBusy")))
    , m_change(primaryButton(QStringLiteral("changePassword"), tr("Change my password")))
{
    m_answer->hide();
    m_fields->setFor(context.member.role, [name = context.member.name, school = context.profile.school.name] {
        return QStringList{name, school};
    });
    auto* card = new Card(tr("My password"));
    card->content()->addWidget(
        textLabel(tr("Change it when somebody may know it. There is no need to change it otherwise.")));
    m_history->setObjectName(QStringLiteral("ownHistory"));
    card->content()->addWidget(m_history);
    card->content()->addWidget(m_answer);
    card->content()->addWidget(m_fields);
    card->content()->addWidget(m_change, 0, Qt::AlignLeft);
    card->content()->addWidget(m_busy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_change, &QPushButton::clicked, this, &PasswordPanel::submit);
}

void PasswordPanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::members(session); },
        [this](const model::Expected<std::vector<session::MemberRow>>& members) {
            if (!members)
                return;
            for (const auto& member : *members)
                if (member.id == m_context.member.id)
                    m_history->setText(historyOf(member));
        });
}

void PasswordPanel::submit()
{
    m_answer->hide();
    if (m_busy->isBusy() || !m_fields->check())
        return;
    m_change->setEnabled(false);
    m_busy->start(tr("Sealing your keys again\u2026"));
    m_context.thread->ask(
        this, [password = m_fields->password()](session::Session& session) { return session.changePassword(password); },
        [this](const model::Result& result) {
            m_busy->stop();
            m_change->setEnabled(true);
            m_fields->first()->setFocus(); // it went when the button was disabled
            m_answer->setTone(result ? Banner::Tone::Tell : Banner::Tone::Danger);
            if (result) {
                m_fields->clear();
                m_answer->announce({}, tr("Your password is changed. Use the new one from now on."));
            } else {
                m_answer->announce(tr("Your password was not changed"), result.error().message);
            }
        });
}

} // namespace heed::gui::settings
