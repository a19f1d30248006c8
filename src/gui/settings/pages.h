#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

#include <functional>

namespace heed::gui::settings {

/// `changed` is called when the look or the idle time of this computer was changed.
PlacePage* makeSettingsPage(Context& context, std::function<void()> changed, QWidget* parent);

} // namespace heed::gui::settings
