#include "gui/settings/guidance_panel.h"
#include "gui/cases/inline_form.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "rules/words.h"
#include "session/drafts.h"
#include "session/school_guidance.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QVBoxLayout>

#include <utility>

namespace heed::gui::settings {
namespace {

namespace lib = heed::guidance;
using namespace Qt::StringLiterals;
using cases::FieldSpec;
using cases::Input;
using Files = model::Expected<std::vector<model::GuidanceFile>>;

/// For whom a page can be, in words, the widest last.
const QStringList& readerChoices()
{
    static const QStringList words{GuidancePanel::tr("Everybody who works here"),
                                   GuidancePanel::tr("The safeguarding leads"),
                                   GuidancePanel::tr("Everybody who works here, to show to parents")};
    return words;
}

std::vector<lib::Audience> readersOf(int choice)
{
    using lib::Audience;
    if (choice == 1)
        return {Audience::Dsls};
    if (choice == 2)
        return {Audience::Staff, Audience::Parents, Audience::Dsls};
    return {Audience::Staff, Audience::Dsls};
}

QString choiceOf(const std::vector<lib::Audience>& readers)
{
    for (int i = 0; i < readerChoices().size(); ++i)
        if (readersOf(i) == readers)
            return readerChoices().at(i);
    return readerChoices().front();
}

const QString draftName = u"own-guidance"_s;
const QString pageDraft = u"page"_s;
const QString cardDraft = u"card"_s;
constexpr int draftPause = 2000; // ms

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

FieldSpec readersSpec(const std::vector<lib::Audience>& readers)
{
    return {u"readers"_s,
            GuidancePanel::tr("For whom"),
            Input::Choice,
            GuidancePanel::tr("Say for whom it is."),
            {},
            readerChoices(),
            choiceOf(readers)};
}

} // namespace

GuidancePanel::GuidancePanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_answer(new Banner(Banner::Tone::Tell, u"ownGuidanceAnswer"_s))
    , m_busy(new Busy(u"ownGuidanceBusy"_s))
    , m_listPlace(new QVBoxLayout)
    , m_formPlace(new QVBoxLayout)
{
    m_answer->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(1));
    column->addWidget(m_answer);
    auto* card = new Card(tr("Our own pages and numbers"));
    card->content()->addWidget(remarkLabel(
        tr("Your policy, your site\u2019s numbers, a local service. Everybody who signs in finds them in Guidance, "
           "marked as your school\u2019s own. They are signed with the profile, and every change is kept.")));
    card->content()->addLayout(m_listPlace);
    auto* buttons = new FlowLayout;
    auto* page = button(u"ownPageAdd"_s, tr("Write a page"));
    auto* contact = button(u"ownCardAdd"_s, tr("Add a number or a link"));
    auto* file = button(u"ownFileAdd"_s, tr("Bring in a file\u2026"));
    for (auto* each : {page, contact, file})
        buttons->addWidget(each);
    card->content()->addLayout(buttons);
    card->content()->addWidget(m_busy);
    column->addWidget(card);
    column->addLayout(m_formPlace);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftPause);
    connect(&m_draftTimer, &QTimer::timeout, this, &GuidancePanel::storeDraft);
    connect(page, &QPushButton::clicked, this, [this] { writePage(nullptr); });
    connect(contact, &QPushButton::clicked, this, [this] { writeCard(nullptr); });
    connect(file, &QPushButton::clicked, this, &GuidancePanel::chooseFile);
}

void GuidancePanel::reload()
{
    m_context.thread->ask(
        this, [](session::Session& session) -> Files { return session::schoolGuidance(session); },
        [this](const Files& files) {
            if (!files)
                return; // locked meanwhile
            m_context.guidance = *files;
            const auto library = session::libraryWith(*files);
            showList(library);
            if (!std::exchange(m_hasLooked, true))
                loadDraft(library);
        });
}

bool GuidancePanel::isChanged() const
{
    return m_form && m_form->isTouched();
}

