#include "gui/cases/case_view.h"

#include "gui/cases/agreement_card.h"
#include "gui/cases/case_actions.h"
#include "gui/cases/case_facts.h"
#include "gui/cases/clocks_card.h"
#include "gui/cases/colleagues.h"
#include "gui/cases/others_card.h"
#include "gui/cases/same_card.h"
#include "gui/cases/words.h"
#include "gui/files/files_field.h"
#include "gui/files/files_list.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/log/record_view.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"
#include "gui/widgets/secret_clipboard.h"
#include "gui/widgets/undo_line.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "report/words.h"
#include "rules/completeness.h"
#include "session/paper.h"

#include <QResizeEvent>
#include <QShortcut>

#include <algorithm>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int entriesAtFirst = 100; // of what has happened; laying out thousands would hold the window
constexpr int moreEntries = 400;

const QString finished = u"done.action"_s; // in a draft: the action that the form "done" finishes

int at(FormKind kind)
{
    return static_cast<int>(kind);
}

/// The readers of this desk besides oneself, as far as the profile and the roles say.
QStringList colleaguesOf(const Context& context)
{
    QStringList names;
    for (const auto& lead : context.profile.dsls)
        if (lead.name != context.member.name)
            names << lead.name;
    return names;
}

} // namespace

CaseView::CaseView(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_draft(new DraftKeeper(
          context, {}, [this] { return drafts(); }, this))
    , m_specs(formSpecs(colleaguesOf(context), context.member.desk))
{
    setObjectName(u"caseView"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    layout->setSpacing(em(1));
    layout->addWidget(makeHead());
    m_thrown = new UndoLine(u"case.thrown"_s, this);
    layout->addWidget(m_thrown);
    m_formRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_formRow->setSpacing(em(1));
    layout->addLayout(m_formRow);
    m_formPlace = new QVBoxLayout;
    m_formRow->addLayout(m_formPlace, 3);
    m_before = new Card(this);
    m_before->setObjectName(u"case.before"_s);
    m_beforeTitle = headingLabel({}, m_before);
    m_beforeText = textLabel({}, m_before);
    m_beforeText->setObjectName(u"case.before.text"_s);
    m_before->content()->addWidget(m_beforeTitle);
    m_before->content()->addWidget(m_beforeText);
    m_before->content()->addStretch();
    m_before->hide();
    m_formRow->addWidget(m_before, 2);

    m_sides = new QBoxLayout(QBoxLayout::LeftToRight);
    m_sides->setSpacing(em(1));
    auto* left = new QVBoxLayout;
    left->setSpacing(em(1));
    auto* logged = new Card(u"What was logged"_s, this);
    m_logged = new log::RecordView(u"case.logged"_s, u"What was logged"_s, logged);
    logged->content()->addWidget(m_logged);
    left->addWidget(logged);
    m_filesCard = new Card(u"Files"_s, this);
    m_files = new FilesList(*m_context.thread, u"case.files"_s, true, m_filesCard);
    m_filesCard->content()->addWidget(m_files);
    m_filesCard->hide();
    left->addWidget(m_filesCard);
    connect(m_files, &FilesList::saved, this, &CaseView::reload);
    auto* chronology = new Card(u"What has happened"_s, this);
    m_chronology = new log::RecordView(u"case.chronology"_s, u"What has happened"_s, chronology);
    m_earlier = linkButton(u"case.earlier"_s, {}, chronology);
    m_earlier->hide();
    chronology->content()->addWidget(m_earlier, 0, Qt::AlignLeft);
    connect(m_earlier, &QPushButton::clicked, this, [this] {
        m_entriesShown += moreEntries;
        showChronology();
    });
    chronology->content()->addWidget(m_chronology);
    left->addWidget(chronology);
    left->addStretch();

    auto* right = new QVBoxLayout;
    right->setSpacing(em(1));
    m_clocks = new ClocksCard(this);
    right->addWidget(m_clocks);
    m_others = new OthersCard(u"case.others"_s, this);
    connect(m_others, &OthersCard::wanted, m_context.navigator, &Navigator::openCase);
    connect(m_others, &OthersCard::childWanted, m_child, &QPushButton::click);
    right->addWidget(m_others);
    m_agreement = new AgreementCard(this);
    connect(m_agreement, &AgreementCard::formAsked, this, [this](FormKind kind) { openForm(kind); });
    right->addWidget(m_agreement);
    m_actionsCard = new Card(u"To be done"_s, this);
    right->addWidget(m_actionsCard);
    m_missingCard = new Card(u"Not yet in the record"_s, this);
    m_missingCard->content()->addWidget(remarkLabel(
        u"What the guidance for schools asks a record to hold. \"Not known\" is an answer too."_s, m_missingCard));
    right->addWidget(m_missingCard);
    m_same = new SameCard(u"case.same"_s, this);
    connect(m_same, &SameCard::wanted, m_context.navigator, &Navigator::openCase);
    right->addWidget(m_same);
    right->addStretch();
    m_sides->addLayout(left, 5);
    m_sides->addLayout(right, 3);
    layout->addLayout(m_sides);
    layout->addStretch();

    askColleagues(m_context, this, [this](const QStringList& names) {
        if (!m_forms.contains(at(FormKind::HandOver)))
            m_specs = formSpecs(names, m_context.member.desk);
    });
}

QWidget* CaseView::makeHead()
{
    auto* head = new QWidget(this);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(em(0.5));
    m_back = linkButton(u"case.back"_s, u"← All cases"_s, head);
    m_back->setAccessibleName(u"Back to all cases"_s);
    column->addWidget(m_back, 0, Qt::AlignLeft);
    m_title = titleLabel({}, head);
    m_title->setObjectName(u"case.title"_s);
    column->addWidget(m_title);
    m_line = textLabel({}, head);
    m_line->setObjectName(u"case.line"_s);
    column->addWidget(m_line);
    m_child = linkButton(u"case.child"_s, u"This child's page"_s, head);
    column->addWidget(m_child, 0, Qt::AlignLeft);
    connect(m_child, &QPushButton::clicked, this, [this] {
        if (!m_record.logged.children.isEmpty())
            Q_EMIT m_context.navigator->openChild(m_record.logged.children.front());
    });
    m_standing = textLabel({}, head);
    m_standing->setObjectName(u"case.standing"_s);
    column->addWidget(m_standing);
    m_danger = new Banner(Banner::Tone::Danger, u"case.danger"_s, head);
    m_danger->hide();
    column->addWidget(m_danger);
    m_error = new Banner(Banner::Tone::Warning, u"case.error"_s, head);
    m_error->hide();
    column->addWidget(m_error);
    m_todo = new CaseActions(m_specs, head);
    column->addWidget(m_todo);
    connect(m_todo, &CaseActions::acknowledgeAsked, this, &CaseView::acknowledge);
    connect(m_todo, &CaseActions::formAsked, this, [this](FormKind kind) { openForm(kind); });
    connect(m_todo, &CaseActions::printAsked, this, [this] { Q_EMIT printAsked(m_reference); });
    connect(m_todo, &CaseActions::copyAsked, this, &CaseView::copyForCpoms);

    connect(m_back, &QPushButton::clicked, this, &CaseView::backAsked);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        // First the open form, which keeps what stands in it, then the case.
        for (auto* form : std::as_const(m_forms))
            if (form->isVisible()) {
                form->hide();
                m_before->hide();
                focusHead();
                return;
            }
        Q_EMIT backAsked();
    });
    return head;
}

