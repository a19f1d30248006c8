#include "report/governors.h"

#include "report/record_parts.h"
#include "report/words.h"
#include "rules/small_numbers.h"

namespace heed::report {

namespace {

void addCounts(Document& document, const QString& title, const QString& what,
               const std::vector<Governors::Count>& counts)
{
    document.add(Heading{title, 1, {}});
    Table table{{{what, 3}, {QStringLiteral("Concerns"), 1}}, {}};
    for (const auto& one : counts)
        table.rows.push_back({cell(one.words), cell(rules::smallNumber(one.count))});
    document.add(std::move(table));
}

} // namespace

Document governors(const Governors& values)
{
    Document document;
    document.sheet.title = QStringLiteral("Safeguarding figures");
    document.sheet.mark = QStringLiteral("For the governing body");
    document.sheet.printing = values.printing;
    document.add(Heading{QStringLiteral("Safeguarding figures"), 0,
                         QStringLiteral("For the governing body. It holds no names.")});
    Facts facts;
    facts.rows.push_back({QStringLiteral("School"), values.printing.school, Voice::Plain, {}});
    facts.rows.push_back(fact(QStringLiteral("Concerns logged since"), dateText(values.from)));
    facts.rows.back().value += QStringLiteral(": ") + rules::smallNumber(values.logged);
    document.add(std::move(facts));
    document.add(Paragraph{
        QStringLiteral("Every number is rounded to the nearest five, and fewer than five are not told apart, so that "
                       "nobody can be recognised. A concern can show several signs. More concerns can mean that staff "
                       "notice more; no number here says that all is well."),
        Tone::Small});
    addCounts(document, QStringLiteral("How things stand"), QStringLiteral("Now"), values.standing);
    addCounts(document, QStringLiteral("How soon a safeguarding lead took it on"),
              QStringLiteral("From logging to acknowledging"), values.waits);
    addCounts(document, QStringLiteral("What was noticed"), QStringLiteral("Sign"), values.signsSeen);
    return document;
}

} // namespace heed::report
