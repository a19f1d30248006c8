#include "guidance/card.h"
#include "guidance/page.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace heed;
using namespace heed::guidance;

namespace {

const auto fileName = QStringLiteral("a-page.md");

QByteArray page(const QByteArray& replaced = {}, const QByteArray& by = {},
                const QByteArray& body = "## First\n\nA fact.[^one]\n")
{
    QByteArray header = "---\ntitle: A page\nsummary: What it says.\naudience: staff, dsls\nsection: basics\norder: 3\n"
                        "reviewed: 2026-11-15\nsource: one | 2017 | A report | https://example.org/report\n---\n";
    if (!replaced.isEmpty())
        header.replace(replaced, by);
    return header + body;
}

QByteArray card(const QByteArray& replaced = {}, const QByteArray& by = {})
{
    QByteArray text =
        R"({"kind": "contact", "name": "A line", "what": "Help.", "audience": ["staff"], "phone": "0800 000",
        "links": [{"label": "Site", "address": "https://example.org", "was": "http://old.example.org"}],
        "source": "example.org", "checked": "2026-11-15"})";
    if (!replaced.isEmpty())
        text.replace(replaced, by);
    return text;
}

} // namespace

TEST_CASE("A page is read with its header")
{
    const auto read = parsePage(fileName, page());
    REQUIRE(read);
    CHECK(read->id == QStringLiteral("a-page"));
    CHECK(read->title == QStringLiteral("A page"));
    CHECK(read->audience == std::vector{Audience::Staff, Audience::Dsls});
    CHECK(read->section == Section::Basics);
    CHECK(read->order == 3);
    CHECK(read->reviewed == QDate(2026, 11, 15));
    REQUIRE(read->sources.size() == 1);
    CHECK(read->sources[0].year == 2017);
    CHECK_FALSE(read->sources[0].undated);
    CHECK(read->body == QStringLiteral("## First\n\nA fact.[^one]"));
    CHECK(parsePage(fileName, page().replace("\n", "\r\n"))->body == read->body);
}

TEST_CASE("What is wrong with a page is told by file and key")
{
    struct Case {
        QByteArray text;
        QString part;
    };
    const auto c = GENERATE(values<Case>({
        {"", QStringLiteral("\"header\" is missing")},
        {"title: x\n", QStringLiteral("\"header\" is missing")},
        {"---\ntitle: x\n", QStringLiteral("\"header\" has no end")},
        {page("title: A page\n"), QStringLiteral("\"title\" is missing")},
        {page("summary: What it says.\n"), QStringLiteral("\"summary\" is missing")},
        {page("audience: staff, dsls\n"), QStringLiteral("\"audience\" is missing")},
        {page("section: basics\n"), QStringLiteral("\"section\" is missing")},
        {page("reviewed: 2026-11-15\n"), QStringLiteral("\"reviewed\" is missing")},
        {page("source: one | 2017 | A report | https://example.org/report\n"), QStringLiteral("\"source\" is missing")},
        {page("title: A page", "title:"), QStringLiteral("\"title\" is empty")},
        {page("title: A page", "title: " + QByteArray(301, 'x')), QStringLiteral("\"title\" is longer")},
        {page("order: 3", "title: Again"), QStringLiteral("\"title\" stands twice")},
        {page("order: 3", "colour: red"), QStringLiteral("\"colour\" is not a key")},
        {page("order: 3", "order: three"), QStringLiteral("\"order\" must be a whole number")},
        {page("order: 3", "no colon here"), QStringLiteral("\"no colon here\" is not a key with its value")},
        {page("order: 3", "sign: Older Partner"), QStringLiteral("\"sign\" must be the code")},
        {page("staff, dsls", "staff, teachers"), QStringLiteral("\"audience\" must be")},
        {page("staff, dsls", "staff, staff"), QStringLiteral("\"audience\" must be")},
        {page("basics", "cellar"), QStringLiteral("\"section\" must be one of")},
        {page("2026-11-15", "15/11/2026"), QStringLiteral("\"reviewed\" must be a date")},
        {page("2026-11-15", "2026-02-30"), QStringLiteral("\"reviewed\" must be a date")},
        {page("one | 2017 | A report | https://example.org/report", "one"),
         QStringLiteral("\"source\" must be written as")},
        {page("one | 2017", "One | 2017"), QStringLiteral("\"source\" has the id")},
        {page("one | 2017", "one | long ago"), QStringLiteral("\"source\" \"one\" needs its year")},
        {page("A report", " "), QStringLiteral("\"source\" \"one\" does not say what it is")},
        {page("https://example.org/report", "example.org"), QStringLiteral("\"source\" \"one\" has an address that")},
        {page("https://example.org/report", "javascript:alert(1)"),
         QStringLiteral("\"source\" \"one\" has an address that")},
        {page("order: 3", "source: one | 2018 | Another"), QStringLiteral("\"source\" gives the id \"one\" twice")},
        {page("order: 3", "source: two | 2018 | Another"), QStringLiteral("\"source\" \"two\" is never cited")},
        {page({}, {}, "\n"), QStringLiteral("\"body\" is empty")},
        {page({}, {}, "A fact.[^one] Another.[^two]"), QStringLiteral("\"body\" cites \"two\"")},
        {page({}, {}, "A fact.[^one] ![a picture](https://example.org/x.png)"),
         QStringLiteral("\"body\" has a picture")},
        {page({}, {}, "A fact.[^one] <script>"), QStringLiteral("\"body\" has HTML")},
        {page({}, {}, "A fact.[^one] <https://example.org>"), QStringLiteral("\"body\" has HTML")},
        {page({}, {}, "A fact.[^one]\n\n[x]: https://example.org"), QStringLiteral("\"body\" defines a link")},
        {page({}, {}, "A fact.[^one] {{route.who}}"), QStringLiteral("\"body\" has the slot \"route.who\"")},
        {page({}, {}, "A fact.[^one] [x](file:///etc/passwd)"), QStringLiteral("\"body\" links to")},
        {page({}, {}, "A fact.[^one] [x](http://localhost/)"), QStringLiteral("\"body\" links to")},
        {page({}, {}, "A fact.[^one] [x](heed:delete/all)"), QStringLiteral("\"body\" links to")},
        {page({}, {}, "A fact.[^one] \xff"), QStringLiteral("\"file\" is not UTF-8")},
        {page({}, {}, QByteArray(600 * 1024, 'x')), QStringLiteral("\"file\" is larger")},
    }));
    const auto read = parsePage(fileName, c.text);
    REQUIRE_FALSE(read);
    INFO(read.error().message.toStdString() << "\nexpected: " << c.part.toStdString());
    CHECK(read.error().code == model::ErrorCode::BadInput);
    CHECK(read.error().message.startsWith(QStringLiteral("a-page.md: ")));
    CHECK(read.error().message.contains(c.part));
}

