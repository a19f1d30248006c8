#include "qt_strings.h"
#include "school.h"
#include "session/links.h"
#include "session/register.h"
#include "session/review.h"
#include "session/upkeep.h"
#include "taken.h"

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

model::Concern about(const char* forename, const char* facts = "Came in with a new telephone.")
{
    auto concern = someConcern();
    concern.child.forename = QString::fromLatin1(forename);
    concern.facts = QString::fromLatin1(facts);
    return concern;
}

const auto why = QStringLiteral("Her grandmother says so");

} // namespace

TEST_CASE("Two records of one child are merged with a reason, and taken apart again")
{
    School school;
    auto lead = school.signInLead();
    const auto ann = taken(session::logConcern(*lead, about("Ann"))).child;
    const auto annie = taken(session::logConcern(*lead, about("Annie")));
    const auto cases = [&](const QString& child) { return taken(session::openChild(*lead, child)).cases.size(); };

    CHECK(codeOf(session::mergeChildren(*lead, annie.child, ann, QStringLiteral(" "))) == ErrorCode::BadInput);
    CHECK(codeOf(session::mergeChildren(*lead, ann, ann, why)) == ErrorCode::BadInput);
    CHECK(codeOf(session::mergeChildren(*lead, QStringLiteral("nobody"), ann, why)) == ErrorCode::NotFound);
    CHECK(codeOf(session::unmergeChild(*lead, QStringLiteral("nobody"), why)) == ErrorCode::NotFound);

    done(session::mergeChildren(*lead, annie.child, ann, why));
    CHECK(cases(ann) == 2);
    const auto merged = taken(session::mergedInto(*lead, ann));
    REQUIRE(merged.size() == 1);
    CHECK(merged.front().id == annie.child);
    const auto& last = taken(session::openCase(*lead, annie.reference)).events;
    CHECK(std::any_of(last.begin(), last.end(), [](const auto& event) {
        return event.kind == model::Kind::ChildLinked && std::get<model::ChildLinkedBody>(event.body).reason == why;
    }));
    done(session::unmergeChild(*lead, annie.child, why));
    CHECK(cases(ann) == 1);
    CHECK(taken(session::mergedInto(*lead, ann)).empty());
    CHECK(taken(session::verify(*lead)).findings.empty());
}

TEST_CASE("A pupil whom the register has twice becomes one, and one concern alone can be put right")
{
    School school;
    auto lead = school.signInLead();
    model::Pupil pupil;
    pupil.child = someConcern().child;
    pupil.child.forename = QStringLiteral("Robin");
    const auto first = taken(session::registerPupil(*lead, pupil));
    pupil.child.forename = QStringLiteral("Robyn");
    const auto twin = taken(session::registerPupil(*lead, pupil, true));
    auto concern = about("Robyn");
    concern.child.id = twin;
    const auto logged = taken(session::logConcern(*lead, concern));
    taken(session::logConcern(*lead, concern));
    const auto cases = [&](const QString& child) {
        const auto found = session::openChild(*lead, child);
        return found ? found->cases.size() : 0;
    };
    CHECK(cases(twin) == 2);
    done(session::mergeChildren(*lead, twin, first, why));
    CHECK(cases(first) == 2);
    done(session::unmergeChild(*lead, twin, why));
    CHECK(cases(twin) == 2);

    CHECK(codeOf(session::correctChild(*lead, logged.reference, first, {})) == ErrorCode::BadInput);
    done(session::correctChild(*lead, logged.reference, first, why));
    CHECK(cases(first) == 1);
    CHECK(cases(twin) == 1);
    done(session::correctChild(*lead, logged.reference, {}, why));
    CHECK(cases(first) == 0);
    CHECK(cases(twin) == 1);
    CHECK(taken(session::openCase(*lead, logged.reference)).logged.concern.child.forename == QStringLiteral("Robyn"));
    CHECK(taken(session::verify(*lead)).findings.empty());
}

TEST_CASE("The same plate elsewhere and who has read a child's record are for readers of the desk")
{
    School school;
    auto lead = school.signInLead();
    taken(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    const auto one = taken(session::logConcern(*lead, about("Ann", "Got into MK21 ABC.")));
    taken(session::logConcern(*lead, about("Ben", "A car, mk21abc, at the gate.")));
    const auto same = taken(session::sameElsewhere(*lead, one.reference));
    REQUIRE(same.size() == 1);
    REQUIRE(same.front().others.size() == 1);
    CHECK(same.front().others.front().child == QStringLiteral("Ben Pupil"));
    CHECK(codeOf(session::sameElsewhere(*lead, QStringLiteral("2222-2222-22A"))) == ErrorCode::NotFound);
    CHECK(taken(session::readersOf(*lead, one.child)).empty());
    taken(session::openCase(*lead, one.reference));
    const auto readers = taken(session::readersOf(*lead, one.child));
    REQUIRE(readers.size() == 1);
    CHECK(readers.front().who == QStringLiteral("Testa Lead"));
    CHECK(readers.front().reference == one.reference);

    auto anna = school.signIn(QStringLiteral("Anna Assistant"), staffPassword);
    CHECK_FALSE(session::sameElsewhere(*anna, one.reference));
    CHECK(codeOf(session::readersOf(*anna, one.child)) == ErrorCode::NotAllowed);
    CHECK_FALSE(session::mergeChildren(*anna, one.child, one.child, why));
}
