#include "gui/settings/profile_panel.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/settings/absence_row.h"
#include "gui/settings/contact_row.h"
#include "gui/settings/days_editor.h"
#include "gui/settings/leads_editor.h"
#include "gui/settings/posts_editor.h"
#include "gui/settings/practice_editor.h"
#include "gui/settings/what_if_panel.h"
#include "gui/widgets/kit.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "rules/profile_check.h"
#include "rules/words.h"
#include "session/people.h"
#include "session/profile_history.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <utility>

namespace heed::gui::settings {
namespace {

const QString draftName = QStringLiteral("profile");
const QString profileKey = QStringLiteral("profile"); // in the draft
const QString reasonKey = QStringLiteral("reason");

std::vector<model::Contact> contactsIn(const RowEditor* rows)
{
    std::vector<model::Contact> contacts;
    contacts.reserve(static_cast<std::size_t>(rows->count()));
    for (int i = 0; i < rows->count(); ++i)
        contacts.push_back(static_cast<ContactRow*>(rows->row(i))->contact());
    return contacts;
}

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

} // namespace

ProfilePanel::ProfilePanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, draftName, [this] { return draft(); }, this))
    , m_school(new QLineEdit)
    , m_authority(new QLineEdit)
    , m_address(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_email(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_reasonField(
          new Field(QStringLiteral("profileReason"), tr("Why the change"), m_reason, tr("It is kept with the change.")))
    , m_leads(new LeadsEditor(true))
    , m_absences(new RowEditor(QStringLiteral("absences"), tr("Add an absence"), false))
    , m_posts(new PostsEditor)
    , m_contacts(new RowEditor(QStringLiteral("contacts"), tr("Add a number"), false))
    , m_councils(new RowEditor(QStringLiteral("councils"), tr("Add a council"), false))
    , m_days(new DaysEditor)
    , m_practice(new PracticeEditor)
    , m_adviceCard(new Card(tr("To look at")))
    , m_advice(textLabel({}))
    , m_history(textLabel({}))
    , m_whatIf(new WhatIfPanel)
    , m_errors(new ErrorSummary(QStringLiteral("profileErrors")))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("profileAnswer")))
    , m_busy(new Busy(QStringLiteral("profileBusy")))
    , m_save(primaryButton(QStringLiteral("profileSave"), tr("Save the changes")))
    , m_undo(button(QStringLiteral("profileUndo"), tr("Forget the changes")))
{
    m_answer->hide();
    build();
    m_previewSoon.setSingleShot(true);
    m_previewSoon.setInterval(200);
    connect(&m_previewSoon, &QTimer::timeout, this, &ProfilePanel::preview);
    for (auto* line : {m_school, m_authority, m_address, m_phone, m_email})
        connect(line, &QLineEdit::textEdited, this, &ProfilePanel::edited);
    connect(m_leads, &LeadsEditor::changed, this, &ProfilePanel::edited);
    connect(m_posts, &PostsEditor::changed, this, &ProfilePanel::edited);
    connect(m_days, &DaysEditor::changed, this, &ProfilePanel::edited);
    connect(m_practice, &PracticeEditor::changed, this, &ProfilePanel::edited);
    for (auto* rows : {m_absences, m_contacts, m_councils})
        connect(rows, &RowEditor::changed, this, &ProfilePanel::edited);
    connect(m_absences, &RowEditor::addWanted, this, [this] {
        const auto names = m_leads->names();
        m_absences->append(new AbsenceRow({names.value(0), {today(), {}}, {today(), {}}, {}}, names))
            ->firstField()
            ->setFocus();
        edited();
    });
    connect(m_contacts, &RowEditor::addWanted, this, [this] {
        m_contacts->append(new ContactRow({}, QStringLiteral("contact")))->firstField()->setFocus();
        edited();
    });
    connect(m_councils, &RowEditor::addWanted, this, [this] {
        m_councils->append(new ContactRow({}, QStringLiteral("council")))->firstField()->setFocus();
        edited();
    });
    connect(m_save, &QPushButton::clicked, this, &ProfilePanel::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_edited = false;
        reload();
        storeDraft();
    });
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        if (m_edited)
            m_draft->edited();
    });
}

