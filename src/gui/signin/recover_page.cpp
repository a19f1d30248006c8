#include "gui/signin/recover_page.h"
#include "gui/frame/look.h"
#include "gui/signin/password_fields.h"
#include "gui/signin/share_entries.h"
#include "gui/widgets/kit.h"

#include "session/people.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::signin {
namespace {

/// The leads' sheets make somebody a lead; the head's and the chair's let in one who has that role.
bool isLeads(const QString& desk)
{
    return desk.isEmpty() || desk == model::safeguardingDesk;
}

} // namespace

RecoverPage::RecoverPage(session::SessionThread* thread, const QString& vault, const QString& school, QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_vault(vault)
    , m_school(school)
    , m_shares(new ShareEntries(thread, vault))
    , m_standing(textLabel({}))
    , m_about(textLabel({}))
    , m_name(new QLineEdit)
    , m_nameField(new Field(QStringLiteral("recoverName"), tr("Name"), m_name))
    , m_password(new PasswordFields(QStringLiteral("recoverPassword")))
    , m_own(new QLineEdit)
    , m_ownField(new Field(QStringLiteral("recoverOwnPassword"), tr("The password they sign in with"), m_own))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("recoverError")))
    , m_done(new Banner(Banner::Tone::Tell, QStringLiteral("recoverDone")))
    , m_busy(new Busy(QStringLiteral("recoverBusy")))
    , m_form(new Card(tr("The sheets")))
    , m_who(new Card(tr("Who gets in")))
    , m_go(primaryButton(QStringLiteral("recoverGo"), tr("&Let them in")))
    , m_signIn(primaryButton(QStringLiteral("recoverSignIn"), tr("&Sign in")))
{
    setObjectName(QStringLiteral("recoverPage"));
    m_standing->setObjectName(QStringLiteral("recoverStanding"));
    m_own->setEchoMode(QLineEdit::Password);
    m_password->setFor(model::Role::Dsl, [this] { return QStringList{m_name->text(), m_school}; });
    auto* back = button(QStringLiteral("recoverBack"), tr("&Back to signing in"));

    m_form->content()->addWidget(m_shares);
    m_form->content()->addWidget(m_standing);
    m_who->content()->addWidget(m_about);
    m_who->content()->addWidget(m_nameField);
    m_who->content()->addWidget(m_password);
    m_who->content()->addWidget(m_ownField);

    auto* buttons = new FlowLayout;
    for (auto* each : {m_go, m_signIn, back})
        buttons->addWidget(each);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(em(2.2), em(1.6), em(2.2), em(1.6));
    column->setSpacing(em(1));
    column->addWidget(titleLabel(tr("Get in again with recovery sheets")));
    column->addWidget(textLabel(
        tr("For when nobody who reads the records can sign in any more. Come together with the holders of the sheets. "
           "Whoever is let in can read what that desk reads, and the recovery stands in the record for every reader "
           "to see. If a colleague can still sign in, ask them for a new start instead.")));
    column->addWidget(m_error);
    column->addWidget(m_done);
    column->addWidget(m_form);
    column->addWidget(m_who);
    column->addLayout(buttons);
    column->addWidget(m_busy);
    column->addStretch();
    for (auto* each : {m_error, m_done})
        each->hide();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page, QStringLiteral("recoverScroll"), 100, true));
    m_signIn->hide();

    connect(m_shares, &ShareEntries::looked, this, &RecoverPage::looked);
    connect(m_go, &QPushButton::clicked, this, &RecoverPage::submit);
    connect(m_signIn, &QPushButton::clicked, this, [this] { Q_EMIT recovered(m_name->text().simplified()); });
    connect(back, &QPushButton::clicked, this, &RecoverPage::givenUp);
    connect(m_name, &QLineEdit::textEdited, m_nameField, &Field::clearError);
    connect(m_own, &QLineEdit::textEdited, m_ownField, &Field::clearError);
    looked();
}

void RecoverPage::focusFirst()
{
    m_shares->first()->setFocus(Qt::OtherFocusReason);
}

void RecoverPage::looked()
{
    const auto& look = m_shares->look();
    if (look.needed > 0)
        m_standing->setText(tr("Any %1 sheets of this set are enough for what is written to %2. They are kept by: %3.")
                                .arg(look.needed)
                                .arg(model::deskTitle(look.desk), look.holders.join(QStringLiteral(", "))));
    m_standing->setVisible(look.needed > 0);
    const bool leads = isLeads(look.desk);
    m_about->setText(leads
                         ? tr("They become a safeguarding lead. Somebody who is enrolled already keeps their name here "
                              "and gets new keys; a new name is enrolled.")
                         : tr("These sheets are for %1. A safeguarding lead has enrolled this person with that role "
                              "already, and they have signed in once.")
                               .arg(model::deskTitle(look.desk)));
    m_password->setVisible(leads);
    m_ownField->setVisible(!leads);
}

bool RecoverPage::check()
{
    m_error->hide();
    if (!m_shares->look().isEnough()) {
        m_error->announce(tr("The sheets are not enough yet"),
                          tr("Type as many sheets as are needed, until each says that it was read without a mistake."));
        focusFirst();
        return false;
    }
    m_nameField->setError(m_name->text().simplified().isEmpty() ? tr("Say who is to get in.") : QString());
    if (!m_nameField->error().isEmpty()) {
        m_name->setFocus();
        return false;
    }
    if (isLeads(m_shares->look().desk))
        return m_password->check();
    m_ownField->setError(m_own->text().isEmpty() ? tr("Type their password.") : QString());
    if (!m_ownField->error().isEmpty())
        m_own->setFocus();
    return m_ownField->error().isEmpty();
}

void RecoverPage::submit()
{
    if (m_busy->isBusy() || !check())
        return;
    m_go->setEnabled(false);
    m_busy->start(tr("Putting the key together\u2026"));
    const bool leads = isLeads(m_shares->look().desk);
    m_thread->post(
        this,
        [vault = m_vault, shares = m_shares->shares(), name = m_name->text().simplified(),
         password = leads ? m_password->password() : m_own->text()] {
            return session::recoverDesk(vault, shares, name, password);
        },
        [this](const model::Expected<QString>& desk) { done(desk); });
}

void RecoverPage::done(const model::Expected<QString>& desk)
{
    m_busy->stop();
    m_go->setEnabled(true);
    if (!desk) {
        m_error->announce(tr("Nobody was let in"), desk.error().message);
        return;
    }
    m_shares->clear();
    m_password->clear();
    m_own->clear();
    for (auto* each : {m_form, m_who})
        each->hide();
    m_go->hide();
    m_signIn->show();
    m_done->announce(
        tr("%1 can sign in").arg(m_name->text().simplified()),
        tr("They read what is written to %1. It stands in the record, and every reader sees it at their next sign-in. "
           "Put the sheets back in their envelopes, or make new ones in Settings, Recovery.")
            .arg(model::deskTitle(*desk)));
    m_signIn->setFocus();
}

} // namespace heed::gui::signin
