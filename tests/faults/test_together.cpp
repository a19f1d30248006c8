#include "hurt.h"

#include "session/backups.h"
#include "session/drafts.h"
#include "session/review.h"

using namespace heed;
using namespace heed::tests;

TEST_CASE("Three processes on one vault at once, two that write and one that reads: all that was acknowledged is there")
{
    constexpr int each = 25;
    School school;
    auto lead = school.signInLead();
    const auto anna = QStringLiteral("Anna Assistant");
    REQUIRE(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
    school.usePc(QStringLiteral("pc-two"));
    auto hers = school.signIn(anna, staffPassword);
    school.usePc(QStringLiteral("pc-three"));
    auto reader = school.signInLead();

    const auto logMany = [](session::Session& session) -> disk::Answer {
        for (int i = 0; i < each; ++i)
            if (const auto logged = session::logConcern(session, someConcern()); !logged)
                return said(logged);
        return {true, {}};
    };
    disk::Process first(0, disk::Fault::Nothing, [&] { return logMany(*lead); });
    disk::Process second(0, disk::Fault::Nothing, [&] { return logMany(*hers); });
    int looks = 0;
    qint64 seen = 0;
    while (first.isRunning() || second.isRunning()) {
        done(reader->refresh().map([](bool) {}));
        const auto now = taken(session::countOf(*reader, {}, 1000));
        CHECK(now >= seen); // nothing that was there goes
        seen = now;
        if (seen > 0) {
            const auto page = taken(session::queue(*reader, {}, {}, 1));
            taken(session::openCase(*reader, page.rows.front().reference)); // which writes, too
        }
        if (++looks == 3)
            taken(session::backUpNow(*reader));
    }
    for (auto* process : {&first, &second}) {
        const auto run = process->finish();
        INFO(run.message.toStdString());
        CHECK(run.didWell);
    }
    CHECK(looks >= 2);
    isWhole(*reader);
    CHECK(session::countOf(*reader, {}, 1000) == 2 * each);
    // Each of them goes on in its own chain.
    REQUIRE(session::logConcern(*lead, someConcern()));
    REQUIRE(session::logConcern(*hers, someConcern()));
    isWhole(*reader);
    CHECK(session::countOf(*reader, {}, 1000) == 2 * each + 2);
}