void ProfilePanel::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_answer);
    column->addWidget(m_errors);
    m_advice->setObjectName(QStringLiteral("profileAdvice"));
    m_adviceCard->content()->addWidget(m_advice);
    column->addWidget(m_adviceCard);
    column->addWidget(m_whatIf);
    const auto card = [column](const QString& title, const QString& remark, QWidget* content) {
        auto* made = new Card(title);
        if (!remark.isEmpty())
            made->content()->addWidget(remarkLabel(remark));
        made->content()->addWidget(content);
        column->addWidget(made);
    };
    card(tr("Safeguarding leads"), tr("In this order: the first who is on duty and can be reached is told."), m_leads);
    card(tr("Who is away"), tr("They are passed over on these days; an absence never delays anything."), m_absences);
    m_authority->setPlaceholderText(QStringLiteral("Manchester"));
    card(tr("The school"), tr("Its address, telephone and e-mail stand on referrals, so that somebody can answer."),
         new FieldGrid(
             std::vector<Field*>{new Field(QStringLiteral("profileSchool"), tr("Name of the school"), m_school),
                                 new Field(QStringLiteral("profileAuthority"), tr("The council it is in"), m_authority),
                                 new Field(QStringLiteral("profileAddress"), tr("Address"), m_address),
                                 new Field(QStringLiteral("profilePhone"), tr("Telephone"), m_phone),
                                 new Field(QStringLiteral("profileEmail"), tr("Secure e-mail"), m_email,
                                           tr("Where a social worker may answer about a child."))},
             17));
    card(tr("Posts and lines"), {}, m_posts);
    card(tr("Other numbers"), {}, m_contacts);
    card(
        tr("Councils"),
        tr("Beside the route when a child lives elsewhere. Staff see a number only once it has a source and the day it "
           "was checked; until then, your own council\u2019s line can tell them whom to ring."),
        m_councils);
    card(tr("Days and clocks"), {}, m_days);
    card(tr("How this school works"), {}, m_practice);
    auto* end = new Card(tr("Save"));
    end->content()->addWidget(m_reasonField);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_undo);
    end->content()->addLayout(buttons);
    end->content()->addWidget(m_busy);
    column->addWidget(end);
    m_history->setObjectName(QStringLiteral("profileHistory"));
    card(tr("Changed so far"), {}, m_history);
}

void ProfilePanel::reload()
{
    if (m_edited)
        return;
    fill(m_context.profile);
    m_reason->clear();
    m_save->setEnabled(false);
    m_undo->setEnabled(false);
    showHistory();
    if (!std::exchange(m_hasLooked, true))
        m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
}

void ProfilePanel::fill(const model::Profile& profile)
{
    m_school->setText(profile.school.name);
    m_authority->setText(profile.school.authority);
    m_address->setText(profile.school.address);
    m_phone->setText(profile.school.phone);
    m_email->setText(profile.school.email);
    m_leads->setLeads(profile.dsls);
    m_absences->clear();
    for (const auto& absence : profile.absences)
        m_absences->append(new AbsenceRow(absence, m_leads->names()));
    m_posts->setProfile(profile);
    m_contacts->clear();
    for (const auto& contact : profile.contacts)
        m_contacts->append(new ContactRow(contact, QStringLiteral("contact")));
    m_councils->clear();
    for (const auto& council : profile.councils)
        m_councils->append(new ContactRow(council, QStringLiteral("council")));
    m_days->setProfile(profile);
    m_practice->setProfile(profile);
    m_errors->clear();
    m_whatIf->setProfile(profile);
    advise(profile);
}

void ProfilePanel::storeDraft()
{
    m_draft->store();
}

std::optional<QByteArray> ProfilePanel::draft()
{
    if (!m_edited)
        return QByteArray();
    auto* focus = focusWidget();
    const auto profile = typed();
    if (focus)
        focus->setFocus();
    if (!profile)
        return std::nullopt; // hours that cannot be read
    return model::writeCbor(QCborMap{{profileKey, model::toShape(*profile)}, {reasonKey, m_reason->text()}});
}

bool ProfilePanel::takeDraft(const QByteArray& draft)
{
    if (draft.isEmpty() || m_edited)
        return false;
    const auto map = model::parseCbor(draft, tr("The draft"));
    if (!map)
        return false;
    const auto profile = model::fromShape<model::Profile>(map->value(profileKey).toMap(), tr("The draft"));
    if (!profile)
        return false;
    fill(*profile);
    m_reason->setText(map->value(reasonKey).toString());
    edited();
    m_answer->setTone(Banner::Tone::Note);
    m_answer->announce({}, tr("This is what you had changed and not saved."));
    return true;
}

void ProfilePanel::edited()
{
    m_edited = true;
    m_answer->hide();
    m_save->setEnabled(true);
    m_undo->setEnabled(true);
    m_previewSoon.start();
    m_draft->edited();
}

