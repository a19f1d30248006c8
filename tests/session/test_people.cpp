#include "qt_strings.h"
#include "school.h"
#include "platform/clock.h"
#include "session/recovery.h"
#include "session/review.h"
#include "session/upkeep.h"

using namespace heed;
using namespace heed::tests;

namespace {

void addSecondLead(session::Session& lead)
{
    REQUIRE(session::addMember(lead, QStringLiteral("Second Lead"), model::Role::Dsl, headPassword));
}

QStringList typed(const session::ShareSheet& sheet)
{
    return {sheet.groups.join(u' ')};
}

void isWell(session::Session& session)
{
    const auto checked = session::verify(session);
    INFO((checked ? "" : checked.error().message.toStdString()));
    REQUIRE(checked);
    for (const auto& finding : checked->findings)
        UNSCOPED_INFO(finding.place.toStdString() + ": " + finding.sentence.toStdString());
    CHECK(checked->findings.empty());
}

} // namespace

TEST_CASE("A lead who leaves reads nothing that is written afterwards, and the vault stays whole")
{
    School school;
    auto lead = school.signInLead();
    addSecondLead(*lead);
    REQUIRE(session::logConcern(*lead, someConcern()));
    auto second = school.signIn(QStringLiteral("Second Lead"), headPassword);
    CHECK(session::queue(*second)->rows.size() == 1);

    CHECK(session::endMember(*lead, QStringLiteral("Testa Lead")).error().code == model::ErrorCode::BadInput);
    REQUIRE(session::endMember(*lead, QStringLiteral("Second Lead")));
    const auto late = session::logConcern(*lead, someConcern());
    REQUIRE(late);
    CHECK(session::queue(*lead)->rows.size() == 2);
    // The session that was open goes on reading the old epoch only, and can write nothing that counts.
    static_cast<void>(second->refresh());
    const auto seen = session::openCase(*second, late->reference);
    CHECK_FALSE(seen);
    CHECK_FALSE(session::logConcern(*second, someConcern()));
    CHECK(school.trySignIn(QStringLiteral("Second Lead"), headPassword).error().code ==
          model::ErrorCode::UnknownMember);
    isWell(*lead);
    lead.reset();
    isWell(*school.signInLead());
}

TEST_CASE("The last reader of a desk cannot be removed, and a role can change")
{
    School school;
    auto lead = school.signInLead();
    REQUIRE(session::addMember(*lead, QStringLiteral("Hedda Mock"), model::Role::Head, headPassword));
    school.signIn(QStringLiteral("Hedda Mock"), headPassword);
    CHECK(session::endMember(*lead, QStringLiteral("Hedda Mock")).error().code == model::ErrorCode::BadInput);
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, headPassword));
    REQUIRE(session::changeRole(*lead, QStringLiteral("Anna Assistant"), model::Role::Dsl));
    auto anna = school.signIn(QStringLiteral("Anna Assistant"), headPassword);
    CHECK(anna->member().desk == model::safeguardingDesk);
    REQUIRE(session::changeRole(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff));
    CHECK(school.signIn(QStringLiteral("Anna Assistant"), headPassword)->member().desk.isEmpty());
    isWell(*lead);
}

TEST_CASE("A forgotten password means a new start, with the desk granted again")
{
    School school;
    auto lead = school.signInLead();
    addSecondLead(*lead);
    REQUIRE(session::logConcern(*lead, someConcern()));
    const auto reset = session::resetMember(*lead, QStringLiteral("Second Lead"));
    REQUIRE(reset);
    CHECK(school.trySignIn(QStringLiteral("Second Lead"), headPassword).error().code ==
          model::ErrorCode::WrongPassword);
    auto second = school.signIn(QStringLiteral("Second Lead"), reset->startingPassword);
    REQUIRE(second->chooseFirstPassword(staffPassword));
    CHECK(session::queue(*second)->rows.size() == 1);
    isWell(*second);
}

