// Pictures of the pages for people to look at: heed_tests_gui "[.pictures]" with HEED_PICTURES naming a folder.

#include "desk.h"

#include "gui/cases/pages.h"
#include "gui/child/pages.h"
#include "gui/frame/look.h"
#include "gui/overview/pages.h"

#include "platform/clock.h"

#include "session/attachments.h"
#include "session/review.h"

#include <catch2/catch_test_macros.hpp>

#include <QBuffer>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

QString folder()
{
    return qEnvironmentVariable("HEED_PICTURES");
}

/// The page and, where it scrolls, all that is below as well.
void grab(QWidget* page, const QString& name, const QString& scroll = {})
{
    QDir().mkpath(folder());
    QTest::qWait(250);
    page->grab().save(folder() + u'/' + name + u".png"_s);
    auto* area = scroll.isEmpty() ? nullptr : page->findChild<QScrollArea*>(scroll);
    if (!area)
        return;
    auto* bar = area->verticalScrollBar();
    for (int part = 2; bar->value() < bar->maximum() && part < 20; ++part) {
        bar->setValue(bar->value() + area->viewport()->height() - 60);
        QTest::qWait(50);
        page->grab().save(folder() + u"/%1-%2.png"_s.arg(name).arg(part));
    }
    bar->setValue(0);
}

struct Look {
    const char* name;
    platform::Theme theme;
    int percent;
};

void apply(const Look& look)
{
    platform::Settings settings;
    settings.theme = look.theme;
    settings.textPercent = look.percent;
    gui::applyLook(settings);
}

/// Some weeks of concerns about a child, and a few others.
void fill(School& school)
{
    Desk staff(school, staffName());
    platform::FixedClock clock(platform::now());
    const auto start = platform::now();
    const auto log = [&](const model::Concern& concern) {
        const auto answer =
            staff.run([concern](session::Session& session) { return session::logConcern(session, concern); });
        if (!answer)
            FAIL(answer.error().message.toStdString());
        return answer->reference;
    };
    for (int week = 10; week >= 0; week -= 2) {
        clock.set(start.addDays(-7 * week).addSecs(-1800));
        auto concern = sampleConcern();
        for (auto& seen : concern.signsSeen)
            seen.seen = QDate::currentDate().addDays(-7 * week);
        if (week == 4)
            concern.signsSeen.push_back({u"injuries"_s, QDate::currentDate().addDays(-29), model::Source::Child, {}});
        if (week == 2)
            concern.signsSeen.push_back({u"truancy"_s, QDate::currentDate().addDays(-15), model::Source::Record, {}});
        log(concern);
    }
    clock.set(start.addSecs(-600));
    auto danger = sampleConcern();
    danger.child = {};
    danger.child.forename = u"Tom"_s;
    danger.child.surname = u"Ashworth"_s;
    danger.child.yearGroup = u"11"_s;
    danger.child.onRoll = true;
    danger.immediateDanger = true;
    danger.signsSeen = {{u"missing"_s, {}, {}, {}}};
    log(danger);
    auto stranger = sampleConcern();
    stranger.child = {};
    stranger.child.description = u"A girl of about twelve in a green coat"_s;
    stranger.child.onRoll = false;
    log(stranger);
    // A long name, twice.
    for (int i = 0; i < 2; ++i) {
        auto again = sampleConcern();
        again.child.forename = u"Maximiliana-Theodosia"_s;
        again.child.surname = u"Featherstonehaugh-Madeup"_s;
        again.child.upn.clear();
        log(again);
    }
}

/// A letter and a drawing that the form holds.
void attachSome(Desk& staff)
{
    QImage drawing(700, 400, QImage::Format_RGB32);
    drawing.fill(QColor(230, 236, 240));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    REQUIRE(buffer.open(QIODevice::WriteOnly));
    REQUIRE(drawing.save(&buffer, "PNG"));
    const std::vector<std::pair<QString, QByteArray>> files{
        {u"a letter with quite a long name that somebody found in the cloakroom on Tuesday.txt"_s,
         "Wait by the gate.\n"},
        {u"drawing.png"_s, bytes},
        {u"timetable.pdf"_s, "%PDF-1.7 and no more"}};
    for (const auto& [name, content] : files) {
        const auto file = std::pair(name, content);
        REQUIRE(staff.run([file](session::Session& session) {
            return session::attachBytes(session, u"concern"_s, file.first, file.second);
        }));
    }
}

} // namespace

