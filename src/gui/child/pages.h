#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

namespace heed::gui::child {

/// Children with concerns; open(id) shows one with its cases.
PlacePage* makeChildPage(Context& context, QWidget* parent);

} // namespace heed::gui::child
