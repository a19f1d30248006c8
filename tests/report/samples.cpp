#include "samples.h"

namespace heed::report::samples {

using namespace model;

namespace {

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

Event event(const char* id, Kind kind, const char* author, const char* when, Body body)
{
    return {text(id), kind, text(author), {}, at(when), false, std::move(body)};
}

ReviewBody review()
{
    ReviewBody body;
    body.vulnerabilities = {text("Looked after since May."), text("Few adults to turn to."), text("Two moves.")};
    body.risk = {text("A new phone; cars at the gate."), text("Somebody is giving things."), text("Twice in a week.")};
    body.possibleHarm = {text("A bruise on the arm."), text("May have been held."), text("No other account.")};
    body.protectiveFactors = {text("Likes the library."), text("Comes every day."), text("The register says so.")};
    body.childsView = {text("\"He is my friend.\""), text("Does not see it as harm."), text("Said twice.")};
    body.context = {text("Others near the same car."), text("More children may be near it."), text("Seen by staff.")};
    return body;
}

} // namespace

QDateTime at(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

Printing printing()
{
    Printing result;
    result.school = text("Invented High School");
    result.recipient = text("Manchester MASH");
    result.reason = text("Written confirmation of the telephone referral");
    result.copy = 2;
    result.printedBy = text("Donna Leadperson");
    result.printedAt = at("2026-11-20T16:05:00Z");
    result.fingerprint = text("7KQ3M9X2TPRA4WHD6YJF8CN5VBEG2LUZ");
    result.vault = text("Invented High School.heed");
    return result;
}

Checklist checklist()
{
    Checklist list;
    list.name = text("cse");
    list.version = 1;
    list.title = text("Warning signs of child sexual exploitation");
    list.source = text("The school's CSE page");
    list.remark = text("This is not an exhaustive list, and indicators can change over time.");
    list.signsListed = {
        {text("unaffordable-things"),
         text("having unaffordable new things (clothes, mobile) or expensive habits (alcohol, drugs)"),
         {},
         Meaning::Both},
        {text("unknown-cars"), text("getting in/out of different cars driven by unknown adults"), {}, Meaning::Both},
        {text("missing"), text("going missing from home or care"), {}, Meaning::Both},
        {text("truancy"),
         text("truancy, exclusion, disengagement with school, opting out of education altogether"),
         {},
         Meaning::Risk},
        {text("injuries"),
         text("injuries from physical assault, physical restraint, sexual assault"),
         {},
         Meaning::Harm}};
    return list;
}

Case earlierCase()
{
    Case record;
    record.id = text("0e");
    record.reference = text("4WHD-6YJF-8CK");
    record.author = text("Pretend Tutor");
    record.loggedAt = at("2026-10-01T08:50:00Z");
    record.state = State::Closed;
    record.outcome = text("Kept under review");
    record.closingReason = text("Attendance back to normal after the meeting with home.");
    record.logged.checklist = checklist();
    auto& concern = record.logged.concern;
    concern.child.forename = text("Testy");
    concern.child.surname = text("Pupil");
    concern.child.yearGroup = text("9");
    concern.observedAt = at("2026-09-30T08:40:00Z");
    concern.facts = text("Arrived at 11:20 for the third time this week and could not say where the morning had gone.");
    concern.signsSeen = {{text("truancy"), QDate(2026, 9, 30), Source::Saw, {}}};
    record.events = {event("e1", Kind::Concern, "Pretend Tutor", "2026-10-01T08:50:00Z", record.logged),
                     event("e2", Kind::Acknowledged, "Amanda Leadperson", "2026-10-01T09:05:00Z", EmptyBody{}),
                     event("e3", Kind::Closed, "Amanda Leadperson", "2026-10-09T15:00:00Z",
                           ClosedBody{record.outcome, record.closingReason})};
    return record;
}

Case laterCase()
{
    auto record = earlierCase();
    record.id = text("10");
    record.reference = text("9RTC-2MKP-4HD");
    record.loggedAt = at("2026-11-20T15:50:00Z");
    record.state = State::Waiting;
    record.outcome.clear();
    record.closingReason.clear();
    auto& concern = record.logged.concern;
    concern.observedAt = at("2026-11-20T15:40:00Z");
    concern.facts = text("Left by the back gate when the bell went and got into the silver car.");
    concern.childsWords = text("They're waiting for me.");
    concern.signsSeen = {{text("unknown-cars"), QDate(2026, 11, 20), Source::Saw, {}}};
    record.events = {event("f1", Kind::Concern, "Pretend Tutor", "2026-11-20T15:50:00Z", record.logged)};
    return record;
}

Case fullCase()
{
    Case record;
    record.id = text("0f");
    record.reference = text("7K3M-9QX2-TPR");
    record.author = text("Inventa Teacher");
    record.loggedAt = at("2026-11-20T14:25:00Z");
    record.fingerprint = text("H352K9QX2TPRA4WHD6YJ");
    record.state = State::Open;
    record.level = Level::High;
    record.acknowledgedBy = text("Donna Leadperson");
    record.acknowledgedAt = at("2026-11-20T14:41:00Z");
    record.logged.checklist = checklist();
    record.logged.route.kind = RouteKind::Dsl;
    record.logged.route.contact = {text("Donna Leadperson"), text("0161 496 0001"),
                                   text("Designated safeguarding lead")};
    auto& concern = record.logged.concern;
    concern.child.forename = text("Testy");
    concern.child.surname = text("Pupil");
    concern.child.dateOfBirth = QDate(2012, 5, 3);
    concern.child.upn = text("H352400112001");
    concern.child.yearGroup = text("9");
    concern.child.site = text("Upper site");
    concern.child.onRoll = true;
    concern.child.homeAuthority = text("Salford");
    concern.child.vulnerabilities = {Vulnerability::LookedAfter, Vulnerability::PreviouslyMissing};
    Child other;
    other.forename = text("Sample");
    other.surname = text("Classmate");
    other.yearGroup = text("9");
    other.part = text("Was with Testy at the gate and left on foot.");
    concern.children = {other};
    concern.observedAt = at("2026-11-20T14:10:00Z");
    concern.place = text("The back gate on Made-up Street");
    concern.facts =
        text("At 14:10 I saw Testy get into the back of a silver car outside the back gate. A man I do not know was "
             "driving; he looked about thirty. Testy had a new telephone in hand, the second this month.\n\nI "
             "called Testy's name. Testy looked at me and the car drove off towards Fiction Road.");
    concern.childsWords =
        text("He's just a mate who gives me lifts. He said not to tell anyone or I'd have to give the phone back.");
    concern.opinion =
        text("Testy seemed frightened rather than defiant. I am worried that the man has a hold over Testy.");
    concern.actionTaken = text("Told Donna Leadperson in her office at 14:20 and wrote this straight afterwards.");
    concern.childsWishes =
        text("Knows that Donna Leadperson is told. Wants the lifts to stop, and nobody at home to know.");
    concern.missing =
        MissingFacts{Moment{QDate(2026, 11, 14), QTime(21, 30)}, Moment{QDate(2026, 11, 15), std::nullopt}, true,
                     text("The carer told them; their reference INV-0007")};
    concern.bodyMap = {
        {BodyView::Front, 830, 500, text("Bruise"), text("about 3 cm"), text("round"), text("yellow and blue"), false,
         text("He held my arm."), QDate(2026, 11, 20), text("Held the arm close")},
        {BodyView::LeftHand, 730, 560, text("Graze"), {}, {}, {}, std::nullopt, {}, std::nullopt, {}},
        {BodyView::Front, 200, 630, text("Bruise"), {}, {}, {}, std::nullopt, {}, std::nullopt, {}},
    };
    concern.signsSeen = {
        {text("unaffordable-things"), QDate(2026, 11, 20), Source::Saw, text("A second new telephone this month")},
        {text("unknown-cars"), QDate(2026, 11, 20), Source::Saw, text("Silver car, driven by a man of about thirty")},
        {text("missing"), QDate(2026, 11, 14), Source::Other, text("The carer said so on the telephone")},
        {text("truancy"), QDate(2026, 11, 18), Source::Record, {}},
        {text("injuries"), std::nullopt, std::nullopt, text("A bruise on the left wrist, about 3 cm")},
    };
    concern.otherSign = text("Has stopped coming to choir, which Testy loved");
    concern.involved = {
        {InvolvedKind::Adult, text("Called \"Dez\""),
         text("About thirty, short dark hair, grey hooded top; was driving"),
         text("Seen by the author; the name from Testy")},
        {InvolvedKind::Vehicle, text("XX?? ABC"), text("Silver hatchback, dent in the left rear door"),
         text("Part of the plate seen")},
        {InvolvedKind::Place, text("Car park behind Imaginary Foods"), text("Where Testy says they go"), {}},
    };
    record.actions = {
        {text("a1"),
         {text("Ring the carer and the social worker"), text("Donna Leadperson"), QDate(2026, 11, 20), {}},
         text("Donna Leadperson"),
         at("2026-11-20T14:45:00Z"),
         at("2026-11-20T15:30:00Z"),
         text("Donna Leadperson"),
         text("Carer told; social worker's duty desk rings back.")},
        {text("a2"),
         {text("Ask the office for the recording of the back gate camera"),
          text("Amanda Leadperson"),
          QDate(2026, 11, 23),
          {}},
         text("Donna Leadperson"),
         at("2026-11-20T14:46:00Z"),
         std::nullopt,
         {},
         {}},
    };
    record.events = {
        event("f1", Kind::Concern, "Inventa Teacher", "2026-11-20T14:25:00Z", record.logged),
        event("f2", Kind::Told, "Inventa Teacher", "2026-11-20T14:27:00Z",
              ToldBody{text("Donna Leadperson"), at("2026-11-20T14:20:00Z"), text("In person"), true, {}}),
        event("f3", Kind::Acknowledged, "Donna Leadperson", "2026-11-20T14:41:00Z", EmptyBody{}),
        event("f4", Kind::LevelSet, "Donna Leadperson", "2026-11-20T14:44:00Z",
              LevelBody{Level::High, text("An adult with a hold over a looked-after child, gifts, secrecy, and a mark "
                                          "that may be an injury.")}),
        event("a1", Kind::ActionAdded, "Donna Leadperson", "2026-11-20T14:45:00Z", record.actions[0].action),
        event("a2", Kind::ActionAdded, "Donna Leadperson", "2026-11-20T14:46:00Z", record.actions[1].action),
        event("f5", Kind::Addition, "Inventa Teacher", "2026-11-20T14:50:00Z",
              TextBody{text("The dent was in the left rear door, not the right as I told Donna."), {}, {}, text("f1")}),
        event("f6", Kind::ContactMade, "Donna Leadperson", "2026-11-20T15:10:00Z",
              ContactBody{
                  text("Duty social worker (gave the name Fictional)"), text("Manchester MASH"),
                  at("2026-11-20T15:00:00Z"), text("Telephone"),
                  text("Gave the facts, the part plate and Testy's words. Was told to send this in writing today."),
                  text("Passed to Salford, where Testy lives; strategy discussion this evening"), text("INV-0042")}),
        event("f7", Kind::Decision, "Donna Leadperson", "2026-11-20T15:20:00Z",
              DecisionBody{DecisionKind::Referral,
                           text("To Manchester MASH, by telephone at once and in writing today."),
                           text("Significant harm is likely; the child cannot be kept safe by the school alone.")}),
        event(
            "f8", Kind::Referral, "Donna Leadperson", "2026-11-20T15:21:00Z",
            ReferralBody{text("Manchester MASH"), at("2026-11-20T15:00:00Z"), std::nullopt, text("INV-0042"), {}, {}}),
        event("f9", Kind::ActionDone, "Donna Leadperson", "2026-11-20T15:30:00Z",
              ActionDoneBody{text("a1"), text("Carer told; social worker's duty desk rings back.")}),
        event("fa", Kind::Note, "Donna Leadperson", "2026-11-20T15:40:00Z",
              TextBody{text("Testy stays in the library with Amanda until the carer comes."), {}, {}, {}}),
        event("fd", Kind::Assessment, "Donna Leadperson", "2026-11-20T15:41:00Z",
              AssessmentBody{text("An invented hub's assessment"),
                             text("amber"),
                             QDate(2026, 11, 19),
                             text("Invented Socialworker"),
                             text("Two visits and what the carer said."),
                             {},
                             Trend::Up}),
        event(
            "e1", Kind::Informed, "Donna Leadperson", "2026-11-20T15:41:30Z",
            InformedBody{
                Party::Parents, text("Amy Exampleton"), false, {}, {}, {}, {}, text("The adult named stays at home.")}),
        event("e2", Kind::Informed, "Donna Leadperson", "2026-11-20T15:41:40Z",
              InformedBody{Party::Child,
                           {},
                           true,
                           at("2026-11-20T15:10:00Z"),
                           text("Amanda Leadperson"),
                           text("In person"),
                           text("Knows that it is passed on."),
                           {}}),
        event("e3", Kind::Consent, "Donna Leadperson", "2026-11-20T15:41:50Z",
              ConsentBody{ConsentAnswer::NotSought,
                          text("The referral"),
                          Party::Parents,
                          {},
                          {},
                          {},
                          text("Significant harm is likely.")}),
        event("fe", Kind::Review, "Donna Leadperson", "2026-11-20T15:42:00Z", review()),
        event("fb", Kind::Read, "Amanda Leadperson", "2026-11-20T15:45:00Z", EmptyBody{}),
        event("fc", Kind::Printed, "Donna Leadperson", "2026-11-20T15:50:00Z",
              PrintedBody{
                  text("call-sheet"), text("Donna Leadperson"), text("To ring the carer"), text("printer"), 1, {}}),
    };
    return record;
}

Case bareCase()
{
    Case record;
    record.reference = text("2TPR-A4WH-D6Y");
    record.author = text("Inventa Teacher");
    record.loggedAt = at("2026-07-01T10:00:00Z");
    record.logged.concern.facts = text("A child I do not know cried at the bus stop.");
    record.events = {event("b1", Kind::Concern, "Inventa Teacher", "2026-07-01T10:00:00Z", record.logged)};
    return record;
}

std::vector<Hidden> thirdParties()
{
    std::vector<Hidden> all;
    for (const auto& party : thirdPartiesOf({fullCase()}))
        if (!party.inText)
            all.push_back(party.who);
    return all;
}

Referrer referrer()
{
    return {text("Donna Leadperson"), text("Designated safeguarding lead"), text("0161 496 0001"),
            text("safeguarding@invented.example"), text("1 Made-up Street, Manchester")};
}

ChildFacts childFacts()
{
    ChildFacts facts;
    facts.address = text("12 Fiction Road, Salford (foster carer)");
    facts.whereabouts = text("In the school library with Amanda Leadperson");
    facts.sex = text("Female");
    facts.ethnicity = text("White British");
    facts.firstLanguage = text("English");
    facts.interpreter = text("No");
    facts.nhsNumber = text("999 000 0018");
    facts.disability = QString();
    return facts;
}

FamilyFacts familyFacts()
{
    FamilyFacts facts;
    facts.members = {{text("Foster Carer-Invented"), text("Foster carer"), std::nullopt, false, text("0161 496 0002")},
                     {text("Mother Pupil"), text("Mother"), QDate(1988, 2, 1), std::nullopt, {}}};
    facts.parentsInformed =
        text("Carer told by Donna Leadperson, 20 November 2026, 15:25. Mother not told: her address is not known.");
    facts.consent = text("Not sought: seeking it could put the child at risk.");
    facts.childsViews = text("Testy knows that this is being sent, is worried about losing the telephone, and asked "
                             "for Amanda to be there.");
    facts.keptFromFamily = text("The place where the car was seen.");
    return facts;
}

Summary summary()
{
    Summary values{
        fullCase(),
        {earlierCase(), laterCase()},
        referrer(),
        childFacts(),
        familyFacts(),
        text("A strategy discussion with Salford and the police today, and a plan for tonight: Testy goes back to "
             "the foster carer at 17:00."),
        printing()};
    values.significantHarm = text("An adult waits for her outside school, gives her telephones and hurts her.");
    values.safetyNow = text("Somebody sits with her until the carer comes.");
    values.threshold = text("Level 4, as the partnership calls it");
    return values;
}

Chronology chronology()
{
    return {fullCase().reference,
            fullCase().logged.concern.child,
            {fullCase(), earlierCase()},
            std::nullopt,
            std::nullopt,
            printing()};
}

CallSheet callSheet()
{
    auto sheet = printing();
    sheet.recipient = text("Donna Leadperson");
    sheet.copy = 1;
    return {fullCase(),   {text("Manchester MASH"), text("0161 234 5001"), text("Children's social care")},
            {},           referrer(),
            childFacts(), text("A strategy discussion today"),
            sheet};
}

CpomsEntry cpoms()
{
    return {fullCase(), {text("Donna Leadperson"), text("Amanda Leadperson")}, printing()};
}

ContinuityPack continuity()
{
    ContinuityPack pack;
    auto& profile = pack.profile;
    profile.school.name = text("Invented High School");
    profile.dsls = {{text("Donna Leadperson"), text("Designated safeguarding lead"), text("0161 496 0001"), {}, {}, {}},
                    {text("Amanda Leadperson"), text("Deputy"), std::nullopt, {text("7"), text("8")}, {}, {}}};
    profile.head = {text("Heady Teacher-Invented"), text("0161 496 0003")};
    profile.mash = {text("Manchester MASH"), text("0161 234 5001"), text("Always"), text("The school's CSE page"),
                    QDate(2026, 11, 1)};
    profile.contacts = {{text("Emergency services"), text("999"), text("Always"), text("gov.uk"), QDate(2026, 11, 1)},
                        {text("NSPCC Helpline"), text("0808 800 5000"), text("Monday to Friday 8 am to 10 pm"),
                         text("nspcc.org.uk"), std::nullopt}};
    profile.councils = {{text("Salford"), std::nullopt, {}, {}, std::nullopt}};
    pack.checklist = checklist();
    pack.duty = {{text("Monday to Wednesday"), {text("Donna Leadperson"), text("Amanda Leadperson")}},
                 {text("Thursday and Friday"), {text("Amanda Leadperson")}}};
    pack.forms = 2;
    pack.code = text("K7M");
    pack.printing = printing();
    pack.printing.recipient = text("The school office");
    pack.printing.fingerprint.clear();
    return pack;
}

RecoveryShare share()
{
    RecoveryShare result;
    result.desk = text("the safeguarding leads");
    result.holder = text("Chair Governor-Invented");
    result.school = text("Invented High School");
    result.vault = text("Invented High School.heed");
    result.number = 2;
    result.of = 3;
    result.needed = 2;
    result.groups = text("0G4K7 2M9XQ TPRA4 WHD6Y JF8CN 5VBEG 2ZKQ3 M9X2T PRA4W HD6YJ F8CN5 VBEG2 ZKQ3M 9X2TP RA4WH "
                         "D6YJF 8CN5V BEG2Z")
                        .split(u' ');
    result.madeBy = text("Donna Leadperson");
    result.madeAt = at("2026-11-02T09:00:00Z");
    return result;
}

Slip slip()
{
    Slip result;
    result.reference = text("7K3M-9QX2-TPR");
    result.fingerprint = text("H352K9QX2TPRA4WHD6YJ");
    result.author = text("Inventa Teacher");
    result.loggedAt = at("2026-11-20T14:25:00Z");
    result.school = text("Invented High School");
    return result;
}

} // namespace heed::report::samples
