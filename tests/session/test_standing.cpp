#include "old_copy.h"
#include "qt_strings.h"
#include "school.h"
#include "session/review.h"
#include "session/standing.h"
#include "session/state.h"
#include "session/upkeep.h"
#include "platform/clock.h"

using namespace heed;
using namespace heed::tests;

TEST_CASE("A journal that was put back opens read-only and says what is missing")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    lead.reset();
    const OldCopy journal(school, QStringLiteral("journal.db"));
    lead = school.signInLead();
    REQUIRE(session::logConcern(*lead, someConcern()));
    lead.reset();
    journal.putBack();

    lead = school.signInLead();
    CHECK(lead->isReadOnly());
    REQUIRE_FALSE(lead->warnings().isEmpty());
    CHECK(lead->warnings().front().contains(QStringLiteral("is not there now")));
    CHECK(session::logConcern(*lead, someConcern()).error().code == model::ErrorCode::Behind);
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    CHECK_FALSE(checked->findings.empty());
    // Another PC, which never saw the second concern, goes on: nothing tells it that something is missing.
    lead.reset();
    school.usePc(QStringLiteral("pc-two"));
    CHECK_FALSE(school.signInLead()->isReadOnly());
}

TEST_CASE("A list of members that was put back while somebody is signed in stops their next entry")
{
    School school;
    auto lead = school.signInLead();
    const OldCopy vault(school, QStringLiteral("vault.json"));
    const OldCopy everyone(school, QStringLiteral("desks/everyone.json"));
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    REQUIRE(session::logConcern(*lead, someConcern()));
    vault.putBack();
    everyone.putBack();
    const auto refused = session::logConcern(*lead, someConcern());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == model::ErrorCode::Behind);
    CHECK(lead->isReadOnly());
}

TEST_CASE("Two PCs write to one vault, each in its own chain, and each sees the other's")
{
    School school;
    {
        auto lead = school.signInLead();
        REQUIRE(session::logConcern(*lead, someConcern()));
    }
    school.usePc(QStringLiteral("pc-two"));
    auto there = school.signInLead();
    REQUIRE(session::logConcern(*there, someConcern()));
    CHECK(session::queue(*there)->rows.size() == 2);
    school.usePc(QStringLiteral("pc-one"));
    auto here = school.signInLead();
    REQUIRE(session::logConcern(*here, someConcern()));
    REQUIRE(there->refresh());
    CHECK(session::queue(*there)->rows.size() == 3);
    const auto checked = session::verify(*here);
    REQUIRE(checked);
    CHECK(checked->findings.empty());
    CHECK(checked->entries == 3);
}