std::optional<model::Profile> ProfilePanel::typed()
{
    const auto leads = m_leads->leads();
    if (!leads)
        return {};
    auto profile = m_context.profile;
    profile.school.name = m_school->text().trimmed();
    profile.school.authority = m_authority->text().trimmed();
    profile.school.address = m_address->text().trimmed();
    profile.school.phone = m_phone->text().trimmed();
    profile.school.email = m_email->text().trimmed();
    profile.dsls = *leads;
    profile.absences.clear();
    for (int i = 0; i < m_absences->count(); ++i)
        profile.absences.push_back(static_cast<AbsenceRow*>(m_absences->row(i))->absence());
    m_posts->writeTo(profile);
    profile.contacts = contactsIn(m_contacts);
    profile.councils = contactsIn(m_councils);
    if (!m_days->writeTo(profile))
        return {};
    m_practice->writeTo(profile);
    return profile;
}

void ProfilePanel::preview()
{
    auto* focus = focusWidget();
    if (const auto profile = typed()) {
        m_whatIf->setProfile(*profile);
        advise(*profile);
    }
    if (focus)
        focus->setFocus();
}

void ProfilePanel::showHistory()
{
    constexpr int most = 10;
    m_context.thread->ask(
        this, [](session::Session& session) { return session::profileHistory(session, most); },
        [this](const model::Expected<std::vector<session::ProfileChange>>& changes) {
            QStringList lines;
            for (const auto& change : changes.value_or(std::vector<session::ProfileChange>()))
                lines << tr("%1, %2. %3. %4").arg(rules::inWords(change.at), change.author, change.what, change.reason);
            m_history->setText(lines.isEmpty() ? tr("Nothing yet.") : lines.join(u'\n'));
        });
}

void ProfilePanel::advise(const model::Profile& profile)
{
    const auto check = rules::checkProfile(profile, today());
    QStringList lines;
    qsizetype councils = 0;
    for (const auto* list : {&check.unconfirmed, &check.old, &check.advice})
        for (const auto& problem : *list) {
            if (list == &check.unconfirmed && problem.key.startsWith(QStringLiteral("councils")))
                ++councils;
            else
                lines << problem.sentence;
        }
    if (councils > 0)
        lines << (councils == 1 ? tr("One council has no number that staff can be shown.")
                                : tr("%1 councils have no number that staff can be shown.").arg(councils));
    m_advice->setText(lines.join(u'\n'));
    m_adviceCard->setVisible(!lines.isEmpty());
}

QMap<QString, QWidget*> ProfilePanel::fields() const
{
    auto fields = m_posts->fields();
    fields.insert(m_days->fields());
    fields.insert(QStringLiteral("school"), m_school);
    fields.insert(QStringLiteral("school.email"), m_email);
    const auto add = [&](const char* key, const RowEditor* rows) {
        for (int i = 0; i < rows->count(); ++i)
            fields.insert(QStringLiteral("%1[%2]").arg(QLatin1StringView(key)).arg(i), rows->row(i)->firstField());
    };
    add("dsls", m_leads->rows());
    add("absences", m_absences);
    add("contacts", m_contacts);
    add("councils", m_councils);
    return fields;
}

void ProfilePanel::save()
{
    const auto profile = typed();
    if (!profile || m_busy->isBusy())
        return;
    const auto refused = rules::checkProfile(*profile, today()).refused;
    m_errors->tell(refused, fields());
    m_reasonField->setError(m_reason->text().trimmed().isEmpty() ? tr("Say in a few words why.") : QString());
    if (!refused.empty() || !m_reasonField->error().isEmpty()) {
        if (refused.empty())
            m_reason->setFocus();
        else if (auto* first = m_errors->findChild<QPushButton*>())
            first->setFocus();
        return;
    }
    m_save->setEnabled(false);
    m_busy->start(tr("Signing the change\u2026"));
    m_context.thread->ask(
        this,
        [wanted = *profile, reason = m_reason->text().trimmed()](session::Session& session) {
            return session::setProfile(session, wanted, reason);
        },
        [this, wanted = *profile](const model::Result& result) {
            m_busy->stop();
            m_answer->setTone(result ? Banner::Tone::Tell : Banner::Tone::Danger);
            if (!result) {
                m_save->setEnabled(true);
                m_answer->announce(tr("The changes were not saved"), result.error().message);
                return;
            }
            m_context.profile = wanted;
            m_edited = false;
            reload();
            storeDraft();
            m_reason->setFocus(); // it went when the button was disabled
            m_answer->announce({}, tr("Saved. New concerns follow it from now on; old routes stay as they were."));
        });
}

bool ProfilePanel::isChanged() const
{
    return m_undo->isEnabled();
}

} // namespace heed::gui::settings
