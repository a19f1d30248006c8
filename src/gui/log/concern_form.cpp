#include "gui/log/concern_form.h"

#include "gui/files/files_field.h"
#include "gui/frame/look.h"
#include "gui/log/body_map_fields.h"
#include "gui/log/child_fields.h"
#include "gui/log/disclosure.h"
#include "gui/log/field_key.h"
#include "gui/log/form_state.h"
#include "gui/log/involved_fields.h"
#include "gui/log/missing_fields.h"
#include "gui/log/paper_fields.h"
#include "gui/log/row_list.h"
#include "gui/log/sign_list.h"
#include "gui/log/text_box.h"
#include "gui/log/tick.h"
#include "gui/log/when_fields.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/kit.h"

#include "model/cbor.h"
#include "platform/clock.h"
#include "rules/concern_check.h"

#include <QApplication>
#include <QCheckBox>
#include <QDropEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QShortcut>
#include <QTextCursor>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

namespace {

constexpr int draftFormat = 1;
constexpr int mostChildren = 40;
const QString pupilKey = QStringLiteral("pupil"); // of a draft: the register's id of a child

QString prefixOf(const char* list, int number)
{
    return QLatin1StringView(list) + QString::number(number);
}

} // namespace

ConcernForm::ConcernForm(const model::Checklist& checklist, const model::Profile& profile, FindPupils find,
                         QWidget* parent)
    : QWidget(parent)
    , m_profile(profile)
    , m_find(std::move(find))
    , m_child(new ChildFields(u"child"_s, profile, false, m_find))
{
    setObjectName(u"concernForm"_s);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.2), em(1), em(1.2), em(2));
    layout->setSpacing(em(1));
    layout->addWidget(titleLabel(u"Log a concern"_s, this));
    layout->addWidget(remarkLabel(u"Write what you know now. Leave empty what you do not know: \"not known\" is an "
                                  "answer. You do not need proof, and you cannot do this wrongly."_s,
                                  this));

    auto* childCard = new Card(u"The child"_s, this);
    childCard->content()->addWidget(m_child);
    layout->addWidget(childCard);
    layout->addWidget(makeDanger());
    layout->addWidget(makeFacts());
    layout->addWidget(makeSigns(checklist));
    layout->addWidget(makeMore());

    layout->addStretch();

    connect(m_child, &ChildFields::changed, this, &ConcernForm::changed);
    connect(m_child, &ChildFields::guidanceAsked, this, &ConcernForm::guidanceAsked);
    for (const auto& key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ConcernForm::checkAsked);
    }
    const auto childFields = m_child->fields();
    for (auto field = childFields.begin(); field != childFields.end(); ++field)
        m_fields.insert(field.key(), field.value());
}

QWidget* ConcernForm::makeFoot()
{
    auto* foot = new QWidget;
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(em(1.2), em(0.6), em(1.2), em(0.8));
    auto* line = new FlowLayout;
    column->addLayout(line);
    auto* check = primaryButton(u"log.check"_s, u"Read it over and submit"_s, foot);
    check->setToolTip(u"Ctrl+Enter"_s);
    line->addWidget(check);
    m_footHint = remarkLabel(u"Ctrl+Enter, from anywhere. Nothing is sent yet."_s, foot);
    m_footHint->setWordWrap(false);
    m_footHint->setMinimumHeight(check->sizeHint().height());
    line->addWidget(m_footHint);
    check->setAccessibleDescription(m_footHint->text());
    connect(check, &QPushButton::clicked, this, &ConcernForm::checkAsked);
    return foot;
}

void ConcernForm::setCompact(bool compact)
{
    m_footHint->setVisible(!compact);
}

