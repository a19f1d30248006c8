#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

namespace heed::gui::log {

/// The form; open(code) chooses a sign.
PlacePage* makeLogPage(Context& context, QWidget* parent);
PlacePage* makeMyConcernsPage(Context& context, QWidget* parent);

} // namespace heed::gui::log
