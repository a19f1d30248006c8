#pragma once

class QString;

namespace heed::gui {

/// Puts a secret on the clipboard, marked so that clipboard managers do not keep it, and takes it away after half a
/// minute unless something else was copied since.
void copySecret(const QString& secret);
/// At once, if it is still there.
void clearCopiedSecret();

} // namespace heed::gui