QWidget* ConcernForm::makeDanger()
{
    auto* card = new Card(u"Danger now"_s, this);
    m_danger = new Tick(u"immediateDanger"_s, u"The child is in immediate danger"_s, {}, card);
    m_missing = new Tick(u"missingNow"_s, u"The child is missing now"_s, {}, card);
    m_emergency = new Banner(Banner::Tone::Danger, u"log.emergency"_s, card);
    m_emergency->hide();
    card->content()->addWidget(m_danger);
    card->content()->addWidget(m_missing);
    m_missingFacts = new MissingFields(card);
    m_missingFacts->hide();
    m_missingAbove = new QVBoxLayout;
    m_missingAbove->setContentsMargins(em(1.6), 0, 0, 0);
    m_missingAbove->addWidget(m_missingFacts);
    card->content()->addLayout(m_missingAbove);
    const auto missing = m_missingFacts->fields();
    for (auto field = missing.begin(); field != missing.end(); ++field)
        m_fields.insert(field.key(), field.value());
    connect(m_missingFacts, &MissingFields::changed, this, &ConcernForm::changed);
    card->content()->addWidget(m_emergency);
    for (auto* tick : {m_danger, m_missing})
        connect(tick, &Tick::toggled, this, [this] {
            showDanger();
            showMissing();
            Q_EMIT changed();
        });
    return card;
}

void ConcernForm::showDanger()
{
    if (m_danger->isChecked())
        m_emergency->announce(u"Ring 999 now"_s,
                              u"Do that before you write any more. Stay with the child if it is safe. What you have "
                              "written stays here."_s);
    else if (m_missing->isChecked())
        m_emergency->announce(
            u"Ring the police now: 101, or 999 if the child is in danger"_s,
            u"Nobody has to wait before they report a missing child. What you have written stays here."_s);
    else
        m_emergency->hide();
}

void ConcernForm::showLate()
{
    model::Concern concern;
    m_when->fill(concern);
    concern.writtenAt = m_paper->writtenAt();
    m_when->askWhyLate(rules::isLate(concern, platform::now()));
}

void ConcernForm::showMissing()
{
    // It opens below what was ticked: above it, it would push away what one is looking at.
    const bool isNow = m_missing->isChecked();
    auto* home = isNow ? m_missingAbove : m_missingBelow;
    if (home->indexOf(m_missingFacts) < 0)
        home->addWidget(m_missingFacts);
    m_missingLink->setVisible(isNow);
    // What was filled in stays in sight, so that nothing is sent unseen.
    const bool holds = m_missingFacts->facts() || !m_missingFacts->unreadable().empty();
    m_signs->setKeptOpen(u"missing"_s, holds && !isNow);
    m_missingFacts->setVisible(isNow || holds || m_signs->isTicked(u"missing"_s));
}

QWidget* ConcernForm::makeFacts()
{
    auto* card = new Card(this);
    m_facts = new TextBox(7);
    auto* field = new Field(u"facts"_s, u"&What I saw or heard"_s, m_facts,
                            u"Only what you saw and what was said, in the order it happened. Names in full."_s, card);
    m_fields.insert(u"facts"_s, field);
    card->content()->addWidget(field);
    connect(m_facts, &TextBox::textChanged, this, &ConcernForm::changed);
    return card;
}

QWidget* ConcernForm::makeSigns(const model::Checklist& checklist)
{
    auto* card = new Card(u"Signs you have noticed"_s, this);
    card->content()->addWidget(textLabel(
        u"This is not an exhaustive list. Tick what fits, or nothing at all. What you tick is not added up."_s, card));
    auto* more = linkButton(u"signs.about"_s, u"Not sure? Read about the signs"_s, card);
    card->content()->addWidget(more, 0, Qt::AlignLeft);
    connect(more, &QPushButton::clicked, this, [this] { Q_EMIT guidanceAsked(u"signs"_s); });
    card->content()->addWidget(remarkLabel(u"By keyboard: the arrow keys, or type the beginning of a word, such as "
                                           "\"miss\". F1 tells more about a sign."_s,
                                           card));
    m_signs = new SignList(checklist, card);
    m_signs->setObjectName(u"signs"_s);
    m_signs->setAccessibleName(checklist.title);
    card->content()->addWidget(m_signs);
    connect(m_signs, &SignList::changed, this, [this] {
        showMissing();
        Q_EMIT changed();
    });
    connect(m_signs, &SignList::guidanceAsked, this, &ConcernForm::guidanceAsked);
    m_missingLink = linkButton(u"missing.go"_s, u"When they went, when they came back, and if the police know"_s, card);
    connect(m_missingLink, &QPushButton::clicked, this, [this] { m_missingFacts->setFocus(Qt::OtherFocusReason); });
    auto* below = new QWidget(card);
    m_missingBelow = new QVBoxLayout(below);
    m_missingBelow->setContentsMargins(0, 0, 0, 0);
    m_missingBelow->addWidget(m_missingLink, 0, Qt::AlignLeft);
    m_signs->addDetails(u"missing"_s, below);
    m_bodyMap = new BodyMapFields;
    m_signs->addDetails(u"injuries"_s, m_bodyMap);
    connect(m_bodyMap, &BodyMapFields::changed, this, [this] {
        m_signs->setKeptOpen(u"injuries"_s, !m_bodyMap->marks().empty());
        Q_EMIT changed();
    });
    return card;
}