QWidget* CaseView::firstFocus() const
{
    return m_todo->isEnabled() ? m_todo->firstFocus() : m_back;
}

void CaseView::focusHead()
{
    firstFocus()->setFocus(Qt::OtherFocusReason);
}

void CaseView::open(const QString& reference)
{
    m_draft->store();
    qDeleteAll(m_forms);
    m_forms.clear();
    m_reference = reference;
    m_context.lastCase = reference;
    m_draft->setName(u"case-"_s + reference);
    m_record = {};
    m_title->setText(reference);
    m_line->clear();
    m_standing->clear();
    m_logged->startOver();
    m_chronology->startOver();
    m_entriesShown = entriesAtFirst;
    m_earlier->hide();
    m_todo->setReady(false);
    m_child->hide();
    m_error->hide();
    m_danger->hide();
    m_before->hide();
    m_thrown->forget();
    m_others->hide();
    m_same->hide();
    reload();
    m_draft->load([this](const QByteArray& drafts) { return takeDrafts(drafts); });
}

void CaseView::reload()
{
    m_context.thread->ask(
        this, [reference = m_reference](session::Session& session) { return session::openCase(session, reference); },
        [this, reference = m_reference](const model::Expected<model::Case>& record) {
            if (reference != m_reference)
                return;
            if (!record) {
                m_error->announce(u"This case cannot be shown"_s, record.error().message);
                return;
            }
            const bool isNew = m_record.reference.isEmpty();
            showRecord(*record);
            if (isNew)
                focusHead();
        });
}

