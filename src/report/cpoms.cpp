#include "report/cpoms.h"

#include "report/record_parts.h"
#include "report/text.h"
#include "report/words.h"
#include "rules/signs.h"

namespace heed::report {

namespace {

void addEntry(Document& document, const CpomsEntry& values)
{
    const auto& record = values.record;
    const auto& concern = record.logged.concern;
    const auto& printing = values.printing;
    Facts facts;
    facts.rows.push_back(
        fact(QStringLiteral("Student"),
             joined({model::nameOf(concern.child),
                     concern.child.yearGroup.isEmpty() ? QString() : yearText(concern.child.yearGroup),
                     concern.child.upn.isEmpty() ? QString() : QStringLiteral("UPN ") + concern.child.upn},
                    QStringLiteral(", "))));
    QString incident = concern.facts;
    incident += QStringLiteral("\n\nWhere: ") + orNotKnown(concern.place);
    incident += QStringLiteral("\n\nThe child's own words: ") +
                (concern.childsWords.trimmed().isEmpty() ? insteadOf(Section::ChildsWords, values.cuts, noInformation)
                                                         : quoted(concern.childsWords));
    incident += QStringLiteral("\n\nThe author's opinion: ") +
                (concern.opinion.trimmed().isEmpty() ? insteadOf(Section::Opinion, values.cuts, noInformation)
                                                     : concern.opinion);
    incident += QStringLiteral("\n\nDone at once: ") +
                (concern.actionTaken.trimmed().isEmpty() ? noInformation : concern.actionTaken);
    if (!concern.childsWishes.trimmed().isEmpty())
        incident += QStringLiteral("\n\nWhat the child knows and wishes: ") + concern.childsWishes;
    if (concern.missing)
        incident += QStringLiteral("\n\nMissing: ") + missingText(concern.missing);
    QStringList signs;
    for (const auto& sign : rules::signsNoticed(concern))
        signs << QStringLiteral("- ") + noticedText(record.logged, sign.code) + QStringLiteral(" (") +
                     (sign.seen ? dateText(*sign.seen) : QStringLiteral("date not known")) + QStringLiteral("; ") +
                     (sign.source ? sourceText(sign.source) : QStringLiteral("source not known")) + u')' +
                     (sign.note.isEmpty() ? QString() : QStringLiteral(": ") + sign.note);
    incident += QStringLiteral("\n\nWarning signs: ") +
                (signs.isEmpty() ? insteadOf(Section::Signs, values.cuts, QStringLiteral("none ticked"))
                                 : u'\n' + signs.join(u'\n'));
    QStringList injuries;
    for (const auto& mark : concern.bodyMap)
        injuries << QStringLiteral("- ") + joined({regionText(mark), looksText(mark),
                                                   mark.brokenSkin ? QStringLiteral("skin broken: ") +
                                                                         brokenSkinText(mark.brokenSkin).toLower()
                                                                   : QString(),
                                                   mark.note,
                                                   mark.childsAccount.isEmpty()
                                                       ? QString()
                                                       : QStringLiteral("the child: ") + quoted(mark.childsAccount)},
                                                  QStringLiteral("; "));
    if (!injuries.isEmpty())
        incident += QStringLiteral("\n\nInjuries that can be seen:\n") + injuries.join(u'\n');
    facts.rows.push_back(fact(QStringLiteral("Incident"), incident));
    facts.rows.push_back(
        fact(QStringLiteral("Categories"), concern.aboutStaff || concern.aboutHead
                                               ? QStringLiteral("Do not enter on CPOMS: about an adult at the school")
                                               : QStringLiteral("Child sexual exploitation")));
    QStringList linked;
    for (const auto& child : concern.children)
        linked << model::nameOf(child);
    facts.rows.push_back(
        {QStringLiteral("Linked students"),
         linked.isEmpty() ? insteadOf(Section::Involved, values.cuts, QStringLiteral("None")) : listed(linked),
         Voice::Plain,
         {}});
    facts.rows.push_back(fact(QStringLiteral("Date and time"),
                              concern.observedAt
                                  ? observedText(concern, printing.zone)
                                  : momentText(record.loggedAt, printing.zone) +
                                        QStringLiteral(" (logged; the time of the incident is not known)")));
    facts.rows.push_back(
        {QStringLiteral("Alert staff"),
         values.alert.isEmpty() ? QStringLiteral("The designated safeguarding leads") : listed(values.alert),
         Voice::Plain,
         {}});
    QStringList actions;
    for (const auto& action : record.actions)
        actions << joined({action.action.text, action.action.who,
                           action.doneAt ? QStringLiteral("done ") + momentText(*action.doneAt, printing.zone)
                                         : QStringLiteral("not done yet")},
                          QStringLiteral("; "));
    facts.rows.push_back({QStringLiteral("Actions"),
                          actions.isEmpty() ? insteadOf(Section::Actions, values.cuts, QStringLiteral("None recorded"))
                                            : actions.join(u'\n'),
                          Voice::Plain,
                          {}});
    facts.rows.push_back(
        fact(QStringLiteral("Logged in Heed"),
             joined({QStringLiteral("Reference ") + record.reference, QStringLiteral("by ") + orNotKnown(record.author),
                     momentText(record.loggedAt, printing.zone)},
                    QStringLiteral(", "))));
    document.add(std::move(facts));
}

} // namespace

Document cpomsEntry(const CpomsEntry& values)
{
    Document document;
    document.sheet = sheetOf(QStringLiteral("CPOMS entry"), values.record.reference, values.printing);
    document.add(Heading{QStringLiteral("CPOMS entry"), 0, QStringLiteral("In the order in which CPOMS asks for it")});
    addEntry(document, values);
    addCuts(document, values.cuts);
    addChecking(document);
    return document;
}

QString cpomsText(const CpomsEntry& values)
{
    Document document;
    addEntry(document, values);
    return plainBody(document);
}

} // namespace heed::report
