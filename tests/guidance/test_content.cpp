#include "guidance/library.h"
#include "guidance/render.h"
#include "model/checklist.h"
#include "model/json.h"
#include "qt_strings.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QFile>
#include <QHash>
#include <QRegularExpression>

using namespace heed;
using namespace heed::guidance;

// What the library that Heed brings must hold, whoever edits it.

namespace {

model::Checklist checklist()
{
    QFile file(QStringLiteral(HEED_CHECKLIST));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const auto map = model::parseJson(file.readAll(), QStringLiteral("The checklist"));
    REQUIRE(map);
    const auto read = model::fromShape<model::Checklist>(*map, QStringLiteral("The checklist"));
    REQUIRE(read);
    return *read;
}

/// A sentence or a line of a list, and whether its own marker or the line that leads its list gives a source.
struct Statement {
    QString text;
    QString heading;
    bool sourced;
};

std::vector<Statement> statementsOf(const Page& page)
{
    static const QRegularExpression item(QStringLiteral("^(- |\\d+\\. )"));
    static const QRegularExpression sentence(
        QStringLiteral("[^.?!]*(?:[.?!](?!\\s|\\[\\^|\"|\\*|$)[^.?!]*)*[.?!:]?[\"*]*(?:\\[\\^[^\\]]*\\])*\\s*"));
    std::vector<Statement> statements;
    QString heading;
    bool leadIsSourced = false;
    for (const auto& line : page.body.split(u'\n')) {
        if (line.startsWith(u'#')) {
            heading = line;
            leadIsSourced = false;
        } else if (item.match(line).hasMatch()) {
            statements.push_back({line, heading, leadIsSourced || line.contains(QStringLiteral("[^"))});
        } else if (!line.isEmpty()) {
            for (auto found = sentence.globalMatch(line); found.hasNext();) {
                const auto text = found.next().captured().trimmed();
                if (!text.isEmpty())
                    statements.push_back({text, heading, text.contains(QStringLiteral("[^"))});
            }
            static const QRegularExpression leads(QStringLiteral(":(\\[\\^[^\\]]*\\])+$"));
            leadIsSourced = leads.match(line).hasMatch();
        }
    }
    return statements;
}

} // namespace

TEST_CASE("Every row of issue 9 has its page or card")
{
    const auto& library = Library::builtIn();
    for (const auto* id :
         {"what-is-cse", "going-missing", "key-facts", "who-is-at-risk", "signs", "what-to-do", "if-a-child-tells-you",
          "a-good-concern", "words-to-use", "mash", "cpoms", "phoenix-and-hubs", "refresher"}) {
        INFO(id);
        CHECK(library.page(QString::fromLatin1(id)));
    }
    for (const auto* id :
         {"nspcc-cse", "nspcc-signs", "nspcc-preventing", "nspcc-case-reviews", "animation-my-story-is-real",
          "animation-when-someone-cares", "animation-jay", "nspcc-therapeutic", "nwg", "nwg-licensing", "lga",
          "pace-advice", "pace-relational-safeguarding", "barnardos-impacts", "trauma-model", "gm-procedures",
          "complex-safeguarding"}) {
        INFO(id);
        REQUIRE(library.card(QString::fromLatin1(id)));
        CHECK(library.card(QString::fromLatin1(id))->kind == CardKind::Resource);
    }
}

TEST_CASE("The contacts are those that were verified, with the numbers they were verified with")
{
    const QHash<QString, QString> verified{{QStringLiteral("emergency"), QStringLiteral("999")},
                                           {QStringLiteral("police-101"), QStringLiteral("101")},
                                           {QStringLiteral("manchester-mash"), QStringLiteral("0161 234 5001")},
                                           {QStringLiteral("nspcc-helpline"), QStringLiteral("0808 800 5000")},
                                           {QStringLiteral("childline"), QStringLiteral("0800 1111")},
                                           {QStringLiteral("ceop"), QString()},
                                           {QStringLiteral("crimestoppers"), QStringLiteral("0800 555 111")},
                                           {QStringLiteral("nspcc-whistleblowing"), QStringLiteral("0800 028 0285")},
                                           {QStringLiteral("missing-people"), QStringLiteral("116 000")},
                                           {QStringLiteral("report-remove"), QString()}};
    int contacts = 0;
    for (const auto& card : Library::builtIn().cards()) {
        if (card.kind != CardKind::Contact) {
            CHECK(card.phone == QString());
            continue;
        }
        ++contacts;
        REQUIRE(verified.contains(card.id));
        CHECK(card.phone == verified.value(card.id));
    }
    CHECK(contacts == verified.size());
}