TEST_CASE("While a desk's only reader has new keys nothing is sealed to it, and printed shares let them in again")
{
    School school;
    auto lead = school.signInLead();
    const auto hedda = QStringLiteral("Hedda Mock");
    REQUIRE(session::addMember(*lead, hedda, model::Role::Head, headPassword));
    auto about = someConcern();
    about.aboutStaff = true;
    {
        auto head = school.signIn(hedda, headPassword);
        // Without shares a reset would close the desk for good.
        const auto refused = session::resetMember(*lead, hedda);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().message.contains(QStringLiteral("no recovery shares")));
    }
    std::vector<session::ShareSheet> shares;
    {
        auto head = school.signIn(hedda, headPassword);
        auto made = session::reissueShares(*head, 3, 2);
        REQUIRE(made);
        shares = std::move(*made);
    }
    const auto before = session::logConcern(*lead, about);
    REQUIRE(before);
    auto other = school.signInLead(); // who has not looked at the vault since
    const auto reset = session::resetMember(*lead, hedda);
    REQUIRE(reset);
    {
        auto head = school.signIn(hedda, reset->startingPassword);
        REQUIRE(head->chooseFirstPassword(staffPassword));
        CHECK(head->member().desk.isEmpty());
    }
    const auto unsent = session::logConcern(*lead, about);
    REQUIRE_FALSE(unsent);
    CHECK(unsent.error().code == model::ErrorCode::NoReader);
    CHECK(unsent.error().message.contains(hedda));
    const auto late = session::logConcern(*other, about);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == model::ErrorCode::NoReader);
    CHECK(late.error().message.contains(hedda));

    REQUIRE(session::recoverDesk(school.path(), typed(shares[0]) + typed(shares[2]), hedda, staffPassword));
    REQUIRE(lead->refresh());
    const auto after = session::logConcern(*lead, about);
    INFO((after ? "" : after.error().message.toStdString()));
    REQUIRE(after);
    auto head = school.signIn(hedda, staffPassword);
    for (const auto& reference : {before->reference, after->reference})
        CHECK(session::openCase(*head, reference));
    isWell(*head);
}

TEST_CASE("Who has new keys and is not let in again does not count as a desk's other reader")
{
    School school;
    auto lead = school.signInLead();
    const auto first = QStringLiteral("Hedda Mock");
    const auto second = QStringLiteral("Second Head");
    REQUIRE(session::addMember(*lead, first, model::Role::Head, headPassword));
    school.signIn(first, headPassword);
    REQUIRE(session::addMember(*lead, second, model::Role::Head, staffPassword));
    school.signIn(first, headPassword); // lets the second one in
    const auto reset = session::resetMember(*lead, second);
    REQUIRE(reset);
    CHECK(session::endMember(*lead, first).error().code == model::ErrorCode::BadInput);
    auto again = school.signIn(second, reset->startingPassword);
    REQUIRE(again->chooseFirstPassword(dslPassword));
    CHECK(session::endMember(*lead, first).error().code == model::ErrorCode::BadInput);
    school.signIn(first, headPassword);
    CHECK(session::endMember(*lead, first));
    auto head = school.signIn(second, dslPassword);
    CHECK(head->member().desk == model::headDesk);
    isWell(*head);
}

