#include "hurt.h"

#include "session/drafts.h"
#include "session/review.h"

#include <catch2/generators/catch_generators.hpp>

using namespace heed;
using namespace heed::tests;
using disk::Fault;

TEST_CASE(
    "Killed or without room at any call while a concern is logged: what was acknowledged is there, whole, and the "
    "next one follows")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    qint64 stored = 1;
    const int faults = atEach(
        fault, 1, [&] { return said(session::logConcern(*lead, someConcern())); },
        [&](const disk::Run& run) {
            done(lead->refresh().map([](bool) {}));
            CHECK_FALSE(lead->isReadOnly());
            const auto now = taken(session::countOf(*lead, {}, 100'000));
            CHECK((now == stored || now == stored + 1));
            if (run.didWell)
                CHECK(now == stored + 1);
            stored = now;
        });
    CHECK(faults > 15);
    isWhole(*lead); // every chain and signature, of all that the faults left
    REQUIRE(session::logConcern(*lead, someConcern()));
    CHECK(session::countOf(*lead, {}, 100'000) == stored + 1);
    CHECK(halves(school.path()).isEmpty());
}

TEST_CASE("Killed or without room at any call while a draft is kept: the old or the new one comes back, whole")
{
    School school;
    auto lead = school.signInLead();
    const auto form = QStringLiteral("concern");
    const QByteArray before(9'000, 'a');
    const QByteArray after(20'000, 'b');
    done(session::saveDraft(*lead, form, before));
    const auto fault = GENERATE(Fault::Killed, Fault::Full);
    const int faults = atEach(
        fault, 1, [&] { return said(session::saveDraft(*lead, form, after)); },
        [&](const disk::Run& run) {
            const auto draft = taken(session::loadDraft(*lead, form));
            CHECK((draft == (run.didWell ? after : before) || (run.wasKilled && draft == after)));
            done(session::saveDraft(*lead, form, before));
        });
    CHECK(faults >= 3);
}
