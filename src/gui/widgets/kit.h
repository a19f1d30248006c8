#pragma once

#include "gui/widgets/banner.h"
#include "gui/widgets/busy.h"
#include "gui/widgets/calm_combo_box.h"
#include "gui/widgets/card.h"
#include "gui/widgets/columns.h"
#include "gui/widgets/error_summary.h"
#include "gui/widgets/field.h"
#include "gui/widgets/field_grid.h"
#include "gui/widgets/flow_layout.h"
#include "gui/widgets/named.h"
