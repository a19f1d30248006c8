#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

namespace heed::gui::guidance {

/// The library; open(id) shows a page or a card of it.
PlacePage* makeGuidancePage(Context& context, QWidget* parent);

} // namespace heed::gui::guidance