Disclosure* ConcernForm::addPart(QWidget* parent, const QString& name, const QString& title, QWidget* content)
{
    auto* part = new Disclosure(u"part."_s + name, title, content, parent);
    if (content->layout())
        content->layout()->setContentsMargins(em(1.6), em(0.2), 0, em(0.6));
    m_parts.insert(name, part);
    return part;
}

void ConcernForm::openWithRow(Disclosure* part, RowList* list)
{
    connect(part, &Disclosure::toggled, list, [list](bool open) {
        if (!open || !list->rows().empty())
            return;
        list->addRow();
        Q_EMIT list->changed();
    });
}

QWidget* ConcernForm::makeMore()
{
    auto* card = new Card(u"More, if you know it"_s, this);
    auto* lines = card->content();
    m_more = lines;
    lines->setSpacing(em(0.3));

    const auto textPart = [&](const QString& key, const QString& title, const QString& label, const QString& hint) {
        auto* box = new TextBox(3);
        auto* holder = new QWidget(card);
        auto* column = new QVBoxLayout(holder);
        auto* field = new Field(key, label, box, hint, holder);
        column->addWidget(field);
        m_fields.insert(key, field);
        lines->addWidget(addPart(card, key, title, holder));
        connect(box, &TextBox::textChanged, this, &ConcernForm::changed);
        return box;
    };
    m_childsWords = textPart(u"childsWords"_s, u"The child's own words"_s, u"What the child said, as they said it"_s,
                             u"Write it word for word, with their words for things. Heed never corrects it."_s);

    m_when = new WhenFields(card);
    const auto whenFields = m_when->fields();
    for (auto field = whenFields.begin(); field != whenFields.end(); ++field)
        m_fields.insert(field.key(), field.value());
    auto* whenPart = addPart(card, u"observedAt"_s, u"When and where it was"_s, m_when);
    lines->addWidget(whenPart);
    for (const auto& key : {u"observedUntil"_s, u"precision"_s, u"place"_s, u"delayReason"_s})
        m_parts.insert(key, whenPart);
    connect(m_when, &WhenFields::changed, this, [this] {
        showLate();
        Q_EMIT changed();
    });

    m_opinion = textPart(u"opinion"_s, u"What I think"_s, u"What you think it may mean"_s,
                         u"Kept apart from what you saw or heard. A worry without a reason may stand here too."_s);
    m_actionTaken = textPart(u"actionTaken"_s, u"What I have already done"_s, u"What you did, and whom you told"_s,
                             u"With the time, if you know it. It does not have to be much."_s);
    m_childsWishes = textPart(u"childsWishes"_s, u"What the child knows and wishes"_s,
                              u"What the child knows of this, and what they want to happen"_s,
                              u"If they know that you are telling somebody, and what they asked of you."_s);

    m_involved = new RowList(u"involved"_s, u"a person or a thing"_s, u"person or thing"_s, model::manyItems,
                             [this](int number) {
                                 auto* row = new InvolvedFields(prefixOf("involved", number));
                                 connect(row, &InvolvedFields::changed, this, &ConcernForm::changed);
                                 return row;
                             });
    auto* involvedPart = addPart(card, u"involved"_s, u"Others involved: people, cars, places, phones"_s, m_involved);
    lines->addWidget(involvedPart);
    connect(m_involved, &RowList::changed, this, &ConcernForm::changed);
    openWithRow(involvedPart, m_involved);

    m_children = new RowList(u"children"_s, u"another child"_s, u"further child"_s, mostChildren, [this](int number) {
        auto* row = new ChildFields(prefixOf("children", number), m_profile, true, m_find);
        connect(row, &ChildFields::changed, this, &ConcernForm::changed);
        connect(row, &ChildFields::guidanceAsked, this, &ConcernForm::guidanceAsked);
        return row;
    });
    auto* childrenPart = addPart(card, u"children"_s, u"Further children"_s, m_children);
    lines->addWidget(childrenPart);
    openWithRow(childrenPart, m_children);
    connect(m_children, &RowList::changed, this, [this] {
        m_child->askPart(!m_children->rows().empty());
        Q_EMIT changed();
    });

    auto* adults = new QWidget(card);
    auto* column = new QVBoxLayout(adults);
    column->addWidget(
        remarkLabel(u"It then goes to the head teacher, or past them, and not to the safeguarding leads."_s, adults));
    m_aboutStaff = new Tick(u"aboutStaff"_s, u"This is about an adult who works or volunteers here"_s, {}, adults);
    m_aboutHead = new Tick(u"aboutHead"_s, u"This is about the head teacher"_s, {}, adults);
    column->addWidget(m_aboutStaff);
    column->addWidget(m_aboutHead);
    lines->addWidget(addPart(card, u"aboutStaff"_s, u"About an adult who works here, or the head"_s, adults));
    connect(m_aboutStaff, &Tick::toggled, this, &ConcernForm::changed);
    connect(m_aboutHead, &Tick::toggled, this, &ConcernForm::changed);

    m_paper = new PaperFields(card);
    auto* paperPart = addPart(card, u"writtenBy"_s, u"Typed in from a paper form"_s, m_paper);
    lines->addWidget(paperPart);
    m_parts.insert(u"writtenAt"_s, paperPart);
    m_fields.insert(m_paper->fields());
    connect(m_paper, &PaperFields::changed, this, [this] {
        showLate();
        Q_EMIT changed();
    });
    return card;
}

