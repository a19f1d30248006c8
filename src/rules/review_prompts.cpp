#include "rules/review_prompts.h"

namespace heed::rules {

using model::ReviewBody;

const std::vector<ReviewPrompt>& reviewPrompts()
{
    static const std::vector<ReviewPrompt> prompts{
        {QStringLiteral("vulnerabilities"), QStringLiteral("What makes this child easier to harm"),
         QStringLiteral("Think of care, disability, loss, earlier abuse, home, being left out by others. None of it is "
                        "the child\u2019s fault."),
         &ReviewBody::vulnerabilities},
        {QStringLiteral("risk"), QStringLiteral("Risk: what could happen"),
         QStringLiteral("Signs that somebody may be drawing the child in: gifts, missing school, new older people, a "
                        "phone that must be hidden. What is new, and what has grown?"),
         &ReviewBody::risk},
        {QStringLiteral("possibleHarm"), QStringLiteral("Possible harm: what may have happened already"),
         QStringLiteral("Signs of abuse itself: injuries, infections, pregnancy, what the child or others have said. "
                        "Keep these apart from risk."),
         &ReviewBody::possibleHarm},
        {QStringLiteral("protectiveFactors"), QStringLiteral("What protects the child"),
         QStringLiteral("People the child trusts, school, things they like to do, help that is in place. Does it hold "
                        "at night, at weekends, online?"),
         &ReviewBody::protectiveFactors},
        {QStringLiteral("childsView"), QStringLiteral("The child\u2019s view"),
         QStringLiteral("What the child has said or shown, in their own words. Who asked, and how? Where nobody knows, "
                        "say that."),
         &ReviewBody::childsView},
        {QStringLiteral("context"), QStringLiteral("The people and places around the child"),
         QStringLiteral("Friends, family, places, cars, phones, online. Who else may be in danger, and who may be "
                        "causing it?"),
         &ReviewBody::context},
    };
    return prompts;
}

QString reviewRemark()
{
    return QStringLiteral("A structured prompt, not a validated measure. Nothing is added up; the judgement is that of "
                          "the person who wrote it.");
}

std::vector<Problem> checkReview(const ReviewBody& review)
{
    std::vector<Problem> problems;
    for (const auto& prompt : reviewPrompts()) {
        const auto& part = review.*prompt.part;
        const auto want = [&](const char* key, const QString& text, const QString& sentence) {
            if (text.trimmed().isEmpty())
                problems.push_back({prompt.key + u'.' + QLatin1StringView(key), sentence.arg(prompt.title)});
        };
        want("evidence", part.evidence,
             QStringLiteral("\"%1\" has no evidence: write what is known and from where, or that nothing is known."));
        want("judgement", part.judgement, QStringLiteral("\"%1\" has no judgement: write what you make of it."));
        want("rationale", part.rationale, QStringLiteral("\"%1\" has no rationale: write why you judge it so."));
    }
    return problems;
}

} // namespace heed::rules