TEST_CASE("A page's file name becomes its id, and must be plain")
{
    const auto name = GENERATE("A-page.md", "a page.md", "../a-page.md", "a-page.txt", ".md", "a--page.md");
    CHECK_FALSE(parsePage(QString::fromLatin1(name), page()));
}

TEST_CASE("The table of contents gives each heading an anchor of its own")
{
    const auto read =
        parsePage(fileName, page({}, {}, "## What to *do*\n\nA fact.[^one]\n\n### What to do\n\n## Crime & co\n"));
    REQUIRE(read);
    const auto contents = contentsOf(*read);
    REQUIRE(contents.size() == 3);
    CHECK(contents[0] == Heading{2, QStringLiteral("What to do"), QStringLiteral("what-to-do")});
    CHECK(contents[1] == Heading{3, QStringLiteral("What to do"), QStringLiteral("what-to-do-2")});
    CHECK(contents[2].anchor == QStringLiteral("crime-co"));
}

TEST_CASE("A card is read, and what is wrong with one is told by file and key")
{
    const auto name = QStringLiteral("a-line.json");
    const auto read = parseCard(name, card());
    REQUIRE(read);
    CHECK(read->id == QStringLiteral("a-line"));
    CHECK(read->links.at(0).was == QStringLiteral("http://old.example.org"));
    CHECK_FALSE(read->needsCheckingOn(QDate(2027, 11, 15)));
    CHECK(read->needsCheckingOn(QDate(2027, 11, 16)));

    struct Case {
        QByteArray text;
        QString part;
    };
    const auto c = GENERATE(values<Case>({
        {card("\"source\": \"example.org\", ", ""), QStringLiteral("\"source\" is missing")},
        {card("\"source\": \"example.org\"", "\"source\": \" \""), QStringLiteral("\"source\" is empty")},
        {card(", \"checked\": \"2026-11-15\"", ""), QStringLiteral("\"checked\" is missing")},
        {card("2026-11-15", "yesterday"), QStringLiteral("\"checked\" must be a date")},
        {card("contact", "friend"), QStringLiteral("\"kind\" must be one of")},
        {card("[\"staff\"]", "[]"), QStringLiteral("\"audience\" is empty")},
        {card("[\"staff\"]", "[\"all\"]"), QStringLiteral("\"audience[0]\" must be one of")},
        {card("0800 000", "ring us"), QStringLiteral("\"phone\" must be digits")},
        {card("https://example.org", "example"), QStringLiteral("\"links.address\"")},
        {card("http://old.example.org", "https://example.org"), QStringLiteral("\"links.was\" is the same")},
        {card("\"what\"", "\"colour\": \"red\", \"what\""), QStringLiteral("\"colour\" is not a key")},
        {card("{\"kind\"", "{\"id\": \"x\", \"kind\""), QStringLiteral("\"id\" is not a key")},
        {R"({"kind": "contact", "name": "A", "what": "B", "audience": ["staff"], "source": "C", "checked": "2026-11-15"})",
         QStringLiteral("\"phone\" is missing")},
        {R"({"kind": "resource", "name": "A", "what": "B", "audience": ["staff"], "source": "C", "checked": "2026-11-15"})",
         QStringLiteral("\"links\" is missing")},
    }));
    const auto refused = parseCard(name, c.text);
    REQUIRE_FALSE(refused);
    INFO(refused.error().message.toStdString() << "\nexpected: " << c.part.toStdString());
    CHECK(refused.error().message.startsWith(name));
    CHECK(refused.error().message.contains(c.part));
}
