#include "help.h"

#include "gui/frame/look.h"
#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QTabWidget>

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

void look(QWidget* window, const QString& where)
{
    for (int i = 0; i < 20; ++i)
        QApplication::processEvents();
    // For a person's eyes: HEED_PICTURES=DIR heed_tests_gui "*200*"
    if (const auto folder = qEnvironmentVariable("HEED_PICTURES"); !folder.isEmpty())
        window->grab().save(QDir(folder).filePath(where + u".png"_s));
    const auto found = cutOff(window);
    INFO(where.toStdString() << ": " << found.join(u" | "_s).toStdString());
    CHECK(found.isEmpty());
}

} // namespace

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