/// The rows in which something stands, as concern() counts them.
std::vector<QWidget*> ConcernForm::filledRows(const RowList* list)
{
    std::vector<QWidget*> filled;
    for (auto* row : list->rows()) {
        const auto* child = qobject_cast<const ChildFields*>(row);
        const auto* involved = qobject_cast<const InvolvedFields*>(row);
        if (child ? !child->isEmpty() : involved && !involved->isEmpty())
            filled.push_back(row);
    }
    return filled;
}

model::Concern ConcernForm::concern() const
{
    model::Concern concern;
    concern.child = m_child->child();
    for (const auto* row : filledRows(m_children))
        concern.children.push_back(static_cast<const ChildFields*>(row)->child());
    for (const auto* row : filledRows(m_involved))
        concern.involved.push_back(static_cast<const InvolvedFields*>(row)->involved());
    m_when->fill(concern);
    concern.facts = m_facts->words().trimmed();
    concern.childsWords = m_childsWords->words().trimmed();
    concern.opinion = m_opinion->words().trimmed();
    concern.actionTaken = m_actionTaken->words().trimmed();
    concern.childsWishes = m_childsWishes->words().trimmed();
    concern.missing = m_missingFacts->facts();
    concern.bodyMap = m_bodyMap->marks();
    concern.signsSeen = m_signs->signsSeen();
    concern.otherSign = m_signs->otherSign();
    concern.immediateDanger = m_danger->isChecked();
    concern.missingNow = m_missing->isChecked();
    concern.aboutStaff = m_aboutStaff->isChecked();
    concern.aboutHead = m_aboutHead->isChecked();
    concern.writtenBy = m_paper->writtenBy();
    concern.writtenAt = m_paper->writtenAt();
    return concern;
}

bool ConcernForm::isEmpty() const
{
    return concern() == model::Concern{} && unreadable().empty() && (!m_files || m_files->files().empty());
}

