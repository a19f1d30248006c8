#include "gui/cases/clocks_card.h"

#include "gui/cases/words.h"
#include "gui/frame/look.h"
#include "gui/widgets/kit.h"

#include "platform/clock.h"
#include "rules/clocks.h"

#include <chrono>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

ClocksCard::ClocksCard(QWidget* parent)
    : Card(u"Clocks"_s, parent)
{
    setObjectName(u"case.clocks"_s);
    m_again.setInterval(30s);
    connect(&m_again, &QTimer::timeout, this, &ClocksCard::tell);
}

void ClocksCard::setRecord(const model::Case& record, const model::Profile& profile)
{
    m_record = record;
    m_profile = profile;
    tell();
    m_again.start();
}

void ClocksCard::tell()
{
    delete m_lines;
    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.3));
    const auto clocks = rules::clocksOf(m_record, m_profile, platform::now());
    int number = 0;
    for (const auto& clock : clocks) {
        if (number > 0)
            lines->addSpacing(em(0.5));
        auto* head = textLabel(rules::titleOfClock(clock.name) + u": "_s + rules::inWords(clock.state), m_lines);
        head->setObjectName(u"case.clock.%1"_s.arg(number));
        head->setProperty("role", u"strong"_s);
        lines->addWidget(head);
        auto* words = textLabel(clock.sentence, m_lines);
        words->setObjectName(u"case.clock.sentence.%1"_s.arg(number++));
        lines->addWidget(words);
        lines->addWidget(remarkLabel(u"Due %1. Counts %2."_s.arg(moment(clock.due), clock.counts), m_lines));
    }
    content()->addWidget(m_lines);
    setVisible(!clocks.empty());
}

} // namespace heed::gui::cases
