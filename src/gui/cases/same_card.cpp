#include "gui/cases/same_card.h"

#include "gui/cases/words.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"
#include "platform/clock.h"
#include "report/words.h"

#include <QSet>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 8; // concerns for each thing

} // namespace

SameCard::SameCard(const QString& name, QWidget* parent)
    : Card(u"The same thing elsewhere"_s, parent)
    , m_name(name)
{
    setObjectName(name);
    content()->addWidget(
        remarkLabel(u"It stands in another concern too. That can be chance: look, and ask who knows more."_s, this));
    hide();
}

void SameCard::setThings(const std::vector<session::SameThing>& things, const QString& ownChild)
{
    delete m_lines;
    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.3));
    int number = 0;
    for (const auto& thing : things) {
        std::vector<session::SameThing::Other> others;
        QSet<QString> children;
        for (const auto& other : thing.others)
            if (ownChild.isEmpty() || other.childId != ownChild) {
                others.push_back(other);
                children << other.childId;
            }
        if (others.empty())
            continue;
        const auto title = report::kindText(thing.kind) + u": "_s + thing.shown;
        auto* head = textLabel(title, m_lines);
        head->setProperty("role", u"strong"_s);
        head->setObjectName(u"%1.%2"_s.arg(m_name).arg(number));
        lines->addWidget(head);
        lines->addWidget(remarkLabel(children.size() == 1 ? u"With one other child:"_s
                                                          : u"With %1 other children:"_s.arg(children.size()),
                                     m_lines));
        int shown = 0;
        for (const auto& other : others) {
            if (shown == mostShown)
                break;
            const auto words =
                u"%1, %2"_s.arg(other.child, report::dateText(platform::inSchoolTime(other.loggedAt).date()));
            auto* link = linkButton(u"%1.%2.%3"_s.arg(m_name).arg(number).arg(shown++), words, m_lines);
            link->setAccessibleName(u"%1: %2, concern %3"_s.arg(title, words, other.reference));
            connect(link, &QPushButton::clicked, this,
                    [this, reference = other.reference] { Q_EMIT wanted(reference); });
            lines->addWidget(link, 0, Qt::AlignLeft);
            if (other.shown != thing.shown)
                lines->addWidget(remarkLabel(u"written there as "_s + report::quoted(other.shown), m_lines));
        }
        if (thing.areMore || std::ssize(others) > mostShown)
            lines->addWidget(remarkLabel(u"and more: search for it in Cases."_s, m_lines));
        lines->addSpacing(em(0.4));
        ++number;
    }
    content()->addWidget(m_lines);
    setVisible(number > 0);
}

} // namespace heed::gui::cases
