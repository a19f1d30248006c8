#include "hand.h"
#include "help.h"

#include "gui/frame/look.h"
#include "gui/frame/shell.h"
#include "gui/log/route_panel.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

bool isNarrow(const QWidget* widget)
{
    if (const auto* label = qobject_cast<const QLabel*>(widget); label && label->wordWrap())
        return label->height() + 1 < label->heightForWidth(label->width());
    if (qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLabel*>(widget))
        return widget->width() + 1 < widget->minimumSizeHint().width();
    return false;
}

/// What is cut off, or stands beyond the right edge of the window.
QStringList cutOff(const QWidget* root)
{
    QStringList found;
    for (const auto* widget : root->findChildren<QWidget*>()) {
        const bool hasText =
            (qobject_cast<const QLabel*>(widget) && !qobject_cast<const QLabel*>(widget)->text().isEmpty()) ||
            (qobject_cast<const QAbstractButton*>(widget) && !widget->inherits("QToolButton"));
        if (!widget->isVisible() || !hasText || widget->inherits("QTableCornerButton"))
            continue;
        const int right = widget->mapTo(root, QPoint(widget->width(), 0)).x();
        if (isNarrow(widget) || right > root->width())
            found << (widget->accessibleName().isEmpty() && qobject_cast<const QLabel*>(widget)
                          ? qobject_cast<const QLabel*>(widget)->text()
                          : widget->objectName());
    }
    return found;
}

void settle()
{
    for (int i = 0; i < 20; ++i)
        QApplication::processEvents();
}

void look(QWidget* window, const QString& where)
{
    settle();
    // For a person's eyes: HEED_PICTURES=DIR heed_tests_gui "*200*"
    if (const auto folder = qEnvironmentVariable("HEED_PICTURES"); !folder.isEmpty())
        window->grab().save(QDir(folder).filePath(where + u".png"_s));
    const auto found = cutOff(window);
    INFO(where.toStdString() << ": " << found.join(u" | "_s).toStdString());
    CHECK(found.isEmpty());
}

/// A small screen's window at twice the size of the text, with somebody at a new concern.
struct SmallScreen {
    School school;
    std::unique_ptr<gui::MainWindow> window;
    gui::PlacePage* page = nullptr;

    explicit SmallScreen(platform::Theme theme = platform::Theme::Light)
    {
        apply(theme, 200);
        window = school.signedIn();
        window->resize(1280, 720);
        window->shell()->go(gui::Place::Log);
        page = window->shell()->page(gui::Place::Log);
        REQUIRE(waitFor([] { return isSeen(u"route.contact"_s) && !text(u"route.contact"_s).isEmpty(); }));
        settle();
    }
    ~SmallScreen()
    {
        window.reset();
        apply(platform::Theme::Light, 100);
    }
    SmallScreen(const SmallScreen&) = delete;
    SmallScreen& operator=(const SmallScreen&) = delete;

    static void apply(platform::Theme theme, int percent)
    {
        platform::Settings settings;
        settings.theme = theme;
        settings.textPercent = percent;
        gui::applyLook(settings);
    }
    static QString text(const QString& name) { return seen<QLabel>(name)->text(); }
    int formHeight() const { return page->findChild<QScrollArea*>(u"log.scroll"_s)->viewport()->height(); }
    /// Whether all of it can be seen without scrolling.
    bool isWhole(const QString& name) const
    {
        auto* label = seen<QLabel>(name);
        auto* sight = page->findChild<QScrollArea*>(u"log.panelScroll"_s)->viewport();
        return !isNarrow(label) && sight->rect().contains(QRect(label->mapTo(sight, QPoint()), label->size()));
    }
    void picture(const QString& where) const { look(window.get(), where); }
};

} // namespace

TEST_CASE("On a small screen at 200 % text the form has most of the page, and whom to tell is whole above it")
{
    SmallScreen screen;
    CHECK(screen.isWhole(u"route.contact"_s));
    CHECK(screen.formHeight() * 2 > screen.page->height());
    screen.picture(u"small-school"_s);

    click(u"child.onRoll.no"_s);
    REQUIRE(waitFor([] { return isSeen(u"route.phone"_s); }));
    settle();
    CHECK(screen.isWhole(u"route.contact"_s));
    CHECK(screen.isWhole(u"route.phone"_s));
    CHECK(screen.formHeight() * 2 > screen.page->height());
    screen.picture(u"small-elsewhere"_s);

    click(u"immediateDanger"_s);
    REQUIRE(waitFor([] { return isSeen(u"route.dangerTitle"_s); }));
    settle();
    for (const auto& name : {u"route.dangerTitle"_s, u"route.contact"_s, u"route.phone"_s})
        CHECK(screen.isWhole(name));
    CHECK(screen.formHeight() * 5 > screen.page->height() * 2);
    screen.picture(u"small-danger"_s);

    // What else there is to know is asked for, and given back.
    const int before = screen.formHeight();
    click(u"route.more"_s);
    settle();
    CHECK(isSeen(u"route.reasons"_s));
    CHECK(screen.formHeight() < before);
    screen.picture(u"small-open"_s);
    click(u"route.more"_s);
    settle();
    CHECK(screen.formHeight() == before);

    // A name and a number that need several lines have them.
    auto* panel = seen<gui::log::RoutePanel>(u"routePanel"_s);
    auto route = panel->route();
    route.contact.name = u"The Multi-Agency Safeguarding Hub of an invented county, by day"_s;
    route.contact.phone = u"01632 960001, and after five o'clock 01632 960002"_s;
    panel->setRoute(route);
    settle();
    for (const auto& name : {u"route.dangerTitle"_s, u"route.contact"_s, u"route.phone"_s})
        CHECK(screen.isWhole(name));
    screen.picture(u"small-long"_s);
}

