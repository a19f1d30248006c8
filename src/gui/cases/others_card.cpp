#include "gui/cases/others_card.h"

#include "gui/cases/words.h"
#include "gui/frame/look.h"
#include "gui/widgets/named.h"
#include "platform/clock.h"
#include "report/words.h"
#include "rules/gathering.h"

#include <algorithm>

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostShown = 6;

QString signsOf(const model::Case& record)
{
    const auto words = signsText(record.logged.concern);
    return words.isEmpty() ? u"No sign ticked"_s : words;
}

} // namespace

OthersCard::OthersCard(const QString& name, QWidget* parent)
    : Card(u"What else is known of this child"_s, parent)
    , m_name(name)
{
    setObjectName(name);
    hide();
}

void OthersCard::setConcerns(const QString& reference, const std::vector<model::Case>& all)
{
    delete m_lines;
    m_lines = nullptr;
    std::vector<const model::Case*> others;
    const model::Case* self = nullptr;
    for (const auto& record : all) {
        if (record.reference == reference)
            self = &record;
        else
            others.push_back(&record);
    }
    setVisible(self && !others.empty());
    if (!self || others.empty())
        return;
    std::stable_sort(others.begin(), others.end(),
                     [](const auto* one, const auto* other) { return one->loggedAt > other->loggedAt; });

    m_lines = new QWidget(this);
    auto* lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(em(0.3));
    const auto earlier = std::count_if(others.begin(), others.end(), [&](const auto* other) {
        return other->loggedAt < self->loggedAt && other->loggedAt >= self->loggedAt.addSecs(-rules::gatheringSeconds);
    });
    if (const auto ordinal = ordinalText(static_cast<int>(earlier)); !ordinal.isEmpty()) {
        auto* head = textLabel(u"This is the %1."_s.arg(ordinal), m_lines);
        head->setProperty("role", u"strong"_s);
        head->setObjectName(m_name + u".ordinal"_s);
        lines->addWidget(head);
    }
    int shown = 0;
    for (const auto* other : others) {
        if (shown == mostShown)
            break;
        const auto day = report::dateText(platform::inSchoolTime(other->loggedAt).date());
        auto* link = linkButton(u"%1.%2"_s.arg(m_name).arg(shown++), day, m_lines);
        link->setAccessibleName(u"%1, %2, concern %3"_s.arg(day, signsOf(*other), other->reference));
        connect(link, &QPushButton::clicked, this, [this, wish = other->reference] { Q_EMIT wanted(wish); });
        lines->addWidget(link, 0, Qt::AlignLeft);
        lines->addWidget(remarkLabel(signsOf(*other), m_lines));
    }
    const auto rest = static_cast<int>(others.size()) - shown;
    if (rest > 0) {
        auto* more = linkButton(m_name + u".more"_s, u"%1 more on the child's page"_s.arg(rest), m_lines);
        connect(more, &QPushButton::clicked, this, &OthersCard::childWanted);
        lines->addWidget(more, 0, Qt::AlignLeft);
    }
    content()->addWidget(m_lines);
}

} // namespace heed::gui::cases
