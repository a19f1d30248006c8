#include "gui/child/gathering_card.h"

#include "gui/frame/look.h"
#include "gui/widgets/named.h"
#include "platform/clock.h"
#include "report/words.h"

namespace heed::gui::child {

using namespace Qt::StringLiterals;

GatheringCard::GatheringCard(Context& context, QWidget* parent)
    : Card(u"Several concerns in the last six weeks"_s, parent)
    , m_context(context)
{
    setObjectName(u"child.gathering"_s);
    content()->addWidget(
        remarkLabel(u"Small things, seen together. That a child is not here does not mean that all is well."_s, this));
}

void GatheringCard::refresh()
{
    m_context.thread->ask(
        this, [](session::Session& session) { return session::gathering(session); },
        [this](const model::Expected<std::vector<session::Gathering>>& children) {
            if (children)
                setChildren(*children);
        });
}

void GatheringCard::setChildren(const std::vector<session::Gathering>& children)
{
    delete m_lines;
    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.3));
    if (children.empty()) {
        auto* none = textLabel(u"No child has more than one."_s, m_lines);
        none->setObjectName(u"child.gathering.none"_s);
        lines->addWidget(none);
    }
    int number = 0;
    for (const auto& child : children) {
        const auto name = child.yearGroup.isEmpty() ? child.name : u"%1, Year %2"_s.arg(child.name, child.yearGroup);
        const auto counted = u"%1 concerns, the last on %2"_s.arg(child.concerns)
                                 .arg(report::dateText(platform::inSchoolTime(child.last).date()));
        auto* link = linkButton(u"child.gathering.%1"_s.arg(number++), name, m_lines);
        link->setAccessibleName(u"%1: %2"_s.arg(name, counted));
        connect(link, &QPushButton::clicked, this, [this, id = child.id] { Q_EMIT wanted(id); });
        lines->addWidget(link, 0, Qt::AlignLeft);
        lines->addWidget(remarkLabel(counted, m_lines));
    }
    content()->addWidget(m_lines);
}

} // namespace heed::gui::child
