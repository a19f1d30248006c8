#pragma once

namespace heed::platform {

/// Gives memory that was freed back to the system, as far as it can: after long work, so that a program that stays open
/// all day does not hold what it needed for a minute.
void giveMemoryBack();

} // namespace heed::platform
