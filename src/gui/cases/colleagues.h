#pragma once

#include "gui/frame/context.h"

#include <QObject>
#include <QStringList>

#include <functional>

namespace heed::gui::cases {

/// Asks the session who else reads this desk, and calls back with their names if `receiver` still lives.
void askColleagues(Context& context, QObject* receiver, std::function<void(const QStringList&)> take);

} // namespace heed::gui::cases
