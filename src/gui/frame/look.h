#pragma once

#include "platform/settings.h"

#include <QColor>

namespace heed::gui {

/// The colours that a page may draw with, all made from the palette in force.
struct Colours {
    QColor window;
    QColor surface; ///< cards and fields
    QColor text;
    QColor quiet; ///< remarks; still readable
    QColor line;  ///< between things
    QColor edge;  ///< around a field: at least 3:1
    QColor accent;
    QColor onAccent;
    QColor focus;
    QColor noteBack, noteEdge;
    QColor tellBack, tellEdge;
    QColor warningBack, warningEdge;
    QColor dangerBack, dangerEdge;
    QColor onEdge; ///< a mark drawn upon one of the edges
    bool isDark = false;
    bool isHighContrast = false;
};

Colours colours();

/// Palette, font and style sheet of the whole program. May be called again at any time; every page follows.
void applyLook(const platform::Settings& settings);

/// `times` the height of the text, in pixels: spacing that grows with the text.
int em(double times);

} // namespace heed::gui