void CaseView::showRecord(const model::Case& record)
{
    m_record = record;
    const auto& concern = record.logged.concern;
    m_title->setText(model::nameOf(concern.child));
    m_line->setText(u"%1  ·  Logged by %2, %3  ·  Level: %4"_s.arg(record.reference, record.author,
                                                                   moment(record.loggedAt), levelText(record.level)));
    m_standing->setText(standingText(record, platform::now()));
    const bool isOver = record.state == model::State::Closed;
    m_danger->setVisible((concern.immediateDanger || concern.missingNow) && !isOver);
    if (concern.immediateDanger)
        m_danger->set(u"Logged as immediate danger"_s,
                      u"The author was told to ring 999. Make sure that it was done."_s);
    else if (concern.missingNow)
        m_danger->set(u"Logged as missing now"_s,
                      u"The author was told to ring the police. Make sure that it was done."_s);

    m_todo->setRecord(record, rules::belongsOnCpoms(concern, m_context.profile.record));
    m_todo->setReady(true);
    m_child->setVisible(!record.logged.children.isEmpty());

    m_logged->startOver();
    log::tellConcern(*m_logged, concern, record.logged.checklist, platform::inSchoolTime(record.loggedAt).date());
    m_files->setRecord(record);
    m_filesCard->setVisible(FilesList::hasFiles(record));
    showChronology();
    m_clocks->setRecord(record, m_context.profile);
    m_agreement->setRecord(record, m_context.profile, m_context.member);
    showActions(record);
    showMissing(record);
    for (auto made = m_forms.cbegin(); made != m_forms.cend(); ++made)
        if (made.value()->isVisible())
            showBefore(static_cast<FormKind>(made.key())); // a colleague may have recorded one since
    askElsewhere();
}

void CaseView::askElsewhere()
{
    struct Same {
        std::vector<session::SameThing> things;
        QString child;
        std::vector<model::Case> concerns; ///< about that child
    };
    m_context.thread->ask(
        this,
        [reference = m_reference,
         described = m_record.logged.children.value(0)](session::Session& session) -> model::Expected<Same> {
            HEED_TAKE(auto things, session::sameElsewhere(session, reference));
            const auto child = session::findChild(session, described);
            if (!child)
                return Same{std::move(things), {}, {}};
            HEED_TAKE(auto concerns, session::childSigns(session, child->id));
            return Same{std::move(things), child->id, std::move(concerns)};
        },
        [this, reference = m_reference](const model::Expected<Same>& same) {
            if (!same || reference != m_reference)
                return;
            m_others->setConcerns(reference, same->concerns);
            m_same->setThings(same->things, same->child);
        });
}

void CaseView::showActions(const model::Case& record)
{
    delete m_actions;
    m_actions = new QWidget(m_actionsCard);
    auto* lines = new QVBoxLayout(m_actions);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.6));
    const auto today = platform::inSchoolTime(platform::now()).date();
    if (record.actions.empty())
        lines->addWidget(remarkLabel(u"No actions yet."_s, m_actions));
    int number = 0;
    for (const auto& action : record.actions) {
        auto* words = textLabel(actionText(action, today), m_actions);
        words->setObjectName(u"case.action.text.%1"_s.arg(number));
        lines->addWidget(words);
        if (!action.result.isEmpty())
            lines->addWidget(remarkLabel(action.result, m_actions));
        if (!action.doneAt) {
            auto* done = linkButton(u"case.action.done.%1"_s.arg(number), u"This is done"_s, m_actions);
            done->setAccessibleName(u"This is done: "_s + action.action.text.left(100));
            lines->addWidget(done, 0, Qt::AlignLeft);
            connect(done, &QPushButton::clicked, this, [this, id = action.id] { openForm(FormKind::ActionDone, id); });
        }
        ++number;
    }
    m_actionsCard->content()->addWidget(m_actions);
}

void CaseView::showChronology()
{
    const int before = tellChronology(*m_chronology, m_record, m_entriesShown);
    m_earlier->setText(u"Show earlier entries: there are %1 more"_s.arg(before));
    if (before == 0 && m_earlier->hasFocus())
        m_chronology->setFocus(Qt::OtherFocusReason);
    m_earlier->setVisible(before > 0);
}

