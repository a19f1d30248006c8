#pragma once

#include "guidance/listing.h"

namespace heed::guidance {

/// "Staff, parents and safeguarding leads".
QString readersText(const std::vector<Audience>& readers);

/// A page or a card as one Markdown text, for the screen and for paper: title, for whom, body, sources, and when it was
/// last looked at.
QString wholeText(const Shown& shown);

} // namespace heed::guidance
