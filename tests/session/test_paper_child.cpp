#include "school.h"

#include "platform/clock.h"
#include "qt_strings.h"
#include "report/text.h"
#include "session/paper.h"
#include "session/people.h"
#include "session/register.h"
#include "session/review.h"
#include "taken.h"

using namespace heed;
using namespace heed::tests;

namespace {

model::Pupil registered()
{
    model::Pupil pupil;
    pupil.child.forename = QStringLiteral("Madeup");
    pupil.child.surname = QStringLiteral("Pupilson");
    pupil.child.dateOfBirth = QDate(2012, 5, 3);
    pupil.child.upn = QStringLiteral("B801200005001");
    pupil.child.yearGroup = QStringLiteral("9");
    auto& facts = pupil.facts;
    facts.ethnicity = QStringLiteral("MOTH");
    facts.language = QStringLiteral("Welsh");
    facts.sen = QStringLiteral("K");
    facts.address = QStringLiteral("1 Pretend Street");
    facts.contacts = {{QStringLiteral("Moira Fictional"),
                       QStringLiteral("mother"),
                       true,
                       QStringLiteral("0161 496 0999"),
                       {},
                       {},
                       {}}};
    facts.household = {{QStringLiteral("moira fictional"), QStringLiteral("mother"), {}, {}},
                       {QStringLiteral("Ned Fictional"), QStringLiteral("stepfather"), {}, {}}};
    facts.professionals = {{QStringLiteral("GP"), QStringLiteral("Dr Pretend"), {}, {}, {}, {}},
                           {QStringLiteral("social worker"), QStringLiteral("Sal Invented"), {}, {}, {}, {}}};
    return pupil;
}

} // namespace

TEST_CASE("A summary prints what the register knows of the child, and of nobody else")
{
    School school;
    auto lead = school.signInLead();
    auto sibling = registered();
    sibling.child.forename = QStringLiteral("Sibling");
    sibling.child.upn.clear();
    sibling.facts = {};
    auto pupil = registered();
    pupil.facts.siblings = {taken(session::registerPupil(*lead, sibling))};
    const auto id = taken(session::registerPupil(*lead, pupil, true));
    auto concern = someConcern();
    concern.child = {};
    concern.child.id = id;
    concern.child.forename = QStringLiteral("Madeup");
    concern.child.surname = QStringLiteral("Pupilson");
    concern.child.upn = pupil.child.upn;
    const auto logged = taken(session::logConcern(*lead, concern));
    session::PaperRequest request{session::PaperKind::Summary, logged.reference, QStringLiteral("MASH"),
                                  QStringLiteral("Referral")};
    const auto text = report::plainText(taken(session::preparePaper(*lead, request)));
    INFO(text.toStdString());
    for (const auto* there : {"Any other mixed background", "Welsh", "support at school", "1 Pretend Street",
                              "Dr Pretend", "social worker: Sal Invented", "Ned Fictional", "Sibling Pupilson",
                              "0161 496 0999", "3 May 2012", "school's register of pupils"})
        CHECK(text.contains(QString::fromUtf8(there)));
    CHECK(text.count(QStringLiteral("Moira Fictional"), Qt::CaseInsensitive) ==
          1);                                         // contact and household are one person
    CHECK(text.contains(QStringLiteral("religion"))); // which the register does not hold: not asked

    // The family is offered for hiding, and goes with its particulars.
    const auto parties = taken(session::thirdParties(*lead, request.kind, logged.reference));
    for (const auto& party : parties)
        request.redaction.hidden.push_back(party.who);
    const auto cut = report::plainText(taken(session::preparePaper(*lead, request)));
    for (const auto* gone : {"Moira", "Ned Fictional", "0161 496 0999"})
        CHECK_FALSE(cut.contains(QString::fromUtf8(gone), Qt::CaseInsensitive));

    // Somebody whom the register does not know is not filled in.
    concern.child = {};
    concern.child.forename = QStringLiteral("Other");
    concern.child.surname = QStringLiteral("Dreamtup");
    request = {session::PaperKind::Summary, taken(session::logConcern(*lead, concern)).reference,
               QStringLiteral("MASH"), QStringLiteral("Referral")};
    CHECK_FALSE(report::plainText(taken(session::preparePaper(*lead, request))).contains(QStringLiteral("Welsh")));
}

