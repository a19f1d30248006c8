#include "desk.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using model::Kind;
using model::State;

namespace {

QStringList names(Casebook& book, const Desk& desk, const Casebook::Filter& filter = {})
{
    QStringList list;
    for (const auto& row : taken(book.queue(filter, desk.policy)))
        list << row.child.section(u' ', 0, 0);
    return list;
}

QStringList found(Casebook& book, const Desk& desk, const QString& text)
{
    Casebook::Filter filter;
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
    const auto due = [&](const journal::Written& record, int day) {
        desk.add(desk.lead, record, Kind::ActionAdded,
                 model::ActionBody{QStringLiteral("do"), {}, QDate(2026, 12, day), {}});
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
    CHECK(names(book, desk, {State::Closed, {}, 200, 0}) == QStringList{QStringLiteral("Closed")});
    CHECK(names(book, desk, {{}, {}, 2, 1}) == QStringList{QStringLiteral("DangerNew"), QStringLiteral("WaitingOld")});
    const auto counts = taken(book.counts(QDate(2026, 12, 10)));
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

TEST_CASE("An empty casebook answers every question")
{
    const Desk desk;
    auto book = taken(Casebook::inMemory());
    CHECK(taken(book.queue({}, desk.policy)).empty());
    CHECK(taken(book.queue({State::Open, QStringLiteral("word"), 10, 10}, desk.policy)).empty());
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
    CHECK(taken(book.findChildren(QStringLiteral("A123"))).front().child.forename == QStringLiteral("Annie"));
    const auto rows = taken(book.queue({}, desk.policy));
    CHECK(rows[0].childId == rows[1].childId);
}
