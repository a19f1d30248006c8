#include "report/call_sheet.h"

#include "report/record_parts.h"
#include "report/words.h"

namespace heed::report {

namespace {

void addNumber(Document& document, const CallSheet& values)
{
    const auto& toRing = values.toRing;
    const auto number = toRing.phone && !toRing.phone->trimmed().isEmpty()
                            ? unbroken(*toRing.phone)
                            : QStringLiteral("number not confirmed, look it up before you ring");
    document.add(Notice{QStringLiteral("Ring %1: %2").arg(orNotKnown(toRing.name), number),
                        joined({toRing.role, values.elsewhere}, QStringLiteral("\n"))});
}

Fact whoYouAre(const CallSheet& values)
{
    return fact(QStringLiteral("Who you are"),
                joined({values.caller.name, values.caller.role, values.printing.school, unbroken(values.caller.phone)},
                       QStringLiteral("; ")));
}

/// Room for what is answered, and what to do when nothing is; `then` says where it is written down afterwards.
void addAnswers(Document& document, const QString& then)
{
    document.add(Heading{QStringLiteral("Ask, and write down"), 1, {}});
    document.add(WritingBoxes{{{QStringLiteral("Date and time of the call"), 1},
                               {QStringLiteral("Name and role of who answered"), 1.6},
                               {QStringLiteral("Their reference"), 1}},
                              1});
    document.add(WritingBoxes{{{QStringLiteral("What they said and advised"), 1}}, 4});
    document.add(WritingBoxes{{{QStringLiteral("What they do next, and by when"), 1},
                               {QStringLiteral("What the school does next, and by when"), 1}},
                              3});
    document.add(
        WritingBoxes{{{QStringLiteral("May the child go home tonight? What keeps the child safe until then?"), 1}}, 2});
    document.add(WritingBoxes{{{QStringLiteral("Are parents or carers to be told? By whom? If not, why?"), 1}}, 2});
    document.add(WritingBoxes{{{QStringLiteral("To be confirmed in writing by (date, time, to which address)"), 1.6},
                               {QStringLiteral("Rung by (name, signature)"), 1}},
                              1});
    document.add(Paragraph{QStringLiteral("If you disagree with the answer, or hear nothing within one working day, "
                                          "ring again and ask for the manager on duty. ") +
                               then,
                           Tone::Small});
}

} // namespace

Document callSheet(const CallSheet& values)
{
    const auto& printing = values.printing;
    const auto& record = values.record;
    const auto& concern = record.logged.concern;
    const auto today = printing.printedAt.toTimeZone(printing.zone).date();
    Document document;
    document.sheet = sheetOf(QStringLiteral("Call sheet"), record.reference, printing);
    document.add(Heading{QStringLiteral("Call sheet"), 0, {}});
    addNotices(document, concern);

    addNumber(document, values);

    document.add(Heading{QStringLiteral("Say"), 1, {}});
    Facts say;
    say.rows.push_back(whoYouAre(values));
    say.rows.push_back({QStringLiteral("The child"),
                        joined({model::nameOf(concern.child),
                                birthText(concern.child.dateOfBirth, today) == notKnown
                                    ? QStringLiteral("date of birth not known")
                                    : QStringLiteral("born ") + birthText(concern.child.dateOfBirth, today)},
                               QStringLiteral("; ")),
                        Voice::Strong,
                        {}});
    say.rows.push_back(fact(QStringLiteral("Lives in"), concern.child.homeAuthority));
    say.rows.push_back(answer(QStringLiteral("Address"), values.child.address));
    say.rows.push_back(answer(QStringLiteral("Where the child is now"), values.child.whereabouts));
    const auto account = accountFacts(record, printing, values.cuts);
    say.rows.insert(say.rows.end(), account.rows.begin(), account.rows.end());
    const auto signs = signsWithDays(record.logged);
    say.rows.push_back(
        {QStringLiteral("Warning signs"),
         signs.isEmpty() ? insteadOf(Section::Signs, values.cuts, QStringLiteral("None ticked")) : signs.join(u'\n'),
         signs.isEmpty() ? Voice::Nothing : Voice::Plain, QStringLiteral("What Heed prints is not a score.")});
    QStringList injuries;
    for (const auto& mark : concern.bodyMap)
        injuries << joined({regionText(mark), looksText(mark), mark.note}, QStringLiteral("; "));
    if (!injuries.isEmpty())
        say.rows.push_back(fact(QStringLiteral("Injuries that can be seen"), injuries.join(u'\n')));
    QStringList involved;
    for (const auto& child : concern.children)
        involved << joined({QStringLiteral("Child: ") + model::nameOf(child), child.part}, QStringLiteral("; "));
    for (const auto& one : concern.involved)
        involved << joined({kindText(one.kind) + QStringLiteral(": ") + orNotKnown(one.name), one.what},
                           QStringLiteral("; "));
    say.rows.push_back(
        {QStringLiteral("Others, vehicles, places"),
         involved.isEmpty() ? insteadOf(Section::Involved, values.cuts, noInformation) : involved.join(u'\n'),
         involved.isEmpty() ? Voice::Nothing : Voice::Plain,
         {}});
    say.rows.push_back(stated(QStringLiteral("What you ask for"), values.askedFor));
    document.add(std::move(say));

    addAnswers(document, QStringLiteral("Type what you wrote here into Heed under Contacts made, and keep this sheet "
                                        "with the record or shred it."));
    addCuts(document, values.cuts);
    addChecking(document);
    return document;
}

Document blankCallSheet(const CallSheet& values)
{
    Document document;
    document.sheet = sheetOf(QStringLiteral("Call sheet"), {}, values.printing);
    document.add(Heading{QStringLiteral("Call sheet"), 0,
                         QStringLiteral("To write on before you ring. Somebody in immediate danger: 999 first.")});
    addNumber(document, values);
    document.add(Heading{QStringLiteral("Say"), 1, {}});
    document.add(Facts{{whoYouAre(values)}});
    document.add(WritingBoxes{{{QStringLiteral("The child's full name"), 2},
                               {QStringLiteral("Date of birth, or about how old"), 1.2},
                               {QStringLiteral("School, if not ours"), 1.2}},
                              1});
    document.add(WritingBoxes{{{QStringLiteral("Address, and the council area where they live"), 1.6},
                               {QStringLiteral("Where the child is now"), 1}},
                              1});
    document.add(WritingBoxes{{{QStringLiteral("What you saw or heard: day, time, place, who was there"), 1}}, 7});
    document.add(WritingBoxes{{{QStringLiteral("What the child said, in their own words"), 1}}, 3});
    document.add(WritingBoxes{
        {{QStringLiteral("Signs, and since when"), 1}, {QStringLiteral("Others, cars, places, phones"), 1}}, 4});
    document.add(WritingBoxes{{{QStringLiteral("What you have done so far, and whom you told"), 1},
                               {QStringLiteral("Do the parents know? If not, why not?"), 1}},
                              2});
    document.add(Paragraph{QStringLiteral("You do not need to know it all: say what you do not know. Do not ask the "
                                          "child for it."),
                           Tone::Small});
    document.add(PageBreak{}); // the other side
    addAnswers(document, QStringLiteral("Then log the concern in Heed and say there whom you rang, tell a "
                                        "safeguarding lead, and give them this sheet or shred it."));
    return document;
}

} // namespace heed::report
