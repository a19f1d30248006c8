#include "gui/signin/sign_in_page.h"
#include "gui/frame/look.h"
#include "gui/signin/duty_panel.h"
#include "gui/widgets/kit.h"
#include "rules/sign_in_pace.h"

#include <QHash>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <memory>

namespace heed::gui::signin {
namespace {

using model::ErrorCode;

/// Refusals of each vault since somebody was let in: going to another page and back does not begin anew.
int& refusalsOf(const QString& vault)
{
    static QHash<QString, int> refusals;
    return refusals[vault];
}

QString titleOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound: return SignInPage::tr("The records are not where they were");
    case ErrorCode::NotAVault: return SignInPage::tr("This folder holds no records of Heed");
    case ErrorCode::InUse: return SignInPage::tr("Another program is using the records just now");
    case ErrorCode::Damaged: return SignInPage::tr("Something in the records is damaged");
    case ErrorCode::Behind:
    case ErrorCode::Forked: return SignInPage::tr("The records are not as this computer remembers them");
    case ErrorCode::NoPermission: return SignInPage::tr("This computer account may not open the records");
    case ErrorCode::DiskFull: return SignInPage::tr("The disk is full");
    case ErrorCode::NotAllowed: return SignInPage::tr("You cannot sign in");
    default: return SignInPage::tr("Signing in did not work");
    }
}

} // namespace

SignInPage::SignInPage(session::SessionThread* thread, const QString& vault, const QString& name, const QString& notice,
                       QWidget* parent)
    : QWidget(parent)
    , m_thread(thread)
    , m_vault(vault)
    , m_school(titleLabel(tr("Heed")))
    , m_notice(new Banner(Banner::Tone::Note, QStringLiteral("signInNotice")))
    , m_error(new Banner(Banner::Tone::Danger, QStringLiteral("signInError")))
    , m_network(new Banner(Banner::Tone::Warning, QStringLiteral("networkWarning")))
    , m_name(new QLineEdit(name))
    , m_password(new QLineEdit)
    , m_nameField(new Field(QStringLiteral("signInName"), tr("Your &name"), m_name))
    , m_passwordField(new Field(QStringLiteral("signInPassword"), tr("Your pass&word"), m_password))
    , m_signIn(primaryButton(QStringLiteral("signInButton"), tr("&Sign in")))
    , m_otherVault(linkButton(QStringLiteral("otherVaultButton"), tr("Open another school, or set one up")))
    , m_busy(new Busy(QStringLiteral("signInBusy")))
    , m_duty(new DutyPanel)
{
    setObjectName(QStringLiteral("signInPage"));
    m_school->setObjectName(QStringLiteral("schoolName"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    for (auto* banner : {m_notice, m_error, m_network})
        banner->hide();

    auto* card = new Card(tr("Sign in"));
    auto* form = card->content();
    form->addWidget(m_notice);
    form->addWidget(m_error);
    form->addWidget(m_nameField);
    form->addWidget(m_passwordField);
    form->addWidget(m_signIn, 0, Qt::AlignLeft);
    form->addWidget(m_busy);
    form->addWidget(remarkLabel(tr("Forgotten your password? Ask a safeguarding lead for a new start. Do not let that "
                                   "keep you from telling somebody now.")));

    auto* recovery = linkButton(QStringLiteral("recoverButton"), tr("Nobody can get in any more?"));
    recovery->setAccessibleDescription(tr("Lets somebody in with printed recovery sheets"));

    // Above all else, also where the two columns stand one below the other.
    auto* danger = new Banner(Banner::Tone::Danger, QStringLiteral("dangerBanner"));
    danger->set(tr("A child is in danger now? Ring 999 first."),
                tr("Do it yourself and at once. Then tell a safeguarding lead."));

    auto* left = new QWidget;
    auto* leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(em(1));
    leftColumn->addWidget(card);
    leftColumn->addWidget(m_network);
    leftColumn->addWidget(m_otherVault, 0, Qt::AlignLeft);
    leftColumn->addWidget(recovery, 0, Qt::AlignLeft);
    leftColumn->addStretch();

    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(em(2.2), em(1.6), em(2.2), em(1.6));
    column->setSpacing(em(1.1));
    column->addWidget(m_school);
    column->addWidget(danger);
    column->addWidget(new Columns(left, m_duty, 5, 6));
    column->addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scrolling(page, QStringLiteral("signInScroll")));

    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::submit);
    connect(m_name, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    connect(m_name, &QLineEdit::textEdited, m_nameField, &Field::clearError);
    connect(m_password, &QLineEdit::textEdited, m_passwordField, &Field::clearError);
    connect(m_otherVault, &QPushButton::clicked, this, &SignInPage::otherVaultWanted);
    connect(recovery, &QPushButton::clicked, this, [this] { Q_EMIT recoveryWanted(m_school->text()); });
    m_slow.setInterval(std::chrono::seconds(1));
    connect(&m_slow, &QTimer::timeout, this, &SignInPage::countDown);
    connect(m_thread, &session::SessionThread::progressed, this,
            [this](const QString& what, qint64 done, qint64 total) {
                if (m_busy->isBusy())
                    m_busy->progress(what, done, total);
            });
    if (!notice.isEmpty())
        m_notice->announce({}, notice);
    readFrontPage();
    slowDown(rules::waitAfter(refusalsOf(m_vault)));
}

void SignInPage::focusFirst()
{
    (m_name->text().isEmpty() ? m_name : m_password)->setFocus(Qt::OtherFocusReason);
}

void SignInPage::readFrontPage()
{
    m_thread->post(
        this, [vault = m_vault] { return session::Session::frontPage(vault); },
        [this](const model::Expected<session::FrontPage>& front) {
            if (!front) {
                refused(front.error());
                return;
            }
            m_school->setText(front->school);
            m_duty->setProfile(front->profile);
            if (!front->network.isEmpty())
                m_network->announce(
                    tr("These records lie on a network folder (%1)").arg(front->network),
                    tr("Two computers writing at once, or a connection that breaks, can damage them there. "
                       "A disk of this computer is safer. Keep backups."));
        });
}

void SignInPage::submit()
{
    if (m_busy->isBusy() || !m_signIn->isEnabled())
        return;
    m_error->hide();
    m_notice->hide();
    m_nameField->setError(m_name->text().trimmed().isEmpty() ? tr("Type your name as it was enrolled.") : QString());
    m_passwordField->setError(m_password->text().isEmpty() ? tr("Type your password.") : QString());
    if (!m_nameField->error().isEmpty() || !m_passwordField->error().isEmpty()) {
        focusFirst();
        return;
    }
    setWaiting(true);
    m_busy->start(tr("Opening the records\u2026"));
    auto typed = m_password->text().toUtf8();
    auto secret = std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::copyOf(crypto::spanOf(typed)));
    crypto::wipe(typed);
    m_thread->signIn(this, m_vault, m_name->text().trimmed(), secret,
                     [this](const model::Expected<session::Member>& member) {
                         m_busy->stop();
                         m_password->clear();
                         if (member) {
                             refusalsOf(m_vault) = 0;
                             Q_EMIT signedIn(*member);
                         } else {
                             refused(member.error());
                         }
                     });
}

