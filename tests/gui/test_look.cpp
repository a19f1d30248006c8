#include "gui/frame/look.h"
#include "gui/frame/palettes.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QApplication>
#include <QCheckBox>
#include <QFont>
#include <QPalette>
#include <QRadioButton>
#include <QStyle>
#include <QStyleOptionButton>

#include <algorithm>
#include <memory>

using namespace heed;
using platform::Theme;

TEST_CASE("Text is readable in every theme, and edges can be seen")
{
    for (const auto theme : {Theme::System, Theme::Light, Theme::Dark, Theme::HighContrast}) {
        platform::Settings settings;
        settings.theme = theme;
        gui::applyLook(settings);
        const auto c = gui::colours();
        INFO("theme " << static_cast<int>(theme));
        for (const auto& back : {c.window, c.surface, c.noteBack, c.tellBack, c.warningBack, c.dangerBack})
            CHECK(gui::contrast(c.text, back) >= 7);
        CHECK(gui::contrast(c.quiet, c.window) >= 4.5);
        CHECK(gui::contrast(c.quiet, c.surface) >= 4.5);
        CHECK(gui::contrast(c.onAccent, c.accent) >= 4.5);
        CHECK(gui::contrast(c.edge, c.surface) >= 3);
        CHECK(gui::contrast(c.focus, c.surface) >= 3);
        for (const auto& edge : {c.noteEdge, c.tellEdge, c.warningEdge, c.dangerEdge})
            CHECK(gui::contrast(c.onEdge, edge) >= 4.5);
    }
    gui::applyLook({});
}

TEST_CASE("A box and a ring that are not ticked can be seen in every theme")
{
    const auto box = GENERATE(QStyle::SE_CheckBoxIndicator, QStyle::SE_RadioButtonIndicator);
    for (const auto theme : {Theme::Light, Theme::Dark, Theme::HighContrast}) {
        platform::Settings settings;
        settings.theme = theme;
        gui::applyLook(settings);
        INFO("theme " << static_cast<int>(theme));
        const bool isRing = box == QStyle::SE_RadioButtonIndicator;
        std::unique_ptr<QAbstractButton> button;
        if (isRing)
            button = std::make_unique<QRadioButton>();
        else
            button = std::make_unique<QCheckBox>();
        button->resize(button->sizeHint());
        QStyleOptionButton option;
        option.initFrom(button.get());
        const auto mark = button->style()->subElementRect(box, &option, button.get());
        const auto picture = button->grab().toImage();
        // Whatever line is at the left, half way up, stands out from what is behind it.
        double best = 1;
        for (int x = mark.left(); x < mark.left() + 3; ++x)
            best = std::max(best, gui::contrast(picture.pixelColor(x, mark.center().y()), gui::colours().window));
        CHECK(best >= 2.5);
    }
    gui::applyLook({});
}

TEST_CASE("The size of the text follows the settings")
{
    platform::Settings settings;
    gui::applyLook(settings);
    const auto normal = QApplication::font().pointSizeF();
    settings.textPercent = 200;
    gui::applyLook(settings);
    CHECK(QApplication::font().pointSizeF() == 2 * normal);
    gui::applyLook({});
}
