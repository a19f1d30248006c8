#include "qt_strings.h"
#include "school.h"
#include "session/review.h"
#include "session/upkeep.h"
#include "taken.h"

using namespace heed;
using namespace heed::tests;
using model::ErrorCode;

namespace {

const model::ClosedBody closing{QStringLiteral("Monitor"), QStringLiteral("Explained by the parent.")};

struct TwoLeads {
    TwoLeads()
    {
        lead = school.signInLead();
        taken(session::addMember(*lead, QStringLiteral("Second Lead"), model::Role::Dsl, headPassword));
        second = school.signIn(QStringLiteral("Second Lead"), headPassword);
    }
    void askForAgreement(bool isAskedFor)
    {
        auto profile = lead->profile();
        profile.secondAgreement = isAskedFor;
        done(session::setProfile(*lead, profile, QStringLiteral("The governors decided so")));
    }
    model::State stateOf(session::Session& session, const QString& reference) const
    {
        taken(session.refresh());
        return taken(session::openCase(session, reference)).state;
    }

    School school;
    std::unique_ptr<session::Session> lead;
    std::unique_ptr<session::Session> second;
};

} // namespace

TEST_CASE("Of two leads who close one concern, the second is told that it is closed, and nothing is written twice")
{
    TwoLeads desk;
    const auto reference = taken(session::logConcern(*desk.lead, someConcern())).reference;
    taken(desk.second->refresh());
    REQUIRE(taken(session::openCase(*desk.second, reference)).state == model::State::Waiting);
    done(session::close(*desk.lead, reference, closing));
    const auto late = session::close(*desk.second, reference, closing);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::BadInput);
    CHECK(late.error().message.contains(QStringLiteral("has been closed already")));
    int closings = 0;
    for (const auto& event : taken(session::openCase(*desk.second, reference)).events)
        closings += event.kind == model::Kind::Closed ? 1 : 0;
    CHECK(closings == 1);
    // So it is with reopening.
    done(session::reopen(*desk.second, reference, QStringLiteral("Something new")));
    CHECK(codeOf(session::reopen(*desk.lead, reference, QStringLiteral("Something new"))) == ErrorCode::BadInput);
    CHECK(desk.stateOf(*desk.lead, reference) == model::State::Open);
}

TEST_CASE("Where the school asks for it a second lead agrees first, and never the author")
{
    TwoLeads desk;
    const auto reference = taken(session::logConcern(*desk.lead, someConcern())).reference;
    desk.askForAgreement(true);
    taken(desk.second->refresh());
    CHECK(codeOf(session::close(*desk.second, reference, closing)) == ErrorCode::NotAllowed);
    CHECK(codeOf(session::agree(*desk.lead, reference, QStringLiteral("All is done"))) == ErrorCode::NotAllowed);
    CHECK(codeOf(session::agree(*desk.second, reference, QString())) == ErrorCode::BadInput);
    done(session::agree(*desk.second, reference, QStringLiteral("All is done")));
    CHECK(codeOf(session::close(*desk.second, reference, closing)) == ErrorCode::NotAllowed);
    done(session::close(*desk.lead, reference, closing));
    CHECK(desk.stateOf(*desk.second, reference) == model::State::Closed);
    CHECK(taken(session::verify(*desk.lead)).findings.empty());
}
