#include "school.h"

#include "session/school_guidance.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::session;

namespace {

const QByteArray policy = "---\ntitle: Our policy\nsummary: What we agreed.\naudience: staff\nsection: school\n"
                          "reviewed: 2026-11-01\nsource: policy | 2026 | Our policy\n---\nTell the office.[^policy]\n";

} // namespace

TEST_CASE("A school's own pages are signed with the profile, read by everybody and recorded")
{
    School school;
    {
        auto lead = school.signInLead();
        REQUIRE(addMember(*lead, QStringLiteral("Sam Mockstaff"), model::Role::Staff, staffPassword));
        REQUIRE(addGuidance(*lead, {QStringLiteral("policy.md"), policy}, QStringLiteral("New policy")));
        // The same name takes its place; it is still one.
        auto longer = policy;
        REQUIRE(addGuidance(*lead, {QStringLiteral("policy.md"), longer.replace("office", "office now")},
                            QStringLiteral("Clearer")));
        REQUIRE(schoolGuidance(*lead).size() == 1);
    }
    auto staff = school.signIn(QStringLiteral("Sam Mockstaff"), staffPassword);
    const auto library = libraryWith(schoolGuidance(*staff));
    const auto* page = library.page(u"own/policy");
    REQUIRE(page);
    CHECK(page->own);
    CHECK(page->body.contains(QStringLiteral("office now")));
    CHECK(library.page(u"what-to-do")); // ours are all still there
    CHECK(addGuidance(*staff, {QStringLiteral("policy.md"), policy}, {}).error().code == model::ErrorCode::NotAllowed);
    CHECK(removeGuidance(*staff, QStringLiteral("policy"), {}).error().code == model::ErrorCode::NotAllowed);

    auto lead = school.signInLead();
    CHECK(removeGuidance(*lead, QStringLiteral("no-such"), {}).error().code == model::ErrorCode::NotFound);
    REQUIRE(removeGuidance(*lead, QStringLiteral("own/policy"), QStringLiteral("Withdrawn")));
    CHECK(schoolGuidance(*lead).empty());
    const auto front = Session::frontPage(school.path());
    REQUIRE(front);
    CHECK(front->guidance.empty());
}

TEST_CASE("What a school's own page may not be is refused with its name, and nothing changes")
{
    School school;
    auto lead = school.signInLead();
    const auto refused = [&](const QString& name, const QByteArray& content) {
        const auto result = addGuidance(*lead, {name, content}, {});
        REQUIRE_FALSE(result);
        CHECK(result.error().code == model::ErrorCode::BadInput);
        CHECK(schoolGuidance(*lead).empty());
        return result.error().message;
    };
    CHECK(refused(QStringLiteral("policy.md"), QByteArray("no header")).contains(QStringLiteral("policy.md")));
    auto html = policy;
    html.replace("Tell", "<b>Tell</b>");
    CHECK(refused(QStringLiteral("policy.md"), html).contains(QStringLiteral("HTML")));
    CHECK(refused(QStringLiteral("../policy.md"), policy).contains(QStringLiteral("file name")));
    CHECK(refused(QStringLiteral("policy.md"), policy + QByteArray(model::largestGuidanceFile, 'x'))
              .contains(QStringLiteral("64 KiB")));
    CHECK(refused(QStringLiteral("card.json"), QByteArray("{}")).contains(QStringLiteral("card.json")));
    // A page that leads nowhere.
    auto lost = policy;
    lost.replace("office.", "office. See [it](heed:page/no-such-page).");
    CHECK(refused(QStringLiteral("policy.md"), lost).contains(QStringLiteral("not in the library")));
}

TEST_CASE("What a lead types becomes a page, and comes back as it was typed")
{
    WrittenPage written;
    written.title = QStringLiteral("Our policy: who & when");
    written.summary = QStringLiteral("What we\nagreed.");
    written.audience = {guidance::Audience::Staff, guidance::Audience::Dsls};
    written.text = QStringLiteral("## At the gate\n\nTell the office.");
    written.source = QStringLiteral("Governors | 2026");
    const auto file = writePage(written, QDate(2026, 11, 20));
    REQUIRE(file);
    CHECK(file->name == QStringLiteral("our-policy-who-when.md"));
    const auto page = guidance::parsePage(file->name, file->content);
    REQUIRE(page);
    CHECK(page->reviewed == QDate(2026, 11, 20));
    CHECK(page->section == guidance::Section::School);
    const auto again = writtenPage(*page);
    REQUIRE(again);
    CHECK(again->text == written.text);
    CHECK(again->source == QStringLiteral("Governors / 2026"));
    CHECK(writePage(*again, QDate(2026, 11, 20))->content == file->content);

    for (auto field : {&WrittenPage::title, &WrittenPage::summary, &WrittenPage::text, &WrittenPage::source}) {
        auto empty = written;
        empty.*field = QStringLiteral(" ");
        CHECK(writePage(empty, QDate(2026, 11, 20)).error().code == model::ErrorCode::BadInput);
    }
    // A header cannot be slipped in by way of a title.
    auto sly = written;
    sly.title = QStringLiteral("Fine\nsign: missing");
    const auto made = writePage(sly, QDate(2026, 11, 20));
    REQUIRE(made);
    CHECK(guidance::parsePage(made->name, made->content)->sign.isEmpty());
}

TEST_CASE("A file that this Heed cannot read does not take the others with it")
{
    const auto library =
        libraryWith({{QStringLiteral("newer.md"), "a shape of tomorrow"}, {QStringLiteral("policy.md"), policy}});
    CHECK(library.page(u"own/policy"));
    CHECK_FALSE(library.page(u"own/newer"));
}
