#include "qt_strings.h"
#include "school.h"
#include "platform/clock.h"

using namespace heed;
using namespace heed::tests;

TEST_CASE("Refused sign-ins are slowed down in every program on this account, and one that is right ends it")
{
    platform::FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC));
    School school;
    const auto lead = QStringLiteral("Testa Lead");
    const auto codeOf = [&](const QString& name, const QString& password) {
        const auto session = school.trySignIn(name, password);
        return session ? std::nullopt : std::optional(session.error().code);
    };
    for (int i = 0; i < 2; ++i)
        CHECK(codeOf(lead, staffPassword) == model::ErrorCode::WrongPassword);
    for (int i = 0; i < 2; ++i)
        CHECK(codeOf(QStringLiteral("Nobody"), staffPassword) == model::ErrorCode::UnknownMember);
    // Two seconds, whatever is typed.
    const auto waits = school.trySignIn(lead, dslPassword);
    REQUIRE_FALSE(waits);
    CHECK(waits.error().code == model::ErrorCode::NotAllowed);
    CHECK(waits.error().message.contains(QStringLiteral("wait 2 seconds")));
    clock.advance(-3600);
    CHECK(school.trySignIn(lead, dslPassword).error().message.contains(QStringLiteral("wait 2 seconds")));
    clock.advance(3600 + 2);
    CHECK(codeOf(lead, staffPassword) == model::ErrorCode::WrongPassword);
    clock.advance(3);
    CHECK(codeOf(lead, dslPassword) == model::ErrorCode::NotAllowed);
    clock.advance(1);
    CHECK_FALSE(codeOf(lead, dslPassword));
    CHECK(codeOf(lead, staffPassword) == model::ErrorCode::WrongPassword);
    CHECK_FALSE(codeOf(lead, dslPassword));
    // Another account on the PC has its own.
    for (int i = 0; i < 4; ++i)
        static_cast<void>(codeOf(lead, staffPassword));
    CHECK(codeOf(lead, dslPassword) == model::ErrorCode::NotAllowed);
    school.usePc(QStringLiteral("pc-two"));
    CHECK_FALSE(codeOf(lead, dslPassword));
}
