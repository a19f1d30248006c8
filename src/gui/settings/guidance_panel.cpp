#include "gui/settings/guidance_panel.h"
#include "gui/cases/inline_form.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/settings/guidance_forms.h"
#include "gui/widgets/kit.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "rules/words.h"
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
using Files = model::Expected<std::vector<model::GuidanceFile>>;

QString inForce()
{
    return GuidancePanel::tr("It is in force. Colleagues find it under Guidance, in \u201cOur school\u201d.");
}

const QString draftName = u"own-guidance"_s;
const QString pageDraft = u"page"_s;
const QString cardDraft = u"card"_s;

QDate today()
{
    return platform::inSchoolTime(platform::now()).date();
}

} // namespace

GuidancePanel::GuidancePanel(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, draftName, [this] { return draft(); }, this))
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
                m_draft->load([this, library](const QByteArray& draft) { return takeDraft(draft, library); });
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
        connect(out, &QPushButton::clicked, this, [this, name, title] { takeOut(name, title); });
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
    auto* form = pageForm(page);
    const auto old = page ? page->id : QString();
    openForm(
        form, pageDraft, old,
        [form, old]() -> Work {
            const auto written = pageIn(*form);
            const auto why = reasonIn(*form);
            return [written, old, why](session::Session& session) -> model::Result {
                HEED_TAKE(const auto file, session::writePage(written, today()));
                HEED_TRY(session::addGuidance(session, file, why));
                const auto isRenamed = !old.isEmpty() && old != u"own/"_s + file.name.chopped(3);
                return isRenamed ? session::removeGuidance(session, old, tr("It has a new title")) : model::Result();
            };
        },
        inForce());
}

void GuidancePanel::writeCard(const lib::Card* card)
{
    auto* form = cardForm(card);
    const auto old = card ? card->id : QString();
    openForm(
        form, cardDraft, old,
        [form, old, before = card ? *card : lib::Card{}]() -> Work {
            auto made = cardIn(*form, before);
            made.checked = today();
            const auto why = reasonIn(*form);
            return [made, old, why](session::Session& session) -> model::Result {
                HEED_TAKE(const auto file, session::writeCard(made));
                HEED_TRY(session::addGuidance(session, file, why));
                const auto isRenamed = !old.isEmpty() && old != u"own/"_s + file.name.chopped(5);
                return isRenamed ? session::removeGuidance(session, old, tr("It has a new name")) : model::Result();
            };
        },
        inForce());
}

void GuidancePanel::takeOut(const QString& name, const QString& title)
{
    auto* form = takeOutForm(title);
    openForm(
        form, {}, name,
        [form, name]() -> Work {
            return [name, why = reasonIn(*form)](session::Session& session) {
                return session::removeGuidance(session, name, why);
            };
        },
        tr("Taken out. The journal keeps what it said."));
}

void GuidancePanel::openForm(cases::InlineForm* form, const QString& what, const QString& old,
                             const std::function<Work()>& work, const QString& done)
{
    closeForm();
    m_answer->hide();
    m_form = form;
    m_what = what;
    m_old = old;
    connect(form, &cases::InlineForm::edited, m_draft, &DraftKeeper::edited);
    m_formPlace->addWidget(form);
    connect(form, &cases::InlineForm::cancelled, this, &GuidancePanel::closeForm);
    connect(form, &cases::InlineForm::submitted, this, [this, form, work, done] {
        form->setBusy(true);
        m_context.thread->ask(form, work(), [this, form, done](const model::Result& result) {
            if (!result) {
                form->showError(result.error().message);
                return;
            }
            closeForm();
            m_answer->setTone(Banner::Tone::Tell);
            m_answer->announce({}, done);
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
    m_draft->store();
}

QByteArray GuidancePanel::draft() const
{
    if (!isChanged() || m_what.isEmpty())
        return {};
    return model::writeCbor(QCborMap{{u"what"_s, m_what}, {u"old"_s, m_old}, {u"state"_s, m_form->state()}});
}

bool GuidancePanel::takeDraft(const QByteArray& draft, const lib::Library& library)
{
    if (draft.isEmpty() || m_form)
        return false;
    const auto map = model::parseCbor(draft, tr("The draft"));
    if (!map)
        return false;
    const auto old = map->value(u"old"_s).toString();
    if (map->value(u"what"_s).toString() == pageDraft)
        writePage(library.page(old));
    else
        writeCard(library.card(old));
    m_form->restore(map->value(u"state"_s).toMap());
    m_answer->setTone(Banner::Tone::Note);
    m_answer->announce({}, tr("This is what you had written and not put in force."));
    return true;
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
        inForce());
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