void GuidancePanel::showList(const lib::Library& library)
{
    delete m_list;
    m_list = new QWidget;
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.6));
    int number = 0;
    const auto add = [&](const QString& title, const QString& about, const QString& name, const auto& edit) {
        ++number;
        auto* head = textLabel(title);
        head->setObjectName(u"ownTitle%1"_s.arg(number));
        head->setProperty("role", u"strong"_s);
        lines->addWidget(head);
        lines->addWidget(remarkLabel(about));
        auto* row = new FlowLayout;
        if (edit) {
            auto* change =
                named(linkButton({}, tr("Change")), u"ownChange%1"_s.arg(number), tr("Change: %1").arg(title));
            connect(change, &QPushButton::clicked, this, edit);
            row->addWidget(change);
        }
        auto* out = named(linkButton({}, tr("Take out")), u"ownRemove%1"_s.arg(number), tr("Take out: %1").arg(title));
        connect(out, &QPushButton::clicked, this, [this, name] {
            ask([name](session::Session& session) { return session::removeGuidance(session, name, tr("On screen")); },
                tr("Taken out. The journal keeps what it said."));
        });
        row->addWidget(out);
        lines->addLayout(row);
    };
    using Edit = std::function<void()>;
    for (const auto& page : library.pages())
        if (page.own)
            add(page.title, tr("A page, reviewed on %1. %2").arg(rules::inWords(page.reviewed), page.summary), page.id,
                session::writtenPage(page) ? Edit([this, page] { writePage(&page); }) : Edit());
    for (const auto& card : library.cards())
        if (card.own)
            add(card.name,
                card.needsCheckingOn(today())
                    ? tr("%1 Last checked on %2, more than a year ago: check it again.")
                          .arg(card.phone, rules::inWords(card.checked))
                    : tr("%1 Last checked on %2.").arg(card.phone, rules::inWords(card.checked)),
                card.id, card.links.size() < 2 ? Edit([this, card] { writeCard(&card); }) : Edit());
    if (number == 0)
        lines->addWidget(textLabel(tr("None yet.")));
    m_listPlace->addWidget(m_list);
}

void GuidancePanel::writePage(const lib::Page* page)
{
    const auto before = page ? session::writtenPage(*page).value_or(session::WrittenPage{}) : session::WrittenPage{};
    auto* form = new cases::InlineForm(
        u"ownPage"_s, page ? tr("Change the page") : tr("A page of our own"),
        {{u"title"_s, tr("Title"), Input::Line, tr("Give it a title."), {}, {}, before.title},
         readersSpec(before.audience),
         {u"summary"_s,
          tr("What it is, in a sentence"),
          Input::Line,
          tr("Say in a sentence what it is."),
          {},
          {},
          before.summary},
         {u"source"_s,
          tr("Where it comes from"),
          Input::Line,
          tr("Say where it comes from."),
          tr("Such as: Our child protection policy, 2026."),
          {},
          before.source},
         {u"text"_s,
          tr("The page"),
          Input::Text,
          tr("Write the page."),
          tr("Short sentences. A line that begins with ## is a heading, with - a point of a list; **two stars** make "
             "words strong. Pictures cannot be shown."),
          {},
          before.text}},
        tr("Put it in force"));
    const auto old = page ? page->id : QString();
    openForm(form, pageDraft, old, [form, old]() -> Work {
        const session::WrittenPage written{form->text(u"title"_s), form->text(u"summary"_s),
                                           readersOf(form->choice(u"readers"_s)), form->text(u"text"_s),
                                           form->text(u"source"_s)};
        return [written, old](session::Session& session) -> model::Result {
            HEED_TAKE(const auto file, session::writePage(written, today()));
            HEED_TRY(session::addGuidance(session, file, tr("On screen")));
            const auto isRenamed = !old.isEmpty() && old != u"own/"_s + file.name.chopped(3);
            return isRenamed ? session::removeGuidance(session, old, tr("It has a new title")) : model::Result();
        };
    });
}

void GuidancePanel::writeCard(const lib::Card* card)
{
    const auto before = card ? *card : lib::Card{};
    const auto link = before.links.empty() ? lib::CardLink{} : before.links.front();
    auto* form = new cases::InlineForm(
        u"ownCard"_s, card ? tr("Change the number or link") : tr("A number or a link of our own"),
        {{u"name"_s, tr("Name"), Input::Line, tr("Give it a name."), {}, {}, before.name},
         readersSpec(before.audience),
         {u"phone"_s, tr("Number"), Input::Line, {}, {}, {}, before.phone},
         {u"hours"_s, tr("Hours"), Input::Line, {}, {}, {}, before.hours},
         {u"link"_s,
          tr("Web address"),
          Input::Line,
          {},
          tr("Begins with https://. A number or an address is needed."),
          {},
          link.address},
         {u"source"_s,
          tr("Where you read it"),
          Input::Line,
          tr("Say where the number or the address was read."),
          {},
          {},
          before.source},
         {u"what"_s, tr("What it is"), Input::Text, tr("Say what it is."), {}, {}, before.what}},
        tr("I checked it today: put it in force"));
    const auto old = card ? card->id : QString();
    openForm(form, cardDraft, old, [form, old, before]() -> Work {
        auto made = before;
        made.name = form->text(u"name"_s);
        made.what = form->text(u"what"_s);
        made.audience = readersOf(form->choice(u"readers"_s));
        made.phone = form->text(u"phone"_s);
        made.hours = form->text(u"hours"_s);
        made.source = form->text(u"source"_s);
        made.checked = today();
        made.kind = made.phone.isEmpty() ? lib::CardKind::Resource : lib::CardKind::Contact;
        const auto address = form->text(u"link"_s);
        const auto was = made.links.empty() ? QString() : made.links.front().was;
        made.links.clear();
        if (!address.isEmpty())
            made.links.push_back({tr("Open"), address, was});
        return [made, old](session::Session& session) -> model::Result {
            HEED_TAKE(const auto file, session::writeCard(made));
            HEED_TRY(session::addGuidance(session, file, tr("On screen")));
            const auto isRenamed = !old.isEmpty() && old != u"own/"_s + file.name.chopped(5);
            return isRenamed ? session::removeGuidance(session, old, tr("It has a new name")) : model::Result();
        };
    });
}

