#include "report/record_parts.h"

#include "report/words.h"
#include "rules/body_figure.h"
#include "rules/signs.h"

namespace heed::report {

Sheet sheetOf(const QString& title, const QString& reference, const Printing& printing)
{
    return {title, confidential, reference, printing, false};
}

void addNotices(Document& document, const model::Concern& concern)
{
    if (concern.immediateDanger)
        document.add(Notice{QStringLiteral("Immediate danger"),
                            QStringLiteral("The author marked this concern as immediate danger. The police on 999 come "
                                           "before this document.")});
    if (concern.missingNow)
        document.add(
            Notice{QStringLiteral("Missing when this was written"),
                   QStringLiteral("The author wrote that the child was missing at that time. See below for what "
                                  "is known since.")});
    if (concern.aboutHead)
        document.add(Notice{QStringLiteral("About the head teacher"),
                            QStringLiteral("For the chair of governors and the local authority's designated officer "
                                           "alone.")});
    else if (concern.aboutStaff)
        document.add(
            Notice{QStringLiteral("About an adult who works or volunteers at the school"),
                   QStringLiteral("For the head teacher and the local authority's designated officer alone.")});
}

Facts childFacts(const model::Child& child, const ChildFacts& more, const Printing& printing)
{
    Facts facts;
    const auto today = printing.printedAt.toTimeZone(printing.zone).date();
    const auto half = [&](Fact row) {
        row.half = true;
        facts.rows.push_back(std::move(row));
    };
    facts.rows.push_back({QStringLiteral("Name"), model::nameOf(child), Voice::Strong, {}});
    half(fact(QStringLiteral("Date of birth"), birthText(child.dateOfBirth, today)));
    half(fact(QStringLiteral("Lives in"), child.homeAuthority));
    facts.rows.push_back(answer(QStringLiteral("Address"), more.address));
    facts.rows.push_back(answer(QStringLiteral("Where the child is now"), more.whereabouts));
    const auto roll = !child.onRoll   ? QStringLiteral("not known whether on the school's roll")
                      : *child.onRoll ? QStringLiteral("on the school's roll")
                                      : QStringLiteral("not on the school's roll");
    facts.rows.push_back(
        fact(QStringLiteral("School"),
             joined({printing.school.isEmpty() ? QStringLiteral("School not known") : printing.school,
                     child.yearGroup.isEmpty() ? QStringLiteral("year not known") : yearText(child.yearGroup),
                     child.site, roll},
                    QStringLiteral("; "))));
    QStringList flags;
    for (const auto flag : child.vulnerabilities)
        flags << vulnerabilityText(flag);
    if (flags.isEmpty())
        facts.rows.push_back({QStringLiteral("Flags"), noInformation, Voice::Nothing, {}});
    else
        facts.rows.push_back(fact(QStringLiteral("Flags"), flags.join(QStringLiteral("; "))));
    Answers answers(facts);
    if (!child.description.isEmpty())
        facts.rows.push_back(fact(QStringLiteral("Description"), child.description));
    answers.add(QStringLiteral("UPN"), child.upn);
    answers.add(QStringLiteral("Names used"), more.namesUsed);
    answers.add(QStringLiteral("Sex"), more.sex);
    answers.add(QStringLiteral("Ethnicity"), more.ethnicity);
    answers.add(QStringLiteral("Religion"), more.religion);
    answers.add(QStringLiteral("First language"), more.firstLanguage);
    answers.add(QStringLiteral("Interpreter needed"), more.interpreter);
    answers.add(QStringLiteral("Disability"), more.disability);
    answers.add(QStringLiteral("NHS number"), more.nhsNumber);
    answers.add(QStringLiteral("Doctor"), more.doctor);
    answers.finish();
    if (more.lookedAfter) // what the author knew of it stands under the flags
        facts.rows.push_back(answer(QStringLiteral("Looked after by an authority"), more.lookedAfter));
    if (more.isFromRegister)
        facts.rows.push_back(fact(QStringLiteral("Where this comes from"),
                                  QStringLiteral("The concern, and where it is silent the school's register of pupils, "
                                                 "as it stood when this was printed")));
    return facts;
}

Facts accountFacts(const model::Case& record, const Printing& printing, const Cuts& cuts)
{
    const auto& concern = record.logged.concern;
    Facts facts;
    facts.rows.push_back(fact(QStringLiteral("When"), observedText(concern, printing.zone)));
    facts.rows.push_back(fact(QStringLiteral("Where"), concern.place));
    auto account = fact(QStringLiteral("Facts"), concern.facts);
    const auto logged = orNotKnown(record.author) + QStringLiteral(", ") + momentText(record.loggedAt, printing.zone);
    account.note = concern.writtenBy.isEmpty() && !concern.writtenAt
                       ? QStringLiteral("Written by ") + logged
                       : QStringLiteral("Written on paper by %1, %2; typed in by %3")
                             .arg(orNotKnown(concern.writtenBy),
                                  concern.writtenAt ? momentText(*concern.writtenAt, printing.zone)
                                                    : QStringLiteral("time not known"),
                                  logged);
    if (!concern.delayReason.isEmpty())
        account.note += QStringLiteral(". Written only then because: ") + concern.delayReason;
    facts.rows.push_back(account);
    if (concern.childsWords.trimmed().isEmpty())
        facts.rows.push_back({QStringLiteral("The child's own words"),
                              insteadOf(Section::ChildsWords, cuts, noInformation),
                              Voice::Nothing,
                              {}});
    else
        facts.rows.push_back(
            {QStringLiteral("The child's own words"), concern.childsWords, Voice::Quotation, QString()});
    if (concern.opinion.trimmed().isEmpty())
        facts.rows.push_back({QStringLiteral("The author's opinion"),
                              insteadOf(Section::Opinion, cuts, noInformation),
                              Voice::Nothing,
                              {}});
    else
        facts.rows.push_back({QStringLiteral("The author's opinion"), concern.opinion, Voice::Plain,
                              QStringLiteral("An opinion, kept apart from the facts")});
    if (concern.actionTaken.trimmed().isEmpty())
        facts.rows.push_back({QStringLiteral("Done at once"), noInformation, Voice::Nothing, {}});
    else
        facts.rows.push_back(fact(QStringLiteral("Done at once"), concern.actionTaken));
    if (!concern.childsWishes.trimmed().isEmpty() || cuts.has(Section::ChildsWords))
        facts.rows.push_back({QStringLiteral("What the child knows and wishes"),
                              concern.childsWishes.trimmed().isEmpty() ? leftOut : concern.childsWishes,
                              concern.childsWishes.trimmed().isEmpty() ? Voice::Nothing : Voice::Plain,
                              {}});
    if (concern.missing)
        facts.rows.push_back(fact(QStringLiteral("Missing"), missingText(concern.missing)));
    for (const auto& event : record.events) {
        if (const auto* added = bodyOf<model::TextBody>(event, model::Kind::Addition)) {
            auto row =
                fact(added->corrects.isEmpty() ? QStringLiteral("Added later") : QStringLiteral("Put right later"),
                     added->text);
            row.note = joined({added->reason.isEmpty() ? QString() : QStringLiteral("Because: ") + added->reason,
                               signedBy(event, printing.zone)},
                              QStringLiteral(". "));
            facts.rows.push_back(row);
        }
    }
    return facts;
}

void addSigns(Document& document, const model::Case& record, const Cuts& cuts)
{
    const auto& logged = record.logged;
    if (logged.concern.signsSeen.empty() && logged.concern.otherSign.trimmed().isEmpty()) {
        document.add(
            Paragraph{insteadOf(Section::Signs, cuts, QStringLiteral("The author ticked no sign.")), Tone::Plain});
        return;
    }
    document.add(
        Paragraph{QStringLiteral(
                      "Ticked by the author on the list \u201c%1\u201d, version %2, in the words shown then. What Heed "
                      "prints is not a score: signs are counted and dated, and their number does not say how great "
                      "the danger is.")
                      .arg(logged.checklist.title.isEmpty() ? logged.checklist.name : logged.checklist.title)
                      .arg(logged.checklist.version),
                  Tone::Small});
    const std::array<std::pair<model::Meaning, QString>, 3> groups{
        {{model::Meaning::Harm, QStringLiteral("May be signs of harm already happening")},
         {model::Meaning::Both, QStringLiteral("May be signs of risk, or of harm already happening")},
         {model::Meaning::Risk, QStringLiteral("May be signs of risk")}}};
    for (const auto& [meaning, title] : groups) {
        Table table{{{QStringLiteral("Sign"), 5},
                     {QStringLiteral("Noticed"), 2.8},
                     {QStringLiteral("How known"), 2.2},
                     {QStringLiteral("Note"), 5}},
                    {}};
        for (const auto& sign : rules::signsNoticed(logged.concern)) {
            if (meaningOf(logged, sign.code) != meaning)
                continue;
            auto words = cell(signText(logged, sign.code));
            auto note = sign.note;
            if (sign.code == model::otherSignCode)
                words = cell(logged.concern.otherSign, QStringLiteral("Not on the list: the author's own words"));
            table.rows.push_back(
                {words, cell(sign.seen ? dateText(*sign.seen) : QString()), cell(sourceText(sign.source)),
                 note.trimmed().isEmpty() ? Cell{QStringLiteral("No note"), {}, Voice::Nothing} : cell(note)});
        }
        if (!table.rows.empty()) {
            table.title = title;
            document.add(std::move(table));
        }
    }
}

void addBodyMap(Document& document, const model::Case& record, const Cuts& cuts)
{
    const auto& marks = record.logged.concern.bodyMap;
    if (marks.empty() && !cuts.has(Section::BodyMap))
        return;
    document.add(Heading{QStringLiteral("Injuries that can be seen"), 2, {}});
    if (marks.empty()) {
        document.add(Paragraph{leftOut, Tone::Plain});
        return;
    }
    document.add(Paragraph{QStringLiteral("Left and right are the child's own. Marked by the author on a plain "
                                          "figure."),
                           Tone::Small});
    BodyMap map;
    Table table{{{QStringLiteral("Mark"), 1.1},
                 {QStringLiteral("Where"), 3},
                 {QStringLiteral("What it looks like"), 4},
                 {QStringLiteral("Skin broken"), 1.7},
                 {QStringLiteral("First noticed"), 2.4},
                 {QStringLiteral("The child's account"), 4}},
                {}};
    for (const auto& [view, name] : model::Names<model::BodyView>::table) {
        BodyMap::Picture picture{view, {}};
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (marks[i].view == view)
                picture.marks.push_back({static_cast<int>(i) + 1, marks[i].x, marks[i].y});
        if (!picture.marks.empty())
            map.pictures.push_back(std::move(picture));
    }
    document.add(std::move(map));
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto& mark = marks[i];
        table.rows.push_back({cell(QString::number(i + 1)), cell(regionText(mark), rules::viewText(mark.view)),
                              cell(looksText(mark), mark.note), cell(brokenSkinText(mark.brokenSkin)),
                              cell(mark.firstNoticed ? dateText(*mark.firstNoticed) : QString()),
                              mark.childsAccount.trimmed().isEmpty()
                                  ? Cell{insteadOf(Section::ChildsWords, cuts, notKnown), {}, Voice::Nothing}
                                  : Cell{mark.childsAccount, {}, Voice::Quotation}});
    }
    document.add(std::move(table));
}