TEST_CASE("pictures of the pages", "[.pictures]")
{
    REQUIRE_FALSE(folder().isEmpty());
    auto& school = sharedSchool();
    fill(school);
    const std::vector<Look> looks{{"light", platform::Theme::Light, 100},
                                  {"dark", platform::Theme::Dark, 100},
                                  {"contrast", platform::Theme::HighContrast, 100},
                                  {"large", platform::Theme::Light, 200}};
    for (const auto& look : looks) {
        apply(look);
        const auto prefix = QString::fromLatin1(look.name) + u'-';
        QString withFiles;
        {
            Desk staff(school, staffName());
            attachSome(staff);
            auto* page = staff.put(gui::log::makeLogPage);
            grab(page, prefix + u"log-empty"_s, u"log.scroll"_s);
            type(u"child.forename"_s, u"Leah"_s);
            type(u"child.surname"_s, u"Marsh"_s);
            click(u"child.onRoll.no"_s);
            click(u"immediateDanger"_s);
            type(u"facts"_s, u"Leah is a liar and was seen with AB. I think she chose to go."_s);
            for (const auto* part :
                 {"childsWords", "observedAt", "opinion", "actionTaken", "involved", "children", "aboutStaff"})
                click(u"part."_s + QLatin1StringView(part));
            click(u"sign.unknown-cars"_s);
            click(u"sign.injuries"_s);
            seen(u"bodyMap.picture"_s)->setFocus(Qt::TabFocusReason);
            for (const auto key : {Qt::Key_Right, Qt::Key_Right, Qt::Key_Down, Qt::Key_Return})
                QTest::keyClick(seen(u"bodyMap.picture"_s), key, Qt::ShiftModifier);
            click(u"files.look.1"_s);
            REQUIRE(seen(u"files.view.picture"_s));
            click(u"involved.add"_s);
            click(u"children.add"_s);
            type(u"child.dateOfBirth"_s, u"5/13"_s);
            seen(u"child.forename"_s)->setFocus();
            QTest::qWait(400);
            grab(page, prefix + u"log-full"_s, u"log.scroll"_s);
            click(u"log.check"_s);
            REQUIRE(seen(u"checkView"_s));
            grab(page, prefix + u"check-problems"_s, u"check.scroll"_s);
            click(u"check.problems.go.0"_s);
            type(u"child.dateOfBirth"_s, u"3/5/2011"_s);
            click(u"log.check"_s);
            grab(page, prefix + u"check"_s, u"check.scroll"_s);
            click(u"check.submit"_s);
            REQUIRE(seen(u"afterView"_s));
            withFiles = staff.logged->reference;
            grab(page, prefix + u"after"_s, u"after.scroll"_s);
            click(u"after.told"_s);
            grab(page, prefix + u"after-told"_s);
            auto* mine = staff.put(gui::log::makeMyConcernsPage);
            REQUIRE(waitFor([&] { return isSeen(u"mine.words."_s + staff.logged->reference); }));
            click(u"mine.words."_s + staff.logged->reference);
            click(u"mine.add."_s + staff.logged->reference);
            grab(mine, prefix + u"mine"_s, u"mine.scroll"_s);
        }
        {
            Desk lead(school, school.lead());
            auto* page = lead.put(gui::cases::makeCasesPage);
            grab(page, prefix + u"queue"_s);
            const auto rows = lead.run([](session::Session& session) { return session::queue(session, {}); });
            REQUIRE(rows);
            QString reference;
            QString child;
            for (const auto& row : rows->rows)
                if (row.child == u"Leah Marsh"_s && row.routedTo == model::RouteKind::Dsl) {
                    reference = row.reference;
                    child = row.childId;
                    break;
                }
            page->open(reference);
            REQUIRE(seen(u"case.open.note"_s));
            grab(page, prefix + u"case"_s, u"case.scroll"_s);
            click(u"case.open.contact"_s);
            click(u"case.contact.save"_s);
            grab(page, prefix + u"case-form"_s);
            click(u"case.contact.cancel"_s);
            click(u"case.open.informed"_s);
            grab(page, prefix + u"case-informed"_s);
            click(u"case.informed.cancel"_s);
            click(u"case.open.consent"_s);
            grab(page, prefix + u"case-consent"_s);
            click(u"case.consent.cancel"_s);
            click(u"case.print"_s);
            type(u"print.recipient"_s, u"Manchester MASH"_s);
            type(u"print.reason"_s, u"Referral"_s);
            click(u"print.preview"_s);
            REQUIRE(seen(u"print.paper"_s));
            grab(page, prefix + u"print"_s);
            page->open(withFiles);
            REQUIRE(seen(u"case.files.look.1"_s));
            click(u"case.files.look.1"_s);
            REQUIRE(seen(u"case.files.view.picture"_s));
            QTest::qWait(200);
            grab(page, prefix + u"case-files"_s);
            auto* children = lead.put(gui::child::makeChildPage);
            children->open(child);
            REQUIRE(seen(u"child.timeline"_s));
            grab(children, prefix + u"child"_s, u"child.scroll"_s);
            seen(u"child.timeline"_s)->setFocus(Qt::TabFocusReason);
            QTest::keyClick(seen(u"child.timeline"_s), Qt::Key_Left);
            grab(children, prefix + u"child-dot"_s);
            auto* overview = lead.put(gui::overview::makeOverviewPage);
            overview->refresh();
            REQUIRE(seen(u"overview.scroll"_s));
            grab(overview, prefix + u"overview"_s, u"overview.scroll"_s);
        }
    }
    apply({"light", platform::Theme::Light, 100});
}