TEST_CASE(
    "What a referral answers of the child and the family stands before the register, and the school can be reached")
{
    School school;
    auto lead = school.signInLead();
    auto profile = lead->profile();
    profile.school.address = QStringLiteral("2 Invented Lane");
    profile.school.phone = QStringLiteral("0161 496 0777");
    profile.school.email = QStringLiteral("dsl@madeup.school.example");
    done(session::setProfile(*lead, profile, QStringLiteral("So that somebody can answer")));
    auto pupil = registered();
    pupil.facts.religion = QStringLiteral("Quaker");
    pupil.facts.interpreter = QStringLiteral("For the mother: Welsh");
    pupil.facts.nhsNumber = QStringLiteral("999 000 0018");
    auto concern = someConcern();
    concern.child = {};
    concern.child.id = taken(session::registerPupil(*lead, pupil));
    concern.child.forename = pupil.child.forename;
    concern.child.surname = pupil.child.surname;
    concern.child.upn = pupil.child.upn;
    const auto reference = taken(session::logConcern(*lead, concern)).reference;
    const session::PaperRequest request{session::PaperKind::Summary, reference, QStringLiteral("MASH"),
                                        QStringLiteral("Referral")};
    const auto textNow = [&] { return report::plainText(taken(session::preparePaper(*lead, request))); };
    const auto has = [](const QString& text, const char* words) { return text.contains(QString::fromUtf8(words)); };

    auto text = textNow();
    INFO(text.toStdString());
    for (const auto* there :
         {"Religion: Quaker", "Interpreter needed: For the mother: Welsh", "NHS number: 999 000 0018",
          "2 Invented Lane", "0161\u00a0496\u00a00777", "dsl@madeup.school.example", "1 Pretend Street"})
        CHECK(has(text, there));

    model::ReferralBody referral;
    referral.to = QStringLiteral("Manchester MASH");
    referral.religion = QStringLiteral("None");
    referral.nhsNumber = QStringLiteral("not known"); // the register knows it
    referral.interpreter = QString();                 // asked, and nobody knew: the register does
    referral.address = QStringLiteral("At her aunt's, 3 Dream Close");
    referral.family = QStringLiteral("Lives with an aunt, who has no parental responsibility; the mother has.");
    referral.sex = QStringLiteral("Female");
    referral.spokenTo = QStringLiteral("A duty worker");
    referral.significantHarm = QStringLiteral("Two men waited for her.");
    referral.safetyNow = QStringLiteral("Her aunt fetches her at four.");
    referral.threshold = QStringLiteral("Level 4");
    done(session::refer(*lead, reference, referral));
    text = textNow();
    for (const auto* there : {"Religion: None", "NHS number: 999 000 0018", "Interpreter needed: For the mother: Welsh",
                              "3 Dream Close", "Lives with an aunt", "Ned Fictional", "Sex: Female",
                              "spoke to A duty worker", "Two men waited", "fetches her at four", "Level 4"})
        CHECK(has(text, there));
    for (const auto* gone : {"Quaker", "1 Pretend Street"})
        CHECK_FALSE(has(text, gone));
    // The newest answer counts, also on what is read out on the telephone.
    referral = {};
    referral.to = QStringLiteral("Police");
    referral.address = QStringLiteral("Back at home");
    done(session::refer(*lead, reference, referral));
    CHECK(has(textNow(), "Back at home"));
    CHECK(has(textNow(), "Religion: None"));
    auto call = request;
    call.kind = session::PaperKind::CallSheet;
    CHECK(has(report::plainText(taken(session::preparePaper(*lead, call))), "Back at home"));

    // Who must not read of the family gets none of it.
    auto cut = request;
    cut.redaction.sections = {
        {report::Section::Family, report::Ground::SeriousHarm, QStringLiteral("They live together")}};
    CHECK_FALSE(has(report::plainText(taken(session::preparePaper(*lead, cut))), "aunt, who has"));
}

TEST_CASE("A summary tells what was logged about the child since, and what before")
{
    School school;
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 20), QTime(10, 0), Qt::UTC));
    auto lead = school.signInLead();
    auto concern = someConcern();
    concern.facts = QStringLiteral("The first thing that was seen.");
    const auto first = taken(session::logConcern(*lead, concern)).reference;
    clock.advance(3600);
    concern.facts = QStringLiteral("The second thing that was seen.");
    const auto second = taken(session::logConcern(*lead, concern)).reference;
    clock.advance(3600);
    concern.facts = QStringLiteral("The third thing that was seen.");
    taken(session::logConcern(*lead, concern));
    session::PaperRequest request{session::PaperKind::Summary, second, QStringLiteral("MASH"),
                                  QStringLiteral("Referral")};
    const auto textNow = [&] { return report::plainText(taken(session::preparePaper(*lead, request))); };
    const auto text = textNow();
    INFO(text.toStdString());
    const auto since = text.indexOf(QStringLiteral("\nLogged about this child since then"));
    const auto before = text.indexOf(QStringLiteral("\nEarlier concerns about this child"));
    REQUIRE(since > 0);
    REQUIRE(before > since);
    CHECK(text.contains(QStringLiteral("Logged since then: 1 about this child")));
    CHECK(text.contains(QStringLiteral("Earlier concerns: 1 about this child")));
    CHECK(text.mid(since, before - since).contains(QStringLiteral("The third thing")));
    CHECK(text.mid(before).contains(QStringLiteral("The first thing")));
    CHECK(text.mid(before).contains(first));

    request.redaction.sections = {{report::Section::Earlier, report::Ground::NotNeeded, {}}};
    const auto cut = textNow();
    CHECK(cut.contains(QStringLiteral("The second thing")));
    CHECK_FALSE(cut.contains(QStringLiteral("The first thing")));
    CHECK_FALSE(cut.contains(QStringLiteral("The third thing")));
}