void CaseView::showMissing(const model::Case& record)
{
    delete m_missing;
    m_missing = new QWidget(m_missingCard);
    auto* lines = new QVBoxLayout(m_missing);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.5));
    const auto problems = session::missingFrom(record, m_context.profile);
    if (problems.empty())
        lines->addWidget(textLabel(u"Nothing: the record holds what it should."_s, m_missing));
    int number = 0;
    for (const auto& problem : problems) {
        auto* words = textLabel(problem.sentence, m_missing);
        words->setObjectName(u"case.missing.%1"_s.arg(number++));
        lines->addWidget(words);
        const auto kind = formFor(problem.key);
        const auto does = kind ? m_todo->wordsOf(*kind) : QString();
        if (does.isEmpty())
            continue;
        auto* link = linkButton(u"case.missing.go.%1"_s.arg(number - 1), does, m_missing);
        link->setAccessibleName(does + u": "_s + problem.sentence);
        lines->addWidget(link, 0, Qt::AlignLeft);
        connect(link, &QPushButton::clicked, this, [this, kind] { openForm(*kind); });
        if (*kind == FormKind::Elsewhere)
            lines->addWidget(guideLink(specOf(*kind).guide, u"case.missing.guide"_s, m_missing), 0, Qt::AlignLeft);
    }
    m_missingCard->content()->addWidget(m_missing);
}

const FormSpec& CaseView::specOf(FormKind kind) const
{
    // The specs are of all kinds.
    return *std::find_if(m_specs.begin(), m_specs.end(), [kind](const FormSpec& spec) { return spec.kind == kind; });
}

QPushButton* CaseView::guideLink(const Guide& guide, const QString& objectName, QWidget* parent)
{
    auto* link = linkButton(objectName, guide.words, parent);
    link->setAccessibleDescription(u"Opens the guidance; what you have typed here stays"_s);
    connect(link, &QPushButton::clicked, this,
            [this, page = guide.page] { Q_EMIT m_context.navigator->openGuidance(page, Place::Cases); });
    return link;
}

QString CaseView::filesOf(FormKind kind) const
{
    return m_draft->name() + u'.' + QString::number(at(kind));
}

InlineForm* CaseView::form(FormKind kind)
{
    if (auto* made = m_forms.value(at(kind)))
        return made;
    const auto& spec = specOf(kind);
    auto fields = spec.fields;
    for (auto& field : fields)
        if (kind == FormKind::Note && field.key == u"corrects"_s)
            for (const auto& entry : correctable(m_record))
                field.choices << entry.second;
    auto* made = new InlineForm(u"case."_s + spec.name, spec.title, fields, spec.save, this);
    if (!spec.guide.page.isEmpty())
        made->content()->insertWidget(1, guideLink(spec.guide, u"case."_s + spec.name + u".guide"_s, made), 0,
                                      Qt::AlignLeft);
    if (!spec.remark.isEmpty())
        made->content()->insertWidget(1, remarkLabel(spec.remark, made));
    if (kind == FormKind::Note || kind == FormKind::Assessment) {
        auto* files = new FilesField(*m_context.thread, u"case."_s + spec.name + u".files"_s, filesOf(kind), made);
        made->content()->insertWidget(made->content()->count() - 1, files);
        files->load();
    }
    m_formPlace->addWidget(made);
    m_forms.insert(at(kind), made);
    made->hide();
    connect(made, &InlineForm::submitted, this, [this, kind] { submit(kind); });
    connect(made, &InlineForm::cancelled, this, [this, kind] { throwAway(kind); });
    connect(made, &InlineForm::edited, m_draft, &DraftKeeper::edited);
    connect(made, &InlineForm::edited, m_thrown, &UndoLine::forget);
    return made;
}

void CaseView::openForm(FormKind kind, const QString& action)
{
    if (kind == FormKind::ActionDone)
        m_action = action;
    for (auto* other : std::as_const(m_forms))
        other->hide();
    auto* opened = form(kind);
    opened->show();
    showBefore(kind);
    opened->focusFirst();
}

void CaseView::showBefore(FormKind kind)
{
    const auto before = beforeOf(kind, m_record);
    const bool isWhole = before && before->byField.isEmpty();
    m_before->setVisible(isWhole);
    if (isWhole) {
        m_beforeTitle->setText(before->title);
        m_beforeText->setText(before->text);
    }
    if (before && !isWhole)
        form(kind)->setBefore(before->title, before->label, before->byField);
}

