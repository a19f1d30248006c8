#include "gui/log/own_concerns_page.h"

#include "gui/files/files_field.h"
#include "gui/files/files_list.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/log/disclosure.h"
#include "gui/log/pages.h"
#include "gui/log/record_view.h"
#include "gui/log/text_box.h"
#include "gui/log/told_form.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "report/words.h"

#include <QApplication>
#include <QScrollArea>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t atOnce = 25;

const QString& draftName()
{
    static const QString name = u"additions"_s;
    return name;
}

QString moment(const QDateTime& at)
{
    static const QTimeZone zone("Europe/London");
    return report::momentText(at, zone);
}

QString acknowledgedText(const model::Case& record)
{
    if (!record.acknowledgedAt)
        return {};
    return record.acknowledgedBy.isEmpty()
               ? u"Acknowledged, %1."_s.arg(moment(*record.acknowledgedAt))
               : u"Acknowledged by %1, %2."_s.arg(record.acknowledgedBy, moment(*record.acknowledgedAt));
}

/// When it was closed or opened again, as its author is told.
std::optional<QDateTime> stateSince(const model::Case& record)
{
    for (auto event = record.events.rbegin(); event != record.events.rend(); ++event)
        if (event->kind == model::Kind::Status)
            return event->at;
    return {};
}

QString stateText(const model::Case& record)
{
    const auto acknowledged = acknowledgedText(record);
    const auto since = stateSince(record);
    QStringList said;
    if (!acknowledged.isEmpty())
        said << acknowledged;
    if (record.state == model::State::Closed)
        said << (since ? u"Closed, %1. You can still add to it."_s.arg(moment(*since))
                       : u"Closed. You can still add to it."_s);
    else if (since)
        said << u"Opened again, %1."_s.arg(moment(*since));
    if (said.isEmpty())
        said << u"Waiting: nobody has acknowledged it yet."_s;
    return said.join(u' ');
}

QStringList notReached(const model::Case& record)
{
    QStringList names;
    for (const auto& event : record.events)
        if (const auto* told = std::get_if<model::ToldBody>(&event.body); told && !told->reached)
            names << told->whom;
    return names;
}

/// Who has shown that they know of it, and when: by acknowledging it or by closing it.
std::optional<std::pair<QString, QDateTime>> readerOf(const model::Case& record)
{
    if (record.acknowledgedAt && !record.acknowledgedBy.isEmpty())
        return std::pair(record.acknowledgedBy, *record.acknowledgedAt);
    for (const auto& event : record.events)
        if (event.kind == model::Kind::Status && !event.author.isEmpty())
            return std::pair(event.author, event.at);
    return {};
}

void tellEvents(RecordView& view, const model::Case& record)
{
    for (const auto& event : record.events) {
        if (const auto* words = std::get_if<model::TextBody>(&event.body)) {
            if (event.kind == model::Kind::Feedback) {
                view.heading(u"%1 answered you, %2"_s.arg(event.author, moment(event.at)));
                view.paragraph(words->text);
            } else if (event.kind == model::Kind::Addition) {
                view.heading(u"You added, %1"_s.arg(moment(event.at)));
                view.paragraph(words->text);
            }
        } else if (const auto* told = std::get_if<model::ToldBody>(&event.body)) {
            QStringList said{told->whom};
            if (!told->how.isEmpty())
                said << told->how.left(1).toLower() + told->how.mid(1);
            if (told->when)
                said << moment(*told->when);
            view.remark(told->reached ? u"You told %1."_s.arg(said.join(u", "_s))
                                      : u"You could not reach %1, %2."_s.arg(told->whom, moment(event.at)));
        }
    }
}

} // namespace

PlacePage* makeMyConcernsPage(Context& context, QWidget* parent)
{
    return new OwnConcernsPage(context, parent);
}

OwnConcernsPage::OwnConcernsPage(Context& context, QWidget* parent)
    : PlacePage(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, draftName(), [this] { return draft(); }, this))
    , m_list(new QWidget)
    , m_count(textLabel({}))
    , m_error(new Banner(Banner::Tone::Warning, u"mine.error"_s))
    , m_more(button(u"mine.more"_s, u"Show older ones"_s))
{
    named(this, u"myConcernsPage"_s, title());
    m_lines = new QVBoxLayout(m_list);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(em(1));

    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    column->setSpacing(em(1));
    column->addWidget(titleLabel(title()));
    m_count->setObjectName(u"mine.count"_s);
    column->addWidget(m_count);
    column->addWidget(m_error);
    m_error->hide();
    column->addWidget(m_list);
    column->addWidget(m_more, 0, Qt::AlignLeft);
    m_more->hide();
    column->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, u"mine.scroll"_s, 110));
    connect(static_cast<QPushButton*>(m_more), &QPushButton::clicked, this, [this] { fill(); });
    m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
}

