#pragma once

#include <chrono>

class QString;

namespace heed::gui {

/// Puts a secret on the clipboard, marked so that clipboard managers and histories do not keep it, and takes it away
/// after a while unless something else was copied since.
void copySecret(const QString& secret, std::chrono::seconds keptFor = std::chrono::seconds(30));
/// At once, if it is still there.
void clearCopiedSecret();

} // namespace heed::gui