void GuidancePanel::openForm(cases::InlineForm* form, const QString& what, const QString& old,
                             const std::function<Work()>& work)
{
    closeForm();
    m_answer->hide();
    m_form = form;
    m_what = what;
    m_old = old;
    connect(form, &cases::InlineForm::edited, &m_draftTimer, qOverload<>(&QTimer::start));
    m_formPlace->addWidget(form);
    connect(form, &cases::InlineForm::cancelled, this, &GuidancePanel::closeForm);
    connect(form, &cases::InlineForm::submitted, this, [this, form, work] {
        form->setBusy(true);
        m_context.thread->ask(form, work(), [this, form](const model::Result& result) {
            if (!result) {
                form->showError(result.error().message);
                return;
            }
            closeForm();
            m_answer->setTone(Banner::Tone::Tell);
            m_answer->announce({}, tr("It is in force. Colleagues find it under Guidance, in \u201cOur school\u201d."));
            reload();
        });
    });
    form->focusFirst();
}

void GuidancePanel::closeForm()
{
    if (!m_form)
        return;
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
    storeDraft();
}

void GuidancePanel::storeDraft()
{
    m_draftTimer.stop();
    QByteArray bytes;
    if (isChanged()) {
        const QCborMap kept{{u"what"_s, m_what}, {u"old"_s, m_old}, {u"state"_s, m_form->state()}};
        bytes = model::writeCbor(kept);
    } else if (!m_hasDraft) {
        return;
    }
    m_hasDraft = !bytes.isEmpty();
    m_context.thread->ask(
        this,
        [bytes](session::Session& session) {
            return bytes.isEmpty() ? session::dropDraft(session, draftName)
                                   : session::saveDraft(session, draftName, bytes);
        },
        [this](const model::Result& result) {
            if (!result)
                Q_EMIT m_context.navigator->fail(result.error());
        });
}

void GuidancePanel::loadDraft(const lib::Library& library)
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::loadDraft(session, draftName); },
        [this, library](const model::Expected<QByteArray>& bytes) {
            if (!bytes || bytes->isEmpty() || m_form)
                return;
            const auto map = model::parseCbor(*bytes, tr("The draft"));
            if (!map)
                return;
            const auto old = map->value(u"old"_s).toString();
            if (map->value(u"what"_s).toString() == pageDraft)
                writePage(library.page(old));
            else
                writeCard(library.card(old));
            m_form->restore(map->value(u"state"_s).toMap());
            m_hasDraft = true;
            m_answer->setTone(Banner::Tone::Note);
            m_answer->announce({}, tr("This is what you had written and not put in force."));
        });
}

void GuidancePanel::ask(const Work& work, const QString& done)
{
    if (m_busy->isBusy())
        return;
    m_busy->start(tr("Signing the change\u2026"));
    m_context.thread->ask(this, work, [this, done](const model::Result& result) {
        m_busy->stop();
        m_answer->setTone(result ? Banner::Tone::Tell : Banner::Tone::Warning);
        if (result)
            m_answer->announce({}, done);
        else
            m_answer->announce(tr("Nothing was changed"), result.error().message);
        reload();
    });
}

void GuidancePanel::import(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_answer->setTone(Banner::Tone::Warning);
        m_answer->announce(tr("The file cannot be read"), file.errorString());
        return;
    }
    const model::GuidanceFile made{QFileInfo(path).fileName(), file.read(model::largestGuidanceFile + 1)};
    ask([made](session::Session& session) { return session::addGuidance(session, made, tr("Brought in from a file")); },
        tr("It is in force. Colleagues find it under Guidance."));
}

void GuidancePanel::chooseFile()
{
    auto* dialog =
        named(new QFileDialog(this, tr("Bring in a page or a card")), u"ownFileDialog"_s, tr("Bring in a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pages and cards (*.md *.json)"));
    connect(dialog, &QFileDialog::fileSelected, this, &GuidancePanel::import);
    dialog->open();
}

} // namespace heed::gui::settings
