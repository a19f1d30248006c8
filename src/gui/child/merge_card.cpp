#include "gui/child/merge_card.h"

#include "gui/cases/inline_form.h"
#include "gui/frame/draft_keeper.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "model/cbor.h"
#include "report/words.h"
#include "session/review.h"

namespace heed::gui::child {

using namespace Qt::StringLiterals;

namespace {

QString concernsText(std::size_t count)
{
    return count == 1 ? u"one concern"_s : u"%1 concerns"_s.arg(count);
}

} // namespace

MergeCard::MergeCard(Context& context, QWidget* parent)
    : Card(u"One child, two records?"_s, parent)
    , m_context(context)
    , m_open(button(u"child.merge.open"_s, u"&Merge with another record…"_s, this))
    , m_form(new cases::InlineForm(u"child.merge"_s, u"Another record of the same child"_s,
                                   {{u"other"_s,
                                     u"The other record: name, UPN or id"_s,
                                     cases::Input::Line,
                                     u"Say which other record."_s,
                                     {},
                                     {},
                                     {}},
                                    {u"reason"_s,
                                     u"How you know that they are one child"_s,
                                     cases::Input::Text,
                                     u"Say how you know."_s,
                                     {},
                                     {},
                                     {}}},
                                   u"See what would happen"_s, this))
    , m_preview(new Banner(Banner::Tone::Tell, u"child.merge.preview"_s, this))
    , m_merge(primaryButton(u"child.merge.do"_s, u"Merge the two records"_s))
    , m_backForm(new cases::InlineForm(
          u"child.unmerge"_s, u"Take a merging back"_s,
          {{u"reason"_s, u"Why"_s, cases::Input::Text, u"Say why it is taken back."_s, {}, {}, {}}}, u"Take it back"_s,
          this))
    , m_draft(new DraftKeeper(
          context, {}, [this] { return draft(); }, this))
{
    setObjectName(u"child.mergeCard"_s);
    content()->addWidget(
        textLabel(u"Sometimes a child is written down twice: without a date of birth, or under another "
                  "spelling."_s,
                  this));
    content()->addWidget(m_open, 0, Qt::AlignLeft);
    content()->addWidget(m_form);
    content()->addWidget(m_preview);
    content()->addWidget(m_backForm);
    auto* cancel = button(u"child.merge.not"_s, u"Leave them as they are"_s);
    m_preview->addButton(m_merge);
    m_preview->addButton(cancel);
    for (auto* hidden : std::initializer_list<QWidget*>{m_form, m_preview, m_backForm})
        hidden->hide();

    connect(m_open, &QPushButton::clicked, this, [this] { openForm(m_form); });
    connect(m_form, &cases::InlineForm::submitted, this, &MergeCard::look);
    connect(m_form, &cases::InlineForm::edited, m_preview, &QWidget::hide);
    for (auto* form : {m_form, m_backForm}) {
        connect(form, &cases::InlineForm::edited, m_draft, &DraftKeeper::edited);
        connect(form, &cases::InlineForm::cancelled, this, [this, form] { closeForm(form); });
    }
    connect(m_merge, &QPushButton::clicked, this, &MergeCard::merge);
    connect(cancel, &QPushButton::clicked, m_form, &cases::InlineForm::cancelled);
    connect(m_backForm, &cases::InlineForm::submitted, this, &MergeCard::takeBack);
}

void MergeCard::setChild(const QString& id, const QString& name)
{
    const bool isOther = id != m_child;
    if (isOther) {
        m_draft->store();
        for (auto* form : {m_form, m_backForm}) {
            form->clear();
            form->hide();
        }
        m_preview->hide();
    }
    m_child = id;
    m_name = name;
    askMerged();
    if (!isOther)
        return;
    m_draft->setName(u"merge-"_s + id);
    m_draft->load([this](const QByteArray& draft) { return takeDraft(draft); });
}

void MergeCard::beforeLock()
{
    m_draft->store();
}

QByteArray MergeCard::draft() const
{
    if (m_form->isTouched())
        return model::writeCbor(QCborMap{{u"state"_s, m_form->state()}});
    if (!m_backForm->isTouched())
        return {};
    return model::writeCbor(
        QCborMap{{u"back"_s, m_back.id}, {u"name"_s, m_back.name}, {u"state"_s, m_backForm->state()}});
}

bool MergeCard::takeDraft(const QByteArray& draft)
{
    if (draft.isEmpty() || m_form->isTouched() || m_backForm->isTouched())
        return false;
    const auto map = model::parseCbor(draft, u"The draft"_s);
    if (!map)
        return false;
    m_back = {map->value(u"back"_s).toString(), map->value(u"name"_s).toString()};
    auto* form = m_back.id.isEmpty() ? m_form : m_backForm;
    form->restore(map->value(u"state"_s).toMap());
    form->show();
    return true;
}

void MergeCard::openForm(cases::InlineForm* form)
{
    m_form->setVisible(form == m_form);
    m_backForm->setVisible(form == m_backForm);
    m_preview->hide();
    form->focusFirst();
}

void MergeCard::closeForm(cases::InlineForm* form)
{
    form->clear();
    form->hide();
    m_preview->hide();
    m_draft->store();
    m_open->setFocus(Qt::OtherFocusReason);
}

void MergeCard::askMerged()
{
    m_context.thread->ask(
        this, [id = m_child](session::Session& session) { return session::mergedInto(session, id); },
        [this, id = m_child](const model::Expected<std::vector<session::MergedChild>>& merged) {
            if (merged && id == m_child)
                showMerged(*merged);
        });
}

void MergeCard::showMerged(const std::vector<session::MergedChild>& merged)
{
    delete m_list;
    m_list = new QWidget(this);
    auto* lines = new QVBoxLayout(m_list);
    lines->setContentsMargins(0, 0, 0, 0);
    int number = 0;
    for (const auto& one : merged) {
        lines->addWidget(
            textLabel(u"A record of %1 was merged into this one. Both histories are kept."_s.arg(one.name), m_list));
        auto* back = linkButton(u"child.unmerge.%1"_s.arg(number++), u"Take this back…"_s, m_list);
        back->setAccessibleName(u"Take back the merging of "_s + one.name);
        lines->addWidget(back, 0, Qt::AlignLeft);
        connect(back, &QPushButton::clicked, this, [this, one] {
            m_back = one;
            openForm(m_backForm);
        });
    }
    content()->addWidget(m_list);
}

void MergeCard::look()
{
    struct Found {
        session::KnownChild child;
        std::size_t concerns = 0;
    };
    m_form->setBusy(true);
    m_context.thread->ask(
        this,
        [other = m_form->text(u"other"_s)](session::Session& session) -> model::Expected<Found> {
            HEED_TAKE(const auto child, session::findChild(session, other));
            HEED_TAKE(const auto concerns, session::childSigns(session, child.id));
            return Found{child, concerns.size()};
        },
        [this](const model::Expected<Found>& found) {
            m_form->setBusy(false);
            if (!found) {
                m_form->showError(found.error().message);
                return;
            }
            if (found->child.id == m_child) {
                m_form->showError(u"That is this record. Give the name, UPN or id of the other one."_s);
                return;
            }
            m_other = found->child.id;
            const auto& child = found->child.child;
            const auto who = child.dateOfBirth
                                 ? u"%1, born %2"_s.arg(model::nameOf(child), report::dateText(*child.dateOfBirth))
                                 : model::nameOf(child) + u", date of birth not known"_s;
            m_preview->announce(
                u"What will happen"_s,
                u"There is %1 about %2. From then on it stands on this page, under %3. Nothing that was written is "
                "changed: each concern keeps the child as described, and both histories stay. That you merged them, "
                "and "
                "why, stands in the record. You can take it back here at any time."_s.arg(concernsText(found->concerns),
                                                                                          who, m_name));
            m_merge->setFocus(Qt::OtherFocusReason);
        });
}

void MergeCard::merge()
{
    m_merge->setEnabled(false);
    m_context.thread->ask(
        this,
        [from = m_other, to = m_child, reason = m_form->text(u"reason"_s)](session::Session& session) {
            return session::mergeChildren(session, from, to, reason);
        },
        [this](const model::Result& result) {
            m_merge->setEnabled(true);
            if (!result) {
                m_form->showError(result.error().message);
                return;
            }
            closeForm(m_form);
            Q_EMIT m_context.navigator->say(u"One record from now on. Both histories are kept."_s);
            Q_EMIT changed();
        });
}

void MergeCard::takeBack()
{
    m_backForm->setBusy(true);
    m_context.thread->ask(
        this,
        [id = m_back.id, reason = m_backForm->text(u"reason"_s)](session::Session& session) {
            return session::unmergeChild(session, id, reason);
        },
        [this](const model::Result& result) {
            m_backForm->setBusy(false);
            if (!result) {
                m_backForm->showError(result.error().message);
                return;
            }
            closeForm(m_backForm);
            Q_EMIT m_context.navigator->say(u"The records stand by themselves again."_s);
            Q_EMIT changed();
        });
}

} // namespace heed::gui::child