void addInvolved(Document& document, const model::Case& record, const Printing& printing, const Cuts& cuts)
{
    const auto& concern = record.logged.concern;
    if (concern.involved.empty() && concern.children.empty()) {
        document.add(
            Paragraph{insteadOf(Section::Involved, cuts,
                                QStringLiteral("No information available: the author named no one and nothing else.")),
                      Tone::Plain});
        return;
    }
    if (!concern.children.empty()) {
        Table table{{{QStringLiteral("Name"), 3},
                     {QStringLiteral("Date of birth"), 3},
                     {QStringLiteral("Year"), 1.4},
                     {QStringLiteral("Lives in"), 2},
                     {QStringLiteral("Part in what happened"), 5}},
                    {}};
        const auto today = printing.printedAt.toTimeZone(printing.zone).date();
        for (const auto& child : concern.children) {
            if (cuts.standIns.contains(child.forename)) {
                const Cell gone{QStringLiteral("Left out"), {}, Voice::Nothing};
                table.rows.push_back({cell(model::nameOf(child)), gone, gone, gone, cell(child.part)});
                continue;
            }
            table.rows.push_back({cell(model::nameOf(child), child.description),
                                  cell(birthText(child.dateOfBirth, today)), cell(yearText(child.yearGroup)),
                                  cell(child.homeAuthority), cell(child.part)});
        }
        table.title = QStringLiteral("Other children of this concern");
        document.add(std::move(table));
    }
    if (!concern.involved.empty()) {
        Table table{{{QStringLiteral("What"), 2},
                     {QStringLiteral("Name or number"), 3},
                     {QStringLiteral("What is known"), 6},
                     {QStringLiteral("How reliable"), 3}},
                    {}};
        for (const auto& one : concern.involved)
            table.rows.push_back({cell(kindText(one.kind)), cell(one.name), cell(one.what), cell(one.reliability)});
        if (!concern.children.empty())
            table.title = QStringLiteral("Others");
        document.add(std::move(table));
    }
}

