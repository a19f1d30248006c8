#pragma once

#include "platform/settings.h"

#include <QPalette>

namespace heed::gui {

/// `system` is the palette that the desktop gave.
QPalette paletteOf(platform::Theme theme, const QPalette& system);

/// WCAG 2.2 relative contrast, 1 to 21.
double contrast(const QColor& one, const QColor& other);

/// `share` (0 to 1) of `over` upon `under`.
QColor mixed(const QColor& under, const QColor& over, double share);

} // namespace heed::gui
