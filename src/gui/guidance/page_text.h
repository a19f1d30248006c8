#pragma once

#include "guidance/listing.h"
#include "guidance/render.h"

#include "model/profile.h"

namespace heed::gui::guidance {

/// What fills a page's slots here and now: the profile, and the route that a child of this school has at `now`.
heed::guidance::Filling fillingFor(const model::Profile& profile, const QDateTime& now, const QString& reader);

/// A page or a card as one Markdown text: title, body, sources, when it was last looked at.
QString markdownOf(const heed::guidance::Shown& shown);

} // namespace heed::gui::guidance