void CaseView::closeForm(FormKind kind)
{
    if (auto* made = m_forms.take(at(kind))) {
        made->hide();
        made->deleteLater();
    }
    m_before->hide();
    m_draft->store();
}

void CaseView::throwAway(FormKind kind)
{
    auto* thrown = form(kind);
    auto* files = thrown->findChild<FilesField*>();
    const bool hadFiles = files && !files->files().empty();
    if (files)
        files->dropAll();
    if (thrown->isTouched())
        m_thrown->offer(u"Thrown away: %1"_s.arg(specOf(kind).title),
                        hadFiles ? u"Nothing was recorded. If what you wrote comes back, attach its files again."_s
                                 : u"Nothing was recorded."_s,
                        [this, kind, state = thrown->state(), action = m_action] {
                            openForm(kind, action);
                            form(kind)->restore(state);
                            m_draft->edited();
                        });
    closeForm(kind);
    // Not the first thing to do: a second Enter would do it.
    m_todo->openerOf(kind)->setFocus(Qt::OtherFocusReason);
}

void CaseView::submit(FormKind kind)
{
    auto* sent = form(kind);
    sent->setBusy(true);
    m_context.thread->ask(sent, workOf(kind, *sent, m_record, m_action, filesOf(kind)),
                          [this, sent, kind](const model::Result& result) {
                              if (!result) {
                                  sent->showError(result.error().message);
                                  return;
                              }
                              Q_EMIT m_context.navigator->say(u"Recorded."_s);
                              closeForm(kind);
                              focusHead();
                              reload();
                          });
}

void CaseView::acknowledge()
{
    m_todo->setAcknowledging(true);
    m_context.thread->ask(
        this, [reference = m_reference](session::Session& session) { return session::acknowledge(session, reference); },
        [this](const model::Result& result) {
            m_todo->setAcknowledging(false);
            if (!result) {
                m_error->announce(u"It was not acknowledged"_s, result.error().message);
                return;
            }
            m_error->hide();
            Q_EMIT m_context.navigator->say(u"Acknowledged. The author can see it."_s);
            reload();
        });
}

void CaseView::copyForCpoms()
{
    m_context.thread->ask(
        this,
        [reference = m_reference](session::Session& session) {
            return session::releaseForCpoms(
                session, {session::PaperKind::Cpoms, reference, u"CPOMS"_s, u"The school's record"_s},
                session::PaperWay::Clipboard);
        },
        [this](const model::Expected<session::CpomsText>& copied) {
            if (!copied) {
                m_error->announce(u"It was not copied"_s, copied.error().message);
                return;
            }
            m_error->hide();
            copySecret(copied->text, std::chrono::seconds(60));
            Q_EMIT m_context.navigator->say(
                u"Copied. Paste it into CPOMS within a minute, then mark it as being there."_s);
            openForm(FormKind::Elsewhere);
            reload();
        });
}

void CaseView::storeDrafts()
{
    m_draft->store();
}

QByteArray CaseView::drafts() const
{
    QCborMap drafts;
    for (const auto& spec : m_specs)
        if (const auto* made = m_forms.value(at(spec.kind)); made && made->isTouched())
            drafts.insert(spec.name, made->state());
    if (drafts.contains(u"done"_s))
        drafts.insert(finished, m_action);
    return drafts.isEmpty() ? QByteArray() : model::writeCbor(drafts);
}

bool CaseView::takeDrafts(const QByteArray& bytes)
{
    const auto drafts = bytes.isEmpty() ? model::Expected<QCborMap>() : model::parseCbor(bytes, u"The draft"_s);
    if (!drafts)
        return false;
    bool isBack = false;
    for (const auto& spec : m_specs) {
        const auto state = drafts->value(spec.name);
        if (state.isUndefined() || m_forms.contains(at(spec.kind)))
            continue;
        form(spec.kind)->restore(state.toMap());
        if (spec.kind == FormKind::ActionDone)
            m_action = drafts->value(finished).toString();
        // Without its action, as an older Heed kept it, its words come back when that is chosen again.
        form(spec.kind)->setVisible(spec.kind != FormKind::ActionDone || !m_action.isEmpty());
        if (beforeOf(spec.kind, m_record))
            showBefore(spec.kind);
        isBack = true;
    }
    return isBack;
}

void CaseView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = event->size().width() < fontMetrics().averageCharWidth() * 110;
    for (auto* pair : {m_sides, m_formRow})
        pair->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace heed::gui::cases