TEST_CASE("Two of three shares, typed from paper, open the desk again; one does not")
{
    School school;
    QString reference;
    {
        auto lead = school.signInLead();
        reference = session::logConcern(*lead, someConcern())->reference;
    }
    const auto& shares = school.setUp.shares;
    const auto name = QStringLiteral("Newly Trusted");
    const auto recover = [&](const QStringList& some) {
        return session::recoverDesk(school.path(), some, name, staffPassword);
    };
    CHECK(recover(typed(shares[0])).error().message.contains(QStringLiteral("2 shares are needed")));
    CHECK(recover(typed(shares[0]) + typed(shares[0])).error().message.contains(QStringLiteral("given already")));
    auto mistyped = shares[1].groups;
    mistyped[3] = mistyped[3].chopped(1) + (mistyped[3].back() == u'A' ? u'B' : u'A');
    CHECK(recover(typed(shares[0]) + QStringList{mistyped.join(u' ')})
              .error()
              .message.contains(QStringLiteral("Group 4")));

    const auto recovered = recover(typed(shares[2]) + QStringList{shares[0].groups.join(u'\n').toLower()});
    INFO((recovered ? "" : recovered.error().message.toStdString()));
    REQUIRE(recovered);
    auto trusted = school.signIn(name, staffPassword);
    REQUIRE(session::openCase(*trusted, reference));
    isWell(*trusted);
    // A colleague who was there before still reads, and a lead who forgot their password can be the one recovered.
    trusted.reset();
    REQUIRE(session::recoverDesk(school.path(), typed(shares[1]) + typed(shares[2]), QStringLiteral("Testa Lead"),
                                 headPassword));
    CHECK(school.trySignIn(QStringLiteral("Testa Lead"), dslPassword).error().code == model::ErrorCode::WrongPassword);
    REQUIRE(session::openCase(*school.signIn(QStringLiteral("Testa Lead"), headPassword), reference));
}

TEST_CASE("Shares of a vault elsewhere are named as such")
{
    School school;
    const auto foreign = school.setUp.shares;
    School other;
    const auto answer =
        session::recoverDesk(other.path(), typed(foreign[0]) + typed(foreign[1]), QStringLiteral("X"), staffPassword);
    CHECK(answer.error().message.contains(QStringLiteral("another vault")));
}

TEST_CASE("Reissued shares replace the old ones, and a drill proves them")
{
    School school;
    const auto old = school.setUp.shares;
    auto lead = school.signInLead();
    REQUIRE(session::drillShares(*lead, typed(old[0]) + typed(old[2])));
    REQUIRE(session::logConcern(*lead, someConcern()));
    CHECK(session::recoveryState(*lead)->openToOldSets == 0);
    const auto fresh = session::reissueShares(*lead, 5, 3);
    INFO((fresh ? "" : fresh.error().message.toStdString()));
    REQUIRE(fresh);
    REQUIRE(fresh->size() == 5);
    CHECK(session::drillShares(*lead, typed(old[0]) + typed(old[2]))
              .error()
              .message.contains(QStringLiteral("set 2 has replaced it")));
    REQUIRE(session::drillShares(*lead, typed((*fresh)[4]) + typed((*fresh)[1]) + typed((*fresh)[2])));
    // The drill and the concern of before; what is written from now on is closed to the old sheets.
    const auto open = session::recoveryState(*lead)->openToOldSets;
    CHECK(open == 2);
    REQUIRE(session::logConcern(*lead, someConcern()));
    CHECK(session::recoveryState(*lead)->openToOldSets == open);
    CHECK(session::queue(*lead)->rows.size() == 2);
    isWell(*lead);
}