void SignInPage::refused(const model::Error& error)
{
    setWaiting(false);
    if (error.code == ErrorCode::Cancelled)
        return;
    if (error.code == ErrorCode::UnknownMember) {
        m_nameField->setError(error.message);
        m_name->setFocus();
        m_name->selectAll();
    } else if (error.code == ErrorCode::WrongPassword) {
        m_passwordField->setError(error.message);
        m_password->setFocus();
    } else {
        m_error->announce(titleOf(error.code), error.message);
        return;
    }
    slowDown(rules::waitAfter(++refusalsOf(m_vault)));
}

void SignInPage::slowDown(int seconds)
{
    m_wait = seconds;
    if (seconds == 0)
        return;
    m_signIn->setEnabled(false);
    m_slow.start();
    m_notice->announce({}, tr("Wait %1 seconds before the next try.").arg(seconds));
}

void SignInPage::countDown()
{
    if (--m_wait > 0) {
        m_notice->set({}, m_wait == 1 ? tr("Wait 1 second before the next try.")
                                      : tr("Wait %1 seconds before the next try.").arg(m_wait));
        return;
    }
    m_slow.stop();
    m_notice->hide();
    m_signIn->setEnabled(true);
}

void SignInPage::setWaiting(bool waiting)
{
    m_signIn->setEnabled(!waiting);
    m_name->setReadOnly(waiting);
    m_password->setReadOnly(waiting);
}

} // namespace heed::gui::signin
