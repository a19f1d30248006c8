#pragma once

#include "model/kind.h"

namespace heed::rules {

/// What an entry of this kind is, in the words of whoever reads a list of them: "the note".
QString entryWords(model::Kind kind);

} // namespace heed::rules