TEST_CASE("The list of members says who let each one in, who waits, and whom a desk cannot lose")
{
    School school;
    auto lead = school.signInLead();
    const auto rowOf = [&](const QString& name) {
        const auto rows = session::members(*lead);
        REQUIRE(rows);
        const auto found =
            std::find_if(rows->begin(), rows->end(), [&](const session::MemberRow& row) { return row.name == name; });
        REQUIRE(found != rows->end());
        return *found;
    };
    CHECK(rowOf(QStringLiteral("Testa Lead")).isOnlyReader);
    CHECK_FALSE(rowOf(QStringLiteral("Testa Lead")).waitsForDesk);
    REQUIRE(session::addMember(*lead, QStringLiteral("Hedda Mock"), model::Role::Head, headPassword));
    CHECK(rowOf(QStringLiteral("Hedda Mock")).waitsForDesk);
    CHECK_FALSE(rowOf(QStringLiteral("Hedda Mock")).isOnlyReader);
    school.signIn(QStringLiteral("Hedda Mock"), headPassword);
    CHECK_FALSE(rowOf(QStringLiteral("Hedda Mock")).waitsForDesk);
    CHECK(rowOf(QStringLiteral("Hedda Mock")).isOnlyReader);

    addSecondLead(*lead);
    CHECK_FALSE(rowOf(QStringLiteral("Testa Lead")).isOnlyReader);
    CHECK(rowOf(QStringLiteral("Second Lead")).resetBy.isEmpty());
    const auto reset = session::resetMember(*lead, QStringLiteral("Second Lead"));
    REQUIRE(reset);
    CHECK(rowOf(QStringLiteral("Second Lead")).resetBy == QStringLiteral("Testa Lead"));
    CHECK(rowOf(QStringLiteral("Second Lead")).resetAt);
    auto second = school.signIn(QStringLiteral("Second Lead"), reset->startingPassword);
    REQUIRE(second->chooseFirstPassword(headPassword));
    CHECK_FALSE(rowOf(QStringLiteral("Second Lead")).waitsForDesk);

    // A second head waits for the first, whom alone the desk opens to.
    REQUIRE(session::addMember(*lead, QStringLiteral("Deputy Mock"), model::Role::Head, staffPassword));
    CHECK(rowOf(QStringLiteral("Deputy Mock")).waitsForDesk);
    school.signIn(QStringLiteral("Hedda Mock"), headPassword);
    CHECK_FALSE(rowOf(QStringLiteral("Deputy Mock")).waitsForDesk);
    CHECK_FALSE(rowOf(QStringLiteral("Hedda Mock")).isOnlyReader);
}

TEST_CASE("A desk's recovery says how it stands, and reminds of a drill in each term")
{
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC));
    School school;
    const auto shares = school.setUp.shares;
    {
        auto lead = school.signInLead();
        const auto fresh = session::recoveryState(*lead);
        REQUIRE(fresh);
        CHECK(fresh->hasShares);
        CHECK(fresh->threshold == 2);
        CHECK(fresh->madeAt);
        CHECK_FALSE(fresh->lastDrill);
        CHECK_FALSE(fresh->drillIsDue); // they were made this term
    }
    clock.advance(qint64(60) * 24 * 3600);
    auto lead = school.signInLead();
    CHECK(session::recoveryState(*lead)->drillIsDue);
    REQUIRE(session::drillShares(*lead, typed(shares[0]) + typed(shares[2])));
    const auto tried = session::recoveryState(*lead);
    CHECK_FALSE(tried->drillIsDue);
    CHECK(tried->lastDrill);
    isWell(*lead);
}

TEST_CASE("A recovery stands before every other reader until they say that they have seen it")
{
    School school;
    {
        auto lead = school.signInLead();
        addSecondLead(*lead);
    }
    const auto& shares = school.setUp.shares;
    REQUIRE(session::recoverDesk(school.path(), typed(shares[0]) + typed(shares[1]), QStringLiteral("Newly Trusted"),
                                 staffPassword));
    auto trusted = school.signIn(QStringLiteral("Newly Trusted"), staffPassword);
    CHECK(session::recoveryNotices(*trusted)->empty());
    auto lead = school.signInLead();
    const auto notices = session::recoveryNotices(*lead);
    REQUIRE(notices);
    REQUIRE(notices->size() == 1);
    CHECK(notices->front().by == QStringLiteral("Newly Trusted"));
    CHECK(session::acknowledgeRecovery(*lead, QStringLiteral("00")).error().code == model::ErrorCode::NotFound);
    REQUIRE(session::acknowledgeRecovery(*lead, notices->front().id));
    CHECK(session::recoveryNotices(*lead)->empty());
    lead = school.signInLead();
    CHECK(session::recoveryNotices(*lead)->empty());
    // The second lead has still to see it.
    auto second = school.signIn(QStringLiteral("Second Lead"), headPassword);
    CHECK(session::recoveryNotices(*second)->size() == 1);
    isWell(*second);
}