TEST_CASE("No resource lacks its source and the day it was checked")
{
    for (const auto& card : Library::builtIn().cards()) {
        INFO(card.id.toStdString());
        CHECK_FALSE(card.source.trimmed().isEmpty());
        CHECK(card.checked >= QDate(2026, 11, 1));
        CHECK_FALSE(card.what.trimmed().isEmpty());
        CHECK_FALSE(card.links.empty());
    }
    for (const auto& page : Library::builtIn().pages()) {
        INFO(page.id.toStdString());
        CHECK_FALSE(page.sources.empty());
        CHECK(page.reviewed >= QDate(2026, 11, 1));
    }
}

TEST_CASE("A source is the same wherever it is cited")
{
    QHash<QString, Source> known;
    for (const auto& page : Library::builtIn().pages())
        for (const auto& source : page.sources) {
            INFO(page.id.toStdString() << ' ' << source.id.toStdString());
            if (known.contains(source.id))
                CHECK(known.value(source.id) == source);
            known.insert(source.id, source);
        }
}

TEST_CASE("Each sign of the checklist has its page, with the same six parts")
{
    const auto& library = Library::builtIn();
    const auto* overview = library.page(u"signs");
    REQUIRE(overview);
    int number = 0;
    for (const auto& sign : checklist().signsListed) {
        INFO(sign.code.toStdString());
        const auto* page = library.pageOfSign(sign.code);
        REQUIRE(page);
        CHECK(page->id == QString(QStringLiteral("sign-") + sign.code));
        CHECK(page->order == ++number);
        CHECK(page->title.startsWith(QStringLiteral("Sign %1: ").arg(number)));
        QStringList headings;
        for (const auto& heading : contentsOf(*page))
            headings << heading.text;
        CHECK(headings == QStringList{QStringLiteral("What it can look like"), QStringLiteral("What else it can be"),
                                      QStringLiteral("What to notice"), QStringLiteral("Ask yourself"),
                                      QStringLiteral("Never ask the child"), QStringLiteral("What to do")});
        CHECK(page->body.contains(QString(QStringLiteral("(heed:log/") + sign.code + u')')));
        CHECK(page->body.contains(QStringLiteral("(heed:page/what-to-do)")));
        CHECK(overview->body.contains(QString(QStringLiteral("(heed:page/") + page->id + u')')));
    }
    CHECK(number == 13);
    for (const auto& page : library.pages())
        if (!page.sign.isEmpty())
            CHECK(checklist().find(page.sign));
}

TEST_CASE("Every factual sentence carries its source")
{
    // A sentence is not a statement of fact when it asks, speaks to the reader or of the program, is a thing to say,
    // leads elsewhere or is filled by the school; or when it stands among the advice or in a made-up situation.
    static const QRegularExpression notFact(
        QStringLiteral("\\?|\\b([Yy]ou|[Yy]our|Heed|[Ww]e|[Oo]urs?|[Oo]thers may|[Ll]eads? |them to|Look out|Do not|"
                       "See|Read|Say|Call|So notice|Never|In the form)\\b|\\{\\{|heed:|^[-0-9. ]*[\"*]"));
    static const QRegularExpression advice(QStringLiteral(
        "What to|Ask yourself|Never ask|What it can look|Who fills|In school|What else it can be|Leave out|"
        "Test it|Say who|Call it|Do not judge|Two rules|In Heed|Risk or harm|Minute (two|three|four|five)|Testy|"
        "Mockingly|Pretend|Fictitia|While they talk|As soon as|Then look after|Say$|How a lead|Mind|Before you|"
        "After you"));
    for (const auto& page : Library::builtIn().pages()) {
        for (const auto& statement : statementsOf(page)) {
            if (statement.sourced || notFact.match(statement.text).hasMatch() ||
                advice.match(statement.heading).hasMatch())
                continue;
            INFO(page.id.toStdString() << ' ' << statement.heading.toStdString());
            INFO(statement.text.toStdString());
            CHECK(statement.sourced);
        }
    }
}

TEST_CASE("Every figure on every page carries its source")
{
    static const QRegularExpression figure(QStringLiteral("\\d|per cent|\\bmillion\\b"));
    static const QRegularExpression notFigure(
        QStringLiteral("\\b(999|101|111|116 000|Sign \\d+|Signs \\d[^.]*|Year \\d+|1\\.15)\\b|^\\d+\\. |"
                       "heed:[a-z/0-9-]+"));
    for (const auto& page : Library::builtIn().pages())
        for (const auto& statement : statementsOf(page)) {
            // The made-up situations, and the examples of wording, are full of made-up figures.
            if (page.id == u"refresher" || page.id == u"words-to-use")
                continue;
            auto text = statement.text;
            if (text.remove(notFigure).contains(figure)) {
                INFO(page.id.toStdString() << ": " << statement.text.toStdString());
                CHECK(statement.sourced);
            }
        }
}

