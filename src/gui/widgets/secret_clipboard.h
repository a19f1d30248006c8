#pragma once

#include <chrono>
#include <optional>

class QString;

namespace heed::gui {

/// Puts a secret on the clipboard, marked so that clipboard managers and histories do not keep it, and takes it away
/// after a while unless something else was copied since.
void copySecret(const QString& secret, std::chrono::seconds keptFor = std::chrono::seconds(30));
/// At once, if it is still there.
void clearCopiedSecret();

/// How much longer the secret stays; nothing where there is none. passTimeOfSecret is for tests, which do not wait.
std::optional<std::chrono::milliseconds> secretKeptFor();
void passTimeOfSecret(std::chrono::milliseconds passed);

} // namespace heed::gui
