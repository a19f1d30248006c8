#include "report/continuity.h"

#include "report/words.h"
#include "rules/services.h"

namespace heed::report {

namespace {

Cell numberCell(const std::optional<QString>& phone)
{
    return phone && !phone->trimmed().isEmpty() ? Cell{unbroken(*phone), {}, Voice::Strong}
                                                : Cell{QStringLiteral("Not confirmed"), {}, Voice::Nothing};
}

void addContacts(Document& document, const model::Profile& profile)
{
    document.add(Heading{QStringLiteral("Whom to tell in school, in this order"), 1, {}});
    Table people{{{QStringLiteral("Name"), 4},
                  {QStringLiteral("Role"), 4},
                  {QStringLiteral("Telephone"), 3},
                  {QStringLiteral("For"), 3}},
                 {}};
    for (const auto& dsl : profile.dsls) {
        QStringList years;
        for (const auto& year : dsl.years)
            years << yearText(year);
        people.rows.push_back({cell(dsl.name), cell(dsl.role), numberCell(dsl.phone),
                               cell(years.isEmpty() && dsl.sites.isEmpty()
                                        ? QStringLiteral("All years")
                                        : joined({listed(years), listed(dsl.sites)}, QStringLiteral("; ")))});
    }
    people.rows.push_back(
        {cell(profile.head.name),
         cell(QStringLiteral("Head teacher"), QStringLiteral("A worry about an adult at the school goes here")),
         numberCell(profile.head.phone), cell(QStringLiteral("Worries about adults"))});
    people.rows.push_back(
        {cell(profile.chair.name),
         cell(QStringLiteral("Chair of governors"), QStringLiteral("A worry about the head goes here")),
         numberCell(profile.chair.phone), cell(QStringLiteral("Worries about the head"))});
    document.add(std::move(people));

    document.add(Heading{QStringLiteral("Whom to ring"), 1, {}});
    Table services{{{QStringLiteral("Service"), 5},
                    {QStringLiteral("Telephone"), 3},
                    {QStringLiteral("Hours"), 4},
                    {QStringLiteral("Last checked"), 3}},
                   {}};
    const auto add = [&](const model::Contact& contact) {
        services.rows.push_back({cell(contact.name), numberCell(contact.phone), cell(contact.hours),
                                 cell(contact.checked ? dateText(*contact.checked) : QString(), contact.source)});
    };
    auto mash = profile.mash;
    mash.hours = rules::mashHours(profile);
    add(mash);
    for (const auto& contact : profile.contacts)
        add(contact);
    add({profile.lado.name.isEmpty() ? QStringLiteral("Local authority designated officer") : profile.lado.name,
         profile.lado.phone,
         {},
         {},
         {}});
    for (const auto& council : profile.councils)
        if (council.phone && !council.phone->trimmed().isEmpty())
            add(council);
    document.add(std::move(services));
}

QString formName(const ContinuityPack& pack, int number)
{
    return joined({pack.code, QString::number(number)}, QStringLiteral("-"));
}

/// Which form is where: one that was given out and did not come back is a concern that nobody has read.
void addWhereabouts(Document& document, const ContinuityPack& pack)
{
    document.add(PageBreak{});
    document.add(Heading{QStringLiteral("Where the forms are"), 0,
                         QStringLiteral("Whoever gives a form out writes it down here. None is left when all have come "
                                        "back and stand in Heed.")});
    for (int i = 1; i <= pack.forms; ++i)
        document.add(WritingBoxes{{{QStringLiteral("Form %1 given to, at").arg(formName(pack, i)), 1.6},
                                   {QStringLiteral("Back, to whom, at"), 1.4},
                                   {QStringLiteral("Heed's reference"), 1}},
                                  1});
}

void addForm(Document& document, const ContinuityPack& pack, int number)
{
    document.add(PageBreak{});
    document.add(Heading{QStringLiteral("Concern form %1").arg(formName(pack, number)), 0,
                         QStringLiteral("Somebody in immediate danger: 999 first. Black pen; cross out, never erase. "
                                        "Give it to a safeguarding lead by hand today.")});
    using Box = WritingBoxes::Box;
    const auto box = [](const QString& label, double share = 1) { return Box{label, share}; };
    document.add(
        WritingBoxes{{box(QStringLiteral("Child's forename and surname"), 2.2), box(QStringLiteral("Date of birth")),
                      box(QStringLiteral("Year and class")), box(QStringLiteral("Council where the child lives"), 1.3)},
                     1});
    document.add(WritingBoxes{{box(QStringLiteral("Date and time when you saw or heard it"), 1.3),
                               box(QStringLiteral("Where"), 2), box(QStringLiteral("Date and time of writing"), 1.2)},
                              1});
    document.add(WritingBoxes{
        {box(QStringLiteral("Facts: what you saw, heard and did, in order; who else was there, with full names"))}, 8});
    document.add(WritingBoxes{{box(QStringLiteral("The child's own words, as they were said"))}, 4});
    document.add(WritingBoxes{{box(QStringLiteral("Your opinion, kept apart from the facts"))}, 3});
    document.add(WritingBoxes{
        {box(QStringLiteral("People, vehicles (plate, make, colour), places, telephone numbers, user names"))}, 3});
    document.add(WritingBoxes{
        {box(QStringLiteral("What you did at once")), box(QStringLiteral("Whom you told, when and how"))}, 2});
    document.add(WritingBoxes{{box(QStringLiteral("Your name and role"), 1.4), box(QStringLiteral("Signature"), 1.2),
                               box(QStringLiteral("Received by, date and time"), 1.4)},
                              1});
    document.add(Heading{QStringLiteral("Warning signs on form %1").arg(formName(pack, number)), 1, {}});
    document.add(
        Paragraph{joined({pack.checklist.title.isEmpty()
                              ? QString()
                              : QStringLiteral("%1, version %2.").arg(pack.checklist.title).arg(pack.checklist.version),
                          pack.checklist.remark,
                          QStringLiteral("Tick what you noticed and write the day beside it. This is not a score.")},
                         QStringLiteral(" ")),
                  Tone::Small});
    QStringList signs;
    for (const auto& sign : pack.checklist.signsListed)
        signs << signText({{}, {}, {}, pack.checklist}, sign.code);
    signs << QStringLiteral("Something else: ______________________________________________");
    document.add(Bullets{signs, true});
    document.add(WritingBoxes{{box(QStringLiteral("More room: say what it belongs to"))}, 12});
    document.add(WritingBoxes{{box(QStringLiteral("For the safeguarding lead: typed into Heed on, by")),
                               box(QStringLiteral("Heed's reference"))},
                              1});
}

} // namespace

Document continuityPack(const ContinuityPack& pack)
{
    Document document;
    document.sheet = {QStringLiteral("Continuity pack"), QStringLiteral("For the day the computers are down"),
                      QString(), pack.printing, false};
    document.add(Heading{QStringLiteral("When the computers are down"), 0, pack.profile.school.name});
    document.add(Notice{QStringLiteral("Somebody in immediate danger? Ring 999 now."),
                        QStringLiteral("Then tell a safeguarding lead. Paper comes after.")});
    document.add(Bullets{
        {QStringLiteral("Tell a safeguarding lead in person. If none can be reached, do not wait: anyone may ring "
                        "children's social care."),
         QStringLiteral("Write the concern on one of the numbered forms below, the same day, in your own words."),
         QStringLiteral("Give the form to a safeguarding lead by hand. It never lies on a desk or in a pigeonhole."),
         QStringLiteral("When Heed is back, a lead types each form in with the day and time written on it, writes "
                        "Heed's reference on the form, and keeps the form with the child protection file.")},
        false});
    addContacts(document, pack.profile);
    document.add(Heading{QStringLiteral("Who is on duty"), 1, {}});
    if (pack.duty.empty()) {
        document.add(Paragraph{noInformation + QStringLiteral(": the leads above, in their order."), Tone::Plain});
    } else {
        Facts duty;
        for (const auto& one : pack.duty)
            duty.rows.push_back(fact(one.when, one.names.join(QStringLiteral(", then "))));
        document.add(std::move(duty));
    }
    for (int i = 1; i <= pack.forms; ++i)
        addForm(document, pack, i);
    if (pack.forms > 1)
        addWhereabouts(document, pack);
    return document;
}

} // namespace heed::report
