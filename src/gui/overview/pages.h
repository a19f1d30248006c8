#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

namespace heed::gui::overview {

/// Many concerns in one picture, for a reader of a desk; each figure opens the list behind it.
PlacePage* makeOverviewPage(Context& context, QWidget* parent);

} // namespace heed::gui::overview
