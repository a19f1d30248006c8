#include "journal/journal.h"
#include "old_copy.h"
#include "qt_strings.h"
#include "session/paper.h"
#include "session/review.h"
#include "session/sheet.h"
#include "session/state.h"
#include "upkeep/sheet.h"

using namespace heed;
using namespace heed::tests;
using session::SheetVerdict;

namespace {

QString logSome(session::Session& session)
{
    const auto logged = session::logConcern(session, someConcern());
    REQUIRE(logged);
    return logged->reference;
}

/// Prints a summary; its fingerprint as it stands on the sheet.
QString printed(session::Session& session, const QString& reference)
{
    const auto document = session::releasePaper(
        session,
        {session::PaperKind::Summary, reference, QStringLiteral("A social worker"), QStringLiteral("Referral")},
        session::PaperWay::Printer);
    INFO((document ? "" : document.error().message.toStdString()));
    REQUIRE(document);
    return document->sheet.printing.fingerprint;
}

session::SheetAnswer check(session::Session& session, const QString& typed)
{
    auto checked = session::checkSheet(session, typed);
    INFO((checked ? "" : checked.error().message.toStdString()));
    REQUIRE(checked);
    return checked->answer;
}

} // namespace

TEST_CASE("A sheet's fingerprint is read as people type and scan it, and a slip of the finger is named")
{
    const auto whole =
        QStringLiteral("1f3a 90c2 0000 1111 2222 3333 4444 5555 6666 7777 8888 9999 aaaa bbbb cccc dddd");
    const auto state = upkeep::readSheet(whole);
    REQUIRE(state);
    CHECK(state->size() == 32);
    CHECK(upkeep::readSheet(whole.toUpper().replace(u' ', u'\n')) == state);
    CHECK(upkeep::readSheet(QString(whole).remove(u' ')) == state);
    CHECK(upkeep::readSheet(QString(whole).replace(u' ', u'-')) == state);
    CHECK(upkeep::readSheet(QString(whole).replace(QStringLiteral("0000 1111"), QStringLiteral("oO00 lI11"))) == state);
    for (const auto& wrong : {QString(), whole.left(20), whole + u'1', QString(whole).replace(u'c', u'g')}) {
        INFO(wrong.toStdString());
        const auto refused = upkeep::readSheet(wrong);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == model::ErrorCode::BadInput);
    }
}

TEST_CASE("A sheet says of its vault that it has only grown, and by how much")
{
    School school;
    auto lead = school.signInLead();
    const auto reference = logSome(*lead);
    const auto sheet = printed(*lead, reference);
    auto answer = check(*lead, sheet);
    CHECK(answer.verdict == SheetVerdict::Grown);
    REQUIRE(answer.copy);
    CHECK(answer.copy->reference == reference);
    CHECK(answer.copy->printed.recipient == QStringLiteral("A social worker"));
    CHECK(answer.copy->printedBy == QStringLiteral("Testa Lead"));
    CHECK(answer.copy->entriesSince == 0);
    const auto before = answer.entriesSince;

    REQUIRE(session::acknowledge(*lead, reference));
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("Rang.")));
    logSome(*lead);
    answer = check(*lead, sheet.toUpper());
    CHECK(answer.verdict == SheetVerdict::Grown);
    CHECK(answer.copy->entriesSince == 2);
    CHECK(answer.entriesSince == before + 3);
    CHECK(answer.sentence.contains(QStringLiteral("only grown")));

    // Who reads no desk learns that the state is there, and nothing of what was printed.
    REQUIRE(session::addMember(*lead, QStringLiteral("Anna Assistant"), model::Role::Staff, staffPassword));
    lead.reset();
    const auto staff = school.signIn(QStringLiteral("Anna Assistant"), staffPassword);
    answer = check(*staff, sheet);
    CHECK(answer.verdict == SheetVerdict::Grown);
    CHECK_FALSE(answer.copy);

    // A group or two mistyped is no alarm; a reader is told which.
    lead = school.signInLead();
    auto mistyped = sheet;
    mistyped[5] = mistyped[5] == u'a' ? u'b' : u'a';
    const auto refused = session::checkSheet(*lead, mistyped);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == model::ErrorCode::BadInput);
    CHECK(refused.error().message.contains(QStringLiteral("group 2,")));
}

TEST_CASE("A sheet finds out a vault that was put back to before it, also where nobody remembers")
{
    School school;
    auto lead = school.signInLead();
    const auto reference = logSome(*lead);
    const auto early = printed(*lead, reference);
    lead.reset();
    const OldCopy journal(school, QStringLiteral("journal.db"));
    lead = school.signInLead();
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("What somebody would rather not have written.")));
    const auto late = printed(*lead, reference);
    CHECK(check(*lead, late).verdict == SheetVerdict::Grown);
    lead.reset();
    journal.putBack();

    // A PC that never saw what is gone has nothing to say against it. The sheet has.
    school.usePc(QStringLiteral("pc-two"));
    lead = school.signInLead();
    CHECK_FALSE(lead->isReadOnly());
    CHECK(check(*lead, early).verdict == SheetVerdict::Grown);
    const auto answer = check(*lead, late);
    CHECK(answer.verdict == SheetVerdict::Unknown);
    CHECK(answer.sentence.contains(QStringLiteral("put back")));

    // Written anew after it, the vault still never stood so.
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("Something else.")));
    printed(*lead, reference);
    CHECK(check(*lead, late).verdict == SheetVerdict::Unknown);
}

TEST_CASE("A sheet whose journal lost an entry, or had one replaced, differs")
{
    School school;
    auto lead = school.signInLead();
    const auto reference = logSome(*lead);
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("A note that goes missing.")));
    const auto sheet = printed(*lead, reference);
    auto& sql = lead->state().journal.connection();
    SECTION("lost")
    {
        REQUIRE(sql.run("DELETE FROM entry WHERE number = 2"));
    }
    SECTION("its content replaced")
    {
        REQUIRE(sql.run("UPDATE entry SET sealed_hash = ? WHERE number = 2", QByteArray(32, 'x')));
    }
    const auto answer = check(*lead, sheet);
    CHECK(answer.verdict == SheetVerdict::Differs);
    REQUIRE(answer.copy);
    CHECK(answer.copy->reference == reference);
}

TEST_CASE("A sheet printed while two PCs write is found whatever order their entries lie in")
{
    School school;
    auto lead = school.signInLead();
    const auto reference = logSome(*lead);
    lead.reset();
    school.usePc(QStringLiteral("pc-two"));
    lead = school.signInLead();
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("From the second PC.")));
    const auto sheet = printed(*lead, reference);
    REQUIRE(session::addNote(*lead, reference, QStringLiteral("And again.")));
    CHECK(check(*lead, sheet).verdict == SheetVerdict::Grown);

    // As if the second PC's entries had come first.
    auto& sql = lead->state().journal.connection();
    REQUIRE(sql.run("UPDATE entry SET sequence = sequence + 1000 WHERE device = (SELECT device FROM entry ORDER BY "
                    "sequence LIMIT 1)"));
    const auto typed = upkeep::readSheet(sheet);
    REQUIRE(typed);
    const auto since = upkeep::entriesSince(lead->state().journal, *typed);
    REQUIRE(since);
    CHECK(since->has_value());
    CHECK_FALSE(upkeep::entriesSince(lead->state().journal, QByteArray(32, 'x'))->has_value());
}