TEST_CASE("The seed's figures are marked as old")
{
    const auto* page = Library::builtIn().page(u"key-facts");
    REQUIRE(page);
    const auto rendered = render(*page, QDate(2026, 11, 20));
    const auto mark = QStringLiteral("figure from 2012: more than ten years old");
    for (const auto* figure : {"16% of children", "over 70%", "around 10 years", "from the age of 8"}) {
        const auto at = rendered.markdown.indexOf(QString::fromLatin1(figure));
        INFO(figure);
        REQUIRE(at > 0);
        CHECK(rendered.markdown.mid(at, 200).contains(mark));
    }
    CHECK(std::none_of(rendered.sources.begin(), rendered.sources.end(),
                       [](const CitedSource& source) { return source.year >= 2016 && source.old; }));
}

TEST_CASE("Links are well formed, and what moved shows both addresses")
{
    int moved = 0;
    for (const auto& card : Library::builtIn().cards())
        for (const auto& link : card.links) {
            INFO(card.id.toStdString() << ' ' << link.address.toStdString());
            CHECK_FALSE(problemOfAddress(link.address));
            CHECK_FALSE(link.label.isEmpty());
            moved += !link.was.isEmpty();
        }
    CHECK(moved >= 5);
    CHECK(Library::builtIn().card(u"gm-procedures")->links.at(0).was ==
          QStringLiteral("http://greatermanchesterscb.proceduresonline.com/"));
    for (const auto& page : Library::builtIn().pages())
        for (const auto& address : addressesIn(page.body)) {
            static const auto log = QStringLiteral("heed:log/");
            if (address.startsWith(log))
                CHECK(checklist().find(QStringView(address).mid(log.size())));
        }
}

TEST_CASE("The page that says what to do leads with danger and has today's route")
{
    const auto* page = Library::builtIn().page(u"what-to-do");
    REQUIRE(page);
    CHECK(page->body.startsWith(QStringLiteral("## A child is in danger now\n\nCall **999**")));
    for (const auto* slot : {"route.name", "route.phone", "route.deputies", "mash.phone", "head.name", "chair.name"}) {
        INFO(slot);
        CHECK(slotNames(*page).contains(QString::fromLatin1(slot)));
    }
}

TEST_CASE("No page blames a child, imitates a score or names a person of the school")
{
    static const QRegularExpression wrong(
        QStringLiteral("Wealleans|Clifton|Howard|Woolf|Buckley|Bentley|Phoenix score|no action (is )?needed|low risk|"
                       "puts? (him|her|them)sel(f|ves) at risk"),
        QRegularExpression::CaseInsensitiveOption);
    for (const auto& page : Library::builtIn().pages()) {
        if (page.id == u"words-to-use")
            continue;
        INFO(page.id.toStdString());
        CHECK_FALSE(page.body.contains(wrong));
    }
}

TEST_CASE("No page puts a question to a child in anybody's mouth, nor tells them to ask")
{
    static const QRegularExpression question(QStringLiteral("\"[^\"]*\\?\""));
    static const QRegularExpression warned(QStringLiteral("Never ask|What not to say|Fictitia"));
    static const QRegularExpression told(
        QStringLiteral(
            "\\b(ask|question|quiz|interview)\\b( (a|the|your)\\b)? ?(child|pupil|girl|boy|them|him|her)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression not_(QStringLiteral("\\b(not|never|nothing|don't)\\b"),
                                         QRegularExpression::CaseInsensitiveOption);
    for (const auto& page : Library::builtIn().pages())
        for (const auto& statement : statementsOf(page)) {
            INFO(page.id.toStdString() << ' ' << statement.heading.toStdString() << ": "
                                       << statement.text.toStdString());
            if (question.match(statement.text).hasMatch())
                CHECK(warned.match(statement.heading).hasMatch());
            if (told.match(statement.text).hasMatch() && !statement.heading.contains(QStringLiteral("Never ask")))
                CHECK(not_.match(statement.text).hasMatch());
        }
}

TEST_CASE("The refresher takes five minutes, a minute for each of its parts")
{
    constexpr int wordsPerMinute = 200; // somebody who reads aloud in their head takes their time
    const auto* page = Library::builtIn().page(u"refresher");
    REQUIRE(page);
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const auto words = plainText(page->body).split(space, Qt::SkipEmptyParts).size();
    INFO(words << " words");
    CHECK(words <= 4 * wordsPerMinute); // and a minute to think
    QStringList minutes;
    QStringList situations;
    for (const auto& heading : contentsOf(*page))
        (heading.level == 2 ? minutes : situations) << heading.text;
    REQUIRE(minutes.size() == 5);
    for (const auto& minute : minutes)
        CHECK(minute.startsWith(QStringLiteral("Minute ")));
    CHECK(situations.size() >= 3);
    CHECK(page->body.contains(QStringLiteral("All names here are made up.")));
    CHECK(page->body.contains(QStringLiteral("**Good:**")));
}