QString whyText(const Printing& printing)
{
    return joined({QStringLiteral("Why: ") + printing.reason, printing.sent}, QStringLiteral(". "));
}

QString insteadOf(Section section, const Cuts& cuts, const QString& nothing)
{
    return cuts.has(section) ? leftOut : nothing;
}

Fact partlyLeftOut()
{
    return {QStringLiteral("Left out"),
            QStringLiteral("Parts of the record are left out of this copy; the last page says which, and why."),
            Voice::Strong,
            {}};
}

void addCuts(Document& document, const Cuts& cuts)
{
    if (cuts.list.empty())
        return;
    document.add(Heading{QStringLiteral("What was left out of this copy"), 1, {}});
    document.add(
        Paragraph{QStringLiteral("The record itself is unchanged. The same stand-in means the same person or thing "
                                 "throughout this copy."),
                  Tone::Small});
    Table table{{{QStringLiteral("What"), 4}, {QStringLiteral("Ground"), 5}, {QStringLiteral("Why"), 5}}, {}};
    for (const auto& cut : cuts.list)
        table.rows.push_back(
            {cell(cut.what, cuts.standIns.contains(cut.what)
                                ? (cut.times == 1 ? QStringLiteral("In place of a name, once")
                                                  : QStringLiteral("In place of a name, %1 times").arg(cut.times))
                                : QStringLiteral("As a whole")),
             cell(groundText(cut.ground)),
             cut.reason.trimmed().isEmpty() ? Cell{notStated, {}, Voice::Nothing} : cell(cut.reason)});
    document.add(std::move(table));
}

void addChecking(Document& document)
{
    const auto& printing = document.sheet.printing;
    if (printing.fingerprint.trimmed().isEmpty())
        return;
    document.add(Heading{QStringLiteral("Checking this sheet"), 1, {}});
    document.add(
        Code{printing.fingerprint,
             joined({QStringLiteral("Fingerprint of the journal"),
                     printing.vault.isEmpty() ? QString() : QStringLiteral("of ") + printing.vault,
                     QStringLiteral("on ") + momentText(printing.printedAt, printing.zone)},
                    QStringLiteral(" ")) +
                 QStringLiteral(
                     "; the QR code holds the same. The school keeps this record in a journal to which entries are "
                     "only ever added. With the fingerprint, anyone who may open that journal can see whether it "
                     "has only grown since this sheet was printed: in Heed, or with the command heed-cli verify "
                     "VAULT --sheet and the groups above. It makes a change visible; it cannot prevent one."),
             false});
}

QString signedBy(const model::Event& event, const QTimeZone& zone)
{
    return orNotKnown(event.author) + QStringLiteral(", ") + momentText(event.at, zone) +
           (event.timeContradicted ? QStringLiteral(" (the entries around it contradict this time)") : QString());
}

} // namespace heed::report
