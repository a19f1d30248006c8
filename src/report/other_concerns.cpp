#include "report/other_concerns.h"

#include "report/record_parts.h"
#include "report/words.h"

#include <algorithm>
#include <iterator>

namespace heed::report {

namespace {

constexpr qsizetype longestAccount = 700; // characters: the chronology holds the whole

QString shortened(const QString& text, bool& wasCut)
{
    if (text.size() <= longestAccount)
        return text;
    wasCut = true;
    const auto space = text.lastIndexOf(u' ', longestAccount);
    return text.left(space > longestAccount / 2 ? space : longestAccount) + QStringLiteral(" \u2026");
}

QString signsOf(const model::Case& record)
{
    const auto signs = signsWithDays(record.logged);
    return signs.isEmpty() ? QString() : QStringLiteral("Signs: ") + signs.join(QStringLiteral("; "));
}

/// The newest of each: level, decision, referral, closing.
QString whatCameOf(const model::Case& record)
{
    QString decision;
    QString referral;
    for (const auto& event : record.events) {
        if (const auto* decided = bodyOf<model::DecisionBody>(event, model::Kind::Decision))
            decision = decisionText(decided->decision);
        else if (const auto* referred = bodyOf<model::ReferralBody>(event, model::Kind::Referral))
            referral = QStringLiteral("Referred to ") + orNotKnown(referred->to);
    }
    const auto state = record.state == model::State::Closed
                           ? joined({QStringLiteral("Closed"), record.outcome}, QStringLiteral(": "))
                           : stateText(record.state);
    return joined({state, record.level ? QStringLiteral("level ") + levelText(*record.level).toLower() : QString(),
                   decision, referral},
                  QStringLiteral("\n"));
}

void addShort(Document& document, const QString& title, const std::vector<model::Case>& records, const Summary& values)
{
    if (records.empty())
        return;
    Table table{{{QStringLiteral("Logged"), 3},
                 {QStringLiteral("What was seen and said"), 8},
                 {QStringLiteral("How it stands"), 3.4}},
                {}};
    bool wasCut = false;
    for (const auto& record : records) {
        const auto& concern = record.logged.concern;
        auto what = cell(shortened(concern.facts, wasCut));
        if (!concern.childsWords.trimmed().isEmpty())
            what.more.push_back({shortened(concern.childsWords, wasCut), Voice::Quotation});
        what.note = signsOf(record);
        table.rows.push_back({cell(dateText(record.loggedAt.toTimeZone(values.printing.zone).date()),
                                   record.reference + u'\n' + orNotKnown(record.author)),
                              what, cell(whatCameOf(record))});
    }
    document.add(Heading{title, 1, {}});
    if (wasCut)
        document.add(Paragraph{QStringLiteral("\u201c\u2026\u201d means that more was written: the chronology of the "
                                              "child has it whole."),
                               Tone::Small});
    document.add(std::move(table));
}

template <class Belongs> std::vector<model::Case> newestFirst(const Summary& values, Belongs belongs)
{
    std::vector<model::Case> records;
    std::copy_if(values.others.begin(), values.others.end(), std::back_inserter(records), belongs);
    std::stable_sort(records.begin(), records.end(),
                     [](const model::Case& a, const model::Case& b) { return a.loggedAt > b.loggedAt; });
    return records;
}

} // namespace

std::vector<model::Case> loggedSince(const Summary& values)
{
    return newestFirst(values, [&](const model::Case& one) { return one.loggedAt > values.record.loggedAt; });
}

std::vector<model::Case> loggedBefore(const Summary& values)
{
    return newestFirst(values, [&](const model::Case& one) { return one.loggedAt <= values.record.loggedAt; });
}

void addOthers(Document& document, const Summary& values)
{
    addShort(document, QStringLiteral("Logged about this child since then"), loggedSince(values), values);
    addShort(document, QStringLiteral("Earlier concerns about this child"), loggedBefore(values), values);
}

} // namespace heed::report
