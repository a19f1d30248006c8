#include "desk.h"

#include <algorithm>

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using model::Kind;
using model::State;

namespace {

const QDate day(2026, 12, 10);

/// First names, page after page.
QStringList names(Casebook& book, const Desk& desk, const model::CaseFilter& filter = {}, int limit = 200)
{
    QStringList list;
    std::optional<model::CaseCursor> after;
    do {
        const auto page = taken(book.list(filter, after, limit, day, desk.policy));
        REQUIRE(static_cast<int>(page.rows.size()) <= limit);
        for (const auto& row : page.rows)
            list << row.child.section(u' ', 0, 0);
        after = page.next;
    } while (after);
    return list;
}

QStringList found(Casebook& book, const Desk& desk, const QString& text)
{
    model::CaseFilter filter;
    filter.text = text;
    return names(book, desk, filter);
}

} // namespace

TEST_CASE("The queue: waiting with danger, the oldest waiting, what is due, the rest, what is closed")
{
    Desk desk;
    const auto log = [&](const char* name, int minute, bool danger = false) {
        auto concern = concernAbout(QString::fromLatin1(name));
        concern.immediateDanger = danger;
        return desk.log(desk.anna, concern, morning.addSecs(60 * minute));
    };
    const auto acknowledged = [&](const journal::Written& record) {
        desk.add(desk.lead, record, Kind::Acknowledged, nothing);
        return record;
    };
    const auto due = [&](const journal::Written& record, int dayOfMonth) {
        desk.add(desk.lead, record, Kind::ActionAdded,
                 model::ActionBody{QStringLiteral("do"), {}, QDate(2026, 12, dayOfMonth), {}});
    };
    log("WaitingNew", 9);
    log("WaitingOld", 1);
    const auto closed = acknowledged(log("Closed", 2));
    desk.add(desk.lead, closed, Kind::Closed, model::ClosedBody{QStringLiteral("Monitor"), QStringLiteral("why")});
    acknowledged(log("OpenOld", 3));
    acknowledged(log("OpenNew", 4));
    due(acknowledged(log("DueLate", 5)), 20);
    due(acknowledged(log("DueSoon", 6)), 2);
    log("DangerNew", 8, true);
    log("DangerOld", 7, true);
    auto book = desk.project();
    CHECK(names(book, desk) ==
          QStringList{QStringLiteral("DangerOld"), QStringLiteral("DangerNew"), QStringLiteral("WaitingOld"),
                      QStringLiteral("WaitingNew"), QStringLiteral("DueSoon"), QStringLiteral("DueLate"),
                      QStringLiteral("OpenNew"), QStringLiteral("OpenOld"), QStringLiteral("Closed")});
    const auto all = names(book, desk);
    for (int limit = 1; limit < 10; ++limit)
        CHECK(names(book, desk, {}, limit) == all);
    const auto counts = taken(book.counts(day));
    CHECK(counts.waiting == 4);
    CHECK(counts.open == 4);
    CHECK(counts.closed == 1);
    CHECK(counts.overdueActions == 1);
    // One after another, and at once, are the same.
    auto fresh = desk.project();
    CHECK(names(fresh, desk) == names(book, desk));
}

