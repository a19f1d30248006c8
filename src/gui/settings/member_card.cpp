#include "gui/settings/member_card.h"
#include "gui/cases/inline_form.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/words.h"

namespace heed::gui::settings {
namespace {

QString dayOf(const QDateTime& when)
{
    return rules::inWords(platform::inSchoolTime(when).date());
}

/// What opens to somebody with this role, as people say it.
QString deskWords(const session::MemberRow& member)
{
    return model::deskTitle(model::deskOf(*member.role));
}

} // namespace

QString historyOf(const session::MemberRow& member)
{
    QStringList lines;
    if (member.enrolledBy == member.name || member.enrolledBy.isEmpty())
        lines << MemberCard::tr("Here since %1: from set-up or by recovery.").arg(dayOf(member.enrolledAt));
    else
        lines << MemberCard::tr("Enrolled by %1, %2.").arg(member.enrolledBy, dayOf(member.enrolledAt));
    const auto when = member.resetAt ? dayOf(*member.resetAt) : MemberCard::tr("on a day that is not known");
    if (member.resetBy == member.name && !member.resetBy.isEmpty())
        lines << MemberCard::tr("New keys by recovery with printed sheets, %1.").arg(when);
    else if (!member.resetBy.isEmpty())
        lines << MemberCard::tr("Password reset by %1, %2.").arg(member.resetBy, when);
    if (member.leftAt)
        lines << MemberCard::tr("Left %1.").arg(dayOf(*member.leftAt));
    return lines.join(u'\n');
}

QString stateOf(const session::MemberRow& member)
{
    if (!member.role)
        return MemberCard::tr("Has left");
    if (!member.hasSignedIn)
        return MemberCard::tr("Has not signed in yet");
    return member.waitsForDesk ? MemberCard::tr("Waits to be let in") : MemberCard::tr("Signs in");
}

MemberCard::MemberCard(Context& context, QWidget* parent)
    : Card(parent)
    , m_context(context)
    , m_title(headingLabel({}))
    , m_standing(textLabel({}))
    , m_history(textLabel({}))
    , m_kept(textLabel({}))
    , m_role(button(QStringLiteral("memberRole"), tr("Give another role\u2026")))
    , m_reset(button(QStringLiteral("memberReset"), tr("Reset the password\u2026")))
    , m_end(button(QStringLiteral("memberEnd"), tr("They are leaving\u2026")))
    , m_busy(new Busy(QStringLiteral("memberBusy")))
{
    setObjectName(QStringLiteral("memberCard"));
    m_title->setObjectName(QStringLiteral("memberName"));
    m_standing->setObjectName(QStringLiteral("memberStanding"));
    m_history->setObjectName(QStringLiteral("memberHistory"));
    m_kept->setObjectName(QStringLiteral("memberKept"));
    auto* buttons = new FlowLayout;
    for (auto* each : {m_role, m_reset, m_end})
        buttons->addWidget(each);
    for (auto* each : {m_title, m_standing, m_history, m_kept})
        content()->addWidget(each);
    content()->addLayout(buttons);
    content()->addWidget(m_busy);
    connect(m_role, &QPushButton::clicked, this, &MemberCard::openRole);
    connect(m_reset, &QPushButton::clicked, this, &MemberCard::openReset);
    connect(m_end, &QPushButton::clicked, this, &MemberCard::openEnd);
    hide();
}

void MemberCard::tell(const session::MemberRow& member)
{
    const bool isSame = m_member && m_member->id == member.id;
    m_member = member;
    if (!isSame)
        closeForm();
    m_title->setText(member.name);
    setAccessibleName(member.name);
    m_standing->setText(member.role ? tr("%1. %2.").arg(model::title(*member.role), stateOf(member)) : stateOf(member));
    m_history->setText(historyOf(member));
    const bool isMe = member.id == m_context.member.id;
    QString kept;
    if (isMe)
        kept = tr("This is you. A colleague has to give you another role or end your membership; your password is in "
                  "the part \u201cMy password\u201d.");
    else if (member.isOnlyReader)
        kept = tr("Nobody else can open what is written to %1. So %2 keeps this role, and cannot be taken out, until "
                  "somebody else with it has signed in.")
                   .arg(deskWords(member), member.name);
    else if (member.waitsForDesk && !member.hasSignedIn)
        kept = tr("Nothing is sealed to %1 before %2 has signed in once.").arg(deskWords(member), member.name);
    else if (member.waitsForDesk)
        kept = tr("%1 reads again what is written to %2 once somebody who reads it already signs in.")
                   .arg(member.name, deskWords(member));
    m_kept->setText(kept);
    m_kept->setVisible(!kept.isEmpty());
    for (auto* each : {m_role, m_reset, m_end})
        each->setVisible(member.role && !isMe);
    m_role->setEnabled(!member.isOnlyReader);
    m_end->setEnabled(!member.isOnlyReader);
    show();
}

cases::InlineForm* MemberCard::put(cases::InlineForm* form, const QStringList& consequences, QPushButton* opener)
{
    closeForm();
    m_opener = opener;
    m_form = form;
    int place = 1; // below the form's heading
    for (const auto& sentence : consequences)
        form->content()->insertWidget(place++, textLabel(sentence));
    content()->addWidget(form);
    form->show();
    connect(form, &cases::InlineForm::cancelled, this, [this] {
        closeForm();
        m_opener->setFocus();
    });
    return form;
}

void MemberCard::closeForm()
{
    if (!m_form)
        return;
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
}

template <class Work, class Done> void MemberCard::submit(const QString& what, Work work, Done done)
{
    m_form->setBusy(true);
    m_busy->start(what);
    m_context.thread->ask(m_form, std::move(work), [this, done = std::move(done)](const auto& answer) {
        m_busy->stop();
        if (!answer) {
            m_form->showError(answer.error().message);
            return;
        }
        closeForm();
        done(answer);
    });
}

void MemberCard::openRole()
{
    QStringList titles;
    std::vector<model::Role> roles;
    for (const auto role : {model::Role::Staff, model::Role::Dsl, model::Role::Head, model::Role::Chair})
        if (role != m_member->role) {
            titles << model::title(role);
            roles.push_back(role);
        }
    auto* form = new cases::InlineForm(
        QStringLiteral("memberRoleForm"), tr("Another role for %1").arg(m_member->name),
        {{QStringLiteral("role"), tr("Role"), cases::Input::Choice, tr("Choose a role."), {}, titles, {}}},
        tr("Give this role"));
    QStringList follows;
    if (!model::deskOf(*m_member->role).isEmpty())
        follows << tr("What is written to %1 from now on does not open for them any more. What they could read "
                      "before, they may have kept.")
                       .arg(deskWords(*m_member));
    follows << tr("A safeguarding lead can read every concern but those about adults who work here. Their password "
                  "guards all of them: let them choose a strong one.");
    put(form, follows, m_role)->focusFirst();
    connect(form, &cases::InlineForm::submitted, this, [this, form, roles, name = m_member->name] {
        const auto role = roles[static_cast<std::size_t>(form->choice(QStringLiteral("role")))];
        submit(
            tr("Changing the role\u2026"),
            [name, role](session::Session& session) { return session::changeRole(session, name, role); },
            [this, name, role](const model::Result&) {
                Q_EMIT changed(tr("%1: %2 from now on.").arg(name, model::title(role)));
            });
    });
}

void MemberCard::openReset()
{
    auto* form = new cases::InlineForm(QStringLiteral("memberResetForm"), tr("A new start for %1").arg(m_member->name),
                                       {}, tr("Reset the password"));
    QStringList follows{tr("Their old password stops working at once. Heed makes a starting password, which you give "
                           "them in person; at their next sign-in they choose their own."),
                        tr("They get new keys, never the old ones. A draft that they did not send, and their own list "
                           "of what they logged, stay closed for good; every concern they sent is still with those who "
                           "read it.")};
    const auto desk = model::deskOf(*m_member->role);
    if (m_member->isOnlyReader)
        follows << tr("Nobody else reads what is written to %1: after the reset only the recovery sheets of that desk "
                      "let them in again.")
                       .arg(deskWords(*m_member));
    else if (!desk.isEmpty() && desk != m_context.member.desk)
        follows << tr("They read what is written to %1 again once somebody who reads it already signs in.")
                       .arg(deskWords(*m_member));
    put(form, follows, m_reset);
    form->findChild<QPushButton*>(QStringLiteral("memberResetForm.save"))->setFocus();
    connect(form, &cases::InlineForm::submitted, this, [this, name = m_member->name] {
        submit(
            tr("Making their starting password\u2026"),
            [name](session::Session& session) { return session::resetMember(session, name); },
            [this, name](const model::Expected<session::NewMemberAnswer>& answer) {
                Q_EMIT reset(name, answer->startingPassword);
            });
    });
}

void MemberCard::openEnd()
{
    auto* form = new cases::InlineForm(QStringLiteral("memberEndForm"), tr("%1 is leaving").arg(m_member->name), {},
                                       tr("End the membership"));
    QStringList follows{tr("They cannot sign in any more, and nothing counts that is signed with their keys from now "
                           "on. Everything they wrote stays. This cannot be undone.")};
    if (!model::deskOf(*m_member->role).isEmpty())
        follows << tr("What they could read, they may have kept. What is written to %1 from now on gets new keys. "
                      "Concerns that were handed over to them are listed here next, so that you can hand them on.")
                       .arg(deskWords(*m_member))
                << tr("If they keep a recovery sheet: collect it, and make new sheets in the part "
                      "\u201cRecovery\u201d.");
    follows << tr("Ask IT to end their access to this computer and to the folder of the records.");
    put(form, follows, m_end);
    m_context.thread->ask(
        form, [name = m_member->name](session::Session& session) { return session::openWorkOf(session, name); },
        [form](const model::Expected<QStringList>& open) {
            if (!open || open->isEmpty())
                return;
            auto* list =
                textLabel(tr("They were given these concerns, which are open: %1. Hand them on now, or when the "
                             "membership has ended.")
                              .arg(open->join(QStringLiteral(", "))));
            list->setObjectName(QStringLiteral("memberEndOpenWork"));
            form->content()->insertWidget(1, list);
        });
    form->findChild<QPushButton*>(QStringLiteral("memberEndForm.save"))->setFocus();
    connect(form, &cases::InlineForm::submitted, this, [this, name = m_member->name] {
        submit(
            tr("Ending the membership\u2026"),
            [name](session::Session& session) { return session::endMember(session, name); },
            [this, name](const model::Expected<QStringList>& open) { Q_EMIT ended(name, *open); });
    });
}

} // namespace heed::gui::settings
