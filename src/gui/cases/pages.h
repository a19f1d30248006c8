#pragma once

#include "gui/frame/context.h"
#include "gui/frame/place_page.h"

namespace heed::gui::cases {

/// The queue, one case, and its print preview; open(reference) shows that case.
PlacePage* makeCasesPage(Context& context, QWidget* parent);

} // namespace heed::gui::cases
