#include "report/gaps.h"

#include "report/words.h"

namespace heed::report {

QStringList gapsOf(const Document& document)
{
    QStringList gaps;
    for (const auto& block : document.blocks) {
        const auto* facts = std::get_if<Facts>(&block);
        if (facts == nullptr)
            continue;
        for (const auto& row : facts->rows) {
            if (row.label == notAsked)
                gaps << row.value.split(QStringLiteral("; "));
            else if (row.value == notAsked || row.value == notStated)
                gaps << inSentence(row.label);
        }
    }
    gaps.removeDuplicates();
    return gaps;
}

} // namespace heed::report