QString OwnConcernsPage::title() const
{
    return u"My concerns"_s;
}

QWidget* OwnConcernsPage::firstFocus()
{
    auto* told = m_list->findChild<ToldForm*>();
    return told ? static_cast<QWidget*>(told) : m_list->findChild<Disclosure*>();
}

void OwnConcernsPage::enter()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::myConcerns(session); },
        [this](model::Expected<std::vector<session::OwnConcern>> concerns) {
            if (!concerns) {
                m_error->announce(u"Your concerns cannot be shown"_s, concerns.error().message);
                return;
            }
            m_error->hide();
            setConcerns(std::move(*concerns));
        });
}

void OwnConcernsPage::beforeLock()
{
    m_draft->store();
}

bool OwnConcernsPage::takeDraft(const QByteArray& draft)
{
    const auto drafts = draft.isEmpty() ? model::Expected<QCborMap>() : model::parseCbor(draft, u"The draft"_s);
    if (!drafts)
        return false;
    for (const auto& entry : *drafts)
        if (!m_additions.contains(entry.first.toString()))
            m_additions.insert(entry.first.toString(), entry.second.toString());
    return !drafts->isEmpty();
}

QByteArray OwnConcernsPage::draft() const
{
    QCborMap drafts;
    for (auto addition = m_additions.cbegin(); addition != m_additions.cend(); ++addition)
        drafts.insert(addition.key(), addition.value());
    return drafts.isEmpty() ? QByteArray() : model::writeCbor(drafts);
}

void OwnConcernsPage::open(const QString& reference)
{
    m_wanted = reference;
}

