#include "gui/frame/look.h"
#include "gui/frame/look_style.h"
#include "gui/frame/palettes.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QToolTip>

#include <algorithm>

namespace heed::gui {
namespace {

/// What the desktop gave, before the first change of ours.
struct Desktop {
    QPalette palette = QApplication::palette();
    QFont font = QApplication::font();
};

const Desktop& desktop()
{
    static const Desktop found;
    return found;
}

QString css(const QColor& colour)
{
    return colour.name();
}

QColor readable(QColor colour, const QColor& on, const QColor& text, double wanted)
{
    for (double share = 0; share <= 1 && contrast(colour, on) < wanted; share += 0.05)
        colour = mixed(colour, text, share);
    return colour;
}

QString sheet(const Colours& c, qreal points)
{
    const auto pt = [points](double times) { return QString::number(points * times, 'f', 1) + QStringLiteral("pt"); };
    const auto px = [](double times) { return QString::number(em(times)) + QStringLiteral("px"); };
    const auto hover = css(mixed(c.surface, c.accent, 0.10));
    const auto ring = c.isHighContrast ? QStringLiteral("3px") : QStringLiteral("2px");
    QString text = QStringLiteral(
        "QLabel[role=title]{font-size:@title;font-weight:600;}"
        "QLabel[role=heading]{font-size:@heading;font-weight:600;}"
        "QLabel[role=strong]{font-weight:600;}"
        "QLabel[role=large]{font-size:@large;font-weight:600;}"
        "QLabel[role=remark]{color:@quiet;font-size:@small;}"
        "QLabel[role=error]{color:@danger;font-weight:600;}"
        "QPushButton{background:@surface;color:@text;border:2px solid @edge;border-radius:6px;padding:@padY @padX;}"
        "QPushButton:hover{background:@hover;}"
        "QPushButton:pressed,QPushButton:checked{background:@noteBack;}"
        "QPushButton:disabled{color:@faded;border-color:@line;}"
        "QPushButton:focus{border:2px solid @focus;outline:none;}"
        "QPushButton[role=primary]{background:@accent;color:@onAccent;border-color:@accent;font-weight:600;}"
        "QPushButton[role=primary]:hover{background:@accentHover;}"
        "QPushButton[role=primary]:disabled{background:@line;border-color:@line;color:@faded;}"
        "QPushButton[role=primary]:focus{border:2px solid @primaryFocus;}"
        "QPushButton[role=danger]{background:@dangerEdge;color:@onEdge;border-color:@dangerEdge;font-weight:600;}"
        "QPushButton[role=danger]:focus{border:2px solid @text;}"
        "QPushButton[role=link]{background:transparent;border:2px solid transparent;color:@link;"
        "text-decoration:underline;padding:2px 3px;text-align:left;}"
        "QPushButton[role=link]:hover{color:@text;}"
        "QPushButton[role=link]:focus{border:2px solid @focus;}"
        "QPushButton[role=quiet]{background:transparent;border:2px solid transparent;}"
        "QPushButton[role=quiet]:hover{background:@hover;}"
        "QPushButton[role=quiet]:focus{border:2px solid @focus;}"
        "QPushButton[role=choice]{text-align:left;padding:@padX;}"
        "QFrame[role=card]{background:@surface;border:1px solid @line;border-radius:10px;}"
        "QFrame[role=errors]{background:@dangerBack;border:2px solid @dangerEdge;border-radius:8px;}"
        "QFrame[role=side]{background:@surface;border:none;border-right:1px solid @line;}"
        "QFrame[role=top]{background:@surface;border:none;border-bottom:1px solid @line;}"
        "QFrame[role=floating]{background:@surface;border:3px solid @warningEdge;border-radius:10px;}"
        "QScrollArea,QScrollArea>QWidget>QWidget[role=page]{background:transparent;}"
        "QTabBar,QTabBar::tab{outline:none;}"
        "QTabBar::tab{background:transparent;border:1px solid @line;border-bottom:none;padding:@padY @padX;"
        "margin-right:3px;border-top-left-radius:6px;border-top-right-radius:6px;}"
        "QTabBar::tab:hover{background:@hover;}"
        "QTabBar::tab:selected{background:@surface;border-color:@edge;border-top:3px solid @accent;}"
        "QTabBar::tab:selected:focus{border:2px solid @focus;border-top:3px solid @focus;}"
        "QProgressBar{border:1px solid @edge;border-radius:4px;background:@surface;height:@bar;text-align:center;}"
        "QProgressBar::chunk{background:@accent;border-radius:3px;}"
        "QToolTip{background:@surface;color:@text;border:1px solid @edge;padding:4px;}");
    // The style's own bars are nearly the colour of the page there.
    if (c.isHighContrast)
        text += QStringLiteral("QScrollBar{background:@surface;border:1px solid @line;}"
                               "QScrollBar:vertical{width:@scroll;}QScrollBar:horizontal{height:@scroll;}"
                               "QScrollBar::handle{background:@text;}"
                               "QScrollBar::handle:vertical{min-height:@scroll;}"
                               "QScrollBar::handle:horizontal{min-width:@scroll;}"
                               "QScrollBar::add-line,QScrollBar::sub-line{width:0;height:0;}");
    const QList<std::pair<const char*, QString>> values{
        {"@title", pt(1.55)},
        {"@heading", pt(1.18)},
        {"@large", pt(1.3)},
        {"@small", pt(0.92)},
        {"@primaryFocus", css(c.isDark ? c.text : mixed(c.focus, c.text, 0.75))},
        {"@accentHover", css(mixed(c.accent, c.text, 0.15))},
        {"@accent", css(c.accent)},
        {"@onAccent", css(c.onAccent)},
        {"@onEdge", css(c.onEdge)},
        {"@dangerBack", css(c.dangerBack)},
        {"@dangerEdge", css(c.dangerEdge)},
        {"@danger", css(readable(c.dangerEdge, c.window, c.text, 4.5))},
        {"@warningEdge", css(c.warningEdge)},
        {"@noteBack", css(c.noteBack)},
        {"@surface", css(c.surface)},
        {"@quiet", css(c.quiet)},
        {"@faded", css(mixed(c.window, c.text, 0.5))},
        {"@hover", hover},
        {"@focus", css(c.focus)},
        {"@link", css(QApplication::palette().color(QPalette::Link))},
        {"@line", css(c.line)},
        {"@edge", css(c.edge)},
        {"@text", css(c.text)},
        {"@padY", px(0.42)},
        {"@padX", px(0.95)},
        {"@bar", px(0.7)},
        {"@scroll", px(1)},
        {"@ring", ring},
    };
    for (const auto& [name, value] : values)
        text.replace(QLatin1StringView(name), value);
    return text;
}

} // namespace

Colours colours()
{
    const auto palette = QApplication::palette();
    Colours c;
    c.window = palette.color(QPalette::Window);
    c.surface = palette.color(QPalette::Base);
    c.text = palette.color(QPalette::WindowText);
    c.onAccent = palette.color(QPalette::HighlightedText);
    // A desktop's highlight may be too pale to write upon.
    c.accent = readable(palette.color(QPalette::Highlight), c.onAccent,
                        c.onAccent.lightness() < 128 ? QColor(Qt::white) : QColor(Qt::black), 4.6);
    c.isHighContrast = contrast(c.text, c.window) > 20.5;
    c.isDark = c.window.lightness() < 128;
    c.quiet = c.isHighContrast ? c.text : readable(mixed(c.window, c.text, 0.68), c.window, c.text, 4.6);
    c.line = c.isHighContrast ? c.text : mixed(c.window, c.text, 0.16);
    c.edge = c.isHighContrast ? c.text : readable(mixed(c.surface, c.text, 0.42), c.surface, c.text, 3.0);
    c.focus = c.isHighContrast ? c.accent : readable(c.accent, c.surface, c.text, 4.5);
    const auto tint = [&c](int hue) {
        const auto full = QColor::fromHsl(hue, c.isDark ? 150 : 200, c.isDark ? 150 : 80);
        return mixed(c.surface, full, c.isHighContrast ? 0.0 : (c.isDark ? 0.20 : 0.09));
    };
    const auto edge = [&c](int hue) {
        const auto strong = QColor::fromHsl(hue, c.isDark ? 170 : 190, c.isDark ? 165 : 82);
        return c.isHighContrast ? QColor::fromHsl(hue, 255, 165) : readable(strong, c.surface, c.text, 4.5);
    };
    c.noteBack = tint(205);
    c.noteEdge = edge(205);
    c.tellBack = tint(160);
    c.tellEdge = edge(165);
    c.warningBack = tint(38);
    c.warningEdge = edge(32);
    c.dangerBack = tint(2);
    c.dangerEdge = edge(2);
    c.onEdge = contrast(c.dangerEdge, Qt::white) >= 4.5 ? QColor(Qt::white) : QColor(Qt::black);
    return c;
}

int em(double times)
{
    return qRound(QFontMetricsF(QApplication::font()).height() * 0.86 * times);
}

void applyLook(const platform::Settings& settings)
{
    const auto& given = desktop();
    if (!qobject_cast<LookStyle*>(QApplication::style()) && !qApp->property("heedLook").toBool()) {
        qApp->setProperty("heedLook", true);
        QApplication::setStyle(new LookStyle);
    }
    QApplication::setPalette(paletteOf(settings.theme, given.palette));
    QFont font = given.font;
    const auto points = std::max(given.font.pointSizeF(), 10.5) * settings.textPercent / 100.0;
    font.setPointSizeF(points);
    QApplication::setFont(font);
    qApp->setStyleSheet(sheet(colours(), points));
}

} // namespace heed::gui
