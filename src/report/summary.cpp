#include "report/summary.h"

#include "model/role.h"

#include "report/other_concerns.h"
#include "report/record_parts.h"
#include "report/words.h"
#include "rules/review_prompts.h"

#include <algorithm>
#include <map>

namespace heed::report {

namespace {

using model::Kind;

constexpr qsizetype longestNotice = 600; // characters

QString whenAndBy(const model::Event& event, const Printing& printing)
{
    return QStringLiteral("Written by ") + signedBy(event, printing.zone);
}

QString moment(const std::optional<QDateTime>& when, const Printing& printing)
{
    return when ? momentText(*when, printing.zone) : QString();
}

Cell whenCell(const std::optional<QDateTime>& when, const Printing& printing)
{
    if (!when)
        return cell({});
    const auto local = when->toTimeZone(printing.zone);
    return cell(dateText(local.date()), local.time().toString(QStringLiteral("HH:mm")));
}

void addAtAGlance(Document& document, const Summary& values)
{
    const auto& record = values.record;
    const auto& printing = values.printing;
    const auto& child = record.logged.concern.child;
    const auto today = printing.printedAt.toTimeZone(printing.zone).date();
    Facts facts;
    facts.rows.push_back({QStringLiteral("Child"),
                          joined({model::nameOf(child),
                                  child.dateOfBirth ? QStringLiteral("born ") + birthText(child.dateOfBirth, today)
                                                    : QStringLiteral("date of birth not known"),
                                  child.homeAuthority.isEmpty() ? QStringLiteral("home authority not known")
                                                                : QStringLiteral("lives in ") + child.homeAuthority},
                                 QStringLiteral("; ")),
                          Voice::Strong,
                          {}});
    QStringList flags;
    for (const auto flag : child.vulnerabilities)
        flags << vulnerabilityText(flag);
    if (!flags.isEmpty())
        facts.rows.back().note = flags.join(QStringLiteral("; "));
    facts.rows.push_back(stated(QStringLiteral("What is asked of you"), values.askedFor));
    facts.rows.push_back(answer(QStringLiteral("Why significant harm is likely"), values.significantHarm));
    facts.rows.push_back(answer(QStringLiteral("Where the child is now"), values.child.whereabouts));
    facts.rows.push_back(answer(QStringLiteral("What keeps the child safe now"), values.safetyNow));
    if (values.cuts.has(Section::Family))
        facts.rows.push_back({QStringLiteral("Do parents or carers know?"), leftOut, Voice::Nothing, {}});
    else
        facts.rows.push_back(answer(QStringLiteral("Do parents or carers know?"), values.family.parentsInformed));
    facts.rows.push_back(
        fact(QStringLiteral("Who refers"),
             joined({joined({values.referrer.name, values.referrer.role}, QStringLiteral(", ")),
                     joined({unbroken(values.referrer.phone), values.referrer.email}, QStringLiteral("; "))},
                    QStringLiteral("\n"))));
    facts.rows.push_back(fact(QStringLiteral("Logged"), momentText(record.loggedAt, printing.zone) +
                                                            QStringLiteral(" by ") + orNotKnown(record.author)));
    const auto stands = [&] {
        if (record.state == model::State::Closed)
            return joined({QStringLiteral("Closed"), record.outcome}, QStringLiteral(": "));
        const auto level = values.cuts.has(Section::Judgement) ? QString()
                           : record.level ? QStringLiteral("level ") + levelText(*record.level).toLower() +
                                                QStringLiteral(", a person's judgement")
                                          : QStringLiteral("no level set");
        const auto read = record.acknowledgedAt ? QStringLiteral("acknowledged by %1, %2")
                                                      .arg(orNotKnown(record.acknowledgedBy),
                                                           momentText(*record.acknowledgedAt, printing.zone))
                                                : QString();
        return joined({stateText(record.state), level, read}, QStringLiteral("; "));
    }();
    facts.rows.push_back(fact(QStringLiteral("How it stands"), stands));
    const auto dayOf = [&](const model::Case& one) { return dateText(one.loggedAt.toTimeZone(printing.zone).date()); };
    if (const auto since = loggedSince(values); !since.empty())
        facts.rows.push_back({QStringLiteral("Logged since then"),
                              QStringLiteral("%1 about this child, the newest on %2: see below")
                                  .arg(since.size())
                                  .arg(dayOf(since.front())),
                              Voice::Strong,
                              {}});
    if (const auto earlier = loggedBefore(values); !earlier.empty())
        facts.rows.push_back(fact(
            QStringLiteral("Earlier concerns"),
            QStringLiteral("%1 about this child, the first on %2").arg(earlier.size()).arg(dayOf(earlier.back()))));
    else
        facts.rows.push_back({QStringLiteral("Earlier concerns"),
                              insteadOf(Section::Earlier, values.cuts, QStringLiteral("None in the school's record")),
                              Voice::Plain,
                              {}});
    facts.rows.push_back(
        fact(QStringLiteral("Printed for"), printing.recipient.isEmpty() ? notStated : printing.recipient));
    if (!printing.reason.isEmpty())
        facts.rows.back().note = whyText(printing);
    if (!values.cuts.list.empty())
        facts.rows.push_back(partlyLeftOut());
    document.add(std::move(facts));
}

void addTimeline(Document& document, const Summary& values)
{
    struct Seen {
        QString label;
        model::Meaning meaning;
        std::vector<QDate> dates;
    };
    std::vector<QString> order;
    std::map<QString, Seen> seen;
    const auto collect = [&](const model::Case& record) {
        for (const auto& sign : record.logged.concern.signsSeen) {
            if (!sign.seen || !sign.seen->isValid())
                continue;
            auto [found, isNew] = seen.try_emplace(
                sign.code, Seen{signText(record.logged, sign.code), meaningOf(record.logged, sign.code), {}});
            if (isNew)
                order.push_back(sign.code);
            found->second.dates.push_back(*sign.seen);
        }
    };
    auto records = values.others;
    records.push_back(values.record);
    std::sort(records.begin(), records.end(),
              [](const model::Case& a, const model::Case& b) { return a.loggedAt < b.loggedAt; });
    for (const auto& record : records)
        collect(record);
    Timeline timeline;
    std::vector<QDate> all;
    for (const auto& code : order) {
        auto& one = seen.at(code);
        std::sort(one.dates.begin(), one.dates.end());
        one.dates.erase(std::unique(one.dates.begin(), one.dates.end()), one.dates.end());
        all.insert(all.end(), one.dates.begin(), one.dates.end());
        timeline.rows.push_back({one.label, one.dates, one.meaning});
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (all.size() < 2)
        return;
    timeline.from = all.front();
    timeline.to = all.back();
    document.add(Heading{QStringLiteral("When the signs were noticed"), 2, {}});
    document.add(Paragraph{
        QStringLiteral("Over this and the other concerns about the child. Filled mark: may be harm already happening. "
                       "Half-filled: may be risk or harm. Open: may be risk."),
        Tone::Small});
    document.add(std::move(timeline));
}

void addReview(Document& document, const model::ReviewBody& review, const QString& by)
{
    document.add(Heading{QStringLiteral("Structured review"), 2, {}});
    document.add(Paragraph{by + QStringLiteral(". ") + rules::reviewRemark(), Tone::Small});
    Table table{{{QStringLiteral("Asked about"), 3},
                 {QStringLiteral("Evidence"), 4},
                 {QStringLiteral("Judgement"), 4},
                 {QStringLiteral("Why"), 4}},
                {}};
    for (const auto& prompt : rules::reviewPrompts()) {
        const auto& part = review.*prompt.part;
        table.rows.push_back({cell(prompt.title), cell(part.evidence), cell(part.judgement), cell(part.rationale)});
    }
    document.add(std::move(table));
}

void addJudgement(Document& document, const Summary& values)
{
    const auto& record = values.record;
    const auto& printing = values.printing;
    document.add(Heading{QStringLiteral("Judgement and decisions"), 1, {}});
    if (values.cuts.has(Section::Judgement)) {
        document.add(Paragraph{leftOut, Tone::Plain});
        return;
    }
    Facts judgement;
    for (const auto& event : record.events)
        if (const auto* level = bodyOf<model::LevelBody>(event, Kind::LevelSet))
            judgement.rows.push_back({QStringLiteral("Level"),
                                      levelText(level->level) + QStringLiteral(": ") + level->reason, Voice::Plain,
                                      QStringLiteral("A professional judgement by ") + signedBy(event, printing.zone)});
    if (judgement.rows.empty())
        judgement.rows.push_back({QStringLiteral("Level"), QStringLiteral("Not set"), Voice::Nothing, {}});
    judgement.rows.push_back(answer(QStringLiteral("Level of need, by local thresholds"), values.threshold));
    for (const auto& event : record.events) {
        if (const auto* decision = bodyOf<model::DecisionBody>(event, Kind::Decision)) {
            judgement.rows.push_back({QStringLiteral("Decision"),
                                      joined({decisionText(decision->decision), decision->text}, QStringLiteral(": ")) +
                                          QStringLiteral("\nReason: ") + orNotKnown(decision->reason),
                                      Voice::Plain, whenAndBy(event, printing)});
        } else if (const auto* closed = bodyOf<model::ClosedBody>(event, Kind::Closed)) {
            judgement.rows.push_back(
                {QStringLiteral("Closed"),
                 orNotKnown(closed->outcome) + QStringLiteral("\nReason: ") + orNotKnown(closed->reason), Voice::Plain,
                 whenAndBy(event, printing)});
        } else if (const auto* reopened = bodyOf<model::TextBody>(event, Kind::Reopened)) {
            judgement.rows.push_back(
                {QStringLiteral("Opened again"),
                 orNotKnown(joined({reopened->text, reopened->reason}, QStringLiteral("\nReason: "))), Voice::Plain,
                 whenAndBy(event, printing)});
        } else if (const auto* assessment = bodyOf<model::AssessmentBody>(event, Kind::Assessment)) {
            judgement.rows.push_back(
                {QStringLiteral("Assessment by others"),
                 joined({orNotKnown(assessment->tool),
                         QStringLiteral("level, in their words: ") + orNotKnown(assessment->level),
                         QStringLiteral("by ") + orNotKnown(assessment->assessor), dateOrNotKnown(assessment->date),
                         assessment->trend ? trendText(*assessment->trend) : QString()},
                        QStringLiteral("; ")) +
                     (assessment->basis.isEmpty() ? QString() : QStringLiteral("\nRests on: ") + assessment->basis) +
                     (assessment->text.isEmpty() ? QString() : u'\n' + assessment->text),
                 Voice::Plain, whenAndBy(event, printing)});
        }
    }
    const bool decided = std::any_of(record.events.begin(), record.events.end(),
                                     [](const model::Event& event) { return event.kind == Kind::Decision; });
    if (!decided)
        judgement.rows.push_back({QStringLiteral("Decision"), QStringLiteral("None recorded yet"), Voice::Nothing, {}});
    document.add(std::move(judgement));
    for (const auto& event : record.events)
        if (const auto* review = bodyOf<model::ReviewBody>(event, Kind::Review))
            addReview(document, *review, whenAndBy(event, printing));
}

void addDone(Document& document, const Summary& values)
{
    const auto& record = values.record;
    const auto& printing = values.printing;
    document.add(Heading{QStringLiteral("What was done"), 1, {}});

    Table told{{{QStringLiteral("When"), 2.8},
                {QStringLiteral("Who was told"), 3},
                {QStringLiteral("How"), 2.4},
                {QStringLiteral("What was said"), 5}},
               {}};
    Table contacts = told;
    contacts.columns[1].title = QStringLiteral("Who was spoken to");
    Facts referrals;
    Facts notes;
    for (const auto& event : record.events) {
        const QString by = QStringLiteral("Written by ") + orNotKnown(event.author);
        if (const auto* body = bodyOf<model::ToldBody>(event, Kind::Told)) {
            told.rows.push_back(
                {whenCell(body->when, printing),
                 cell(body->whom, body->reached ? QString() : QStringLiteral("Not reached")), cell(body->how),
                 body->text.isEmpty() ? Cell{QStringLiteral("No note"), by, Voice::Nothing} : cell(body->text, by)});
        } else if (const auto* call = bodyOf<model::ContactBody>(event, Kind::ContactMade)) {
            const auto said =
                joined({call->text,
                        call->decision.isEmpty() ? QString() : QStringLiteral("Their decision: ") + call->decision},
                       QStringLiteral("\n"));
            contacts.rows.push_back(
                {whenCell(call->when, printing), cell(joined({call->who, call->agency}, QStringLiteral(", "))),
                 cell(call->how,
                      call->reference.isEmpty() ? QString() : QStringLiteral("Their reference: ") + call->reference),
                 said.isEmpty() ? Cell{QStringLiteral("No note"), by, Voice::Nothing} : cell(said, by)});
        } else if (const auto* referral = bodyOf<model::ReferralBody>(event, Kind::Referral)) {
            referrals.rows.push_back(
                {QStringLiteral("Referred to"),
                 orNotKnown(referral->to) + QStringLiteral("\nBy telephone: ") +
                     orNotKnown(moment(referral->telephonedAt, printing)) +
                     (referral->spokenTo && !referral->spokenTo->isEmpty()
                          ? QStringLiteral("; spoke to ") + *referral->spokenTo
                          : QString()) +
                     QStringLiteral("\nIn writing: ") +
                     (referral->writtenAt ? moment(referral->writtenAt, printing) : QStringLiteral("Not yet")) +
                     QStringLiteral("\nTheir reference: ") + orNotKnown(referral->reference) +
                     (referral->text.isEmpty() ? QString() : u'\n' + referral->text) +
                     (referral->reason.isEmpty() ? QString() : QStringLiteral("\nReason: ") + referral->reason),
                 Voice::Plain, whenAndBy(event, printing)});
        } else if (const auto* note = bodyOf<model::TextBody>(event, Kind::Note)) {
            notes.rows.push_back(
                {QStringLiteral("Note"), orNotKnown(note->text), Voice::Plain, whenAndBy(event, printing)});
        } else if (const auto* feedback = bodyOf<model::TextBody>(event, Kind::Feedback)) {
            notes.rows.push_back({QStringLiteral("Answer to the author"), orNotKnown(feedback->text), Voice::Plain,
                                  whenAndBy(event, printing)});
        } else if (const auto* handed = bodyOf<model::TextBody>(event, Kind::HandedOver)) {
            notes.rows.push_back({QStringLiteral("Handed over"),
                                  joined({QStringLiteral("To ") + orNotKnown(handed->to), handed->text, handed->reason},
                                         QStringLiteral("\n")),
                                  Voice::Plain, whenAndBy(event, printing)});
        } else if (const auto* passed = bodyOf<model::TextBody>(event, Kind::Passed)) {
            notes.rows.push_back({QStringLiteral("Passed on"),
                                  joined({QStringLiteral("To ") + orNotKnown(model::deskTitle(passed->to)),
                                          passed->text, passed->reason},
                                         QStringLiteral("\n")),
                                  Voice::Plain, whenAndBy(event, printing)});
        }
    }

    const auto none = [&](const QString& title, Section section, const QString& words) {
        document.add(Heading{title, 2, {}});
        document.add(Paragraph{insteadOf(section, values.cuts, words), Tone::Plain});
    };
    told.title = QStringLiteral("Who was told");
    const auto& toTell = record.logged.route.contact.name;
    if (told.rows.empty())
        none(told.title, Section::Told,
             noInformation + (toTell.trimmed().isEmpty()
                                  ? QStringLiteral(".")
                                  : QStringLiteral(". The author was asked to tell %1.").arg(toTell)));
    else
        document.add(std::move(told));
    if (!referrals.rows.empty()) {
        document.add(Heading{QStringLiteral("Referrals"), 2, {}});
        document.add(std::move(referrals));
    }
    contacts.title = QStringLiteral("Calls and other contacts");
    if (contacts.rows.empty())
        none(contacts.title, Section::Contacts, QStringLiteral("None recorded."));
    else
        document.add(std::move(contacts));

    if (record.actions.empty()) {
        none(QStringLiteral("Actions"), Section::Actions, QStringLiteral("None recorded."));
    } else {
        Table actions{{{QStringLiteral("Action"), 4.6},
                       {QStringLiteral("Who"), 3},
                       {QStringLiteral("Due"), 2.9},
                       {QStringLiteral("How it stands"), 4.4}},
                      {}};
        for (const auto& action : record.actions) {
            Cell stands{QStringLiteral("Not done yet"), {}, Voice::Strong};
            if (action.doneAt)
                stands = {QStringLiteral("Done") +
                              (action.result.isEmpty() ? QString() : QStringLiteral(": ") + action.result),
                          joined({action.doneBy, momentText(*action.doneAt, printing.zone)}, QStringLiteral(", ")),
                          Voice::Plain};
            actions.rows.push_back(
                {cell(action.action.text, joined({QStringLiteral("Added by ") + orNotKnown(action.addedBy),
                                                  momentText(action.addedAt, printing.zone)},
                                                 QStringLiteral(", "))),
                 cell(joined({action.action.who, action.action.agency}, QStringLiteral(", "))),
                 cell(action.action.due ? dateText(*action.action.due) : QStringLiteral("No date set")), stands});
        }
        actions.title = QStringLiteral("Actions");
        document.add(std::move(actions));
    }
    if (values.cuts.has(Section::Notes)) {
        none(QStringLiteral("Notes"), Section::Notes, {});
    } else if (!notes.rows.empty()) {
        document.add(Heading{QStringLiteral("Notes"), 2, {}});
        document.add(std::move(notes));
    }
}

void addFamily(Document& document, const Summary& values)
{
    const auto& family = values.family;
    const auto& printing = values.printing;
    document.add(Heading{QStringLiteral("Family, consent and views"), 1, {}});
    if (values.cuts.has(Section::Family)) {
        document.add(Paragraph{leftOut, Tone::Plain});
        return;
    }
    const auto today = printing.printedAt.toTimeZone(printing.zone).date();
    if (!family.members.empty()) {
        Table table{{{QStringLiteral("Name"), 3},
                     {QStringLiteral("Relation"), 2.4},
                     {QStringLiteral("Date of birth"), 3},
                     {QStringLiteral("Parental responsibility"), 2.4},
                     {QStringLiteral("How to reach"), 3.4}},
                    {}};
        for (const auto& member : family.members)
            table.rows.push_back({cell(member.name), cell(member.relation), cell(birthText(member.dateOfBirth, today)),
                                  cell(!member.parentalResponsibility   ? QString()
                                       : *member.parentalResponsibility ? QStringLiteral("Yes")
                                                                        : QStringLiteral("No")),
                                  cell(member.contact)});
        document.add(std::move(table));
    }
    Facts facts;
    facts.rows.push_back(answer(QStringLiteral("Parents or carers told?"), family.parentsInformed));
    if (family.othersInformed)
        facts.rows.push_back(answer(QStringLiteral("Others told?"), family.othersInformed));
    facts.rows.push_back(answer(QStringLiteral("Consent"), family.consent));
    facts.rows.push_back(answer(QStringLiteral("The child's views"), family.childsViews));
    facts.rows.push_back(answer(QStringLiteral("To be kept from the family"), family.keptFromFamily));
    Answers answers(facts);
    if (family.members.empty() || family.household)
        answers.add(QStringLiteral("Parents, carers, household and who has parental responsibility"), family.household);
    answers.add(QStringLiteral("Parents' or carers' views"), family.parentsViews);
    answers.add(QStringLiteral("Agencies working with the family"), family.agencies);
    answers.add(QStringLiteral("Strengths"), family.strengths);
    answers.add(QStringLiteral("Risks to those who visit"), family.risksToWorkers);
    answers.finish();
    document.add(std::move(facts));
}

void addReferrer(Document& document, const Summary& values)
{
    document.add(Heading{QStringLiteral("Who refers, and earlier copies"), 1, {}});
    Facts facts;
    const auto half = [&](Fact row) {
        row.half = true;
        facts.rows.push_back(std::move(row));
    };
    half(fact(QStringLiteral("Name"), values.referrer.name));
    half(fact(QStringLiteral("Role"), values.referrer.role));
    // An address is long, and in half a line it would break within a word.
    facts.rows.push_back(fact(QStringLiteral("Telephone"), unbroken(values.referrer.phone)));
    facts.rows.push_back(fact(QStringLiteral("E-mail"), values.referrer.email));
    facts.rows.push_back(fact(QStringLiteral("School"), joined({values.printing.school, values.referrer.address,
                                                                unbroken(values.referrer.schoolPhone)},
                                                               QStringLiteral(", "))));
    QStringList copies;
    for (const auto& event : values.record.events) {
        const auto* printed = bodyOf<model::PrintedBody>(event, Kind::Printed);
        if (printed == nullptr)
            printed = bodyOf<model::PrintedBody>(event, Kind::Exported);
        if (printed != nullptr)
            copies << QStringLiteral("%1, copy %2, for %3: %4")
                          .arg(documentText(printed->document))
                          .arg(printed->copy)
                          .arg(orNotKnown(printed->recipient), signedBy(event, values.printing.zone));
    }
    facts.rows.push_back({QStringLiteral("Copies before this one"),
                          values.cuts.has(Section::Contacts) ? leftOut
                          : copies.isEmpty()                 ? QStringLiteral("None")
                                                             : copies.join(u'\n'),
                          Voice::Plain,
                          {}});
    document.add(std::move(facts));
}

} // namespace

Document summary(const Summary& values)
{
    Document document;
    document.sheet = sheetOf(QStringLiteral("Referral summary"), values.record.reference, values.printing);
    document.add(Heading{QStringLiteral("Referral summary"), 0, {}});
    addNotices(document, values.record.logged.concern);
    // Who rings the family first must have read it. A box is never cut: what is long stands further down.
    if (const auto& kept = values.family.keptFromFamily; kept && !kept->trimmed().isEmpty() && *kept != notKnown)
        document.add(
            Notice{QStringLiteral("To be kept from the family"),
                   kept->size() <= longestNotice
                       ? *kept
                       : QStringLiteral("Read what stands under \u201cFamily, consent and views\u201d before you speak "
                                        "with the family.")});
    addAtAGlance(document, values);
    document.add(Heading{QStringLiteral("What was seen and heard"), 1, {}});
    document.add(accountFacts(values.record, values.printing, values.cuts));
    document.add(Heading{QStringLiteral("Warning signs"), 1, {}});
    addSigns(document, values.record, values.cuts);
    addTimeline(document, values);
    addBodyMap(document, values.record, values.cuts);
    addOthers(document, values);
    document.add(Heading{QStringLiteral("People, vehicles and places"), 1, {}});
    addInvolved(document, values.record, values.printing, values.cuts);
    addFiles(document, values.record, values.printing);
    document.add(Heading{QStringLiteral("The child"), 1, {}});
    document.add(childFacts(values.record.logged.concern.child, values.child, values.printing));
    addFamily(document, values);
    addJudgement(document, values);
    addDone(document, values);
    addReferrer(document, values);
    addCuts(document, values.cuts);
    addChecking(document);
    return document;
}

} // namespace heed::report