void OwnConcernsPage::setConcerns(std::vector<session::OwnConcern> concerns)
{
    m_concerns = std::move(concerns);
    // What is open, and where somebody stands, is the same afterwards.
    QStringList open;
    for (auto* part : m_list->findChildren<Disclosure*>())
        if (part->isOpen())
            open << part->focusProxy()->objectName();
    auto* const before = QApplication::focusWidget();
    const auto focus = before && m_list->isAncestorOf(before) ? before->objectName() : QString();
    auto* const box = qobject_cast<QPlainTextEdit*>(before);
    const int cursor = box ? box->textCursor().position() : 0;

    while (auto* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_shown = 0;
    int unanswered = 0;
    for (const auto& own : m_concerns)
        unanswered += own.toldAnswered ? 0 : 1;
    if (m_concerns.empty())
        m_count->setText(u"You have not logged a concern yet."_s);
    else if (unanswered > 0)
        m_count->setText(unanswered == 1
                             ? u"Of one of these you have not yet said whether you told somebody."_s
                             : u"Of %1 of these you have not yet said whether you told somebody."_s.arg(unanswered));
    else
        m_count->setText(u"The newest first. Only you and those who must read them can see these."_s);
    do
        fill();
    while (m_shown < m_concerns.size() && m_shown < m_wantedCount);
    for (auto* part : m_list->findChildren<Disclosure*>())
        if (open.contains(part->focusProxy()->objectName()))
            part->setOpen(true);
    auto* after = focus.isEmpty() ? nullptr : m_list->findChild<QWidget*>(focus);
    if (auto* again = qobject_cast<QPlainTextEdit*>(after)) {
        auto place = again->textCursor();
        place.setPosition(qBound(0, cursor, again->document()->characterCount() - 1));
        again->setTextCursor(place);
    }
    if (after)
        after->setFocus(Qt::OtherFocusReason);
}

void OwnConcernsPage::fill()
{
    const auto end = std::min(m_concerns.size(), m_shown + atOnce);
    for (; m_shown < end; ++m_shown)
        m_lines->addWidget(makeCard(m_concerns[m_shown]));
    m_wantedCount = m_shown;
    m_more->setVisible(m_shown < m_concerns.size());
}

QWidget* OwnConcernsPage::makeCard(const session::OwnConcern& own)
{
    const auto& record = own.record;
    auto* card = new Card(model::nameOf(record.logged.concern.child), m_list);
    card->setObjectName(u"mine."_s + record.reference);
    auto* column = card->content();
    const QString about = model::nameOf(record.logged.concern.child) + u", "_s + record.reference;
    column->addWidget(remarkLabel(u"%1 · %2"_s.arg(record.reference, moment(record.loggedAt)), card));
    auto* state = textLabel(stateText(record), card);
    state->setObjectName(u"mine.state."_s + record.reference);
    column->addWidget(state);

    if (!own.toldAnswered) {
        auto* told = new ToldForm(m_context, u"mine.told."_s + record.reference, card);
        told->setAbout(about);
        told->setConcern(record.reference, record.logged.route, notReached(record));
        if (const auto reader = readerOf(record))
            told->setReader(reader->first, reader->second);
        column->addWidget(told);
    }

    auto* events = new RecordView(u"mine.events."_s + record.reference, u"What came of it: "_s + about, card);
    tellEvents(*events, record);
    if (events->document()->isEmpty())
        events->hide();
    column->addWidget(events);

    auto* holder = new QWidget(card);
    new QVBoxLayout(holder);
    auto* words = new Disclosure(u"mine.words."_s + record.reference, u"What you wrote"_s, holder, card);
    words->setAbout(about);
    column->addWidget(words);
    // Long texts are laid out only for those who want to read them.
    connect(words, &Disclosure::toggled, holder, [holder, logged = record.logged, reference = record.reference, about] {
        if (holder->layout()->count() > 0)
            return;
        auto* view = new RecordView(u"mine.record."_s + reference, u"What you wrote: "_s + about, holder);
        tellConcern(*view, logged.concern, logged.checklist, platform::inSchoolTime(platform::now()).date());
        holder->layout()->addWidget(view);
    });

    if (FilesList::hasFiles(record)) {
        auto* files = new FilesList(*m_context.thread, u"mine.files."_s + record.reference, false, card);
        files->setRecord(record);
        auto* shown = new Disclosure(u"mine.showFiles."_s + record.reference, u"Files"_s, files, card);
        shown->setAbout(about);
        column->addWidget(shown);
    }

    auto* addition = makeAddition(record.reference);
    auto* add = new Disclosure(u"mine.add."_s + record.reference, u"Add to this concern"_s, addition, card);
    add->setAbout(about);
    column->addWidget(add);
    // What was being written stands open.
    auto* files = addition->findChild<FilesField*>();
    add->setOpen(m_additions.contains(record.reference));
    if (add->isOpen())
        files->load();
    connect(add, &Disclosure::toggled, addition, [addition, files](bool open) {
        if (!open)
            return;
        files->load();
        addition->setFocus(Qt::OtherFocusReason);
    });
    return card;
}

QWidget* OwnConcernsPage::makeAddition(const QString& reference)
{
    auto* form = new QWidget(m_list);
    auto* column = new QVBoxLayout(form);
    auto* box = new TextBox(4);
    auto* field = new Field(u"mine.addition."_s + reference, u"What you want to add"_s, box,
                            u"It stands beside what you wrote, with the time. Nothing is changed."_s, form);
    auto* save = primaryButton(u"mine.addition.save."_s + reference, u"Add it"_s, form);
    auto* files = new FilesField(*m_context.thread, u"mine.addition.files."_s + reference, u"addition-"_s + reference);
    column->addWidget(field);
    column->addWidget(new Disclosure(u"mine.addition.attach."_s + reference, u"Attach files"_s, files, form));
    column->addWidget(save, 0, Qt::AlignLeft);
    form->setFocusProxy(box);
    box->setPlainText(m_additions.value(reference));
    connect(box, &TextBox::textChanged, this, [this, box, reference] {
        if (box->document()->isEmpty())
            m_additions.remove(reference);
        else
            m_additions.insert(reference, box->words());
        m_draft->edited();
    });
    connect(save, &QPushButton::clicked, this, [this, box, field, files, save, reference] {
        const auto words = box->words().trimmed();
        if (words.isEmpty()) {
            field->setError(u"Write what you want to add."_s);
            box->setFocus(Qt::OtherFocusReason);
            return;
        }
        save->setEnabled(false);
        m_context.thread->ask(
            save,
            [reference, words, held = files->form()](session::Session& session) {
                return session::addTo(session, reference, words, {}, held);
            },
            [this, box, field, save](const model::Result& result) {
                save->setEnabled(true);
                if (!result) {
                    field->setError(result.error().message);
                    return;
                }
                box->clear();
                m_draft->store();
                Q_EMIT m_context.navigator->say(u"Added."_s);
                enter();
            });
    });
    return form;
}

} // namespace heed::gui::log
