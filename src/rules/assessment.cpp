#include "rules/assessment.h"

namespace heed::rules {

std::vector<Problem> checkAssessment(const model::AssessmentBody& assessment, QDate today)
{
    std::vector<Problem> problems;
    const auto want = [&](const char* key, const QString& text, const QString& sentence) {
        if (text.trimmed().isEmpty())
            problems.push_back({QString::fromLatin1(key), sentence + QStringLiteral(", or write \"not known\".")});
    };
    want("tool", assessment.tool, QStringLiteral("Say which tool was used"));
    want("level", assessment.level, QStringLiteral("Say which level it came to, in its words"));
    want("assessor", assessment.assessor, QStringLiteral("Say who made it"));
    if (!assessment.date && !assessment.dateNotKnown)
        problems.push_back({QStringLiteral("date"), QStringLiteral("Say when it was made, or write \"not known\".")});
    else if (assessment.date && assessment.dateNotKnown)
        problems.push_back({QStringLiteral("date"), QStringLiteral("Either there is a day, or it is not known.")});
    else if (assessment.date && *assessment.date > today)
        problems.push_back(
            {QStringLiteral("date"), QStringLiteral("The assessment is dated after today: put the day right.")});
    want("basis", assessment.basis, QStringLiteral("Say what it rests on"));
    return problems;
}

} // namespace heed::rules
