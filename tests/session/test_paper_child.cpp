#include "school.h"

#include "qt_strings.h"
#include "report/text.h"
#include "session/paper.h"
#include "session/register.h"
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
