#include "rules/family_entries.h"

namespace heed::rules {
namespace {

bool isBlank(const QString& text)
{
    return text.trimmed().isEmpty();
}

void checkCommon(std::vector<Problem>& problems, model::Party party, const QString& whom,
                 const std::optional<QDateTime>& when, const QDateTime& now)
{
    if (party == model::Party::Other && isBlank(whom))
        problems.push_back(
            {QStringLiteral("whom"), QStringLiteral("Say who it is: a name, or who they are to the child.")});
    if (when && *when > now)
        problems.push_back(
            {QStringLiteral("when"), QStringLiteral("This time is still to come: put it right, or leave it empty.")});
}

} // namespace

std::vector<Problem> checkInformed(const model::InformedBody& body, const QDateTime& now)
{
    std::vector<Problem> problems;
    checkCommon(problems, body.party, body.whom, body.when, now);
    if (!body.told && (body.when || !isBlank(body.by) || !isBlank(body.how)))
        problems.push_back(
            {QStringLiteral("told"),
             QStringLiteral("Nobody told them, so there is no day, nobody who told them and no way: leave "
                            "these empty, or say that they were told.")});
    if (!body.told && isBlank(body.reason))
        problems.push_back({QStringLiteral("reason"), QStringLiteral("Say why they were not told.")});
    return problems;
}

std::vector<Problem> checkConsent(const model::ConsentBody& body, const QDateTime& now)
{
    std::vector<Problem> problems;
    if (isBlank(body.to))
        problems.push_back({QStringLiteral("to"), QStringLiteral("Say what the consent is to, such as the referral.")});
    checkCommon(problems, body.party, body.whom, body.when, now);
    if (body.answer == model::ConsentAnswer::NotSought && isBlank(body.reason))
        problems.push_back({QStringLiteral("reason"), QStringLiteral("Say why nobody was asked.")});
    return problems;
}

bool saysWhetherParentsKnow(const model::Event& event)
{
    if (const auto* informed = std::get_if<model::InformedBody>(&event.body))
        return informed->party == model::Party::Parents;
    const auto* referral = std::get_if<model::ReferralBody>(&event.body);
    return referral && !isBlank(referral->parentsInformed.value_or(QString()));
}

} // namespace heed::rules
