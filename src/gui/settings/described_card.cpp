#include "gui/settings/described_card.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"
#include "rules/words.h"

#include <QLineEdit>

namespace heed::gui::settings {
namespace {

constexpr int typingPause = 300; // ms
constexpr std::size_t mostShown = 20;
constexpr qsizetype longestDescription = 200; // characters

/// Who they are, as the concern says it.
QString wordsOn(const model::Child& child)
{
    QStringList words{model::nameOf(child)};
    if (child.dateOfBirth)
        words << DescribedCard::tr("born %1").arg(rules::inWords(*child.dateOfBirth));
    if (!child.yearGroup.isEmpty())
        words << DescribedCard::tr("year %1").arg(child.yearGroup);
    if (!child.description.isEmpty())
        words << child.description.simplified().left(longestDescription);
    return words.join(QStringLiteral(", "));
}

} // namespace

DescribedCard::DescribedCard(Context& context, QWidget* parent)
    : Card(tr("Concerns written down without the register"), parent)
    , m_context(context)
    , m_find(new QLineEdit)
    , m_reason(new QLineEdit)
    , m_reasonField(new Field(QStringLiteral("describedReason"), tr("How you know"), m_reason,
                              tr("It is kept with what you say.")))
    , m_answer(new Banner(Banner::Tone::Tell, QStringLiteral("describedAnswer")))
{
    setObjectName(QStringLiteral("describedCard"));
    m_answer->hide();
    content()->addWidget(remarkLabel(
        tr("A child who was not on roll, or was not picked from the register, when somebody wrote about them. "
           "If it is this pupil, say so: the concerns follow.")));
    content()->addWidget(m_answer);
    content()->addWidget(
        new FieldGrid(std::vector<QWidget*>{new Field(QStringLiteral("describedFind"),
                                                      tr("Name of the child, as it was written"), m_find),
                                            m_reasonField},
                      18));
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(m_find, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &DescribedCard::search);
}

void DescribedCard::take(const model::Pupil& pupil)
{
    m_pupil = pupil.child.id;
    m_name = model::nameOf(pupil.child);
    m_find->setText(pupil.child.surname);
    m_reason->clear();
    m_reasonField->clearError();
    m_answer->hide();
    search();
}

void DescribedCard::search()
{
    m_context.thread->ask(
        this, [text = m_find->text()](session::Session& session) { return session::describedChildren(session, text); },
        [this](const model::Expected<std::vector<session::DescribedChild>>& found) {
            if (found)
                return show(*found);
            m_answer->setTone(Banner::Tone::Danger);
            m_answer->announce({}, found.error().message);
        });
}

void DescribedCard::show(const std::vector<session::DescribedChild>& children)
{
    delete m_list;
    m_list = new QWidget;
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    for (std::size_t i = 0; i < std::min(mostShown, children.size()); ++i) {
        const auto& child = children[i];
        const auto who = wordsOn(child.child);
        auto* says = textLabel(who);
        says->setObjectName(QStringLiteral("described%1Words").arg(i + 1));
        auto* same = button(QStringLiteral("described%1").arg(i + 1), tr("It is this pupil"));
        same->setAccessibleName(tr("%1: it is this pupil").arg(who));
        connect(same, &QPushButton::clicked, this, [this, child] { link(child); });
        column->addWidget(says);
        column->addWidget(same, 0, Qt::AlignLeft);
    }
    if (children.empty())
        column->addWidget(textLabel(tr("No concern is about a child of that name who is not in the register.")));
    content()->addWidget(m_list);
}

void DescribedCard::link(const session::DescribedChild& child)
{
    const auto reason = m_reason->text().trimmed();
    m_reasonField->setError(reason.isEmpty() ? tr("Say in a few words how you know that it is one child.") : QString());
    if (reason.isEmpty())
        return m_reason->setFocus();
    m_context.thread->ask(
        this,
        [from = child.id, to = m_pupil, reason](session::Session& session) {
            return session::linkChild(session, from, to, true, reason);
        },
        [this, was = model::nameOf(child.child)](const model::Result& done) {
            m_answer->setTone(done ? Banner::Tone::Tell : Banner::Tone::Danger);
            m_answer->announce(
                {}, done ? tr("The concerns about \u201c%1\u201d are %2\u2019s from now on.").arg(was, m_name)
                         : done.error().message);
            if (!done)
                return;
            m_reason->clear();
            m_find->setFocus();
            search();
        });
}

} // namespace heed::gui::settings
