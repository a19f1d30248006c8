#pragma once

#include "guidance/render.h"

#include <QDateTime>

namespace heed::guidance {

/// What fills a page's slots here and now: the profile, and the route that a child of this school has at `now` for
/// `reader`, whom nobody tells to tell themselves.
Filling fillingFor(const model::Profile& profile, const QDateTime& now, const QString& reader);

} // namespace heed::guidance
