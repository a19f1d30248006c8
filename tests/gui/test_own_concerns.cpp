#include "desk.h"

#include "gui/log/record_view.h"
#include "qt_strings.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString logOne(Desk& staff)
{
    const auto answer =
        staff.run([](session::Session& session) { return session::logConcern(session, sampleConcern()); });
    REQUIRE(answer);
    return answer->reference;
}

} // namespace

TEST_CASE("an author sees how their concern stands, what came back, and can add to it")
{
    auto& school = sharedSchool();
    Desk staff(school, staffName());
    const auto reference = logOne(staff);
    auto* page = staff.put(gui::log::makeMyConcernsPage);
    auto* state = seen<QLabel>(u"mine.state."_s + reference);
    REQUIRE(state);
    CHECK(state->text() == u"Waiting: nobody has acknowledged it yet."_s);

    click(u"mine.words."_s + reference);
    auto* record = seen<gui::log::RecordView>(u"mine.record."_s + reference);
    REQUIRE(record);
    CHECK(record->toPlainText().contains(u"silver car"_s));
    CHECK(record->toPlainText().contains(u"He's just a mate"_s));

    // Logging is not telling: asked until it is answered.
    const QString told = u"mine.told."_s + reference;
    click(told + u".notReached"_s);
    REQUIRE(waitFor([&] {
        return seen<QAbstractButton>(told + u".told"_s)->text() == u"I have told Amanda Clifton"_s &&
               seen(told + u".told"_s)->isEnabled();
    }));
    page = staff.put(gui::log::makeMyConcernsPage);
    REQUIRE(waitFor([&] {
        return isSeen(told + u".told"_s) &&
               seen<QAbstractButton>(told + u".told"_s)->text() == u"I have told Amanda Clifton"_s;
    }));
    click(told + u".told"_s);
    click(told + u".save"_s);
    REQUIRE(seen(told + u".done"_s));
    page->enter();
    staff.run([](session::Session&) -> model::Result { return {}; });
    CHECK(waitFor([&] { return isSeen(u"mine.state."_s + reference) && !isSeen(told + u".told"_s); }));

    click(u"mine.add."_s + reference);
    click(u"mine.addition.save."_s + reference);
    CHECK(seen<QLabel>(u"mine.addition."_s + reference + u"Error"_s)->text() == u"Write what you want to add."_s);
    type(u"mine.addition."_s + reference, u"She wore a new watch today."_s);
    page->refresh(); // what is being written is not taken away
    staff.run([](session::Session&) -> model::Result { return {}; });
    auto* box = seen<QPlainTextEdit>(u"mine.addition."_s + reference);
    REQUIRE(box);
    CHECK(box->toPlainText() == u"She wore a new watch today."_s);
    CHECK(QApplication::focusWidget() == box);
    // Nor by a lock.
    page->beforeLock();
    page = staff.put(gui::log::makeMyConcernsPage);
    REQUIRE(seen<QPlainTextEdit>(u"mine.addition."_s + reference));
    CHECK(seen<QPlainTextEdit>(u"mine.addition."_s + reference)->toPlainText() == u"She wore a new watch today."_s);
    click(u"mine.addition.save."_s + reference);
    REQUIRE(waitFor([&] {
        auto* events = page->findChild<gui::log::RecordView*>(u"mine.events."_s + reference);
        return events && events->toPlainText().contains(u"new watch"_s);
    }));

    Desk lead(school, school.lead());
    REQUIRE(lead.run([reference](session::Session& session) { return session::acknowledge(session, reference); }));
    REQUIRE(lead.run([reference](session::Session& session) {
        return session::giveFeedback(session, reference, u"Thank you. We have spoken to her."_s);
    }));
    REQUIRE(staff.run([](session::Session& session) { return session.refresh(); }));
    page->refresh();
    REQUIRE(waitFor([&] {
        auto* events = page->findChild<gui::log::RecordView*>(u"mine.events."_s + reference);
        return events && events->toPlainText().contains(u"We have spoken to her."_s);
    }));
    CHECK(seen<QLabel>(u"mine.state."_s + reference)->text().startsWith(u"Acknowledged by Donna Wealleans"_s));
}

TEST_CASE("who never told anybody because a lead had read it first can say so, also once it is closed")
{
    auto& school = sharedSchool();
    Desk staff(school, staffName());
    const auto reference = logOne(staff);
    auto* page = staff.put(gui::log::makeMyConcernsPage);
    const auto told = u"mine.told."_s + reference;
    REQUIRE(seen(told + u".told"_s));
    CHECK_FALSE(isSeen(told + u".wasRead"_s)); // nobody has read it yet

    Desk lead(school, school.lead());
    REQUIRE(lead.run([reference](session::Session& session) { return session::acknowledge(session, reference); }));
    const auto closed = lead.run([reference](session::Session& session) {
        return session::close(session, reference, {u"monitoring"_s, u"We see her each week."_s});
    });
    INFO((closed ? std::string() : closed.error().message.toStdString()));
    REQUIRE(closed);
    REQUIRE(staff.run([](session::Session& session) { return session.refresh(); }));
    page->refresh();
    REQUIRE(waitFor([&] { return isSeen(told + u".wasRead"_s); }));
    CHECK(seen<QLabel>(u"mine.state."_s + reference)->text().contains(u"Closed"_s));
    CHECK(seen<QLabel>(u"mine.count"_s)->text().contains(u"not yet said"_s)); // closed, and asked until it is answered
    click(told + u".wasRead"_s);
    REQUIRE(waitFor([&] { return isSeen(told + u".done"_s); }));
    const auto mine = staff.run([](session::Session& session) { return session::myConcerns(session); });
    REQUIRE(mine);
    const auto& own = mine->front();
    CHECK(own.record.reference == reference);
    CHECK(own.toldAnswered);
    const auto& body = std::get<model::ToldBody>(own.record.events.back().body);
    CHECK(body.whom == u"Donna Wealleans"_s);
    CHECK(body.how == u"They read it in Heed first"_s);
}

TEST_CASE("who has not said whom they told is asked again when they sign in, until they have")
{
    QString reference;
    {
        Desk staff(sharedSchool(), staffName());
        reference = logOne(staff);
    }
    {
        const auto window = sharedSchool().signedIn(staffName());
        REQUIRE(seen(u"untoldBanner"_s));
        click(u"untoldGo"_s);
        CHECK(seen(u"myConcernsPage"_s));
        CHECK_FALSE(isSeen(u"untoldBanner"_s));
    }
    {
        Desk staff(sharedSchool(), staffName());
        const auto mine = staff.run([](session::Session& session) { return session::myConcerns(session); });
        REQUIRE(mine);
        for (const auto& own : *mine)
            if (!own.toldAnswered)
                REQUIRE(staff.run([reference = own.record.reference](session::Session& session) {
                    return session::recordTold(session, reference, {u"Donna Wealleans"_s, {}, {}, true, {}});
                }));
    }
    const auto window = sharedSchool().signedIn(staffName());
    // What the list answers was asked after what the banner would.
    click(u"navMyConcerns"_s);
    REQUIRE(seen(u"mine."_s + reference));
    CHECK_FALSE(isSeen(u"untoldBanner"_s));
}