void ConcernForm::clearAll()
{
    m_children->clearRows();
    m_involved->clearRows();
    m_child->setChild({});
    m_signs->set({}, {});
    for (auto* box : findChildren<TextBox*>())
        box->clear();
    m_when->clearAll();
    m_missingFacts->clearAll();
    m_bodyMap->clearAll();
    m_paper->clear();
    for (auto* tick : {m_danger, m_missing, m_aboutStaff, m_aboutHead})
        tick->setChecked(false);
    for (auto* part : findChildren<Disclosure*>())
        part->setOpen(false);
    showMissing();
    mark({});
}

void ConcernForm::chooseSign(const QString& code)
{
    m_signs->choose(code);
}

std::vector<rules::Problem> ConcernForm::unreadable() const
{
    auto problems = m_child->unreadable();
    const auto add = [&](std::vector<rules::Problem> more) {
        problems.insert(problems.end(), more.begin(), more.end());
    };
    const auto children = filledRows(m_children);
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto found = static_cast<const ChildFields*>(children[i])->unreadable();
        for (auto& problem : found)
            problem.key = u"children[%1].dateOfBirth"_s.arg(i);
        add(found);
    }
    add(m_when->unreadable());
    add(m_missingFacts->unreadable());
    add(m_bodyMap->unreadable());
    add(m_signs->unreadable());
    add(m_paper->unreadable());
    return problems;
}

Field* ConcernForm::fieldOf(const QString& key) const
{
    if (auto* sign = m_signs->fieldOf(key))
        return sign;
    if (auto* field = m_fields.value(key == u"child"_s ? u"child.forename"_s : key))
        return field;
    const auto read = readKey(key);
    if (read.list == u"bodyMap"_s)
        return m_bodyMap->fieldOf(key);
    return fieldIn(rowOf(read), read.ending);
}

QWidget* ConcernForm::rowOf(const FieldKey& key) const
{
    const auto* list = key.list == u"children"_s ? m_children : key.list == u"involved"_s ? m_involved : nullptr;
    if (!list)
        return nullptr;
    const auto rows = filledRows(list);
    return key.index >= 0 && key.index < static_cast<int>(rows.size()) ? rows[static_cast<std::size_t>(key.index)]
                                                                       : nullptr;
}

void ConcernForm::mark(const std::vector<rules::Problem>& problems)
{
    for (auto* field : findChildren<Field*>())
        field->clearError();
    for (const auto& problem : problems)
        if (problem.severity == rules::Severity::Error)
            if (auto* field = fieldOf(problem.key))
                field->setError(problem.sentence);
}

void ConcernForm::goTo(const QString& key)
{
    const auto read = readKey(key);
    if (key == u"delayReason"_s)
        m_when->askWhyLate(true);
    if (auto* hidden = m_parts.value(read.list))
        hidden->setOpen(true);
    QWidget* target = rowOf(read);
    if (auto* field = fieldOf(key)) {
        target = field->input();
        for (auto* above = field->parentWidget(); above && above != this; above = above->parentWidget())
            if (auto* disclosure = qobject_cast<Disclosure*>(above))
                disclosure->setOpen(true);
    } else if (read.list == u"bodyMap"_s) {
        target = m_bodyMap->rowOf(key);
    } else if (read.list == u"signs"_s) {
        target = m_signs->first();
    }
    (target ? target : m_facts)->setFocus(Qt::OtherFocusReason);
}

void ConcernForm::setFiles(FilesField* files)
{
    m_files = files;
    auto* part = addPart(this, u"files"_s, u"Files"_s, files);
    // Before the paper form, which is for few.
    m_more->insertWidget(m_more->indexOf(m_parts.value(u"writtenBy"_s)), part);
    const auto name = [files, part] {
        const auto count = files->files().size();
        part->setTitle(count == 0 ? u"Files"_s : u"Files (%1)"_s.arg(count));
    };
    connect(files, &FilesField::changed, this, [this, part, name] {
        name();
        if (!m_files->files().empty())
            part->setOpen(true);
        Q_EMIT changed();
    });
    connect(files, &FilesField::wanted, this, [part] { part->setOpen(true); });
    setAcceptDrops(true);
    qApp->installEventFilter(this);
}

