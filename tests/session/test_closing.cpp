#include "qt_strings.h"
#include "school.h"
#include "session/review.h"
#include "session/upkeep.h"
#include "taken.h"

#include <barrier>
#include <future>

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

TEST_CASE("Two leads who close and reopen the same concerns at the same moment: one does it, the other is told by whom")
{
    constexpr int rounds = 12;
    TwoLeads desk;
    QStringList references;
    for (int i = 0; i < rounds; ++i)
        references << taken(session::logConcern(*desk.lead, someConcern())).reference;
    taken(desk.second->refresh());
    std::barrier together(2);
    const auto closeAll = [&](session::Session& session) {
        std::vector<model::Result> answers;
        for (const auto& reference : references) {
            together.arrive_and_wait();
            answers.push_back(session::close(session, reference, closing));
        }
        return answers;
    };
    auto others = std::async(std::launch::async, [&] { return closeAll(*desk.second); });
    const auto ours = closeAll(*desk.lead);
    const auto theirs = others.get();
    taken(desk.lead->refresh());
    for (int i = 0; i < rounds; ++i) {
        const auto at = static_cast<std::size_t>(i);
        INFO(i);
        REQUIRE(ours[at].has_value() != theirs[at].has_value());
        const auto& late = ours[at] ? theirs[at] : ours[at];
        CHECK(late.error().code == ErrorCode::BadInput);
        CHECK(late.error().message.contains(ours[at] ? desk.lead->member().name : desk.second->member().name));
        int closings = 0;
        int told = 0;
        for (const auto& event : taken(session::openCase(*desk.lead, references[i])).events) {
            closings += event.kind == model::Kind::Closed ? 1 : 0;
            told += event.kind == model::Kind::Status ? 1 : 0;
        }
        CHECK(closings == 1);
        CHECK(told == 1); // the author, once
    }
    CHECK(taken(session::verify(*desk.lead)).findings.empty());
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