TEST_CASE("At 200 % text an enlarged body figure leaves its buttons free")
{
    SmallScreen screen;
    SmallScreen::apply(platform::Theme::Light, 100);
    settle();
    click(u"sign.injuries"_s);
    auto* area = seen(u"bodyMap.scroll"_s);
    const auto spotOf = [&](const QString& name) {
        auto* widget = seen(name);
        return QRect(widget->mapTo(screen.page, QPoint()), widget->size());
    };
    const auto isFree = [&] {
        settle();
        for (const auto& name : {u"bodyMap.larger"_s, u"bodyMap.smaller"_s, u"bodyMap.where"_s})
            if (spotOf(name).intersects(spotOf(area->objectName())))
                return false;
        return true;
    };
    CHECK(isFree());
    click(u"bodyMap.larger"_s);
    CHECK(isFree());
    // The size of the text changes while the form is open: the picture's place grows with the picture.
    const int before = area->height();
    SmallScreen::apply(platform::Theme::Light, 200);
    CHECK(isFree());
    CHECK(area->height() > before * 3 / 2);
    for (const auto& view : {u"front"_s, u"back"_s, u"head-left"_s}) {
        click(u"bodyMap.view."_s + view);
        for (int i = 0; i < 4; ++i) {
            click(u"bodyMap.larger"_s);
            CHECK(isFree());
            screen.picture(u"small-body-%1-%2"_s.arg(view).arg(i));
        }
        click(u"bodyMap.smaller"_s);
        CHECK(isFree());
    }
}

TEST_CASE("Pictures of a small screen in high contrast", "[.pictures]")
{
    SmallScreen screen(platform::Theme::HighContrast);
    screen.picture(u"contrast-school"_s);
    click(u"child.onRoll.no"_s);
    click(u"immediateDanger"_s);
    REQUIRE(waitFor([] { return isSeen(u"route.danger"_s); }));
    settle();
    screen.picture(u"contrast-danger"_s);
}

TEST_CASE(
    "At 200 % text the pupils of a file, a new school year and a pupil are read whole, and nothing lies on anything")
{
    SmallScreen screen;
    openSettings(*screen.window, u"Pupils"_s);
    const QTemporaryDir folder;
    const auto path = folder.filePath(u"pupils.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("Full name,DOB,Year,Class,A heading that is much longer than anybody would wish a heading to be\n"
               "\"Placeholder, Robin\",1/2/2012,9,9A,something\n\"Made-up, Jamie\",30/2/2012,9,9B,\n"
               "\"Placeholder, Robyn\",1/2/2012,9,9A,something\n");
    file.close();
    const auto free = [&](const QString& one, const QString& other) {
        const auto spotOf = [&](const QString& name) {
            auto* widget = seen(name);
            return QRect(widget->mapTo(screen.window.get(), QPoint()), widget->size());
        };
        return !spotOf(one).intersects(spotOf(other));
    };
    click(u"pupilsImport"_s);
    auto* dialog = seen<QFileDialog>(u"importDialog"_s);
    REQUIRE(dialog);
    Q_EMIT dialog->fileSelected(path);
    dialog->reject();
    REQUIRE(waitFor([] { return isSeen(u"importLook"_s); }));
    look(screen.window.get(), u"pupils-columns"_s);
    CHECK(free(u"importColumn5"_s, u"importParted"_s));
    click(u"importLook"_s);
    REQUIRE(waitFor([] { return isSeen(u"importTake"_s); }));
    look(screen.window.get(), u"pupils-preview"_s);
    CHECK(free(u"importTake"_s, u"importChanges"_s));
    click(u"importTake"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupilsAnswer"_s) && seen<QTableWidget>(u"pupilsTable"_s)->rowCount() == 2; }));
    look(screen.window.get(), u"pupils-list"_s);
    click(u"pupilsNewYear"_s);
    REQUIRE(waitFor([] { return isSeen(u"newYearSteps"_s); }));
    look(screen.window.get(), u"pupils-new-year"_s);
    CHECK(free(u"newYear.save"_s, u"newYearSteps"_s));
    click(u"newYear.cancel"_s);
    auto* table = seen<QTableWidget>(u"pupilsTable"_s);
    table->selectRow(0);
    click(u"pupilsCorrect"_s);
    REQUIRE(waitFor([] { return isSeen(u"pupil.forename"_s); }));
    look(screen.window.get(), u"pupil"_s);
    // It begins at its top, with whose page it is.
    CHECK(seen(u"pupilTitle"_s)->visibleRegion().boundingRect().height() == seen(u"pupilTitle"_s)->height());
}

TEST_CASE("Nothing is cut off at 200 % text")
{
    School school;
    platform::Settings settings;
    settings.theme = platform::Theme::Light;
    settings.textPercent = 200;
    gui::applyLook(settings);
    {
        gui::MainWindow first(settings);
        first.resize(1280, 800);
        first.start();
        first.show();
        look(&first, u"welcome"_s);
        click(u"setUpChoice"_s);
        look(&first, u"set-up"_s);
    }
    auto window = school.window();
    seen(u"dutyMash"_s);
    waitFor([] { return !seen<QLabel>(u"dutyMash"_s)->text().isEmpty(); });
    look(window.get(), u"sign-in"_s);
    window.reset();
    window = school.signedIn();
    for (const auto place : window->shell()->places()) {
        window->shell()->go(place);
        look(window.get(), window->shell()->page(place)->title());
        if (place != gui::Place::Settings)
            continue;
        auto* tabs = seen<QTabWidget>(u"settingsTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            look(window.get(), tabs->tabText(i));
        }
    }
    settings.textPercent = 100;
    gui::applyLook(settings);
}
