#include "gui/cases/agreement_card.h"

#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"
#include "rules/closing.h"

namespace heed::gui::cases {

using namespace Qt::StringLiterals;

AgreementCard::AgreementCard(QWidget* parent)
    : Card(u"Before it is closed"_s, parent)
    , m_words(textLabel({}, this))
    , m_own(remarkLabel(u"You logged this concern, so you cannot be the second."_s, this))
    , m_agree(button(u"case.agreement.agree"_s, u"I agree…"_s, this))
    , m_refuse(button(u"case.agreement.refuse"_s, u"I do not agree…"_s, this))
    , m_ask(button(u"case.agreement.ask"_s, u"Ask a colleague…"_s, this))
{
    setObjectName(u"case.agreement"_s);
    m_words->setObjectName(u"case.agreement.words"_s);
    m_own->setObjectName(u"case.agreement.own"_s);
    content()->addWidget(m_words);
    content()->addWidget(m_own);
    auto* buttons = new QWidget(this);
    auto* row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto* one : {m_agree, m_refuse, m_ask})
        row->addWidget(one);
    content()->addWidget(buttons);
    connect(m_agree, &QPushButton::clicked, this, [this] { Q_EMIT formAsked(FormKind::Agree); });
    connect(m_refuse, &QPushButton::clicked, this, [this] { Q_EMIT formAsked(FormKind::Refuse); });
    connect(m_ask, &QPushButton::clicked, this, [this] { Q_EMIT formAsked(FormKind::AskToAgree); });
    hide();
}

void AgreementCard::setRecord(const model::Case& record, const model::Profile& profile, const session::Member& member)
{
    const auto answer = rules::mayClose(record, member.id, profile.secondAgreement);
    m_words->setText(answer.reason);
    const bool isOwn = record.authorId == member.id;
    m_own->setVisible(isOwn);
    m_agree->setVisible(!isOwn);
    m_refuse->setVisible(!isOwn);
    setVisible(profile.secondAgreement && record.state != model::State::Closed);
}

} // namespace heed::gui::cases