bool ConcernForm::eventFilter(QObject* receiver, QEvent* event)
{
    const auto type = event->type();
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return QWidget::eventFilter(receiver, event);
    const auto* widget = qobject_cast<QWidget*>(receiver);
    auto* dropped = static_cast<QDropEvent*>(event);
    // A text box would write down where the file lies.
    if (!widget || (widget != this && !isAncestorOf(widget)) || !dropped->mimeData()->hasUrls() ||
        !FilesField::canTake(*dropped->mimeData()))
        return QWidget::eventFilter(receiver, event);
    dropped->setDropAction(Qt::CopyAction);
    dropped->accept();
    if (type == QEvent::Drop)
        m_files->take(*dropped->mimeData());
    return true;
}

QWidget* ConcernForm::firstField() const
{
    return m_child->first();
}

QByteArray ConcernForm::saveDraft() const
{
    const auto rowsOf = [](const RowList* list) {
        QCborArray rows;
        for (auto* row : list->rows()) {
            // The row's fields all begin with its number, which is new when it comes back.
            const auto* any = row->focusProxy();
            const auto prefix = any->objectName().section(u'.', 0, 0);
            auto state = stateOf(row, prefix);
            if (const auto* child = qobject_cast<const ChildFields*>(row); child && !child->pupil().isEmpty())
                state.insert(pupilKey, child->pupil());
            rows.append(state);
        }
        return rows;
    };
    QCborMap draft{{u"format"_s, draftFormat},          {u"fields"_s, stateOf(this, {})},
                   {pupilKey, m_child->pupil()},        {u"bodyMap"_s, m_bodyMap->state()},
                   {u"children"_s, rowsOf(m_children)}, {u"involved"_s, rowsOf(m_involved)}};
    if (const auto* focus = QApplication::focusWidget(); focus && isAncestorOf(focus)) {
        draft.insert(u"focus"_s, focus->objectName());
        if (const auto* box = qobject_cast<const QPlainTextEdit*>(focus))
            draft.insert(u"cursor"_s, box->textCursor().position());
        else if (const auto* line = qobject_cast<const QLineEdit*>(focus))
            draft.insert(u"cursor"_s, line->cursorPosition());
    }
    return model::writeCbor(draft);
}

bool ConcernForm::restoreDraft(const QByteArray& bytes)
{
    const auto read = model::parseCbor(bytes, u"The draft"_s);
    if (!read || read->value(u"format"_s).toInteger() != draftFormat)
        return false;
    clearAll();
    const auto fillRows = [](RowList* list, const QCborArray& rows) {
        for (const auto& state : rows)
            if (auto* row = list->addRow()) {
                setState(row, row->focusProxy()->objectName().section(u'.', 0, 0), state.toMap());
                if (auto* child = qobject_cast<ChildFields*>(row))
                    child->setPupil(state.toMap().value(pupilKey).toString());
            }
    };
    fillRows(m_children, read->value(u"children"_s).toArray());
    fillRows(m_involved, read->value(u"involved"_s).toArray());
    // Opens the marks' sign, ticked or not, by telling that they changed.
    m_bodyMap->setState(read->value(u"bodyMap"_s).toArray());
    setState(this, {}, read->value(u"fields"_s).toMap());
    m_child->setPupil(read->value(pupilKey).toString());
    m_child->askPart(!m_children->rows().empty());
    showMissing();

    const auto name = read->value(u"focus"_s).toString();
    const auto cursor = static_cast<int>(read->value(u"cursor"_s).toInteger());
    if (auto* focus = name.isEmpty() ? nullptr : findChild<QWidget*>(name)) {
        focus->setFocus(Qt::OtherFocusReason);
        if (auto* box = qobject_cast<QPlainTextEdit*>(focus)) {
            auto place = box->textCursor();
            place.setPosition(qBound(0, cursor, box->document()->characterCount() - 1));
            box->setTextCursor(place);
        } else if (auto* line = qobject_cast<QLineEdit*>(focus)) {
            line->setCursorPosition(cursor);
        }
    }
    return true;
}

} // namespace heed::gui::log
