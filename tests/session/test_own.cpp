#include "qt_strings.h"
#include "school.h"
#include "session/entries.h"
#include "session/own.h"
#include "session/review.h"
#include "session/state.h"
#include "taken.h"

#include <algorithm>

using namespace heed;
using namespace heed::tests;

TEST_CASE("One's own concerns are looked for piece by piece, so that nothing waits behind a large journal")
{
    constexpr int notes = 1'100; // more than is read in one go
    School school;
    auto lead = school.signInLead();
    const auto reference = taken(session::logConcern(*lead, someConcern())).reference;
    const auto facts = taken(lead->state().find(reference));
    std::vector<session::Session::State::Entry> entries;
    entries.reserve(notes);
    for (int i = 0; i < notes; ++i)
        entries.push_back(
            {session::recordDraft(facts, model::Kind::Note, model::TextBody{QStringLiteral("x"), {}, {}, {}}),
             rules::Record::Own,
             nullptr,
             {}});
    taken(lead->state().writeAll(std::move(entries), {}));

    auto later = school.signInLead();
    int pieces = 1;
    while (!taken(session::followOwn(*later))) {
        // What is asked for in between is answered.
        CHECK(taken(session::counts(*later)).waiting == 1);
        REQUIRE(++pieces < notes);
    }
    CHECK(pieces > 1);
    const auto own = taken(session::myConcerns(*later));
    REQUIRE(own.size() == 1);
    CHECK(own.front().record.reference == reference);
    CHECK(taken(session::followOwn(*later)));

    // What was found stays known: the next sign-in reads on from there, and what came since.
    const auto second = taken(session::logConcern(*later, someConcern())).reference;
    later.reset();
    auto again = school.signInLead();
    CHECK(taken(session::followOwn(*again))); // in one piece
    CHECK(again->state().ownKept > notes);
    const auto both = taken(session::myConcerns(*again));
    REQUIRE(both.size() == 2);
    CHECK(std::any_of(both.begin(), both.end(), [&](const auto& one) { return one.record.reference == second; }));
}
