#include "report/chronology.h"

#include "report/happenings.h"
#include "report/record_parts.h"
#include "report/words.h"

#include <algorithm>

namespace heed::report {

Document chronology(const Chronology& values)
{
    const auto& printing = values.printing;
    const auto today = printing.printedAt.toTimeZone(printing.zone).date();
    std::vector<Happening> happenings;
    for (const auto& record : values.records) {
        auto some = happeningsOf(record, printing.zone);
        happenings.insert(happenings.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    std::stable_sort(happenings.begin(), happenings.end(),
                     [](const Happening& a, const Happening& b) { return a.at < b.at; });
    const auto all = happenings.size();
    std::erase_if(happenings, [&](const Happening& one) {
        const auto date = one.at.toTimeZone(printing.zone).date();
        return (values.from && date < *values.from) || (values.to && date > *values.to);
    });

    Document document;
    document.sheet = sheetOf(QStringLiteral("Chronology"), values.reference, printing);
    document.add(Heading{QStringLiteral("Chronology"), 0, {}});
    Facts facts;
    facts.rows.push_back({QStringLiteral("Child"), model::nameOf(values.child), Voice::Strong, {}});
    facts.rows.push_back(fact(QStringLiteral("Date of birth"), birthText(values.child.dateOfBirth, today)));
    facts.rows.push_back(fact(QStringLiteral("UPN"), values.child.upn));
    QStringList references;
    for (const auto& record : values.records)
        references << record.reference;
    references.sort();
    facts.rows.push_back({QStringLiteral("Concerns"),
                          values.records.empty()
                              ? QStringLiteral("None in the school's record")
                              : QString::number(values.records.size()) + QStringLiteral(": ") + listed(references),
                          Voice::Plain,
                          {}});
    QString period = QStringLiteral("Everything in the school's record");
    if (values.from || values.to) {
        period = QStringLiteral("From %1 to %2")
                     .arg(values.from ? dateText(*values.from) : QStringLiteral("the beginning"),
                          values.to ? dateText(*values.to) : QStringLiteral("the day of printing"));
        period += QStringLiteral("; %1 of %2 entries are shown").arg(happenings.size()).arg(all);
    }
    facts.rows.push_back(fact(QStringLiteral("Period"), period));
    facts.rows.push_back(
        fact(QStringLiteral("Printed for"), printing.recipient.isEmpty() ? notStated : printing.recipient));
    if (!printing.reason.isEmpty())
        facts.rows.back().note = whyText(printing);
    if (!values.cuts.list.empty())
        facts.rows.push_back(partlyLeftOut());
    document.add(std::move(facts));

    document.add(Heading{QStringLiteral("What happened, by date"), 1, {}});
    if (happenings.empty()) {
        document.add(Paragraph{QStringLiteral("No entries."), Tone::Plain});
    } else {
        document.add(
            Paragraph{QStringLiteral("By the time at which it happened, where that is known, and else by the time "
                                     "of writing. Where the two differ, both are given."),
                      Tone::Small});
        Table table{
            {{QStringLiteral("When"), 3}, {QStringLiteral("What happened"), 9}, {QStringLiteral("Written by"), 3}}, {}};
        const bool several = values.records.size() > 1;
        for (const auto& one : happenings) {
            const auto local = one.at.toTimeZone(printing.zone);
            Cell what{one.title, {}, Voice::Strong};
            const auto words = one.quotation.isEmpty() ? QString() : QStringLiteral("The child's own words:");
            for (const auto& part : {Said{one.text, Voice::Plain}, Said{words, Voice::Plain},
                                     Said{one.quotation, Voice::Quotation}, Said{one.more, Voice::Plain}})
                if (!part.text.trimmed().isEmpty())
                    what.more.push_back(part);
            QStringList written;
            if (one.writtenAt != one.at)
                written << QStringLiteral("Written ") +
                               (one.writtenAt.toTimeZone(printing.zone).date() == local.date()
                                    ? one.writtenAt.toTimeZone(printing.zone).time().toString(QStringLiteral("HH:mm"))
                                    : momentText(one.writtenAt, printing.zone));
            if (one.contradicted)
                written << QStringLiteral("The entries around it contradict this time");
            if (several)
                written << one.reference;
            table.rows.push_back({one.when.isEmpty()
                                      ? cell(dateText(local.date()), local.time().toString(QStringLiteral("HH:mm")))
                                      : cell(one.when),
                                  what, cell(one.author, written.join(QStringLiteral("\n")))});
        }
        document.add(std::move(table));
    }
    addCuts(document, values.cuts);
    addChecking(document);
    return document;
}

} // namespace heed::report
