#include "hand.h"

#include "gui/frame/shell.h"

#include <catch2/catch_test_macros.hpp>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

namespace heed::tests {

void choose(const QString& name, const QString& text)
{
    INFO("choose " << name.toStdString() << ": " << text.toStdString());
    auto* combo = seen<QComboBox>(name);
    REQUIRE(combo);
    REQUIRE(combo->findText(text) >= 0);
    combo->setFocus();
    combo->setCurrentIndex(combo->findText(text));
    Q_EMIT combo->activated(combo->currentIndex());
}

void press(const QString& name)
{
    INFO("press " << name.toStdString());
    auto* button = seen<QPushButton>(name);
    REQUIRE(button);
    REQUIRE(waitFor([&] { return button->isEnabled(); }));
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

QString wordsOf(const QString& name)
{
    const auto* label = seen<QLabel>(name);
    return label ? label->text() : QString();
}

void openSettings(gui::MainWindow& window, const QString& tab)
{
    window.shell()->go(gui::Place::Settings);
    auto* tabs = seen<QTabWidget>(QStringLiteral("settingsTabs"));
    REQUIRE(tabs);
    for (int i = 0; i < tabs->count(); ++i)
        if (tabs->tabText(i) == tab)
            tabs->setCurrentIndex(i);
    REQUIRE(tabs->tabText(tabs->currentIndex()) == tab);
}

} // namespace heed::tests
