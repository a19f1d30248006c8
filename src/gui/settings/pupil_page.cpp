#include "gui/settings/pupil_page.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/log/form_state.h"
#include "gui/settings/described_card.h"
#include "gui/settings/people_rows.h"
#include "gui/settings/pupil_fields.h"
#include "gui/settings/siblings_card.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/scroller.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "rules/pupil_check.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace heed::gui::settings {
namespace {

const QString draftName = QStringLiteral("pupil");
const QString prefix = QStringLiteral("pupil.");
const QString pupilKey = QStringLiteral("pupil"); // in the draft
const QString beforeKey = QStringLiteral("before");
const QString fieldsKey = QStringLiteral("fields");

} // namespace

PupilPage::PupilPage(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, draftName, [this] { return draft(); }, this))
    , m_title(headingLabel({}))
    , m_answer(new Banner(Banner::Tone::Note, QStringLiteral("pupilAnswer")))
    , m_errors(new ErrorSummary(QStringLiteral("pupilErrors")))
    , m_fields(new PupilFields)
    , m_contacts(new RowEditor(QStringLiteral("pupilContacts"), tr("Add a contact"), true))
    , m_household(new RowEditor(QStringLiteral("pupilHousehold"), tr("Add somebody at home"), false))
    , m_professionals(new RowEditor(QStringLiteral("pupilProfessionals"), tr("Add a professional"), false))
    , m_siblings(new SiblingsCard)
    , m_described(new DescribedCard(context))
    , m_end(new Card(tr("Save")))
    , m_reason(new QLineEdit)
    , m_reasonField(new Field(QStringLiteral("pupil.reason"), tr("Why it is corrected"), m_reason,
                              tr("It may be empty. It is kept with the change.")))
    , m_busy(new Busy(QStringLiteral("pupilBusy")))
    , m_another(button(QStringLiteral("pupilAnother"), tr("It is another child: save")))
    , m_concerns(button(QStringLiteral("pupilConcerns"), tr("See the concerns about this pupil")))
    , m_save(primaryButton(QStringLiteral("pupil.save"), tr("Save")))
    , m_cancel(button(QStringLiteral("pupil.cancel"), tr("Back to the pupils")))
    , m_back(linkButton(QStringLiteral("pupilBack"), tr("Back to the pupils")))
{
    setObjectName(QStringLiteral("pupilPage"));
    m_title->setObjectName(QStringLiteral("pupilTitle"));
    m_answer->hide();
    m_answer->addButton(m_another);
    build();
    connect(m_fields, &PupilFields::changed, this, &PupilPage::edited);
    connect(m_siblings, &SiblingsCard::changed, this, &PupilPage::edited);
    for (auto* rows : {m_contacts, m_household, m_professionals})
        connect(rows, &RowEditor::changed, this, &PupilPage::edited);
    const auto adds = [this](RowEditor* rows, auto make) {
        connect(rows, &RowEditor::addWanted, this, [this, rows, make] {
            rows->append(make({}))->firstField()->setFocus();
            edited();
        });
    };
    adds(m_contacts, contactRow);
    adds(m_household, householdRow);
    adds(m_professionals, professionalRow);
    connect(m_reason, &QLineEdit::textEdited, this, [this] {
        if (m_edited)
            m_draft->edited();
    });
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(m_another, &QPushButton::clicked, this, [this] { save(true); });
    for (auto* each : {m_back, m_cancel})
        connect(each, &QPushButton::clicked, this, &PupilPage::close);
    connect(m_concerns, &QPushButton::clicked, this, [this] { m_context.navigator->openChild(m_pupil.child.id); });
    hide();
}

void PupilPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_back, 0, Qt::AlignLeft);
    for (auto* each : std::initializer_list<QWidget*>{m_title, m_answer, m_errors, m_fields})
        column->addWidget(each);
    const auto card = [column](const QString& title, const QString& remark, QWidget* content) {
        auto* made = new Card(title);
        made->content()->addWidget(remarkLabel(remark));
        made->content()->addWidget(content);
        column->addWidget(made);
    };
    card(tr("Contacts"), tr("Who the school reaches for the child, in this order."), m_contacts);
    card(tr("At home"), tr("Who lives with the child, pupil or not."), m_household);
    card(tr("Professionals"), tr("Who works with the child elsewhere: social worker, GP, youth justice."),
         m_professionals);
    column->addWidget(m_siblings);
    column->addWidget(m_described);
    m_end->content()->addWidget(m_reasonField);
    auto* buttons = new FlowLayout;
    for (auto* each : {m_save, m_cancel, m_concerns})
        buttons->addWidget(each);
    m_end->content()->addLayout(buttons);
    m_end->content()->addWidget(m_busy);
    column->addWidget(m_end);
}

void PupilPage::open(const model::Pupil& pupil)
{
    m_pupil = pupil;
    fill(pupil);
    setEdited(false);
    loadSiblings({});
    show();
    Q_EMIT opened();
    m_fields->firstField()->setFocus(Qt::OtherFocusReason);
    showFromTop(this);
}

void PupilPage::fill(const model::Pupil& pupil)
{
    m_filling = true;
    const bool isNew = m_pupil.child.id.isEmpty();
    m_title->setText(isNew ? tr("A new pupil") : model::nameOf(m_pupil.child));
    m_errors->clear();
    m_answer->hide();
    m_reason->clear();
    m_fields->take(pupil);
    for (auto* rows : {m_contacts, m_household, m_professionals})
        rows->clear();
    for (const auto& one : pupil.facts.contacts)
        m_contacts->append(contactRow(one));
    for (const auto& one : pupil.facts.household)
        m_household->append(householdRow(one));
    for (const auto& one : pupil.facts.professionals)
        m_professionals->append(professionalRow(one));
    m_siblings->take({});
    for (auto* each : std::initializer_list<QWidget*>{m_siblings, m_described, m_reasonField, m_concerns})
        each->setVisible(!isNew);
    if (!isNew)
        m_described->take(m_pupil);
    m_filling = false;
}

