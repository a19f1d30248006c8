#include "guidance/library.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>

using namespace heed;
using namespace heed::guidance;

namespace {

File ownPage(const QString& name, const QByteArray& body = "Ours.[^policy]")
{
    return {name,
            "---\ntitle: Our policy\nsummary: How we do it.\naudience: staff\nsection: school\nreviewed: 2026-09-01\n"
            "source: policy | 2026 | Our child protection policy\n---\n" +
                body + '\n'};
}

const File ownCard{QStringLiteral("childline.json"),
                   R"({"kind": "contact", "name": "Our school nurse", "what": "On Tuesdays.", "audience": ["staff"],
                       "phone": "0161 000 0000", "source": "The office", "checked": "2026-09-01"})"};

} // namespace

TEST_CASE("A school's own pages and cards stand beside ours and never in place of them")
{
    const auto& ours = Library::builtIn();
    const auto merged =
        ours.with({ownPage(QStringLiteral("what-to-do.md"), "See [ours](heed:page/what-to-do).[^policy]"), ownCard});
    REQUIRE(merged);
    CHECK(merged->pages().size() == ours.pages().size() + 1);
    CHECK(merged->cards().size() == ours.cards().size() + 1);
    CHECK(*merged->page(u"what-to-do") == *ours.page(u"what-to-do"));
    REQUIRE(merged->page(u"own/what-to-do"));
    CHECK(merged->page(u"own/what-to-do")->own);
    CHECK(merged->pages().back().id == QStringLiteral("own/what-to-do"));
    CHECK(merged->card(u"childline")->phone == QStringLiteral("0800 1111"));
    CHECK(merged->card(u"own/childline")->own);
    CHECK(merged->search(QStringLiteral("school nurse")).at(0).id == QStringLiteral("own/childline"));
}

TEST_CASE("What is wrong with a school's own files is told by the file")
{
    const auto& ours = Library::builtIn();
    const auto twice = ours.with({ownPage(QStringLiteral("policy.md")), ownPage(QStringLiteral("policy.md"))});
    REQUIRE_FALSE(twice);
    CHECK(twice.error().message == QStringLiteral("policy.md: \"file name\" stands twice in the library."));
    const auto lost = ours.with({ownPage(QStringLiteral("policy.md"), "[x](heed:page/nowhere) Told.[^policy]")});
    REQUIRE_FALSE(lost);
    CHECK(lost.error().message.contains(QStringLiteral("which is not in the library")));
    CHECK_FALSE(ours.with({{QStringLiteral("policy.md"), "no header"}}));
    CHECK_FALSE(ours.with({{QStringLiteral("card.json"), "{}"}}));
}

TEST_CASE("A sign page of a school's own does not take a sign from ours")
{
    auto file = ownPage(QStringLiteral("sign-missing.md"));
    file.content.replace("section: school", "section: signs\nsign: missing\norder: -1");
    const auto merged = Library::builtIn().with({file});
    REQUIRE(merged);
    CHECK(merged->pageOfSign(u"missing")->id == QStringLiteral("sign-missing"));
}

TEST_CASE("Pages and cards are listed for their readers")
{
    const auto& library = Library::builtIn();
    for (const auto* page : library.pagesFor(Audience::Parents))
        CHECK(page->isFor(Audience::Parents));
    for (const auto reader : {Audience::Staff, Audience::Parents, Audience::Businesses, Audience::Dsls})
        CHECK_FALSE(library.cardsFor(reader).empty());
    CHECK(library.cards().front().id == QStringLiteral("emergency"));
    CHECK(library.pages().front().id == QStringLiteral("what-is-cse"));
    CHECK_FALSE(library.page(u"no-such-page"));
}