TEST_CASE("Search takes what people type as words, and nothing as an instruction")
{
    Desk desk;
    auto concern = concernAbout(QStringLiteral("Zoë"), QStringLiteral("O'Neil-Smith"));
    concern.facts = QStringLiteral("She said \"never\" AND left. NEAR the gate \U0001F600 NOT alone (C# * 100%)");
    const auto record = desk.log(desk.anna, concern);
    desk.log(desk.anna, concernAbout(QStringLiteral("Other")));
    desk.add(desk.lead, record, Kind::Note, text("Rang the grandmother"));
    auto book = desk.project();
    struct Row {
        QString typed;
        int hits;
    };
    const std::vector<Row> rows{
        {QStringLiteral("zoe"), 1},
        {QStringLiteral("ZOË"), 1},
        {QStringLiteral("o'neil"), 1},
        {QStringLiteral("neil-smith"), 1},
        {QStringLiteral("grandm"), 1},
        {QStringLiteral("gate left"), 1},
        {QStringLiteral("gate elephant"), 0},
        {QStringLiteral("\"never\""), 1},
        {QStringLiteral("\""), 0},
        {QStringLiteral("\"\"\""), 0},
        {QStringLiteral("*"), 0},
        {QStringLiteral("-"), 0},
        {QStringLiteral("AND"), 1},
        {QStringLiteral("AND OR NOT NEAR"), 0},
        {QStringLiteral("NEAR(gate, elephant)"), 0},
        {QStringLiteral("text:gate"), 0},
        {QStringLiteral("gate*"), 1},
        {QStringLiteral("^gate"), 1},
        {QStringLiteral("gate; DROP TABLE concern"), 0},
        {QStringLiteral("'"), 0},
        {QStringLiteral("\U0001F600"), 0},
        {QStringLiteral("gate \U0001F600"), 1},
        {QString(10'000, u'x'), 0},
        {QString(10'000, u'"'), 0},
        {QStringLiteral("gate ").repeated(2'000), 1},
        {QString(QChar(0xD83D)), 0},
        {QStringLiteral("   "), 2},
        {QString(), 2},
        {Desk::reference(record), 1},
        {Desk::reference(record).remove(u'-'), 1},
        {Desk::reference(record).left(6), 1},
    };
    for (const auto& row : rows) {
        INFO(row.typed.left(60).toStdString());
        CHECK(found(book, desk, row.typed).size() == row.hits);
    }
}

TEST_CASE("A part of a word is enough, a plate and a number are found however they are spaced")
{
    Desk desk;
    auto concern = concernAbout(QStringLiteral("Zebedee"), QStringLiteral("Made-Up"));
    concern.facts = QStringLiteral("Got into a car, MK21 ABC. Rang 0161 496 0201 from it. Œuvre façade.");
    concern.involved = {{model::InvolvedKind::Username, QStringLiteral("@kat_x99"), {}, {}},
                        {model::InvolvedKind::Vehicle, QStringLiteral("grey van LV70XYZ"), {}, {}}};
    desk.log(desk.anna, concern);
    desk.log(desk.anna, concernAbout(QStringLiteral("Other")));
    auto book = desk.project();
    for (const auto* typed : {"bede",
                              "zebe",
                              "ebedee",
                              "mk21 abc",
                              "mk21abc",
                              "MK21ABC",
                              "mk21 a",
                              "k21ab",
                              "mk21",
                              "0161 496 0201",
                              "01614960201",
                              "0161 4960201",
                              "+44 161 496 0201",
                              "4960201",
                              "kat_x99",
                              "katx99",
                              "@kat_x99",
                              "lv70 xyz",
                              "LV70XYZ",
                              "lv70",
                              "70xy",
                              "facade",
                              "acad",
                              "made-up van"}) {
        INFO(typed);
        CHECK(found(book, desk, QString::fromUtf8(typed)) == QStringList{QStringLiteral("Zebedee")});
    }
    for (const auto* typed : {"state=waiting", "mk22abc", "eb van elephant", "b4d", "level=none month=2026-11"}) {
        INFO(typed);
        CHECK(found(book, desk, QString::fromUtf8(typed)).isEmpty());
    }
}

TEST_CASE("A reference that begins with letters alone is found by its beginning, however it is typed")
{
    Desk desk;
    auto draft = desk.concernDraft(desk.anna, concernAbout(QStringLiteral("Ann")));
    const auto isAllLetters = [&] {
        const auto reference = model::referenceOf(draft.id).left(6).remove(u'-');
        return std::all_of(reference.begin(), reference.end(), [](QChar symbol) { return symbol.isLetter(); });
    };
    while (!isAllLetters())
        draft.id = model::newRecordId(crypto::randomBytes);
    desk.append(desk.journal, desk.anna, draft);
    auto book = desk.project();
    const auto reference = model::referenceOf(draft.id);
    for (int length = 2; length <= reference.size(); ++length) {
        const auto typed = reference.left(length);
        INFO(typed.toStdString());
        CHECK(found(book, desk, typed).size() == 1);
        CHECK(found(book, desk, QString(typed).remove(u'-').toLower()).size() == 1);
    }
}

TEST_CASE("What was found is shown with its words marked")
{
    Desk desk;
    auto concern = concernAbout(QStringLiteral("Zoë"));
    concern.facts = QStringLiteral("At first nothing. ").repeated(20) + QStringLiteral("Then a façade by the Gate.");
    desk.log(desk.anna, concern);
    auto book = desk.project();
    model::CaseFilter filter;
    filter.text = QStringLiteral("gate facade");
    const auto page = taken(book.list(filter, {}, 10, day, desk.policy));
    REQUIRE(page.rows.size() == 1);
    const auto& shown = page.rows.front().found;
    REQUIRE(shown);
    QStringList marked;
    for (const auto& mark : shown->marks)
        marked << shown->text.mid(mark.at, mark.length);
    CHECK(marked == QStringList{QStringLiteral("façade"), QStringLiteral("Gate")});
    CHECK(shown->text.startsWith(u'…'));
    CHECK(shown->text.size() < 200);
}

TEST_CASE("Filters narrow the queue, alone and together, in every order and with a search")
{
    Desk desk;
    struct Row {
        const char* name;
        const char* year;
        const char* sign;
        bool danger;
        int day;
    };
    std::vector<journal::Written> records;
    for (const auto& row : std::vector<Row>{{"Ann", "9", "missing", false, 0},
                                            {"Bea", "10", "truancy", true, 1},
                                            {"Cal", "9", "truancy", false, 2},
                                            {"Dan", "11", "missing", false, 40}}) {
        auto concern = concernAbout(QString::fromLatin1(row.name));
        concern.child.yearGroup = QString::fromLatin1(row.year);
        concern.signsSeen.push_back({QString::fromLatin1(row.sign), {}, {}, {}});
        concern.immediateDanger = row.danger;
        if (row.day == 40)
            concern.otherSign = QStringLiteral("In their own words, and ticked nowhere");
        if (row.day == 2)
            concern.child.vulnerabilities.push_back(model::Vulnerability::LookedAfter);
        records.push_back(desk.log(desk.anna, concern, morning.addDays(row.day)));
    }
    desk.add(desk.lead, records[0], Kind::Acknowledged, nothing, morning.addSecs(600));
    desk.add(desk.lead, records[0], Kind::ActionAdded,
             model::ActionBody{QStringLiteral("do"), {}, day.addDays(-1), {}});
    desk.add(desk.lead, records[2], Kind::Acknowledged, nothing, morning.addDays(5));
    desk.add(desk.lead, records[2], Kind::LevelSet, model::LevelBody{model::Level::High, QStringLiteral("why")});
    desk.add(desk.lead, records[2], Kind::HandedOver, text("h", QStringLiteral("Other Lead")));
    auto book = desk.project();
    const auto logged = morning.date();

    const auto check = [&](const char* expected, auto set) {
        for (const auto order : {model::CaseOrder::Urgency, model::CaseOrder::Newest, model::CaseOrder::Oldest,
                                 model::CaseOrder::Due, model::CaseOrder::Child}) {
            for (const auto* words : {"", "telephone", "Anna teleph"}) {
                model::CaseFilter filter;
                set(filter);
                filter.order = order;
                filter.text = QString::fromLatin1(words);
                auto got = names(book, desk, filter, 1);
                CHECK(taken(book.countOf(filter, 100, day)) == got.size());
                got.sort();
                INFO(expected << " / " << words << " / " << static_cast<int>(order));
                CHECK(got.join(u' ') == QString::fromLatin1(expected));
            }
        }
    };
    check("Ann Bea Cal Dan", [](model::CaseFilter&) {});
    check("Bea Dan", [](model::CaseFilter& filter) { filter.state = State::Waiting; });
    check("Ann Cal", [](model::CaseFilter& filter) { filter.state = State::Open; });
    check("", [](model::CaseFilter& filter) { filter.state = State::Closed; });
    check("Cal", [](model::CaseFilter& filter) { filter.level = model::Level::High; });
    check("Ann", [](model::CaseFilter& filter) { filter.dsl = QStringLiteral("Testa Lead"); });
    check("Cal", [](model::CaseFilter& filter) { filter.dsl = QStringLiteral("Other Lead"); });
    check("Ann Cal", [](model::CaseFilter& filter) { filter.yearGroup = QStringLiteral("9"); });
    check("Bea Cal", [](model::CaseFilter& filter) { filter.sign = QStringLiteral("truancy"); });
    check("Cal", [](model::CaseFilter& filter) {
        filter.sign = QStringLiteral("truancy");
        filter.yearGroup = QStringLiteral("9");
    });
    check("Dan", [](model::CaseFilter& filter) { filter.sign = model::otherSignCode; });
    check("Cal", [](model::CaseFilter& filter) { filter.flag = QStringLiteral("looked-after"); });
    check("Bea", [](model::CaseFilter& filter) { filter.flag = QStringLiteral("immediate-danger"); });
    check("Ann", [](model::CaseFilter& filter) { filter.overdue = true; });
    check("Ann", [](model::CaseFilter& filter) { filter.acknowledged = model::Wait::Hour; });
    check("Cal", [](model::CaseFilter& filter) { filter.acknowledged = model::Wait::Week; });
    check("Bea Dan", [](model::CaseFilter& filter) { filter.acknowledged = model::Wait::Never; });
    check("Bea", [](model::CaseFilter& filter) {
        filter.acknowledged = model::Wait::Never;
        filter.sign = QStringLiteral("truancy");
    });
    check("Bea Cal Dan", [&](model::CaseFilter& filter) { filter.since = logged.addDays(1); });
    check("Ann Bea", [&](model::CaseFilter& filter) { filter.until = logged.addDays(1); });
    check("Bea", [&](model::CaseFilter& filter) { filter.since = filter.until = logged.addDays(1); });
    check("", [&](model::CaseFilter& filter) {
        filter.since = logged.addDays(9);
        filter.until = logged.addDays(1);
    });
    check("", [](model::CaseFilter& filter) { filter.sign = QStringLiteral("truancy' OR 1 --"); });
    check("", [](model::CaseFilter& filter) { filter.dsl = QStringLiteral("\" OR *"); });

    const auto inOrder = [&](model::CaseOrder order) {
        model::CaseFilter filter;
        filter.order = order;
        return names(book, desk, filter).join(u' ');
    };
    CHECK(inOrder(model::CaseOrder::Urgency) == QStringLiteral("Bea Dan Ann Cal"));
    CHECK(inOrder(model::CaseOrder::Newest) == QStringLiteral("Dan Cal Bea Ann"));
    CHECK(inOrder(model::CaseOrder::Oldest) == QStringLiteral("Ann Bea Cal Dan"));
    CHECK(inOrder(model::CaseOrder::Due).startsWith(QStringLiteral("Ann")));
    CHECK(inOrder(model::CaseOrder::Child) == QStringLiteral("Ann Bea Cal Dan"));
    const auto month = QStringLiteral("wait/") + logged.toString(QStringLiteral("yyyy-MM"));
    CHECK(taken(book.tallies(month)) == std::map<QString, qint64>{{month + QStringLiteral("/hour"), 1},
                                                                  {month + QStringLiteral("/never"), 1},
                                                                  {month + QStringLiteral("/week"), 1}});
}

TEST_CASE("Many that a filter finds stand in the order of the whole list, and few in the same")
{
    constexpr int many = 1'100; // more than are sorted
    Desk desk;
    for (int i = 0; i < many; ++i) {
        auto concern = concernAbout(QStringLiteral("Child%1").arg(i % 97));
        concern.child.yearGroup = QStringLiteral("9");
        concern.signsSeen.push_back({i % 40 == 0 ? QStringLiteral("truancy") : QStringLiteral("missing"), {}, {}, {}});
        const auto record = desk.log(desk.anna, concern, morning.addSecs(i * 600));
        if (i % 3 == 0)
            desk.add(desk.lead, record, Kind::Acknowledged, nothing, morning.addDays(40));
        if (i % 21 == 0)
            desk.add(desk.lead, record, Kind::ActionAdded,
                     model::ActionBody{QStringLiteral("do"), {}, day.addDays(i % 5), {}}, morning.addDays(40));
        if (i % 6 == 0)
            desk.add(desk.lead, record, Kind::Closed,
                     model::ClosedBody{QStringLiteral("Monitor"), QStringLiteral("why")}, morning.addDays(41));
    }
    auto book = desk.project();
    const auto rowsFor = [&](const model::CaseFilter& filter) {
        std::vector<model::CaseRow> rows;
        std::optional<model::CaseCursor> after;
        do {
            const auto page = taken(book.list(filter, after, 70, day, desk.policy));
            rows.insert(rows.end(), page.rows.begin(), page.rows.end());
            after = page.next;
        } while (after);
        return rows;
    };
    for (const auto order : {model::CaseOrder::Urgency, model::CaseOrder::Newest, model::CaseOrder::Oldest,
                             model::CaseOrder::Due, model::CaseOrder::Child}) {
        INFO(static_cast<int>(order));
        model::CaseFilter filter;
        filter.order = order;
        const auto whole = rowsFor(filter);
        REQUIRE(std::ssize(whole) == many);
        filter.yearGroup = QStringLiteral("9");
        CHECK(rowsFor(filter) == whole);
        CHECK(taken(book.countOf(filter, 5'000, day)) == many);
        CHECK(taken(book.countOf(filter, 1'001, day)) == 1'001);
        filter.sign = QStringLiteral("truancy");
        std::vector<model::CaseRow> few;
        std::copy_if(whole.begin(), whole.end(), std::back_inserter(few),
                     [](const model::CaseRow& row) { return row.signCodes.contains(QStringLiteral("truancy")); });
        REQUIRE(few.size() == 28);
        CHECK(rowsFor(filter) == few);
        CHECK(taken(book.countOf(filter, 1'001, day)) == std::ssize(few));
    }
}

TEST_CASE("An empty casebook answers every question")
{
    const Desk desk;
    auto book = taken(Casebook::inMemory());
    CHECK(names(book, desk).isEmpty());
    CHECK(found(book, desk, QStringLiteral("word")).isEmpty());
    CHECK(taken(book.countOf({}, 10, day)) == 0);
    CHECK(taken(book.counts(QDate(2026, 1, 1))).waiting == 0);
    CHECK_FALSE(taken(book.record(QStringLiteral("2222-2222-22A"), desk.policy)));
    CHECK(taken(book.records(desk.policy)).empty());
    CHECK(taken(book.recordsOfChild(QStringLiteral("x"), desk.policy)).empty());
    CHECK(taken(book.findChildren(QString())).empty());
    CHECK(taken(book.findChildren(QStringLiteral("%"))).empty());
    CHECK_FALSE(taken(book.facts(QStringLiteral("x"))));
    CHECK(taken(book.copies(QByteArray(16, 'x'))) == 0);
    CHECK(taken(book.placesOf(QByteArray(16, 'x'))).empty());
    CHECK_FALSE(taken(book.isSame({QByteArray(16, 'x'), 1}, {}, {})));
    CHECK_FALSE(taken(book.has(QByteArray(16, 'x'), Kind::Read, QStringLiteral("x"), morning)));
    CHECK(taken(book.refused()).empty());
    auto journal = desk.journalInMemory();
    CHECK(taken(book.bringUpToDate(journal, Desk().reading())) == 0);
}

TEST_CASE("A child is found by id, UPN and words of a name, and by nothing that is a pattern")
{
    Desk desk;
    auto concern = concernAbout(QStringLiteral("Ann"), QStringLiteral("Percent%Sign"));
    concern.child.upn = QStringLiteral("A123");
    const auto record = desk.log(desk.anna, concern);
    concern.child.forename = QStringLiteral("Annie");
    desk.log(desk.bob, concern);
    auto book = desk.project();
    const auto hits = [&](const QString& typed) { return taken(book.findChildren(typed)).size(); };
    CHECK(hits(Desk::firstChild(record)) == 1);
    CHECK(hits(QStringLiteral(" a123 ")) == 1);
    CHECK(hits(QStringLiteral("ann")) == 1);
    CHECK(hits(QStringLiteral("a_n")) == 0);
    CHECK(hits(QStringLiteral("nobody")) == 0);
    CHECK(hits(QStringLiteral("percent sign")) == 1);
    CHECK(taken(book.findChildren(QStringLiteral("A123"))).front().child.forename == QStringLiteral("Annie"));
    const auto rows = taken(book.list({}, {}, 10, day, desk.policy)).rows;
    CHECK(rows[0].childId == rows[1].childId);
}

TEST_CASE("Children about whom several things were logged lately come first, the most and then the newest")
{
    Desk desk;
    const auto since = morning.addDays(-42);
    const auto say = [&](const char* forename, const QDateTime& at) {
        return desk.log(desk.anna, concernAbout(QString::fromLatin1(forename)), at);
    };
    const auto three = say("Threea", since);
    say("Threea", since.addDays(1));
    say("Threea", since.addDays(2));
    say("Onceb", morning);
    say("Beforec", since.addSecs(-1));
    say("Beforec", morning);
    say("Twod", morning.addDays(-1));
    say("Twod", morning);
    auto both = concernAbout(QStringLiteral("Twoe"));
    both.children = {concernAbout(QStringLiteral("Withf")).child};
    desk.log(desk.anna, both, morning.addDays(-2));
    desk.log(desk.anna, both, morning.addDays(-2));
    auto book = desk.project();

    const auto found = taken(book.gathering(since, 2, 10));
    QStringList names;
    for (const auto& one : found)
        names << QStringLiteral("%1 %2").arg(one.child.forename).arg(one.concerns);
    REQUIRE(names.size() == 4);
    CHECK(names[0] == QStringLiteral("Threea 3"));
    CHECK(names[1] == QStringLiteral("Twod 2"));
    CHECK(names.mid(2).contains(QStringLiteral("Twoe 2")));
    CHECK(names.mid(2).contains(QStringLiteral("Withf 2"))); // who was not the first child of it
    CHECK(found[0].id == Desk::firstChild(three));
    CHECK(found[0].last == since.addDays(2));
    CHECK(taken(book.gathering(since, 3, 10)).size() == 1);
    CHECK(taken(book.gathering(since, 2, 1)).size() == 1);
    CHECK(taken(book.gathering(since.addSecs(-1), 2, 10)).size() == 5);
    CHECK(taken(book.gathering(morning.addDays(1), 1, 10)).empty());
}