void PupilPage::loadSiblings(const std::optional<QStringList>& drafted)
{
    if (m_pupil.child.id.isEmpty())
        return;
    m_context.thread->ask(
        this, [id = m_pupil.child.id](session::Session& session) { return session::siblingsOf(session, id); },
        [this, id = m_pupil.child.id, drafted](const model::Expected<session::Siblings>& found) {
            if (!found || id != m_pupil.child.id)
                return;
            m_siblings->take(*found);
            if (drafted)
                m_siblings->setIds(*drafted);
        });
}

model::Pupil PupilPage::typed() const
{
    auto pupil = m_pupil;
    m_fields->writeTo(pupil);
    auto& facts = pupil.facts;
    facts.contacts = contactsIn(m_contacts);
    facts.household = householdIn(m_household);
    facts.professionals = professionalsIn(m_professionals);
    if (!m_pupil.child.id.isEmpty())
        facts.siblings = m_siblings->ids();
    return pupil;
}

void PupilPage::edited()
{
    if (m_filling)
        return;
    setEdited(true);
    m_draft->edited();
}

void PupilPage::setEdited(bool isEdited)
{
    m_edited = isEdited;
    m_save->setEnabled(isEdited);
    for (auto* each : {m_back, m_cancel}) {
        each->setText(isEdited ? tr("Forget the changes, and go back") : tr("Back to the pupils"));
        each->setAccessibleName(each->text());
    }
}

void PupilPage::storeDraft()
{
    m_draft->store();
}

QByteArray PupilPage::draft() const
{
    if (!m_edited)
        return {};
    return model::writeCbor(QCborMap{{pupilKey, model::toShape(typed())},
                                     {beforeKey, model::toShape(m_pupil)},
                                     {fieldsKey, log::stateOf(this, prefix)}});
}

void PupilPage::loadDraft()
{
    m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
}

bool PupilPage::takeDraft(const QByteArray& draft)
{
    if (draft.isEmpty() || m_edited)
        return false;
    const auto map = model::parseCbor(draft, tr("The draft"));
    if (!map)
        return false;
    const auto before = model::fromShape<model::Pupil>(map->value(beforeKey).toMap(), tr("The draft"));
    const auto pupil = model::fromShape<model::Pupil>(map->value(pupilKey).toMap(), tr("The draft"));
    if (!before || !pupil)
        return false;
    m_pupil = *before;
    fill(*pupil);
    m_filling = true;
    log::setState(this, prefix, map->value(fieldsKey).toMap());
    m_filling = false;
    setEdited(true);
    loadSiblings(pupil->facts.siblings);
    show();
    Q_EMIT opened();
    m_answer->setTone(Banner::Tone::Note);
    m_another->hide();
    m_answer->announce({}, tr("This is what you had changed and not saved."));
    return true;
}

void PupilPage::save(bool isAnother)
{
    if (m_busy->isBusy())
        return;
    auto* wrongDay = m_fields->checkDays();
    for (int i = 0; i < m_household->count(); ++i)
        if (auto* wrong = static_cast<PersonRow*>(m_household->row(i))->checkDays(); wrong && !wrongDay)
            wrongDay = wrong;
    if (wrongDay)
        return wrongDay->setFocus(Qt::OtherFocusReason);
    const auto pupil = typed();
    auto fields = m_fields->fields();
    const auto add = [&](const char* key, const RowEditor* rows) {
        for (int i = 0; i < rows->count(); ++i)
            fields.insert(QStringLiteral("%1[%2]").arg(QLatin1StringView(key)).arg(i), rows->row(i)->firstField());
    };
    add("contacts", m_contacts);
    add("household", m_household);
    add("professionals", m_professionals);
    const auto problems = rules::checkPupil(pupil, platform::inSchoolTime(platform::now()).date());
    m_errors->tell(problems, fields);
    if (!problems.empty()) {
        m_errors->findChild<QPushButton*>()->setFocus();
        return;
    }
    m_answer->hide();
    m_save->setEnabled(false);
    m_busy->start(tr("Writing the register\u2026"));
    m_context.thread->ask(
        this,
        [pupil, isAnother, opened = m_pupil,
         reason = m_reason->text().trimmed()](session::Session& session) -> model::Result {
            if (!pupil.child.id.isEmpty())
                return session::correctPupil(session, pupil, reason, opened);
            return session::registerPupil(session, pupil, isAnother).map([](const QString&) {});
        },
        [this, name = model::nameOf(pupil.child)](const model::Result& done) {
            m_busy->stop();
            m_save->setEnabled(true);
            if (!done) {
                const bool mayBeKnown = done.error().code == model::ErrorCode::AlreadyExists;
                m_answer->setTone(mayBeKnown ? Banner::Tone::Warning : Banner::Tone::Danger);
                m_answer->announce(mayBeKnown ? tr("Is it the same child?") : tr("It was not saved"),
                                   done.error().message);
                m_another->setVisible(mayBeKnown);
                (mayBeKnown ? m_another : m_save)->setFocus();
                return;
            }
            close();
            Q_EMIT saved(tr("%1 is in the register as you wrote it.").arg(name));
        });
}

void PupilPage::close()
{
    setEdited(false);
    storeDraft();
    m_pupil = {};
    hide();
    Q_EMIT closed();
}

} // namespace heed::gui::settings
