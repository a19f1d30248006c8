#include "qt_strings.h"
#include "school.h"
#include "session/drafts.h"
#include "session/paper.h"
#include "session/review.h"
#include "session/upkeep.h"

#include <QFile>

using namespace heed;
using namespace heed::tests;

TEST_CASE("The whole job: a concern is logged, reviewed, acted on, closed, printed and verified")
{
    School school;
    REQUIRE(school.setUp.shares.size() == 3);
    {
        auto lead = school.signInLead();
        CHECK(lead->member().desk == model::safeguardingDesk);
        const auto added =
            session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword);
        REQUIRE(added);
        CHECK(added->startingPassword.isEmpty());
    }
    QString reference;
    {
        auto staff = school.signIn(QStringLiteral("anna assistant"), staffPassword);
        CHECK(staff->member().desk.isEmpty());
        CHECK(session::queue(*staff).error().code == model::ErrorCode::NotAllowed);
        const auto logged = session::logConcern(*staff, someConcern());
        INFO((logged ? "" : logged.error().message.toStdString()));
        REQUIRE(logged);
        reference = logged->reference;
        CHECK(logged->route.contact.name == QStringLiteral("Testa Lead"));
        REQUIRE(session::recordTold(*staff, reference,
                                    {QStringLiteral("Testa Lead"), {}, QStringLiteral("in person"), true, {}}));
        REQUIRE(session::addTo(*staff, reference, QStringLiteral("It is a blue one.")));
        const auto mine = session::myConcerns(*staff);
        REQUIRE(mine);
        REQUIRE(mine->size() == 1);
        CHECK(mine->front().toldAnswered);
        CHECK(mine->front().record.state == model::State::Waiting);
        CHECK(mine->front().record.events.size() == 3);
    }
    {
        auto lead = school.signInLead();
        const auto waiting = session::queue(*lead);
        REQUIRE(waiting);
        REQUIRE(waiting->rows.size() == 1);
        CHECK(waiting->rows.front().reference == reference);
        CHECK(waiting->rows.front().author == QStringLiteral("Anna Assistant"));
        REQUIRE(session::acknowledge(*lead, reference));
        const auto action = session::addAction(
            *lead, reference,
            {QStringLiteral("Speak to her tutor"), QStringLiteral("Testa Lead"), QDate(2030, 1, 2), {}});
        REQUIRE(action);
        REQUIRE(session::finishAction(*lead, reference, action->left(6), QStringLiteral("Done")));
        REQUIRE(session::giveFeedback(*lead, reference, QStringLiteral("Thank you: seen to.")));
        REQUIRE(session::decide(*lead, reference,
                                {model::DecisionKind::Monitor, {}, QStringLiteral("One sign, explained.")}));
        CHECK(session::close(*lead, reference, {QStringLiteral("Monitor"), {}}).error().code ==
              model::ErrorCode::BadInput);
        REQUIRE(
            session::close(*lead, reference, {QStringLiteral("Monitor"), QStringLiteral("Explained by the parent.")}));
        CHECK(session::close(*lead, reference, {QStringLiteral("x"), QStringLiteral("y")}).error().code ==
              model::ErrorCode::BadInput);
        const auto record = session::openCase(*lead, reference.toLower());
        REQUIRE(record);
        CHECK(record->state == model::State::Closed);
        CHECK(record->actions.front().result == QStringLiteral("Done"));
        const auto pdf = school.filePath(QStringLiteral("out.pdf"));
        const auto saved = session::savePaper(
            *lead,
            {session::PaperKind::Summary, reference, QStringLiteral("A social worker"), QStringLiteral("Referral")},
            pdf);
        INFO((saved ? "" : saved.error().message.toStdString()));
        REQUIRE(saved);
        CHECK(QFile(pdf).size() > 1000);
        const auto checked = session::verify(*lead);
        REQUIRE(checked);
        for (const auto& finding : checked->findings)
            UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
        CHECK(checked->findings.empty());
        CHECK(checked->entries >= 11);
        REQUIRE(session::rebuildCasebook(*lead));
        CHECK(session::openCase(*lead, reference)->state == model::State::Closed);
        CHECK(session::openChild(*lead, QStringLiteral("madeup"))->cases.size() == 1);
    }
    auto staff = school.signIn(QStringLiteral("Anna Assistant"), staffPassword);
    const auto mine = session::myConcerns(*staff);
    REQUIRE(mine);
    CHECK(mine->front().record.state == model::State::Closed);
    CHECK(mine->front().record.acknowledgedBy == QStringLiteral("Testa Lead"));
    CHECK(mine->front().record.closingReason.isEmpty());
}

