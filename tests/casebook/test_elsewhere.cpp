#include "desk.h"

using namespace heed;
using namespace heed::tests;
using namespace heed::casebook;
using model::InvolvedKind;
using model::Kind;

namespace {

/// "vehicle: a grey van, MK21 ABC -> Ben (MK21ABC), Cal (ending 21 ABC)"
QStringList same(Casebook& book, const journal::Written& record)
{
    QStringList lines;
    for (const auto& thing : taken(book.elsewhere(Desk::reference(record)))) {
        QStringList others;
        for (const auto& other : thing.others)
            others << QStringLiteral("%1 (%2)").arg(other.child.section(u' ', 0, 0), other.shown);
        lines << QStringLiteral("%1: %2 -> %3%4")
                     .arg(model::nameOf(thing.kind), thing.shown, others.join(QStringLiteral(", ")),
                          thing.areMore ? QStringLiteral(" and more") : QString());
    }
    return lines;
}

journal::Written log(Desk& desk, const char* name, const char* facts, std::vector<model::Involved> involved = {})
{
    auto concern = concernAbout(QString::fromLatin1(name));
    concern.facts = QString::fromUtf8(facts);
    concern.involved = std::move(involved);
    return desk.log(desk.anna, concern);
}

} // namespace

TEST_CASE("What stands in other concerns too is told with the children it stands with")
{
    Desk desk;
    const auto ann = log(desk, "Ann", "Got out of a car.",
                         {{InvolvedKind::Vehicle, QStringLiteral("grey van MK21 ABC"), {}, {}},
                          {InvolvedKind::Adult, QStringLiteral("Zoë Pretend"), {}, {}},
                          {InvolvedKind::Place, QStringLiteral("The Made-up Arcade"), {}, {}}});
    log(desk, "Ben", "A friend wrote down mk21abc from the window.");
    log(desk, "Cal", "", {{InvolvedKind::Vehicle, QStringLiteral("silver, ending 21 ABC"), {}, {}}});
    log(desk, "Dan", "", {{InvolvedKind::Adult, QStringLiteral("zoe  pretend"), {}, {}}});
    const auto eve = log(desk, "Eve", "Rang 0161 496 0201.",
                         {{InvolvedKind::Username, QStringLiteral("@kat_x99"), {}, {}},
                          {InvolvedKind::Vehicle, QStringLiteral("MK22 ABC"), {}, {}}});
    log(desk, "Fay", "Calls from +44 161 496 0201.", {{InvolvedKind::Username, QStringLiteral("Kat_X99"), {}, {}}});
    auto book = desk.project();
    CHECK(same(book, ann) ==
          QStringList{QStringLiteral("adult: Zoë Pretend -> Dan (zoe  pretend)"),
                      QStringLiteral("vehicle: grey van MK21 ABC -> Ben (mk21abc), Cal (silver, ending 21 ABC)")});
    CHECK(same(book, eve) == QStringList{QStringLiteral("phone: 0161 496 0201 -> Fay (+44 161 496 0201)"),
                                         QStringLiteral("username: @kat_x99 -> Fay (Kat_X99)")});
    CHECK(taken(book.elsewhere(QStringLiteral("2222-2222-22A"))).empty());
}

TEST_CASE("A plate of many concerns is told with the newest, and that there are more")
{
    Desk desk;
    journal::Written last;
    for (int i = 0; i < 30; ++i)
        last = log(desk, "Ann", "Seen in MK21 ABC.");
    auto book = desk.project();
    const auto things = taken(book.elsewhere(Desk::reference(last)));
    REQUIRE(things.size() == 1);
    CHECK(things.front().others.size() == 20);
    CHECK(things.front().areMore);
}

TEST_CASE("Two records that a lead merges are one child's, and both again when it is taken back")
{
    Desk desk;
    const auto ann = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const auto ben = desk.log(desk.anna, concernAbout(QStringLiteral("Ben")));
    const auto again = desk.log(desk.bob, concernAbout(QStringLiteral("Ben")));
    const auto annId = Desk::firstChild(ann);
    const auto benId = Desk::firstChild(ben);
    auto book = desk.project();
    const auto say = [&](const QString& from, const QString& to, bool alone = false) {
        desk.add(desk.lead, ben, Kind::ChildLinked,
                 model::ChildLinkedBody{from, to, true, QStringLiteral("why"), alone});
        taken(book.bringUpToDate(desk.journal, desk.reading()));
    };
    const auto records = [&](const QString& child) { return taken(book.recordsOfChild(child, desk.policy)).size(); };

    say(benId, annId);
    CHECK(records(annId) == 3);
    CHECK(records(benId) == 0);
    const auto merged = taken(book.mergedInto(annId));
    REQUIRE(merged.size() == 1);
    CHECK(merged.front().id == benId);
    CHECK(merged.front().name == QStringLiteral("Ben Pupil"));
    // A concern stays with the child as described.
    CHECK(desk.record(book, ben).logged.concern.child.forename == QStringLiteral("Ben"));

    say(benId, benId);
    CHECK(records(annId) == 1);
    CHECK(records(benId) == 2);
    CHECK(taken(book.mergedInto(annId)).empty());

    say(Desk::firstChild(again), annId, true);
    CHECK(records(annId) == 2);
    CHECK(records(benId) == 1);
    CHECK(taken(desk.project().digest()) == taken(book.digest()));
}

TEST_CASE("Where a child is described, and who has opened their records")
{
    Desk desk;
    const auto ann = desk.log(desk.anna, concernAbout(QStringLiteral("Ann")));
    const auto other = desk.log(desk.anna, concernAbout(QStringLiteral("Ben")));
    desk.add(desk.lead, ann, Kind::Read, nothing, morning.addSecs(60));
    desk.add(desk.lead, ann, Kind::Read, nothing, morning.addSecs(600));
    desk.add(desk.lead, other, Kind::Read, nothing, morning.addSecs(900));
    auto book = desk.project();
    const auto described = taken(book.descriptionOf(Desk::firstChild(ann)));
    REQUIRE(described);
    CHECK(described->concern == ann.content.id);
    CHECK(described->desk == model::safeguardingDesk);
    CHECK_FALSE(taken(book.descriptionOf(QStringLiteral("nobody"))));
    const auto readings = taken(book.readingsOf(Desk::firstChild(ann), 10, desk.policy));
    REQUIRE(readings.size() == 2);
    CHECK(readings.front().who == QStringLiteral("Testa Lead"));
    CHECK(readings.front().at == morning.addSecs(600));
    CHECK(taken(book.readingsOf(Desk::firstChild(ann), 1, desk.policy)).size() == 1);
}
