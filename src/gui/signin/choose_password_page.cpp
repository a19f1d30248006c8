#include "gui/signin/choose_password_page.h"
#include "gui/frame/look.h"
#include "gui/signin/password_fields.h"
#include "gui/widgets/kit.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::signin {

ChoosePasswordPage::ChoosePasswordPage(session::SessionThread* thread, const session::Member& member, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_fields(new PasswordFields(QStringLiteral("firstPassword")))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("firstPasswordError")))
    , m_busy(new Busy(QStringLiteral("firstPasswordBusy")))
    , m_go(primaryButton(QStringLiteral("firstPasswordButton"), tr("&Use this password")))
{
    setObjectName(QStringLiteral("choosePasswordPage"));
    m_fields->setFor(member.role, [name = member.name] { return QStringList{name}; });
    m_error->hide();
    auto* giveUp = button(QStringLiteral("firstPasswordGiveUp"), tr("Not now"));

    auto* card = new Card(tr("Choose your own password"));
    card->content()->addWidget(
        textLabel(tr("Welcome, %1. The password you were given was only for the start: somebody else has seen it. "
                     "Choose one that only you know.")
                      .arg(member.name)));
    card->content()->addWidget(m_error);
    card->content()->addWidget(m_fields);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_go);
    buttons->addWidget(giveUp);
    card->content()->addLayout(buttons);
    card->content()->addWidget(m_busy);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(em(2.2), em(2.2), em(2.2), em(2.2));
    column->addWidget(card);
    column->addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page, QStringLiteral("firstPasswordScroll"), 110, true));
    connect(m_go, &QPushButton::clicked, this, &ChoosePasswordPage::submit);
    connect(giveUp, &QPushButton::clicked, this, &ChoosePasswordPage::givenUp);
}

void ChoosePasswordPage::focusFirst()
{
    m_fields->first()->setFocus(Qt::OtherFocusReason);
}

void ChoosePasswordPage::submit()
{
    m_error->hide();
    if (m_busy->isBusy() || !m_fields->check())
        return;
    m_go->setEnabled(false);
    m_busy->start(tr("Making your keys\u2026"));
    m_thread->ask(
        this,
        [password = m_fields->password()](session::Session& session) -> model::Expected<session::Member> {
            HEED_TRY(session.chooseFirstPassword(password));
            return session.member();
        },
        [this](const model::Expected<session::Member>& member) {
            m_busy->stop();
            m_go->setEnabled(true);
            if (!member) {
                m_error->announce(tr("The password was not changed"), member.error().message);
                return;
            }
            m_fields->clear();
            Q_EMIT chosen(*member);
        });
}

} // namespace heed::gui::signin