TEST_CASE("A starting password does nothing but make way for one's own")
{
    School school;
    QString starting;
    {
        auto lead = school.signInLead();
        const auto added = session::addMember(*lead, QStringLiteral("Second Lead"), model::Role::Dsl);
        REQUIRE(added);
        starting = added->startingPassword;
        REQUIRE_FALSE(starting.isEmpty());
    }
    {
        auto second = school.signIn(QStringLiteral("Second Lead"), starting);
        CHECK(second->member().mustChoosePassword);
        CHECK(session::queue(*second).error().code == model::ErrorCode::NotAllowed);
        CHECK(session::logConcern(*second, someConcern()).error().code == model::ErrorCode::NotAllowed);
        CHECK(second->chooseFirstPassword(QStringLiteral("password1")).error().code == model::ErrorCode::BadInput);
        REQUIRE(second->chooseFirstPassword(headPassword));
        REQUIRE(session::logConcern(*second, someConcern()));
        CHECK(session::queue(*second)->rows.size() == 1);
    }
    CHECK(school.trySignIn(QStringLiteral("Second Lead"), starting).error().code == model::ErrorCode::WrongPassword);
    auto lead = school.signInLead();
    CHECK(session::queue(*lead)->rows.size() == 1);
    const auto checked = session::verify(*lead);
    REQUIRE(checked);
    for (const auto& finding : checked->findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    CHECK(checked->findings.empty());
}

TEST_CASE("A worry about staff goes to the head alone, and nowhere while there is none")
{
    School school;
    auto worry = someConcern();
    worry.aboutStaff = true;
    {
        auto lead = school.signInLead();
        const auto refused = session::logConcern(*lead, worry);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == model::ErrorCode::NoReader);
        CHECK(refused.error().message.contains(QStringLiteral("Hedda Mock")));
        REQUIRE(session::addMember(*lead, QStringLiteral("Hedda Mock"), model::Role::Head, headPassword));
    }
    QString reference;
    {
        auto head = school.signIn(QStringLiteral("Hedda Mock"), headPassword);
        CHECK(head->member().desk == model::headDesk);
    }
    {
        auto lead = school.signInLead();
        const auto logged = session::logConcern(*lead, worry);
        REQUIRE(logged);
        reference = logged->reference;
        CHECK(session::queue(*lead)->rows.empty());
        CHECK(session::openCase(*lead, reference).error().code == model::ErrorCode::NotFound);
        CHECK(session::openCase(*lead, QStringLiteral("2222-2222-22A")).error().code == model::ErrorCode::NotFound);
    }
    auto head = school.signIn(QStringLiteral("Hedda Mock"), headPassword);
    REQUIRE(session::openCase(*head, reference));
    CHECK(session::queue(*head)->rows.size() == 1);
}

TEST_CASE("Drafts come back to their author and to nobody else")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    REQUIRE(session::saveDraft(*lead, QStringLiteral("log"), "half a sent"));
    REQUIRE(session::saveDraft(*lead, QStringLiteral("log"), "half a sentence"));
    CHECK(*session::loadDraft(*lead, QStringLiteral("log")) == "half a sentence");
    CHECK(session::loadDraft(*lead, QStringLiteral("other"))->isEmpty());
    CHECK(session::unsentDrafts(*lead)->count == 1);
    auto staff = school.signIn(QStringLiteral("Anna Assistant"), staffPassword);
    CHECK(session::loadDraft(*staff, QStringLiteral("log"))->isEmpty());
    REQUIRE(session::dropDraft(*lead, QStringLiteral("log")));
    CHECK(session::loadDraft(*lead, QStringLiteral("log"))->isEmpty());
}
