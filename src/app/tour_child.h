#pragma once

namespace heed::app {

class TourDriver;

/// On the open case: who was informed, and a form that is thrown away by a slip and comes back.
void tourFamily(TourDriver& drive);
/// A child of whom several small things were noticed: who they are, and the signs over time by keyboard.
void tourChild(TourDriver& drive);

} // namespace heed::app
