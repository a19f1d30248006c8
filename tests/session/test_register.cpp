#include "school.h"

#include "qt_strings.h"
#include "session/new_year.h"
#include "session/pupil_import.h"
#include "session/register.h"
#include "session/register_history.h"
#include "session/review.h"
#include "session/siblings.h"
#include "session/upkeep.h"
#include "taken.h"

#include <QFile>

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

model::Pupil jamie()
{
    model::Pupil pupil;
    pupil.child.forename = QStringLiteral("Jamie");
    pupil.child.surname = QStringLiteral("Made-up");
    pupil.child.dateOfBirth = QDate(2012, 5, 3);
    pupil.child.upn = QStringLiteral("b801200005001");
    pupil.child.yearGroup = QStringLiteral("9");
    pupil.className = QStringLiteral("9B");
    pupil.facts.lookedAfter = true;
    pupil.facts.language = QStringLiteral("Welsh");
    return pupil;
}

} // namespace

TEST_CASE("A lead keeps the register; staff find pupils in it and see no more than name, class, year and birth")
{
    School school;
    auto lead = school.signIn(QStringLiteral("Testa Lead"), dslPassword);
    taken(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    const auto id = taken(session::registerPupil(*lead, jamie()));
    auto anna = school.signIn(QStringLiteral("Anna Assistant"), staffPassword);

    const auto found = taken(session::findPupils(*anna, QStringLiteral("madeup jaimie")));
    CHECK(found ==
          std::vector{session::FoundPupil{id, QStringLiteral("Jamie"), QStringLiteral("Made-up"), QDate(2012, 5, 3),
                                          QStringLiteral("9"), QStringLiteral("9B"), true}});
    const auto seen = taken(session::pupils(*anna));
    REQUIRE(seen.size() == 1);
    CHECK(seen.front().child.upn.isEmpty());
    CHECK(seen.front().facts == model::ChildFacts());
    CHECK(codeOf(session::childFacts(*anna, id)) == ErrorCode::NotAllowed);
    CHECK(codeOf(session::registerPupil(*anna, jamie())) == ErrorCode::NotAllowed);

    SECTION("what a lead corrects is found at once by who is signed in")
    {
        auto changed = taken(session::pupil(*lead, QStringLiteral("B801200005001")));
        CHECK(changed.facts.lookedAfter == true);
        changed.className = QStringLiteral("9C");
        changed.facts.professionals.push_back({QStringLiteral("GP"), QStringLiteral("Dr Pretend"), {}, {}, {}, {}});
        done(session::correctPupil(*lead, changed, QStringLiteral("Moved")));
        CHECK(taken(session::childFacts(*lead, id)) == changed);
        CHECK(taken(session::findPupils(*lead, QStringLiteral("jamie 9c"))).size() == 1);
        taken(anna->refresh());
        CHECK(taken(session::findPupils(*anna, QStringLiteral("jamie 9c"))).size() == 1);
    }
    SECTION("a concern that picks the pupil is theirs, and one about a stranger can become so")
    {
        model::Concern concern;
        concern.facts = QStringLiteral("Came in with a new telephone.");
        concern.child.id = id;
        concern.child.forename = QStringLiteral("Jamie");
        taken(session::logConcern(*anna, concern));
        concern.child = {};
        concern.child.description = QStringLiteral("A child in a green coat");
        concern.child.surname = QStringLiteral("Stranger");
        const auto stranger = taken(session::logConcern(*anna, concern));
        taken(lead->refresh());
        const auto described = taken(session::describedChildren(*lead, QStringLiteral("stranger")));
        REQUIRE(described.size() == 1);
        CHECK(described[0].id == stranger.child);
        CHECK(taken(session::describedChildren(*lead, QStringLiteral("Jamie"))).empty()); // is in the register
        CHECK(codeOf(session::describedChildren(*anna, QStringLiteral("stranger"))) == ErrorCode::NotAllowed);
        CHECK(taken(session::openChild(*lead, QStringLiteral("B801200005001"))).cases.size() == 1);
        done(session::linkChild(*lead, stranger.child, id, true, QStringLiteral("It was Jamie")));
        CHECK(taken(session::openChild(*lead, id)).cases.size() == 2);
        CHECK(taken(session::childFacts(*lead, stranger.child))->child.id == id);
        CHECK(taken(session::describedChildren(*lead, QStringLiteral("stranger"))).empty());
    }
    SECTION("a new school year moves everybody on, and its leavers keep their records")
    {
        auto robin = jamie();
        robin.child.forename = QStringLiteral("Robin");
        robin.child.upn.clear();
        robin.child.yearGroup = QStringLiteral("11");
        robin.className = QStringLiteral("11A");
        CHECK(codeOf(session::registerPupil(*lead, robin)) == ErrorCode::AlreadyExists); // it may be Jamie
        taken(session::registerPupil(*lead, robin, true));
        const QDate lastDay(2026, 7, 20);
        const auto planned = taken(session::planNewYear(*lead, {}, lastDay));
        CHECK(planned.leaving == QStringLiteral("11"));
        CHECK(planned.steps.size() == 2);
        CHECK_FALSE(planned.recently);
        CHECK(taken(session::pupil(*lead, id)).className == QStringLiteral("9B"));
        CHECK(codeOf(session::planNewYear(*anna, {}, lastDay)) == ErrorCode::NotAllowed);
        CHECK(codeOf(session::beginNewYear(*anna, {QStringLiteral("11"), lastDay, {}, false})) ==
              ErrorCode::NotAllowed);
        CHECK(codeOf(session::registerHistory(*anna)) == ErrorCode::NotAllowed);
        // What somebody else has done to the register meanwhile is looked at first.
        robin = taken(session::pupil(*lead, QStringLiteral("Robin")));
        robin.className = QStringLiteral("11C");
        done(session::correctPupil(*lead, robin, {}));
        CHECK(codeOf(session::beginNewYear(*lead, {QStringLiteral("11"), lastDay, planned.seen, false})) ==
              ErrorCode::BadInput);
        const auto again = taken(session::planNewYear(*lead, QStringLiteral("Year 11"), lastDay));
        // Stopped, it changes nothing.
        session::Progress stopped;
        stopped.cancelled = [] { return true; };
        CHECK(codeOf(session::beginNewYear(*lead, {QStringLiteral("11"), lastDay, again.seen, false}, stopped)) ==
              ErrorCode::Cancelled);
        CHECK(taken(session::pupil(*lead, id)).className == QStringLiteral("9B"));
        const auto rolled = taken(session::beginNewYear(*lead, {QStringLiteral("11"), lastDay, again.seen, false}));
        CHECK(rolled.moved == 1);
        CHECK(rolled.left == 1);
        CHECK(taken(session::pupil(*lead, id)).className == QStringLiteral("10B"));
        const auto left = taken(session::pupil(*lead, QStringLiteral("Robin")));
        CHECK(left.child.onRoll == false);
        CHECK(left.facts.leavingDate == lastDay);
        // It is part of the record, and is not done a second time by mistake.
        const auto history = taken(session::registerHistory(*lead));
        REQUIRE(history.size() == 1);
        CHECK(history[0].isNewYear);
        CHECK(history[0].who == QStringLiteral("Testa Lead"));
        CHECK(history[0].what.changed == 1);
        CHECK(history[0].what.left == 1);
        CHECK(taken(session::planNewYear(*lead, {}, lastDay)).recently->who == QStringLiteral("Testa Lead"));
        CHECK(codeOf(session::beginNewYear(*lead, {{}, lastDay, {}, false})) == ErrorCode::BadInput);
        CHECK(taken(session::pupil(*lead, id)).className == QStringLiteral("10B"));
        taken(session::beginNewYear(*lead, {{}, lastDay, {}, true}));
        CHECK(taken(session::pupil(*lead, id)).className == QStringLiteral("11B"));
    }
    SECTION("siblings are offered, and once a lead has said so they are so both ways")
    {
        auto nia = jamie();
        nia.child.forename = QStringLiteral("Nia");
        nia.child.upn.clear();
        nia.facts.address = QStringLiteral("1 Invented Road");
        const auto other = taken(session::registerPupil(*lead, nia, true));
        auto first = taken(session::pupil(*lead, id));
        first.facts.address = nia.facts.address;
        done(session::correctPupil(*lead, first, {}));
        const auto offered = taken(session::siblingsOf(*lead, id));
        REQUIRE(offered.offered.size() == 1);
        CHECK(offered.offered[0].pupil.id == other);
        CHECK(offered.offered[0].why == QStringLiteral("One address"));
        CHECK(offered.confirmed.empty());
        first.facts.siblings << other;
        done(session::correctPupil(*lead, first, {}));
        CHECK(taken(session::siblingsOf(*lead, other)).confirmed.front().id == id);
        CHECK(taken(session::siblingsOf(*lead, other)).offered.empty());
        first.facts.siblings.clear();
        done(session::correctPupil(*lead, first, {}));
        CHECK(taken(session::pupil(*lead, other)).facts.siblings.isEmpty());
        first.facts.siblings << QStringLiteral("nobody");
        CHECK(codeOf(session::correctPupil(*lead, first, {})) == ErrorCode::BadInput);
        first.facts.siblings = {id};
        CHECK(codeOf(session::correctPupil(*lead, first, {})) == ErrorCode::BadInput);
        CHECK(codeOf(session::siblingsOf(*anna, id)) == ErrorCode::NotAllowed);
    }
    SECTION("what two leads write at once is both kept, and what one has not seen is looked at first")
    {
        taken(session::addMember(*lead, QStringLiteral("Other Lead"), model::Role::Dsl, dslPassword));
        school.usePc(QStringLiteral("pc-two"));
        auto other = school.signIn(QStringLiteral("Other Lead"), dslPassword);
        const auto opened = taken(session::pupil(*other, id));
        const auto path = school.filePath(QStringLiteral("pupils.csv"));
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("Forename,Surname,DOB,Class\nJamie,Made-up,3/5/2012,9F\nNia,Pretend,4/2/2012,9E\n");
        file.close();
        session::ImportRequest request;
        request.path = path;
        const auto looked = taken(session::previewImport(*other, request));

        school.usePc(QStringLiteral("pc-one"));
        auto hers = opened;
        hers.className = QStringLiteral("9C");
        hers.facts.professionals.push_back({QStringLiteral("GP"), QStringLiteral("Dr Pretend"), {}, {}, {}, {}});
        done(session::correctPupil(*lead, hers, {}, opened));

        school.usePc(QStringLiteral("pc-two"));
        CHECK(codeOf(session::importPupils(*other, request, {looked.fingerprint, looked.registerState})) ==
              ErrorCode::BadInput);
        auto his = opened;
        his.facts.house = QStringLiteral("Otter");
        done(session::correctPupil(*other, his, {}, opened));
        auto both = hers;
        both.facts.house = his.facts.house;
        CHECK(taken(session::pupil(*other, id)) == both);
        his.className = QStringLiteral("9D");
        CHECK(codeOf(session::correctPupil(*other, his, {}, opened)) == ErrorCode::BadInput);
        // One file brought in on two PCs makes nobody twice.
        CHECK(taken(session::importPupils(*other, request, {})).plan.added.size() == 1);
        school.usePc(QStringLiteral("pc-one"));
        CHECK(taken(session::importPupils(*lead, request, {})).plan.unchanged == 2);
        CHECK(taken(session::pupils(*lead)).size() == 2);
        school.usePc(QStringLiteral("pc-two"));
        other.reset();
        school.usePc(QStringLiteral("pc-one"));
    }
    SECTION("what cannot be is refused in a sentence")
    {
        auto wrong = jamie();
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput); // the UPN is Jamie's
        wrong.child.upn = QStringLiteral("A801200005001");
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput);
        wrong.child.upn.clear();
        wrong.child.dateOfBirth = QDate(2090, 1, 1);
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput);
        wrong.child.dateOfBirth.reset();
        wrong.className = QString(400, u'x');
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput);
        wrong.className.clear();
        wrong.facts.contacts.resize(1);
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput);
        wrong.child = {};
        CHECK(codeOf(session::registerPupil(*lead, wrong)) == ErrorCode::BadInput);
        CHECK(taken(session::pupils(*lead)).size() == 1);
    }
    CHECK(taken(session::verify(*lead)).findings.empty());
}
