#include "help.h"

#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTextEdit>

using namespace heed;
using namespace heed::tests;
using namespace Qt::StringLiterals;

namespace {

/// Parts of Qt's own widgets, whose owner speaks for them.
bool isInnerPart(const QWidget* widget)
{
    const auto name = widget->objectName();
    if (name.startsWith(u"qt_"_s))
        return true;
    const auto* parent = widget->parentWidget();
    for (; parent; parent = parent->parentWidget())
        if (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent) ||
            parent->inherits("QTabBar") || parent->inherits("QLineEdit") || parent->inherits("QCalendarWidget") ||
            parent->inherits("QHeaderView") || qobject_cast<const QAbstractItemView*>(parent))
            return true;
    return widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton");
}

bool isInteractive(const QWidget* widget)
{
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget);
}

/// The interactive widgets of `root` that a test or a screen reader could not name.
QStringList nameless(const QWidget* root)
{
    QStringList found;
    for (const auto* widget : root->findChildren<QWidget*>()) {
        if (!isInteractive(widget) || isInnerPart(widget))
            continue;
        // What is not shown may still be waiting for its words.
        if (!widget->isVisibleTo(root) && widget->accessibleName().isEmpty())
            continue;
        if (widget->objectName().isEmpty() || widget->accessibleName().isEmpty())
            found << u"%1 \"%2\" (%3)"_s.arg(QString::fromLatin1(widget->metaObject()->className()),
                                             widget->objectName(), widget->accessibleName());
    }
    return found;
}

void checkNames(const QWidget* root, const QString& where)
{
    const auto found = nameless(root);
    INFO(where.toStdString() << ": " << found.join(u", "_s).toStdString());
    CHECK(found.isEmpty());
}

} // namespace

TEST_CASE("Everything one can act on has a name for tests and one for a screen reader")
{
    School school;
    {
        gui::MainWindow first{platform::Settings{}};
        first.start();
        first.show();
        checkNames(&first, u"first start"_s);
        click(u"setUpChoice"_s);
        checkNames(&first, u"set-up"_s);
    }
    auto window = school.signedIn();
    for (const auto place : window->shell()->places()) {
        window->shell()->go(place);
        REQUIRE(waitFor([&] { return window->shell()->page(place)->isVisible(); }));
        checkNames(window.get(), window->shell()->page(place)->title());
        if (place != gui::Place::Settings)
            continue;
        auto* tabs = seen<QTabWidget>(u"settingsTabs"_s);
        for (int i = 0; i < tabs->count(); ++i) {
            tabs->setCurrentIndex(i);
            checkNames(window.get(), tabs->tabText(i));
        }
    }
    window->lock();
    checkNames(window.get(), u"sign-in"_s);
}
