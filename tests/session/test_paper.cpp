#include "school.h"

#include "qt_strings.h"
#include "report/text.h"
#include "session/paper.h"
#include "session/review.h"
#include "taken.h"

#include <QDir>

#include <algorithm>

using namespace heed;
using namespace heed::tests;

namespace {

session::PaperRequest asked(session::PaperKind kind, const QString& reference)
{
    return {kind, reference, QStringLiteral("Manchester MASH"), QStringLiteral("Referral")};
}

int copiesOf(session::Session& session, const QString& reference)
{
    const auto record = taken(session::openCase(session, reference));
    return static_cast<int>(std::count_if(record.events.begin(), record.events.end(), [](const model::Event& event) {
        return event.kind == model::Kind::Printed || event.kind == model::Kind::Exported;
    }));
}

QString textOf(session::Session& session, const session::PaperRequest& request)
{
    return report::plainText(taken(session::preparePaper(session, request)));
}

} // namespace

TEST_CASE("The author's slip names who wrote, and nothing of the child")
{
    const auto text = report::plainText(session::slip(QStringLiteral("St Example"), QStringLiteral("Anna Assistant"),
                                                      QStringLiteral("7K3M-9QX2-TPR"), QStringLiteral("aaaa bbbb"),
                                                      QDateTime(QDate(2026, 11, 20), QTime(14, 10), Qt::UTC)));
    CHECK(text.contains(QStringLiteral("20 November 2026, 14:10 by Anna Assistant")));
    CHECK_FALSE(text.contains(QStringLiteral("Not known")));
}

TEST_CASE("A file's name that tells a child's is refused, before anything is recorded or written")
{
    School school;
    auto lead = school.signInLead();
    auto concern = someConcern();
    concern.children.push_back({});
    concern.children.front().forename = QStringLiteral("Oth\u00e9r");
    concern.children.front().surname = QStringLiteral("Fictional");
    const auto reference = taken(session::logConcern(*lead, concern)).reference;
    const auto request = asked(session::PaperKind::Summary, reference);
    for (const auto* name : {"Pupil.pdf", "referral-MADEUP.pdf", "madeup_p_2026.pdf", "MadeupPupil1.pdf",
                             "pupilmadeup.pdf", "about other.pdf", "Fictional 2.pdf"}) {
        INFO(name);
        const auto path = school.filePath(QString::fromUtf8(name));
        const auto refused = session::savePaper(*lead, request, path);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == model::ErrorCode::BadInput);
        CHECK_FALSE(QFile::exists(path));
    }
    CHECK(copiesOf(*lead, reference) == 0);
    for (const auto* name : {"7K3M.pdf", "pupils of 9b.pdf", "another.pdf"}) {
        INFO(name);
        CHECK(session::savePaper(*lead, request, school.filePath(QString::fromUtf8(name))));
    }
    CHECK(copiesOf(*lead, reference) == 3);
}

TEST_CASE("A name that is hidden may not stand in for whom, why, or on what ground")
{
    School school;
    auto lead = school.signInLead();
    auto concern = someConcern();
    concern.facts = QStringLiteral("Left with Zeb O'Fictional.");
    const auto reference = taken(session::logConcern(*lead, concern)).reference;
    auto request = asked(session::PaperKind::Summary, reference);
    request.redaction.hidden = {{model::InvolvedKind::Adult,
                                 {QStringLiteral("Zeb O'Fictional"), QStringLiteral("Zeb")},
                                 report::Ground::SeriousHarm,
                                 QStringLiteral("He lives with her")}};
    REQUIRE_FALSE(textOf(*lead, request).contains(QStringLiteral("Zeb")));
    SECTION("for whom")
    {
        request.recipient = QStringLiteral("zeb's social worker");
    }
    SECTION("why")
    {
        request.reason = QStringLiteral("About Zeb O\u2019Fictional");
    }
    SECTION("on what ground")
    {
        request.redaction.hidden.front().reason = QStringLiteral("Zeb lives with her");
    }
    const auto refused = session::preparePaper(*lead, request);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == model::ErrorCode::BadInput);
    CHECK(refused.error().message.contains(QStringLiteral("Zeb")));
}

TEST_CASE("A chronology of a period says what it leaves out, on the copy and in the journal")
{
    School school;
    auto lead = school.signInLead();
    auto concern = someConcern();
    concern.observedAt = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);
    const auto early = taken(session::logConcern(*lead, concern)).reference;
    concern.observedAt = QDateTime(QDate(2026, 5, 4), QTime(9, 0), Qt::UTC);
    concern.facts = QStringLiteral("A second thing that was seen.");
    taken(session::logConcern(*lead, concern));
    auto request = asked(session::PaperKind::Chronology, early);
    const auto whole = textOf(*lead, request);
    CHECK(whole.contains(QStringLiteral("new telephone")));
    CHECK(whole.contains(early.left(9)));
    CHECK(whole.startsWith(QStringLiteral("Confidential: child protection | Reference ") + early));

    request.from = QDate(2026, 4, 1);
    request.to = QDate(2026, 5, 4);
    const auto part = textOf(*lead, request);
    CHECK_FALSE(part.contains(QStringLiteral("new telephone")));
    CHECK(part.contains(QStringLiteral("A second thing")));
    CHECK(part.contains(QStringLiteral("What happened before 1 April 2026, and after 4 May 2026")));
    REQUIRE(session::releasePaper(*lead, request, session::PaperWay::Printer));
    const auto record = taken(session::openCase(*lead, early));
    const auto printed = std::find_if(record.events.rbegin(), record.events.rend(),
                                      [](const model::Event& event) { return event.kind == model::Kind::Printed; });
    REQUIRE(printed != record.events.rend());
    const auto& cuts = std::get<model::PrintedBody>(printed->body).cuts;
    REQUIRE(cuts.size() == 1);
    CHECK(cuts.front().what.contains(QStringLiteral("1 April 2026")));

    request.to = QDate(2026, 3, 1);
    CHECK_FALSE(session::preparePaper(*lead, request));
}

TEST_CASE("A summary tells what was known before, and the call sheet whom else to ring")
{
    School school;
    auto lead = school.signInLead();
    auto profile = lead->profile();
    profile.councils = {{QStringLiteral("Salford"),
                         QStringLiteral("0161 496 0800"),
                         {},
                         QStringLiteral("their page"),
                         QDate(2026, 11, 1)}};
    REQUIRE(session::setProfile(*lead, profile, QStringLiteral("To be reached")));
    auto concern = someConcern();
    concern.facts = QStringLiteral("Something smaller, seen before.");
    concern.child.homeAuthority = QStringLiteral("Salford");
    taken(session::logConcern(*lead, concern));
    concern.facts = QStringLiteral("What it is about.");
    const auto reference = taken(session::logConcern(*lead, concern)).reference;
    auto request = asked(session::PaperKind::Summary, reference);
    CHECK(textOf(*lead, request).contains(QStringLiteral("Something smaller, seen before")));
    request.kind = session::PaperKind::CallSheet;
    const auto text = textOf(*lead, request);
    CHECK(text.contains(QStringLiteral("Salford: 0161\u00a0496\u00a00800.")));
    CHECK(text.contains(QStringLiteral("The child lives in another council's area")));
}