namespace {

const auto second = QStringLiteral("Second Lead");
const auto anna = QStringLiteral("Anna Assistant");
const auto reason = QStringLiteral("The disk failed; IT put yesterday\u2019s backup back.");

/// A school that two PCs use, whose files are put back to what they were before the newest concern.
struct PutBack : School {
    PutBack()
    {
        auto lead = signInLead();
        REQUIRE(session::addMember(*lead, second, model::Role::Dsl, headPassword));
        REQUIRE(session::addMember(*lead, anna, model::Role::Staff, staffPassword));
        REQUIRE(session::logConcern(*lead, someConcern()));
        keep();
        REQUIRE(session::logConcern(*lead, someConcern()));
        lead.reset();
        usePc(QStringLiteral("pc-two"));
        REQUIRE(session::logConcern(*signIn(anna, staffPassword), someConcern()));
        usePc(QStringLiteral("pc-one"));
        CHECK(session::queue(*signInLead())->rows.size() == 3);
    }
    void keep()
    {
        for (const auto& name : {QStringLiteral("journal.db"), QStringLiteral("vault.json"),
                                 QStringLiteral("desks/everyone.json"), QStringLiteral("desks/safeguarding.json")})
            m_old.emplace_back(*this, name);
    }
    void putBack() const
    {
        for (const auto& copy : m_old)
            copy.putBack();
    }

private:
    std::vector<OldCopy> m_old;
};

bool isWell(session::Session& session)
{
    const auto checked = session::verify(session);
    REQUIRE(checked);
    for (const auto& finding : checked->findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    return checked->findings.empty();
}

} // namespace

TEST_CASE("A vault that was put back is gone on with once a lead accepts it, on every PC that knew that lead")
{
    PutBack school;
    CHECK(session::acceptVault(*school.signInLead(), reason).error().code == model::ErrorCode::BadInput);
    school.putBack();

    auto lead = school.signInLead();
    CHECK(session::standing(*lead).mayAccept);
    CHECK(session::acceptVault(*lead, QStringLiteral(" ")).error().code == model::ErrorCode::BadInput);
    const auto accepted = session::acceptVault(*lead, reason);
    INFO((accepted ? "" : accepted.error().message.toStdString()));
    REQUIRE(accepted);
    CHECK_FALSE(lead->isReadOnly());
    CHECK(session::queue(*lead)->rows.size() == 1);
    REQUIRE(session::logConcern(*lead, someConcern()));
    CHECK(isWell(*lead));
    lead.reset();
    CHECK_FALSE(school.signInLead()->isReadOnly());

    // The other PC had seen what is gone, and follows by itself, whoever signs in.
    school.usePc(QStringLiteral("pc-two"));
    auto hers = school.signIn(anna, staffPassword);
    CHECK_FALSE(hers->isReadOnly());
    REQUIRE(session::logConcern(*hers, someConcern()));
    CHECK(session::queue(*school.signInLead())->rows.size() == 3);
    CHECK(isWell(*school.signInLead()));

    // It has seen the acceptance now: to put the vault back to it once more is noticed, with the old acceptance in it.
    hers.reset();
    const OldCopy journal(school, QStringLiteral("journal.db"));
    REQUIRE(session::logConcern(*school.signInLead(), someConcern()));
    journal.putBack();
    CHECK(school.signInLead()->isReadOnly());
}

TEST_CASE("Who is no lead accepts nothing, and what they forge makes no PC go on")
{
    PutBack school;
    school.putBack();
    {
        auto hers = school.signIn(anna, staffPassword);
        CHECK_FALSE(session::standing(*hers).mayAccept);
        CHECK(session::acceptVault(*hers, reason).error().code == model::ErrorCode::NotAllowed);
    }
    // With the library, past the check: from a PC that has never seen more than what is here.
    school.usePc(QStringLiteral("pc-of-anna"));
    {
        auto hers = school.signIn(anna, staffPassword);
        auto& state = hers->state();
        auto body = journal::acceptanceOf(state.policy(), *state.journal.heads());
        body.reason = reason;
        journal::Draft draft;
        draft.kind = model::Kind::RestoreAccepted;
        draft.desk = model::everyoneDesk;
        draft.body = body;
        REQUIRE(journal::append(state.journal, state.memory, state.policy(), state.ring(), draft, platform::now()));
    }
    for (const auto* pc : {"pc-one", "pc-two"}) {
        school.usePc(QString::fromLatin1(pc));
        CHECK(school.signInLead()->isReadOnly());
    }
    auto lead = school.signInLead();
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    CHECK(std::any_of(checked->findings.begin(), checked->findings.end(), [](const session::Finding& finding) {
        return finding.code == QStringLiteral("not-allowed") && finding.sentence.contains(QStringLiteral("leads"));
    }));
}

TEST_CASE("A lead who has left cannot put an old vault back and accept it for the others")
{
    PutBack school;
    {
        auto lead = school.signInLead();
        REQUIRE(session::endMember(*lead, second));
        school.usePc(QStringLiteral("pc-two"));
        CHECK_FALSE(school.signInLead()->isReadOnly());
    }
    school.putBack();
    school.usePc(QStringLiteral("pc-of-who-has-left"));
    {
        // On a PC of their own nothing is missing, and they are a lead in the old list of members.
        auto old = school.signIn(second, headPassword);
        CHECK_FALSE(old->isReadOnly());
        auto& state = old->state();
        auto body = journal::acceptanceOf(state.policy(), *state.journal.heads());
        body.reason = reason;
        journal::Draft draft;
        draft.kind = model::Kind::RestoreAccepted;
        draft.desk = model::everyoneDesk;
        draft.body = body;
        REQUIRE(journal::append(state.journal, state.memory, state.policy(), state.ring(), draft, platform::now()));
    }
    school.usePc(QStringLiteral("pc-two"));
    CHECK(school.signInLead()->isReadOnly());
}
