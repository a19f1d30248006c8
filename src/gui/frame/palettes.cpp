#include "gui/frame/palettes.h"

#include <algorithm>
#include <cmath>

namespace heed::gui {
namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

struct Base {
    QRgb window, surface, raised, text, accent, onAccent, link;
};

QPalette paletteFrom(const Base& base)
{
    const QColor window(base.window), text(base.text), surface(base.surface);
    QPalette palette(QColor(base.raised), window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, surface);
    palette.setColor(QPalette::AlternateBase, mixed(surface, text, 0.04));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(base.raised));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, QColor(base.onAccent));
    palette.setColor(QPalette::ToolTipBase, surface);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, mixed(surface, text, 0.62));
    palette.setColor(QPalette::Highlight, QColor(base.accent));
    palette.setColor(QPalette::HighlightedText, QColor(base.onAccent));
    palette.setColor(QPalette::Link, QColor(base.link));
    palette.setColor(QPalette::LinkVisited, QColor(base.link));
    const auto faded = mixed(window, text, 0.5);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mixed(window, text, 0.3));
    return palette;
}

} // namespace

double contrast(const QColor& one, const QColor& other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& under, const QColor& over, double share)
{
    const auto blend = [share](float a, float b) {
        return static_cast<float>(static_cast<double>(a) * (1 - share) + static_cast<double>(b) * share);
    };
    return QColor::fromRgbF(blend(under.redF(), over.redF()), blend(under.greenF(), over.greenF()),
                            blend(under.blueF(), over.blueF()));
}

QPalette paletteOf(platform::Theme theme, const QPalette& system)
{
    using platform::Theme;
    switch (theme) {
    case Theme::Light:
        return paletteFrom({0xfff4f5f3, 0xffffffff, 0xffffffff, 0xff1c2326, 0xff1d5c6e, 0xffffffff, 0xff17566a});
    case Theme::Dark:
        return paletteFrom({0xff191d20, 0xff22282c, 0xff2b3237, 0xffe7eaec, 0xff86c5d8, 0xff0d1a1f, 0xff9bd3e4});
    case Theme::HighContrast:
        return paletteFrom({0xff000000, 0xff000000, 0xff000000, 0xffffffff, 0xffffff00, 0xff000000, 0xff00ffff});
    case Theme::System: break;
    }
    return system;
}

} // namespace heed::gui
